"""Counts the different customers who were here in a time, from the days on which they came and came next.

In any time there are as many different customers as there are visits less those that are followed by another one of the
same customer in that time. Both are added up from sums: a long time mostly by months.
"""

import json
from collections.abc import Sequence
from datetime import timedelta

from loyaltydesk.model.insights import Period
from loyaltydesk.store.sqlite import Connection

SHORT = 45  # days of a time that is looked at day by day
_AGAIN = (
    "SELECT s.key, sum(g.customers) FROM json_each(?) s "
    "CROSS JOIN days d ON d.member = 1 AND d.day BETWEEN s.value ->> 0 AND s.value ->> 1 "
    "CROSS JOIN gaps g ON g.kind = 'dd' AND g.span = d.day AND g.next BETWEEN s.value ->> 2 AND s.value ->> 3 "
    "GROUP BY s.key"
)
_AGAIN_IN_A_MONTH = (
    "SELECT s.key, sum(g.customers) FROM json_each(?) s "
    "CROSS JOIN days d ON d.member = 1 AND d.day BETWEEN s.value ->> 0 AND s.value ->> 1 "
    "CROSS JOIN gaps g ON g.kind = 'dm' AND g.span = d.day AND g.next >= s.value ->> 2 AND g.next < s.value ->> 3 "
    "GROUP BY s.key"
)
_MONTH_THEN = (
    "SELECT s.key, sum(g.customers) FROM json_each(?) s "
    "CROSS JOIN months m ON m.month > s.value ->> 0 AND m.month {until} s.value ->> 1 "
    "CROSS JOIN gaps g ON g.kind = '{kind}' AND g.span = m.month AND g.next {within} GROUP BY s.key"
)
_MONTH_THEN_A_DAY = _MONTH_THEN.format(until="<=", kind="md", within="BETWEEN s.value ->> 2 AND s.value ->> 3")
_MONTH_THEN_A_MONTH = _MONTH_THEN.format(until="<", kind="mm", within="< s.value ->> 1")

Bounds = tuple[str, ...]


class Visitors:
    """Visits after which the same customer came again within the same time: all others are different customers."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def again(self, periods: Sequence[Period]) -> list[int]:
        """How many visits of each of some periods are followed by another one of the same customer in it."""
        short = {place: period for place, period in enumerate(periods) if period.days <= SHORT or _one_month(period)}
        long = {place: period for place, period in enumerate(periods) if place not in short}
        again = [self._sums(_AGAIN, {place: _ends(period) * 2 for place, period in short.items()})]
        again += [
            self._sums(sql, {place: bounds(period) for place, period in long.items()})
            for sql, bounds in _PIECES.items()
        ]
        return [sum(each.get(place, 0) for each in again) for place in range(len(periods))]

    def _sums(self, sql: str, bounds: dict[int, Bounds]) -> dict[int, int]:
        """The sums by place of what lies within bounds."""
        if not bounds:
            return {}
        places = list(bounds)
        rows = self._db.execute(sql, (json.dumps(list(bounds.values())),))
        return {places[key]: customers for key, customers in rows}


def _ends(period: Period) -> Bounds:
    return period.first.isoformat(), period.last.isoformat()


def _one_month(period: Period) -> bool:
    return f"{period.first:%Y-%m}" == f"{period.last:%Y-%m}"


def _first_month(period: Period) -> Bounds:
    """Its days in its first month."""
    following = (period.first.replace(day=1) + timedelta(days=32)).replace(day=1)
    return period.first.isoformat(), (following - timedelta(days=1)).isoformat()


def _last_month(period: Period) -> Bounds:
    """Its days in its last month."""
    return period.last.replace(day=1).isoformat(), period.last.isoformat()


def _months(period: Period) -> Bounds:
    return f"{period.first:%Y-%m}", f"{period.last:%Y-%m}"


# Two visits in a long time: from a day of its first month or from a later month, to a month or to a day of its last.
_PIECES = {
    _AGAIN: lambda period: (*_first_month(period), *_last_month(period)),
    _AGAIN_IN_A_MONTH: lambda period: (*_first_month(period), *_months(period)),
    _MONTH_THEN_A_DAY: lambda period: (*_months(period), *_last_month(period)),
    _MONTH_THEN_A_MONTH: _months,
}
