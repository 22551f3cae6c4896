"""A day is found by its own lines, however many others there are, whatever the planner believes of the tables."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.store.reports import Reports
from tests.shop import Clock, buy, join, store_of

DAY = date(2026, 3, 11)
LONG = {"e", "p", "j", "a", "entries", "purchases", "journal"}


@pytest.fixture(params=["without statistics", "with those of a new shop", "with its own"])
def shop(desk: Desk, clock: Clock, request: pytest.FixtureRequest) -> Desk:
    """A few days of purchases."""
    connection = store_of(desk).connection
    if request.param == "with those of a new shop":
        connection.execute("ANALYZE")
    clock.to("2026-03-10T09:00:00")
    _customer, card = join(desk, "Anna")
    for _day in range(3):
        buy(desk, card, 5000)
        buy(desk, "", 700)
        clock.forward(days=1)
    if request.param == "with its own":
        connection.execute("ANALYZE")
    return desk


@pytest.mark.parametrize("read", [Reports.moved, Reports.sold], ids=["points", "purchases"])
def test_no_day_is_looked_for_in_all_that_ever_was(shop: Desk, read: Callable[[Reports, date], object]) -> None:
    connection, asked = store_of(shop).connection, list[str]()
    connection.set_trace_callback(asked.append)
    found = read(store_of(shop).reports, DAY)
    connection.set_trace_callback(None)
    assert found
    steps = [line[3] for line in connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()]
    assert not LONG & {name for step in steps for name in re.findall(r"SCAN (\w+)", step)}, steps
