"""Plays the demo shop's year on a desk: everything through the desk's own methods, with the clock set back."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from heapq import heapify, heappop, heappush
from itertools import count

from loyaltydesk.demo.calendar import GUEST, Visit
from loyaltydesk.demo.members import Members
from loyaltydesk.demo.people import Person
from loyaltydesk.demo.sales import Sales
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk

_OPENING, _NOON = time(6, 40), time(12, 30)
_ANNA = 0
_KEPT = timedelta(days=57)  # before the last day Anna takes a voucher home for 60 days: it will be about to end

_SAVES = timedelta(days=130)  # for so long Anna keeps her points, so that there is something to choose from


class Clock:
    """The time on the demo shop's wall, set by the story."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Now."""
        return self.at


class Story:
    """A year in the demo shop, event by event in order of time."""

    def __init__(self, desk: Desk, clock: Clock, *, year: Year, people: Sequence[Person]) -> None:
        self._desk = desk
        self._clock = clock
        self._year = year
        self._people = people
        self._members = Members(desk, year, people)
        self._sales = Sales(desk, year, self._members, later=self._later)
        self._numbers = count()
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._to_come: Counter[int] = Counter()
        self._day = date.min

    def play(self, visits: Sequence[Visit], progress: Callable[[int, int], None]) -> None:
        """Everything that happens in the year; `progress` is told how many events are through, of how many."""
        self._events = [(visit.at, next(self._numbers), partial(self._visit, visit.person)) for visit in visits]
        self._to_come = Counter(visit.person for visit in visits)
        for number, person in enumerate(self._people):
            if number not in self._to_come:  # joined and was never seen again
                self._plan(person.joined, partial(self._members.join, number))
        self._plan(self._year.until - _KEPT, self._keep_a_voucher)
        heapify(self._events)
        self._members.print_cards()
        self._sales.put_on_the_shelf()
        done, whole = 0, len(self._events)
        while self._events and self._events[0][0] <= self._year.end:
            at, _, event = heappop(self._events)
            self._happen(at, event)
            done += 1
            if done % 50 == 0:
                progress(min(done, whole), whole)
        progress(whole, whole)

    def _plan(self, day: date, event: Callable[[], None]) -> None:
        self._events.append((datetime.combine(day, _NOON, self._year.zone), next(self._numbers), event))

    def _keep_a_voucher(self) -> None:
        anna, coffee = self._members.known(_ANNA), self._desk.shop.programme.rewards_by_id["coffee"]
        if anna and not self._sales.promise(anna, coffee):
            self._sales.make_good(anna, coffee.cost)
            self._sales.promise(anna, coffee)

    def _happen(self, at: datetime, event: Callable[[], None]) -> None:
        stage = self._year.stage
        shift = at.toordinal() * 2 + (at.hour >= 13)
        self._desk.at_work(stage.cashiers[shift % len(stage.cashiers)], stage.till)
        if at.date() != self._day:
            self._day = at.date()
            self._clock.at = datetime.combine(self._day, _OPENING, self._year.zone)
            self._desk.upkeep.day()
        self._clock.at = at
        event()

    def _later(self, wait: timedelta, event: Callable[[], None]) -> None:
        heappush(self._events, (self._clock.at + wait, next(self._numbers), event))

    def _visit(self, number: int) -> None:
        if number == GUEST:
            self._sales.guest()
            return
        member = self._members.before_visit(number)
        saves = number == _ANNA and self._year.until - self._day < _SAVES
        self._sales.customer(member, self._people[number].things, saves=saves)
        self._to_come[number] -= 1
        if not self._to_come[number]:
            self._members.after_last_visit(number)
