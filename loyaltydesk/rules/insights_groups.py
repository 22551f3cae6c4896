"""What divides customers into groups: how lately they were here by the shop's own pace, how often, for how much."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from loyaltydesk.model.insights import ENOUGH_GAPS, LOWER_PACE, OFTEN, UPPER_PACE, USUAL_PACE, Group, Lines

LATE, LOST = 2, 4  # times the usual interval, from which on somebody slips away, and is lost
NINE_OF_TEN, A_FIFTH = (9, 10), (1, 5)
LATER = (Group.ATTENTION, Group.SLIPPING, Group.LOST)
MOST = 2**62


def lines(day: date, gaps: Iterable[tuple[int, int]], spenders: Sequence[tuple[int, int]]) -> Lines:
    """What divides the groups on a day.

    `gaps` are the days after which customers came again with how often that was, `spenders` the round steps of money
    with how many who bought reached no higher one; both the lowest first.
    """
    gaps = list(gaps)
    measured = sum(times for _days, times in gaps) >= ENOUGH_GAPS
    pace = min(max(_nine_of_ten(gaps), LOWER_PACE), UPPER_PACE) if measured else USUAL_PACE
    return Lines(day, pace, measured, much(spenders))


def much(spenders: Sequence[tuple[int, int]]) -> int:
    """The largest round step of money that at least a fifth of those who bought reached; the smallest one at least."""
    whole, reached_by = sum(customers for _reached, customers in spenders), 0
    for reached, customers in reversed(spenders):
        reached_by += customers
        if reached_by * A_FIFTH[1] >= whole * A_FIFTH[0]:
            return max(reached, 1)
    return 1


def bounds(divided: Lines) -> tuple[date, date, date]:
    """The first days on which somebody who was here last is here lately, needs attention, is slipping away."""
    return _ago(divided, 1), _ago(divided, LATE), _ago(divided, LOST)


def group_of(divided: Lines, last_day: date | None, *, visits: int, spend: int) -> Group:
    """The group of a customer by the day of their last purchase, how many there were, and minor units of a lifetime."""
    if last_day is None or not visits:
        return Group.NOT_YET
    place = sum(last_day < bound for bound in bounds(divided))
    return lately(visits, spend >= divided.much) if place == 0 else LATER[place - 1]


def lately(visits: int, spent_much: bool) -> Group:
    """The group of somebody who was here lately."""
    if visits >= OFTEN:
        return Group.CHAMPIONS if spent_much else Group.LOYAL
    return Group.PROMISING if visits > 1 else Group.NEW


class Limits(NamedTuple):
    """Who is in a group: the first and last day of a last purchase (None without an end), purchases, minor units."""

    days: tuple[date | None, date | None]
    visits: tuple[int, int] = (1, MOST)
    spend: tuple[int, int] = (-MOST, MOST)


def limits(divided: Lines, group: Group) -> Limits:
    """Who is in a group of those who bought."""
    firsts: list[date | None] = [*bounds(divided), None]
    if group in LATER:
        place = LATER.index(group) + 1
        before = firsts[place - 1]
        assert before
        return Limits((firsts[place], before - timedelta(days=1)))
    lately_here = (firsts[0], None)
    if group is Group.CHAMPIONS:
        return Limits(lately_here, (OFTEN, MOST), (divided.much, MOST))
    if group is Group.LOYAL:
        return Limits(lately_here, (OFTEN, MOST), (-MOST, divided.much - 1))
    return Limits(lately_here, (2, OFTEN - 1) if group is Group.PROMISING else (1, 1))


def _nine_of_ten(gaps: list[tuple[int, int]]) -> int:
    """The days within which nine of ten came again."""
    whole, within = sum(times for _days, times in gaps), 0
    for days, times in gaps:
        within += times
        if within * NINE_OF_TEN[1] >= whole * NINE_OF_TEN[0]:
            return days
    return 0


def _ago(divided: Lines, times: int) -> date:
    return date.fromordinal(max(divided.day.toordinal() - divided.pace * times, 2))
