"""What a slip tells: the purchase and its customer as they stand when it is printed."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Asked
from loyaltydesk.model.refusals import UnknownPurchase
from tests.shop import Clock, buy, join


def test_a_slip_tells_balance_reward_and_tier(desk: Desk) -> None:
    anna, card = join(desk, "Anna")
    facts = desk.slips.facts(buy(desk, card, 3000).purchase)
    account = facts.account
    assert account is not None
    assert (account.customer.id, account.balance) == (anna, 30)
    assert account.ahead is not None
    assert (account.ahead.name, account.ahead.missing, account.ahead.cost) == ("Free coffee", 20, 50)
    assert account.tier is not None
    assert (account.tier.name, account.tier.missing, account.tier.is_money) == ("Silver", 7000, True)
    assert account.ending is None  # in a year


def test_points_that_end_within_two_months_are_told(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk, "Anna")
    buy(desk, card, 3000)
    clock.to("2027-02-01T10:00:00")
    account = desk.slips.facts(buy(desk, card, 500).purchase).account
    assert account is not None
    assert account.ending is not None
    assert (account.ending[0], account.ending[1].isoformat()) == (30, "2027-03-14")


def test_a_guests_slip_has_no_account(desk: Desk) -> None:
    facts = desk.slips.facts(buy(desk, "", 1000).purchase)
    assert (facts.account, facts.recorded.due) == (None, 1000)


def test_a_person_who_was_forgotten_meanwhile_is_not_on_the_slip(desk: Desk) -> None:
    anna, card = join(desk, "Anna")
    bought = buy(desk, card, 1000).purchase
    desk.customers.erase(anna)
    assert desk.slips.facts(bought).account is None


def test_a_purchase_that_was_taken_back_is_told_as_it_stands_now(desk: Desk) -> None:
    _anna, card = join(desk, "Anna")
    bought = buy(desk, card, 1000).purchase
    desk.till.bring_back(desk.till.purchase(bought), Asked(voids=True))
    facts = desk.slips.facts(bought)
    assert (facts.purchase.refunded, facts.account.balance if facts.account else None) == (1000, 0)


def test_an_unknown_purchase_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownPurchase):
        desk.slips.facts("nowhere")
