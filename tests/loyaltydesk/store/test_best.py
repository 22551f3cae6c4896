"""The best customers are found without looking at everybody, also where all of them are about the same."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Preset
from loyaltydesk.store import best
from tests.shop import Clock, buy, join, store_of


@pytest.fixture
def alike(desk: Desk, clock: Clock) -> Desk:
    """Thirty customers who paid the same until the last year was over, and a little more or less in this one."""
    clock.to("2025-12-01T10:00:00")
    cards = [join(desk, f"Customer {number}")[1] for number in range(30)]
    for card in cards:
        buy(desk, card, 5000)
    clock.to("2026-03-14T10:05:00")
    for number, card in enumerate(cards):
        buy(desk, card, 1000 + number)
    return desk


def test_all_of_them_are_known_where_there_is_time_for_it(alike: Desk) -> None:
    found = alike.insights.best(alike.insights.period(Preset.DAYS_90))
    assert [each.spend for each in found.customers] == [1000 + number for number in range(29, 19, -1)]
    assert found.others == 0


def test_where_all_paid_the_same_it_ends_and_says_what_nobody_else_paid_more_than(
    alike: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(best, "MOST", 12)
    connection, said = store_of(alike).connection, list[str]()
    connection.set_trace_callback(said.append)
    found = alike.insights.best(alike.insights.period(Preset.DAYS_90))
    connection.set_trace_callback(None)
    assert sum("purchases_of" in sql for sql in said) == 12
    assert len(found.customers) == 10
    assert found.others == 5000 + 1029  # the most of both months that the period touches
