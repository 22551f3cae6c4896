"""No panel of the insights goes through all purchases, customers, entries or lots."""

import re
from collections.abc import Callable

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Group, Preset
from tests.shop import PROGRAMME, Clock, buy, join, store_of

GREAT = r"purchases|customers|entries|lots|journal|vouchers|days|hours|gaps|habits|spends|point_sums|lot_sums|cohorts"
ALIASES = {"p": "purchases", "c": "customers", "d": "days", "g": "gaps", "h": "hours"}
PANELS: dict[str, Callable[[Desk], object]] = {
    "overview": lambda desk: desk.insights.overview(desk.insights.period(Preset.MONTHS_12)),
    "members": lambda desk: desk.insights.members(desk.insights.period(Preset.MONTHS_12)),
    "groups": lambda desk: desk.insights.groups(),
    "cohorts": lambda desk: desk.insights.cohorts(desk.insights.period(Preset.MONTHS_12)),
    "best of a year": lambda desk: desk.insights.best(desk.insights.period(Preset.MONTHS_12)),
    "best of a month": lambda desk: desk.insights.best(desk.insights.period(Preset.DAYS_30)),
    "cost": lambda desk: desk.insights.cost(desk.insights.period(Preset.MONTHS_12)),
    "hours": lambda desk: desk.insights.hours(desk.insights.period(Preset.DAYS_90)),
    "points": lambda desk: desk.insights.points(desk.insights.period(Preset.MONTHS_12)),
    **{group: lambda desk, of=group: list(desk.insights.group(of)) for group in Group},  # type: ignore[misc]  # a default
}


@pytest.fixture(scope="module")
def shop() -> Desk:
    clock = Clock("2025-06-01T10:00:00")
    desk = Desk.in_memory(PROGRAMME + "[test_group]\nevery = 2\n", clock)
    cards = [join(desk, f"Customer {number}")[1] for number in range(12)]
    for number in range(60):
        clock.forward(hours=90)
        buy(desk, cards[number * number % 11], 900 + number)
    return desk


@pytest.mark.parametrize("panel", PANELS.values(), ids=PANELS.keys())
def test_a_panel_searches_and_never_scans(shop: Desk, panel: Callable[[Desk], object]) -> None:
    connection, asked = store_of(shop).connection, list[str]()
    connection.set_trace_callback(asked.append)
    panel(shop)
    connection.set_trace_callback(None)
    reads = [sql for sql in dict.fromkeys(asked) if sql.startswith("SELECT")]
    assert reads
    for sql in reads:
        for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall():
            scanned = re.match(r"SCAN (\w+)", line[3])
            assert not scanned or not re.fullmatch(GREAT, ALIASES.get(scanned[1], scanned[1])), f"{line[3]}: {sql}"
