"""Purchases, statements and days are read as they stand."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Asked, Basket, Line, PurchaseState
from tests.shop import Clock, buy, join, store_of


def test_a_purchase_is_read_with_all_that_is_known_of_it(desk: Desk, clock: Clock) -> None:
    desk.at_work("Ilze", "Till 1")
    anna, card = join(desk)
    done = buy(desk, card, 2500, discount=100, receipt="R-1")
    found = store_of(desk).purchases.by_id(done.purchase)
    assert found is not None
    assert (found.at, found.day, found.customer, found.receipt) == (clock.at, date(2026, 3, 14), anna, "R-1")
    assert found.card == desk.cards.get(card).id
    assert (found.total, found.discount, found.value, found.due, found.earned, found.spent) == (
        2500, 100, 2400, 2400, 24, 0,
    )  # fmt: skip
    assert (found.state, found.returnable, found.programme, found.staff) == (PurchaseState.DONE, 2400, 1, "Ilze")


@pytest.mark.parametrize("number", ["", "nobody", "12", "\x00", "019ceb97-7e60-714c-b05c-3fb50fa319ac"])
def test_nothing_is_found_by_a_number_that_is_none(desk: Desk, number: str) -> None:
    purchases = store_of(desk).purchases
    assert purchases.by_id(number) is purchases.by_receipt(number) is None


def test_the_purchase_as_it_was_made_is_kept_for_good(desk: Desk) -> None:
    _anna, card = join(desk)
    lines = (Line(250, 2, "TEA"), Line(500, 1, "CAKE", tax=2100))
    done = desk.till.record(Basket(lines, card=card))
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(lines=(("TEA", 1),)))
    purchases = store_of(desk).purchases
    assert purchases.recorded(done.purchase).lines == lines
    assert purchases.recorded(done.purchase).why == done.quote.why
    assert purchases.units_back(done.purchase) == {0: 1}
    for other in (desk.cards.get(card).id, "019ceb97-7e60-714c-b05c-3fb50fa319ac"):
        with pytest.raises(KeyError):
            purchases.recorded(other)


def test_the_newest_come_first(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    made = []
    for _purchase in range(4):
        clock.forward(hours=10)
        made.append(buy(desk, card, 100).purchase)
    purchases = store_of(desk).purchases
    assert [each.id for each in purchases.newest(3)] == made[:0:-1]
    assert [each.id for each in purchases.of_customer(anna, 3)] == made[:0:-1]
    assert purchases.of_customer(anna, 0) == []


def test_a_day_is_what_was_bought_less_what_came_back(desk: Desk, clock: Clock) -> None:
    first, second = buy(desk, "", 1000), buy(desk, "", 2000)
    clock.forward(days=1)
    desk.till.bring_back(desk.till.purchase(first.purchase), Asked(amount=300))
    desk.till.bring_back(desk.till.purchase(second.purchase), Asked(voids=True))
    purchases = store_of(desk).purchases
    assert purchases.day(date(2026, 3, 14)) == (1, 700)
    assert purchases.day(date(2026, 3, 15)) == (0, 0)
