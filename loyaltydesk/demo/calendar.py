"""When the demo shop is visited: its weeks, seasons and hours, as a café knows them."""

from bisect import bisect
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from msgspec import Struct

from loyaltydesk.demo.people import Person
from loyaltydesk.demo.stage import Year

GUEST = -1  # somebody without a card

_WEEK = (9, 9, 10, 10, 13, 16, 12)  # Monday to Sunday
_SEASON = (9, 9, 10, 10, 11, 10, 8, 9, 10, 11, 11, 13)  # January to December
_CLOSED = frozenset({(1, 1), (12, 24), (12, 25), (12, 26)})
_MORNING = (2, 8, 9, 6, 4, 5, 4, 3, 2, 2, 1, 1)  # from seven o'clock on, each hour
_LATER = (0, 1, 2, 3, 4, 7, 8, 6, 7, 7, 5, 3)
_OPENS = 7


class Visit(Struct, frozen=True, order=True):
    """Somebody comes in; `person` is their number, or GUEST."""

    at: datetime
    person: int


def visits(year: Year, people: Sequence[Person], *, count: int) -> list[Visit]:
    """`count` visits in order of time, one in thirty of them a guest's; each person's fall into their own time.

    None is later than the end of the year that is played: what would be comes a week earlier.
    """
    days, chance = _Days(year), year.chance
    guests = count // 30
    found = [
        Visit(_moment(year, days.one(chance, first=year.start, last=year.until), early=False), GUEST)
        for _ in range(guests)
    ]
    shares = [person.often * days.weight(person.joined, person.left) for person in people]
    for number, times in enumerate(_shared(count - guests, shares)):
        person = people[number]
        for _ in range(times):
            day = days.one(chance, first=person.joined, last=person.left)
            found.append(Visit(_moment(year, day, early=person.early), number))
    return sorted(found)


class _Days:
    """The days of a year with how full the shop is on each."""

    def __init__(self, year: Year) -> None:
        self._start = year.start
        days = (year.start + timedelta(days=n) for n in range((year.until - year.start).days + 1))
        self._sums = list(accumulate((_fullness(day) for day in days), initial=0))

    def weight(self, first: date, last: date) -> int:
        """How much goes on from `first` to `last`, both inclusive."""
        begin, end = self._places(first, last)
        return self._sums[end] - self._sums[begin]

    def one(self, chance: Random, *, first: date, last: date) -> date:
        """A day from `first` to `last`, full ones more often; `first` itself when the shop is closed throughout."""
        begin, end = self._places(first, last)
        if self._sums[end] == self._sums[begin]:
            return first
        drawn = chance.randrange(self._sums[begin], self._sums[end])
        return self._start + timedelta(days=bisect(self._sums, drawn) - 1)

    def _places(self, first: date, last: date) -> tuple[int, int]:
        return (first - self._start).days, (last - self._start).days + 1


def _fullness(day: date) -> int:
    return 0 if (day.month, day.day) in _CLOSED else _WEEK[day.weekday()] * _SEASON[day.month - 1]


def _moment(year: Year, day: date, *, early: bool) -> datetime:
    hours, chance = _MORNING if early and day.weekday() < 5 else _LATER, year.chance
    hour = chance.choices(range(_OPENS, _OPENS + len(hours)), hours)[0]
    at = datetime.combine(day, time(hour, chance.randrange(60), chance.randrange(60)), year.zone)
    return at if at <= year.end else at - timedelta(days=7)


def _shared(count: int, shares: Sequence[int]) -> list[int]:
    """`count` in whole parts by `shares`; what rounding leaves goes to the largest remainders."""
    whole = sum(shares) or 1
    parts = [count * share // whole for share in shares]
    rests = sorted(range(len(shares)), key=lambda n: (-(count * shares[n] % whole), n))
    for n in rests[: count - sum(parts)]:
        parts[n] += 1
    return parts
