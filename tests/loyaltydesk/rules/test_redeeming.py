"""Points as money, rewards and vouchers: what they pay and what is refused."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.programme import Gives, Redeem
from loyaltydesk.model.purchases import Basket, Line, RewardWish, TakenReward, VoucherState
from loyaltydesk.model.refusals import (
    BelowMinimum,
    EarnOnlyCard,
    NotEnoughPoints,
    RewardNotOffered,
    UnknownReward,
    VoucherNotUsable,
    WrongCustomer,
)
from loyaltydesk.rules import redeeming
from loyaltydesk.rules.redeeming import Taken
from tests.loyaltydesk.rules.shopping import DAY, card, programme, voucher

CENT = Redeem(1, 1, 500, Fraction(50))
HUNDRED = Redeem(100, 500, 100)


# --- points as money


@pytest.mark.parametrize(
    ("rules", "points", "bill", "spent", "paid"),
    [
        (CENT, 1000, 10000, 1000, 1000), (CENT, 10000, 10000, 5000, 5000), (CENT, 500, 10000, 500, 500),
        (HUNDRED, 1050, 100000, 1000, 5000), (HUNDRED, 100, 500, 100, 500), (HUNDRED, 250, 1400, 200, 1000),
        (Redeem(100, 100, 0, Fraction(50)), 1000, 350, 100, 100), (Redeem(3, 1, 0, Fraction(100, 3)), 50, 100, 48, 16),
        (CENT, 0, 10000, 0, 0), (CENT, 600, 1001, 500, 500),
    ],
)  # fmt: skip
def test_points_are_cut_to_the_share_of_the_bill_and_to_whole_steps(
    rules: Redeem, points: int, bill: int, spent: int, paid: int
) -> None:
    assert redeeming.as_money(rules, points, bill=bill, left=bill) == (spent, paid)


@pytest.mark.parametrize(
    ("rules", "points", "bill", "left_over", "minimum"),
    [
        (CENT, 499, 10000, 499, 500), (CENT, 5000, 998, 499, 500), (HUNDRED, 99, 10000, 0, 100),
        (HUNDRED, 500, 499, 0, 100),
        (Redeem(100, 100, 250), 299, 10000, 200, 250), (CENT, 500, 0, 0, 500),
    ],
)  # fmt: skip
def test_what_is_left_below_the_minimum_is_refused(
    rules: Redeem, points: int, bill: int, left_over: int, minimum: int
) -> None:
    with pytest.raises(BelowMinimum) as refused:
        redeeming.as_money(rules, points, bill=bill, left=bill)
    assert (refused.value.points, refused.value.minimum) == (left_over, minimum)


def test_points_cut_to_none_are_no_refusal_where_there_is_no_minimum() -> None:
    assert redeeming.as_money(Redeem(100, 100), 50, bill=1000, left=1000) == (0, 0)
    assert redeeming.as_money(Redeem(100, 100), 500, bill=50, left=50) == (0, 0)


def test_points_never_pay_what_a_voucher_paid_before() -> None:
    assert redeeming.as_money(Redeem(1, 1), 1000, bill=1000, left=300) == (300, 300)


def test_without_points_as_money_none_can_be_used() -> None:
    assert redeeming.as_money(None, 0, bill=100, left=100) == (0, 0)
    with pytest.raises(RewardNotOffered) as refused:
        redeeming.as_money(None, 1, bill=100, left=100)
    assert refused.value.reason == "not_offered"


@given(
    st.builds(Redeem, st.integers(1, 300), st.integers(1, 300), st.integers(0, 600), st.fractions(0, 100)),
    st.integers(0, 10**5), st.integers(0, 10**5), st.data(),
)  # fmt: skip
def test_what_points_pay_keeps_to_every_limit(rules: Redeem, points: int, bill: int, data: st.DataObject) -> None:
    left = data.draw(st.integers(0, bill))
    try:
        spent, paid = redeeming.as_money(rules, points, bill=bill, left=left)
    except BelowMinimum:
        assert points > 0
        return
    assert spent % rules.points == 0
    assert spent * rules.worth == paid * rules.points
    assert spent <= points
    assert paid <= min(left, bill * rules.max_percent / 100)
    assert not points or spent >= rules.minimum
    if points - spent >= rules.points:  # one step more would have been too much money
        assert paid + rules.worth > min(left, bill * rules.max_percent / 100)


@pytest.mark.parametrize(("rules", "balance", "worth"), [(HUNDRED, 1050, 5000), (HUNDRED, -5, 0), (None, 10, None)])
def test_what_a_balance_is_worth(rules: Redeem | None, balance: int, worth: int | None) -> None:
    assert redeeming.worth(rules, balance) == worth


# --- spending at all


@pytest.mark.parametrize(("points", "balance"), [(5, 3), (1, 0), (1, -50)])
def test_more_than_the_balance_is_refused_with_both_figures(points: int, balance: int) -> None:
    with pytest.raises(NotEnoughPoints) as refused:
        redeeming.check_spending(card(), balance=balance, points=points)
    assert refused.value.facts() == {"balance": balance, "needed": points}


def test_a_card_that_only_collects_spends_nothing() -> None:
    earn_only = card(role=CardRole.EARN_ONLY)
    redeeming.check_spending(earn_only, balance=0, points=0)
    redeeming.check_spending(earn_only, balance=-5, points=0)
    with pytest.raises(EarnOnlyCard):
        redeeming.check_spending(earn_only, balance=100, points=1)


def test_a_customer_without_the_card_in_hand_may_spend() -> None:
    redeeming.check_spending(None, balance=100, points=100)


# --- rewards

REWARDS = programme(
    '[[reward]]\nid = "a"\nname = "A"\ncost = 50\ngives = { money = "1.00" }\nstock = 3\nper_customer = 2\n'
    '[[reward]]\nid = "b"\nname = "B"\ncost = 7\ngives = { product = "B" }\n'
)


@pytest.mark.parametrize(("times", "in_all", "by_customer"), [(1, 0, 0), (2, 1, 0), (1, 2, 1), (2, 0, 0)])
def test_a_reward_can_be_had_within_its_stock_and_limit(times: int, in_all: int, by_customer: int) -> None:
    assert redeeming.offered(REWARDS, "a", times=times, taken=Taken(in_all, by_customer)).id == "a"


@pytest.mark.parametrize(
    ("times", "in_all", "by_customer", "reason"),
    [(1, 3, 0, "stock"), (2, 2, 0, "stock"), (1, 2, 2, "limit"), (2, 0, 1, "limit"), (3, 0, 0, "limit")],
)
def test_beyond_stock_or_limit_it_is_not_offered(times: int, in_all: int, by_customer: int, reason: str) -> None:
    with pytest.raises(RewardNotOffered) as refused:
        redeeming.offered(REWARDS, "a", times=times, taken=Taken(in_all, by_customer))
    assert (refused.value.reward, refused.value.reason) == ("a", reason)


def test_a_reward_that_is_not_in_the_programme_is_unknown() -> None:
    with pytest.raises(UnknownReward):
        redeeming.offered(REWARDS, "c", times=1, taken=Taken())


def test_the_same_wish_twice_is_one_wish_for_two() -> None:
    wishes = (RewardWish("a"), RewardWish("b", 3), RewardWish("a"))
    assert redeeming.wished(REWARDS, wishes, {}) == (TakenReward("a", "A", 2, 100), TakenReward("b", "B", 3, 21))
    with pytest.raises(RewardNotOffered):
        redeeming.wished(REWARDS, (*wishes, RewardWish("a")), {})


# --- what rewards and vouchers pay


@pytest.mark.parametrize(
    ("gives", "times", "bill", "left", "paid"),
    [
        (Gives("money", money=500), 1, 2000, 2000, 500), (Gives("money", money=500), 3, 2000, 2000, 1500),
        (Gives("money", money=500), 1, 300, 300, 300), (Gives("money", money=500), 1, 2000, 100, 100),
        (Gives("percent", percent=Fraction(10)), 1, 2000, 2000, 200),
        (Gives("percent", percent=Fraction(10)), 1, 1999, 1999, 200),
        (Gives("percent", percent=Fraction(50), max_money=900), 1, 2000, 2000, 900),
        (Gives("percent", percent=Fraction(10)), 1, 2000, 50, 50), (Gives("percent", percent=Fraction(100)),
        1, 7, 7, 7),
        (Gives("product", "COFFEE"), 1, 2000, 2000, 0), (Gives("donate", cause="Shelter", money=100), 1, 2000, 2000, 0),
    ],
)  # fmt: skip
def test_what_a_reward_pays(gives: Gives, times: int, bill: int, left: int, paid: int) -> None:
    assert redeeming.pays(gives, times, bill=bill, left=left) == paid


def test_a_product_is_free_as_far_as_it_is_on_the_bill() -> None:
    basket = Basket((Line(300, 2, "CAKE"), Line(250, 1, "COFFEE")))
    given_away = [(Gives("product", "COFFEE", qty=2), 1), (Gives("product", "CAKE"), 2), (Gives("product", "TEA"), 1)]
    assert redeeming.free_units(basket, given_away) == {"COFFEE": 2, "CAKE": 2}


# --- vouchers


@pytest.mark.parametrize(
    ("state", "ends", "said"),
    [
        (VoucherState.USED, None, "used"), (VoucherState.CANCELLED, None, "cancelled"),
        (VoucherState.REPRINTED, None, "reprinted"), (VoucherState.OPEN, date(2026, 3, 13), "expired"),
    ],
)  # fmt: skip
def test_a_voucher_that_cannot_be_used_says_why(state: VoucherState, ends: date | None, said: str) -> None:
    with pytest.raises(VoucherNotUsable) as refused:
        redeeming.check_voucher(voucher(Gives("money"), state=state, ends=ends), "c", DAY)
    assert refused.value.state == said


def test_a_voucher_can_be_used_on_its_last_day_by_its_customer_alone() -> None:
    ours = voucher(Gives("money"), ends=DAY)
    redeeming.check_voucher(ours, "c", DAY)
    redeeming.check_voucher(ours, None, DAY)
    with pytest.raises(WrongCustomer):
        redeeming.check_voucher(ours, "somebody", DAY)
