"""Each panel of the insights, against the same figures read from a table that holds them and nothing else.

The table has a row for each figure the panel shows, in order, and is read by its key; a panel has to know them. The
second line of each panel is its growth from a hundred thousand purchases to ten million. How many times as long as that
a panel may take depends on how many sums it is put together from: hundreds for the tiles, whose customers are counted
once in each of fourteen times.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Group, Period, Preset
from loyaltydesk.store.sqlite import Connection, connect
from tests.bench.filling import NOW, Filled
from tests.bench.measuring import Call, Row, in_turn
from tests.shop import Clock

GROWTH = 1.5
FIRST = 100  # customers of a group, as many as are seen at once

Panel = Callable[[Desk], object]


def _year(desk: Desk) -> Period:
    return desk.insights.period(Preset.MONTHS_12)


def _month(desk: Desk) -> Period:
    return desk.insights.period(Preset.DAYS_30)


def _first_of(desk: Desk, group: Group) -> list[str]:
    return list(islice(desk.insights.group(group), FIRST))


PANELS: dict[str, tuple[float, Panel]] = {
    "tiles of 12 months": (40, lambda desk: desk.insights.overview(_year(desk))),
    "tiles of 30 days": (25, lambda desk: desk.insights.overview(_month(desk))),
    "customers by month": (6, lambda desk: desk.insights.members(_year(desk))),
    "customer groups": (15, lambda desk: desk.insights.groups()),
    "the first hundred of a group": (12, lambda desk: _first_of(desk, Group.LOYAL)),
    "who came back": (10, lambda desk: desk.insights.cohorts(_year(desk))),
    "best customers of 12 months": (20, lambda desk: desk.insights.best(_year(desk))),
    "best customers of 30 days": (35, lambda desk: desk.insights.best(_month(desk))),
    "cost of 12 months": (25, lambda desk: desk.insights.cost(_year(desk))),
    "hours of 12 months": (15, lambda desk: desk.insights.hours(_year(desk))),
    "points by month": (14, lambda desk: desk.insights.points(_year(desk))),
}


def insights(folder: Path, small: Filled, large: Filled, times: int) -> list[Row]:
    """Two lines for each panel, each measured so often."""
    few, many = (Desk.open(filled.path, Clock(NOW), check=False) for filled in (small, large))
    shown = {name: list(_figures(msgspec.to_builtins(panel(many)))) for name, (_limit, panel) in PANELS.items()}
    bare = _held(folder / "held.db", shown)
    rows = []
    for name, (limit, panel) in PANELS.items():
        sides = (_call(panel, few), _call(panel, many), _call(lambda connection, of=name: _read(connection, of), bare))
        took_few, took, held = in_turn(*([side] * times for side in sides))
        rows.append(Row(f"{name}, {large.customers:,} customers / a table that holds it", took, held, limit))
        rows.append(Row(f"  {name}, {large.customers:,} / {small.customers:,} customers", took, took_few, GROWTH))
    for each in (few, many, bare):
        each.close()
    return rows


def _figures(value: Any) -> Iterator[str | int | None]:
    """Everything that a panel shows, one by one."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for each in value:
            yield from _figures(each)
    else:
        yield value


def _held(path: Path, shown: dict[str, list[str | int | None]]) -> Connection:
    path.touch()
    connection = connect(path)
    connection.execute(
        "CREATE TABLE held (panel TEXT, place INTEGER, figure ANY, PRIMARY KEY (panel, place)) STRICT, WITHOUT ROWID"
    )
    rows = ((name, place, each) for name, figures in shown.items() for place, each in enumerate(figures))
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO held VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def _read(connection: Connection, panel: str) -> object:
    return connection.execute("SELECT figure FROM held WHERE panel = ? ORDER BY place", (panel,)).fetchall()


def _call(do: Callable[[Any], object], of: object) -> Call:
    return lambda: do(of)
