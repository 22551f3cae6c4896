"""Who is greeted in a span of days: which of them are shown, which are ticked, and which holidays are open."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, HolidayGroup, State, Why
from ui.seams.lines import Tick

LEFT_OUT = (Why.NO_CONSENT, Why.BLOCKED, Why.NOT_WANTED)  # by the rules, and by nobody's hand


class Sieve(StrEnum):
    """Which greetings are shown."""

    TO_DO = "to_do"
    PRINTED = "printed"
    SENT = "sent"
    SKIPPED = "skipped"
    ALL = "all"

    def lets(self, state: State) -> bool:
        """Whether greetings that stand so are shown."""
        return self is Sieve.ALL or self.value == state.value


class Shown(Struct, frozen=True):
    """A place in the list: a greeting, alone or `within` a holiday; or a holiday itself."""

    greeting: Greeting | None = None
    group: HolidayGroup | None = None
    within: bool = False

    @property
    def key(self) -> str:
        """What the place is known by."""
        if self.greeting:
            return self.greeting.id
        assert self.group
        return group_key(self.group)


def group_key(group: HolidayGroup) -> str:
    """A holiday of a year by name."""
    return f"{group.holiday.key}/{group.holiday.day.year}"


class Roll:
    """The greetings as they were read last. Single ones to do are ticked until somebody takes the tick off, holidays
    are not until somebody ticks them: they may be for everybody.
    """

    def __init__(self) -> None:
        self.sieve = Sieve.TO_DO
        self.campaign = ""  # whose cards are shown in place of those of a span
        self.greetings: list[Greeting] = []
        self.groups: list[HolidayGroup] = []
        self._members: dict[str, list[Greeting]] = {}  # of the holidays that were opened or ticked
        self._open: set[str] = set()
        self._ticks: dict[str, bool] = {}  # by somebody's hand, of greetings and of whole holidays

    # --- reading

    def read(self, desk: Desk, *, first: date, last: date) -> None:
        """Reads who is greeted from `first` to `last`, or in the campaign."""
        if self.campaign:
            self.greetings, self.groups = desk.campaigns.greetings(self.campaign), []
        else:
            self.greetings, self.groups = desk.greetings.due(first, last), desk.greetings.holidays(first, last)
        there = {group_key(group): group for group in self.groups}
        self._members = {key: desk.greetings.for_holiday(there[key].holiday) for key in self._members if key in there}
        self._open &= there.keys()

    def look_into(self, desk: Desk, key: str) -> None:
        """Reads the greetings of a holiday, if that was not done yet."""
        group = next((group for group in self.groups if group_key(group) == key), None)
        if group and key not in self._members:
            self._members[key] = desk.greetings.for_holiday(group.holiday)

    # --- what is shown

    def shown(self) -> list[Shown]:
        """The places of the list by their days; a holiday before the birthdays of its day."""
        places = [(each.day, 1, Shown(each)) for each in self.greetings if self.sieve.lets(each.state)]
        for group in self.groups:
            if self._count(group):
                day = group.holiday.day
                places.append((day, 0, Shown(group=group)))
                if self.is_open(group):
                    places += [(day, 0, Shown(each, within=True)) for each in self._of(group)]
        return [place for _day, _order, place in sorted(places, key=lambda each: each[:2])]

    def is_open(self, group: HolidayGroup) -> bool:
        """Whether the greetings of a holiday are seen one by one."""
        return group_key(group) in self._open

    def turn(self, key: str) -> None:
        """Opens a holiday, or closes it."""
        self._open ^= {key}

    def greeting(self, key: str) -> Greeting | None:
        """The greeting with this id, of those that were read."""
        return next((each for each in self._all() if each.id == key), None)

    def of_customer(self, customer: str) -> Greeting | None:
        """A customer's first greeting; one that is to do before others."""
        theirs = [each for each in self.greetings if each.customer.id == customer]
        return next((each for each in theirs if each.state is State.TO_DO), next(iter(theirs), None))

    def left_out(self) -> dict[Why, int]:
        """How many are left out by the rules, and why."""
        reasons = [each.why for each in self.greetings if each.state is State.SKIPPED]
        return {why: reasons.count(why) for why in LEFT_OUT if why in reasons}

    def count(self) -> int:
        """How many greetings are shown, those of closed holidays too."""
        single = sum(self.sieve.lets(each.state) for each in self.greetings)
        return single + sum(self._count(group) for group in self.groups)

    # --- ticks

    def tick(self, greeting: Greeting) -> Tick | None:
        """Whether a greeting is ticked; None for one that is set aside."""
        if greeting.state is State.SKIPPED:
            return None
        wanted = self._ticks.get(_holiday_of(greeting), False) if greeting.holiday else True
        usual = wanted and greeting.state is State.TO_DO
        return Tick.ON if self._ticks.get(greeting.id, usual) else Tick.OFF

    def group_tick(self, group: HolidayGroup) -> Tick | None:
        """Whether the greetings of a holiday are ticked; None where there are none to tick."""
        if self.sieve is Sieve.SKIPPED:
            return None
        key = group_key(group)
        if key not in self._members:
            return Tick.ON if self._ticks.get(key) else Tick.OFF
        ticks = [tick for each in self._of(group) if (tick := self.tick(each)) is not None]
        on = ticks.count(Tick.ON)
        return None if not ticks else Tick.ON if on == len(ticks) else Tick.PARTLY if on else Tick.OFF

    def turn_tick(self, key: str) -> None:
        """Ticks a greeting or a whole holiday, or takes the tick off."""
        greeting = self.greeting(key)
        if greeting:
            self._ticks[key] = self.tick(greeting) is not Tick.ON
            return
        group = next(group for group in self.groups if group_key(group) == key)
        on = self.group_tick(group) is not Tick.ON
        self._ticks[key] = on
        for each in self._of(group):
            self._ticks[each.id] = on

    def ticked(self) -> list[Greeting]:
        """The greetings that are shown and ticked, those of closed holidays too."""
        single = [each for each in self.greetings if self.sieve.lets(each.state)]
        members = [each for group in self.groups for each in self._of(group)]
        return [each for each in (*single, *members) if self.tick(each) is Tick.ON]

    # --- inside

    def _all(self) -> Iterator[Greeting]:
        yield from self.greetings
        for members in self._members.values():
            yield from members

    def _of(self, group: HolidayGroup) -> list[Greeting]:
        return [each for each in self._members.get(group_key(group), ()) if self.sieve.lets(each.state)]

    def _count(self, group: HolidayGroup) -> int:
        """How many greetings of a holiday the sieve lets through, as far as it was counted."""
        if group_key(group) in self._members:
            return len(self._of(group))
        counts = {
            Sieve.TO_DO: group.waiting, Sieve.PRINTED: group.done, Sieve.SENT: group.done,
            Sieve.SKIPPED: group.skipped,
        }  # fmt: skip
        return counts.get(self.sieve, group.waiting + group.done + group.skipped)


def _holiday_of(greeting: Greeting) -> str:
    """The holiday that a greeting is for, as `group_key` names it."""
    return f"{greeting.holiday}/{greeting.day.year}"
