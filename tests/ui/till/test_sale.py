"""The purchase in hand knows what it asks the desk for."""

import pytest

from loyaltydesk.model.money import currency
from tests.ui.till.cards import ANNA
from ui.till.history import History
from ui.till.sale import Sale

EUR, JPY = currency("EUR"), currency("JPY")


@pytest.fixture
def sale(desk, anna) -> Sale:
    return Sale(desk.customers.scan(ANNA), ANNA)


def test_a_guest_has_neither_card_nor_customer():
    basket = Sale(minor=1200).basket()
    assert (basket.card, basket.customer, basket.total) == ("", "", 1200)


def test_a_customer_found_by_name_is_named_by_the_id(desk, anna):
    basket = Sale(desk.customers.see(anna), minor=100).basket()
    assert (basket.card, basket.customer) == ("", anna)


def test_all_points_are_what_the_rewards_leave(sale):
    sale.use_reward("coffee", 50, on=True)
    sale.use_points(None)
    assert sale.wished_points == sale.seen.balance - 50
    sale.use_points(100)
    assert sale.wished_points == 100
    sale.use_points(0)
    assert (sale.wished_points, sale.uses_anything) == (0, True)


def test_things_are_taken_and_left_again(sale):
    sale.use_reward("coffee", 50, on=True)
    sale.use_voucher("27", on=True)
    sale.use_voucher("27", on=True)
    assert (list(sale.rewards), sale.vouchers) == (["coffee"], ["27"])
    sale.use_reward("coffee", 50, on=False)
    sale.use_voucher("27", on=False)
    assert not sale.uses_anything


def test_there_is_something_to_record_with_an_amount_or_with_a_reward_alone(sale):
    assert not sale.is_ready
    sale.use_points(None)
    assert not sale.is_ready
    sale.use_reward("coffee", 50, on=True)
    assert sale.is_ready


def test_nothing_can_be_recorded_on_a_blocked_card(desk, anna):
    desk.cards.block(ANNA)
    sale = Sale(desk.customers.scan(ANNA), ANNA, minor=100)
    assert (sale.is_blocked, sale.is_ready, sale.prompts) == (True, False, [])


@pytest.mark.parametrize(
    ("minor", "average", "currency", "unusual"),
    [
        (150_000, 1500, EUR, False),
        (150_001, 1500, EUR, True),
        (1_000_000, None, EUR, False),
        (1_000_001, None, EUR, True),
        (1_000_000, None, JPY, False),
        (1_000_001, None, JPY, True),
        (None, None, EUR, False),
    ],
)
def test_an_amount_beyond_all_measure_is_unusual(minor, average, currency, unusual):
    assert Sale(minor=minor, history=History(average=average)).is_unusual(currency) is unusual
