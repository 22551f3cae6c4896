"""Reads the figures of the insights from the sums that are kept: never from all purchases, never from all customers."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from loyaltydesk.model.insights import Grouped, Period
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.visitors import Visitors

FIRST_PAGE, PAGE = 100, 1000  # customers of a group that are read at once: first as many as are seen, then more
Between = tuple[int, int]  # both inclusive
_SPANS = "FROM json_each(?) s CROSS JOIN"
_WITHIN = "BETWEEN s.value ->> 0 AND s.value ->> 1"


class Sold(NamedTuple):
    """What was sold in a time to members or to all others; money in minor units."""

    purchases: int = 0
    due: int = 0
    off: int = 0
    settled: int = 0
    visitors: int = 0
    came_back: int = 0
    apart: int = 0


class Insights:
    """The sums of days and months, put together for a time."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._visitors = Visitors(connection)

    # --- sales and visits

    def sold(self, period: Period) -> tuple[list[Sold], list[Sold]]:
        """What was sold to members, and to all others, in a period, in the period before, and in each slice of it."""
        parts = (period.before, *period.slices())
        found = [Sold()] * len(parts), [Sold()] * len(parts)
        rows = self._db.execute(
            "SELECT d.member, s.key, sum(d.purchases), sum(d.due), sum(d.off), sum(d.settled), sum(d.visitors), "
            f"sum(d.came_back), sum(d.apart) {_SPANS} days d ON d.day {_WITHIN} GROUP BY s.key, d.member",
            (spans(parts),),
        )
        for member, place, *sums in rows:
            found[not member][place] = Sold(*sums)
        members, others = ([Sold(*map(sum, zip(*side[1:], strict=True))), *side] for side in found)
        return members, others

    def active(self, period: Period, visits: Sequence[int]) -> list[int]:
        """How many customers were here in a period, in the period before, and in each slice of the period.

        `visits` are those of each, one a day and customer at most, as `sold` tells them of members.
        """
        again = self._visitors.again((period, period.before, *period.slices()))
        return [whole - more for whole, more in zip(visits, again, strict=True)]

    def months(self, months: Sequence[date]) -> list[tuple[int, int]]:
        """How many customers were here in each month, and how many joined."""
        rows = self._db.execute(
            "SELECT m.key, active, joined FROM json_each(?) m CROSS JOIN months ON month = m.value", (_months(months),)
        )
        found = {place: (active, joined) for place, active, joined in rows}
        return [found.get(place, (0, 0)) for place in range(len(months))]

    def cohorts(self, first: date, last: date) -> dict[tuple[str, str], int]:
        """How many of those who joined in a month were here in a month, by both ("2026-03")."""
        rows = self._db.execute(
            "SELECT joined, month, customers FROM cohorts WHERE joined BETWEEN ? AND ?",
            (f"{first:%Y-%m}", f"{last:%Y-%m}"),
        )
        return {(joined, month): customers for joined, month, customers in rows}

    def hours(self, period: Period) -> list[tuple[int, int, int, int]]:
        """Weekday (Monday is 0), hour, purchases, minor units paid."""
        whole = [month for month in period.months() if period.first <= month and _end(month) <= period.last]
        first, last = period.first, period.last
        edges = [period] if not whole else [Period(first, _before(whole[0])), Period(_after(whole[-1]), last)]
        return self._db.execute(
            "SELECT weekday, hour, sum(purchases), sum(due) FROM ("
            "SELECT h.weekday, h.hour, h.purchases, h.due FROM json_each(?) m CROSS JOIN hours h ON h.span = m.value "
            f"UNION ALL SELECT h.weekday, h.hour, h.purchases, h.due {_SPANS} hours h ON h.span {_WITHIN} "
            "AND length(h.span) = 10) GROUP BY weekday, hour",
            (_months(whole), spans(edges)),
        ).fetchall()

    # --- groups of customers

    def gap_lengths(self) -> list[tuple[int, int]]:
        """After how many days customers came again, and how often, the shortest first."""
        return self._db.execute("SELECT days, times FROM gap_lengths ORDER BY days").fetchall()

    def spenders(self) -> list[tuple[int, int]]:
        """How many of those who bought reached each round step of money (minor units), the lowest first."""
        return self._db.execute("SELECT reached, customers FROM spenders ORDER BY reached").fetchall()

    def without_purchase(self) -> int:
        """How many customers bought nothing yet."""
        row = self._db.execute("SELECT customers FROM habits WHERE last_day = ''").fetchone()
        return row[0] if row else 0

    def habits(self, bounds: Sequence[date], much: int) -> list[tuple[int, int, bool, int]]:
        """Customers whose last purchase was on the last of these days or later, which are the latest first.

        The place of the day from which on it was, whether they have one, some (2) or many (5) purchases, whether those
        with many reached so much money, and how many they are.
        """
        cases = " ".join(f"WHEN last_day >= ?{place + 2} THEN {place}" for place in range(len(bounds)))
        return self._db.execute(
            f"SELECT CASE {cases} END, visits, reached >= ?1, sum(customers) FROM habits "
            f"WHERE last_day >= ?{len(bounds) + 1} GROUP BY 1, 2, 3",
            (much, *(day.isoformat() for day in bounds)),
        ).fetchall()

    def grouped(self, days: tuple[date | None, date | None], *, visits: Between, spend: Between) -> Iterator[Grouped]:
        """The customers whose last purchase was on one of these days, page by page; all bounds are inclusive.

        Whoever is away for longest comes first.
        """
        first, last = days
        ends = f"{last.isoformat()}~" if last else "~"
        start, condition = first.isoformat() if first else "0", f"last_visit < '{ends}'"
        return self._pages(start, condition=condition, between=(*visits, *spend))

    def not_yet(self) -> Iterator[Grouped]:
        """The customers who bought nothing yet, page by page."""
        return self._pages("", condition="last_visit = ''", between=(0, 0, 0, 0))

    def _pages(self, first: str, *, condition: str, between: tuple[int, ...]) -> Iterator[Grouped]:
        at, after, page, more = first, b"", FIRST_PAGE, True
        while more:
            rows = self._db.execute(
                "SELECT last_visit, id, coalesce(nullif(name, ''), company), visits, spend FROM customers "
                "INDEXED BY customers_by_visit WHERE erased = 0 AND merged IS NULL AND (last_visit, id) > (?, ?) "
                f"AND {condition} AND visits BETWEEN ? AND ? AND spend BETWEEN ? AND ? "
                f"ORDER BY last_visit, id LIMIT {page}",
                (at, after, *between),
            ).fetchall()
            yield from map(_grouped, rows)
            more, page = len(rows) == page, PAGE
            at, after = rows[-1][:2] if rows else (at, after)


def spans(periods: Sequence[Period]) -> str:
    """Periods for `json_each`: its key is their place, its value the first day and the last."""
    return json.dumps([(period.first.isoformat(), period.last.isoformat()) for period in periods])


def _grouped(row: tuple[str, bytes, str, int, int]) -> Grouped:
    last_visit, customer, name, visits, spend = row
    last_day = date.fromisoformat(last_visit[:10]) if last_visit else None
    return Grouped(codec.identity(customer), name, visits, spend, last_day)


def _months(months: Sequence[date]) -> str:
    return json.dumps([f"{month:%Y-%m}" for month in months])


def _end(month: date) -> date:
    """The last day of a month, which is given by any of its days."""
    return _before((month.replace(day=1) + timedelta(days=32)).replace(day=1))


def _before(day: date) -> date:
    return day - timedelta(days=1)


def _after(month: date) -> date:
    return _end(month) + timedelta(days=1)
