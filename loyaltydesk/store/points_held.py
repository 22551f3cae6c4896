"""Reads the sums over all points: what people hold, what came and went, what ends and what ended unused."""

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from loyaltydesk.model.insights import Period
from loyaltydesk.store.sqlite import Connection


class Moved(NamedTuple):
    """Points by why they moved, as they change what people hold: what was used and what ended is below nothing."""

    given: int = 0
    used: int = 0
    expired: int = 0
    other: int = 0


class PointsHeld:
    """The tables `point_sums` and `lot_sums`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def moved(self, periods: Sequence[Period]) -> list[Moved]:
        """What moved in each of some periods."""
        bounds = [(period.first.isoformat(), period.last.isoformat()) for period in periods]
        rows = self._db.execute(
            "SELECT s.key, p.kind, sum(p.points) FROM json_each(?) s CROSS JOIN point_sums p "
            "ON p.span BETWEEN s.value ->> 0 AND s.value ->> 1 WHERE length(p.span) = 10 GROUP BY 1, 2",
            (json.dumps(bounds),),
        )
        return _by_place(rows.fetchall(), len(bounds))

    def moved_in(self, months: Sequence[date]) -> list[Moved]:
        """What moved in each of some months."""
        names = [f"{month:%Y-%m}" for month in months]
        rows = self._db.execute(
            "SELECT m.key, p.kind, p.points FROM json_each(?) m CROSS JOIN point_sums p ON p.span = m.value",
            (json.dumps(names),),
        )
        return _by_place(rows.fetchall(), len(names))

    def held(self, day: date) -> int:
        """The points that people held when a day was over, debts counted off."""
        first = self._db.execute("SELECT min(span) FROM point_sums").fetchone()[0]
        if first is None or first > day.isoformat():
            return 0
        months = Period(date.fromisoformat(f"{first[:7]}-01"), day).months()
        before = sum(sum(moved) for moved in self.moved_in(months[:-1]))
        return before + sum(self.moved([Period(months[-1], day)])[0])

    def ending(self, first: date, last: date) -> int:
        """The points left now in lots whose last day is one of these."""
        sql = "SELECT coalesce(sum(remaining), 0) FROM lot_sums WHERE last_day BETWEEN ? AND ?"
        return int(self._db.execute(sql, (first.isoformat(), last.isoformat())).fetchone()[0])

    def ending_in(self, first: date, last: date) -> dict[str, int]:
        """The points left now in lots whose last day is one of these, by month ("2026-03")."""
        rows = self._db.execute(
            "SELECT substr(last_day, 1, 7), sum(remaining) FROM lot_sums WHERE last_day BETWEEN ? AND ? GROUP BY 1",
            (first.isoformat(), last.isoformat()),
        )
        return dict(rows.fetchall())

    def over(self, first: date, last: date) -> tuple[int, int]:
        """Of lots whose last day was one of these: the points that were given, and those that nobody used."""
        given, unused = self._db.execute(
            "SELECT coalesce(sum(given), 0), coalesce(sum(expired + remaining), 0) FROM lot_sums "
            "WHERE last_day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        ).fetchone()
        return given, unused


def _by_place(rows: list[tuple[int, str, int]], count: int) -> list[Moved]:
    found: list[dict[str, int]] = [{} for _place in range(count)]
    for place, kind, points in rows:
        found[place][kind] = points
    return [Moved(**kinds) for kinds in found]
