"""A whole purchase: in which order things come off, what is due, what it brings, and the facts it leaves."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.cards import CardState
from loyaltydesk.model.facts import RecordSaved, VoucherUsed
from loyaltydesk.model.lots import Lot, LotKey
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import Basket, Line, RewardWish
from loyaltydesk.model.refusals import (
    BadRequest,
    BeforeRegistration,
    BelowMinimum,
    CardBlocked,
    NotEnoughPoints,
    Refused,
    WrongCustomer,
)
from loyaltydesk.rules.following import Following
from loyaltydesk.rules.purchase import Known, quote, quote_afterwards
from tests.loyaltydesk.rules.shopping import (
    NOW,
    amount,
    base,
    bought,
    card,
    customer,
    programme,
    purse,
    stamp,
    standing,
    voucher,
)

REDEEM = '[redeem]\npoints = 1\nworth = "0.01"\n'
REWARDS = (
    '[[reward]]\nid = "coffee"\nname = "Free coffee"\ncost = 150\ngives = { product = "COFFEE" }\n'
    '[[reward]]\nid = "five"\nname = "Five off"\ncost = 100\ngives = { money = "5.00" }\n'
)
TIERS = (
    '[[tier]]\nname = "Bronze"\nfrom = "0"\n[[tier]]\nname = "Silver"\nfrom = "100.00"\nmultiply = "2"\n'
    'discount_percent = 10\n[[tier]]\nname = "Gold"\nfrom = "200.00"\nmultiply = "3"\n'
)
BASKET = Basket((Line(300, 2, "CAKE"), Line(250, 2, "COFFEE")))


# --- money


def test_discount_then_voucher_then_points() -> None:
    known = Known(programme(base() + REDEEM), 1, standing(1000), (voucher(Gives("money", money=300)),))
    found = quote(replace(amount(2000), discount=500, redeem_points=400, vouchers=("27",)), known, NOW)
    assert (found.total, found.discount, found.value) == (2000, 500, 1500)
    assert (found.by_vouchers, found.by_points, found.due) == (300, 400, 800)
    assert (found.earned, found.spent) == (8, 400)


def test_a_percentage_voucher_is_of_the_bill_and_the_points_pay_the_rest() -> None:
    rules = programme(base() + '[redeem]\npoints = 1\nworth = "0.01"\nmax_percent = 50\n')
    known = Known(rules, 1, standing(5000), (voucher(Gives("percent", percent=rules.redeem.max_percent)),))
    found = quote(replace(amount(2000), redeem_points=5000, vouchers=("27",)), known, NOW)
    assert (found.by_vouchers, found.by_points, found.due) == (1000, 1000, 0)


def test_a_reward_product_is_free_and_earns_nothing() -> None:
    known = Known(programme(base() + REWARDS), 1, standing(200))
    found = quote(replace(BASKET, rewards=(RewardWish("coffee"),)), known, NOW)
    assert (found.total, found.discount, found.due, found.free) == (1100, 250, 850, (0, 1))
    assert (found.earned, found.spent) == (8, 150)


def test_free_units_count_towards_nothing() -> None:
    rules = programme(
        '[[earn]]\nid = "a"\npoints = 5\neach = "unit"\nof = { sku = ["COFFEE"] }\nwhen = { min_qty = 2 }\n'
        '[[earn]]\nid = "b"\npoints = 9\neach = "purchase"\nwhen = { min_bill = "11.00" }\n' + REWARDS
    )
    assert quote(BASKET, Known(rules, 1, standing(200)), NOW).earned == 19
    assert quote(replace(BASKET, rewards=(RewardWish("coffee"),)), Known(rules, 1, standing(200)), NOW).earned == 0


def test_a_reward_product_that_is_not_on_the_bill_is_handed_over_beside_it() -> None:
    found = quote(
        replace(amount(1000), rewards=(RewardWish("coffee"),)), Known(programme(REWARDS), 1, standing(150)), NOW
    )
    assert (found.due, found.spent, found.discount) == (1000, 150, 0)


@pytest.mark.parametrize("discount", [1101, 10**9])
def test_a_discount_larger_than_the_bill_is_refused(discount: int) -> None:
    for known in (Known(programme(), 1), Known(programme(), 1, standing())):
        with pytest.raises(BadRequest) as refused:
            quote(replace(BASKET, discount=discount), known, NOW)
        assert refused.value.reason == "discount_too_large"


@pytest.mark.parametrize(
    ("tier", "discount", "off"),
    [
        ("Silver", 0, 1000),
        ("Silver", 500, 1500),
        ("Silver", 9500, 10000),
        ("Silver", 10000, 10000),
        ("Bronze", 500, 500),
    ],
)
def test_a_tier_takes_its_share_off_and_never_more_than_is_left(tier: str, discount: int, off: int) -> None:
    known = Known(programme(TIERS), 1, standing(person=customer(tier)))
    assert quote(replace(amount(10000), discount=discount), known, NOW).discount == off


# --- points and tiers


@pytest.mark.parametrize(
    ("spend", "cents", "earned", "tier"),
    [
        (0, 5000, 50, "Bronze"), (0, 10000, 200, "Silver"), (5000, 4999, 49, "Bronze"), (5000, 5000, 100, "Silver"),
        (0, 20000, 600, "Gold"), (18000, 3000, 90, "Gold"),
    ],
)  # fmt: skip
def test_the_purchase_in_hand_counts_for_the_tier_that_multiplies_it(
    spend: int, cents: int, earned: int, tier: str
) -> None:
    found = quote(amount(cents), Known(programme(base() + TIERS), 1, standing(spend=spend)), NOW)
    assert (found.earned, found.tier) == (earned, tier)


def test_only_what_is_paid_counts_as_spend() -> None:
    rules = programme(base() + REDEEM + TIERS)
    found = quote(replace(amount(10000), redeem_points=1), Known(rules, 1, standing(50)), NOW)
    assert (found.due, found.tier) == (9999, "Bronze")


def test_by_points_it_is_what_was_earned_that_lifts() -> None:
    rules = programme(
        '[tiers]\nbasis = "points"\n' + base() + '[[tier]]\nname = "S"\nfrom = 100\nmultiply = 2\n'
        '[[tier]]\nname = "G"\nfrom = 180\nmultiply = 10\n'
    )
    found = quote(amount(9000), Known(rules, 1, standing(5000, earned=0)), NOW)
    assert (found.earned, found.tier) == (90, None)
    found = quote(amount(9000), Known(rules, 1, standing(earned=10)), NOW)
    assert (found.earned, found.tier) == (180, "G")  # the doubled points lift once more, and multiply next time


def test_a_tier_set_by_hand_multiplies_and_is_not_lost_by_buying_little() -> None:
    found = quote(amount(1000), Known(programme(base() + TIERS), 1, standing(person=customer(floor="Gold"))), NOW)
    assert (found.earned, found.tier) == (30, "Gold")


def test_rules_for_a_tier_apply_with_the_purchase_that_wins_it() -> None:
    rules = programme(base(more='when = { tiers = ["Gold"] }') + TIERS)
    assert quote(amount(19999), Known(rules, 1, standing()), NOW).earned == 0
    assert quote(amount(20000), Known(rules, 1, standing()), NOW).earned == 600


def test_points_are_pending_and_end_as_the_programme_says() -> None:
    rules = programme('[points]\npending_days = 14\nexpire = "month_end"\nexpire_after = "12 months"\n' + base())
    found = quote(amount(1000), Known(rules, 1, standing()), NOW)
    assert (found.from_day, found.last_day) == (date(2026, 3, 28), date(2027, 3, 31))
    nothing = quote(amount(0), Known(rules, 1, standing()), NOW)
    assert (nothing.from_day, nothing.last_day) == (None, None)


def test_the_last_day_there_is_ends_the_waiting() -> None:
    rules = programme('[points]\npending_days = 3650\nexpire = "after"\nexpire_after = "9999 years"\n' + base())
    found = quote(amount(1000), Known(rules, 1, standing()), stamp(date(9999, 12, 30)))
    assert (found.from_day, found.last_day) == (date.max, date.max)


def test_none_when_redeeming_means_rewards_and_vouchers_too() -> None:
    rules = programme('[points]\nearn_on = "none_when_redeeming"\n' + base() + REWARDS + TIERS)
    by_reward = quote(replace(amount(10000), rewards=(RewardWish("coffee"),)), Known(rules, 1, standing(150)), NOW)
    by_voucher = quote(amount(10000), Known(rules, 1, standing(), (voucher(Gives("product", "COFFEE")),)), NOW)
    assert (by_reward.earned, by_voucher.earned) == (0, 0)
    assert [(step.kind, step.points) for step in by_reward.why] == [("none_when_redeeming", 0)]
    assert by_reward.tier == "Silver"  # the money still counts
    assert quote(amount(1000), Known(rules, 1, standing(150)), NOW).earned == 10


def test_more_points_than_can_be_counted_are_refused() -> None:
    rules = programme('[[earn]]\nid = "b"\npoints = 1000000000\nper = "0.01"\n')
    assert quote(amount(1000), Known(rules, 1, standing()), NOW).earned == 10**12
    with pytest.raises(BadRequest) as refused:
        quote(amount(1001), Known(rules, 1, standing()), NOW)
    assert refused.value.reason == "points_too_many"


# --- guests and refusals


def test_a_guest_pays_and_collects_nothing() -> None:
    found, fact, others = bought(replace(BASKET, discount=100), Known(programme(base() + TIERS), 1))
    assert (found.total, found.discount, found.due, found.earned, found.tier) == (1100, 100, 1000, 0, None)
    assert (fact.customer, fact.card, others) == (None, None, [])


@pytest.mark.parametrize("more", [{"redeem_points": 1}, {"rewards": (RewardWish("coffee"),)}, {"vouchers": ("27",)}])
def test_a_guest_cannot_spend(more: dict[str, object]) -> None:
    vouchers = (voucher(Gives("money", money=100)),) if "vouchers" in more else ()
    with pytest.raises(BadRequest) as refused:
        quote(replace(BASKET, **more), Known(programme(REWARDS), 1, vouchers=vouchers), NOW)
    assert refused.value.reason == "needs_customer"


@pytest.mark.parametrize("state", [CardState.BLOCKED, CardState.REPLACED, CardState.BLANK])
def test_a_card_that_cannot_be_used_is_refused(state: CardState) -> None:
    with pytest.raises(CardBlocked) as refused:
        quote(BASKET, Known(programme(), 1, replace(standing(), card=card(state))), NOW)
    assert refused.value.state == state.value


def test_a_customer_who_is_blocked_is_refused_with_any_card_and_without() -> None:
    blocked = standing(person=customer(blocked=True))
    for person in (blocked, replace(blocked, card=None)):
        with pytest.raises(CardBlocked):
            quote(BASKET, Known(programme(), 1, person), NOW)


def test_a_purchase_dated_before_the_customer_joined_is_refused() -> None:
    known = Known(programme(), 1, standing())
    assert quote(BASKET, known, stamp(date(2026, 1, 2))).due == 1100
    with pytest.raises(BeforeRegistration) as refused:
        quote(BASKET, known, stamp(date(2026, 1, 1)))
    assert refused.value.facts() == {"at": "2026-01-01", "registered": "2026-01-02"}


def test_rewards_and_points_together_are_measured_against_the_balance() -> None:
    rules = programme(REDEEM + REWARDS)
    basket = replace(amount(10000), redeem_points=100, rewards=(RewardWish("five"), RewardWish("coffee")))
    assert quote(basket, Known(rules, 1, standing(350)), NOW).spent == 350
    with pytest.raises(NotEnoughPoints) as refused:
        quote(basket, Known(rules, 1, standing(349)), NOW)
    assert refused.value.facts() == {"balance": 349, "needed": 350}


def test_more_than_the_balance_is_refused_before_anything_is_cut() -> None:
    rules = programme('[redeem]\npoints = 1\nworth = "0.01"\nminimum = 500\nmax_percent = 1\n')
    with pytest.raises(NotEnoughPoints):
        quote(replace(amount(100), redeem_points=1000), Known(rules, 1, standing(999)), NOW)
    with pytest.raises(BelowMinimum):
        quote(replace(amount(100), redeem_points=1000), Known(rules, 1, standing(1000)), NOW)


def test_pending_points_cannot_be_spent() -> None:
    waiting = standing()
    waiting.purse.lots.update(replace_from_day(purse(100).lots, date(2026, 3, 15)))
    with pytest.raises(NotEnoughPoints) as refused:
        quote(replace(amount(1000), redeem_points=1), Known(programme(REDEEM), 1, waiting), NOW)
    assert refused.value.balance == 0


def replace_from_day(lots: dict[LotKey, Lot], day: date) -> dict[LotKey, Lot]:
    """The same lots, to be used from `day` on."""
    return {key: replace(lot, from_day=day) for key, lot in lots.items()}


def test_somebody_elses_voucher_is_refused() -> None:
    with pytest.raises(WrongCustomer):
        quote(amount(1000), Known(programme(), 1, standing(), (voucher(Gives("money"), of="somebody"),)), NOW)


# --- facts


def test_a_purchase_is_kept_with_all_that_led_to_its_points() -> None:
    known = Known(programme(base() + REDEEM + REWARDS), 7, standing(1000), (voucher(Gives("money", money=100)),))
    basket = replace(
        BASKET, redeem_points=200, rewards=(RewardWish("coffee"),), vouchers=("27",), codes=("PROMO",), receipt="R-1"
    )
    found, fact, others = bought(basket, known)
    assert (fact.id, fact.customer, fact.card, fact.receipt, fact.programme) == ("p1", "c", "k", "R-1", 7)
    assert (fact.lines, fact.codes, fact.vouchers, fact.free) == (basket.lines, ("PROMO",), ("v",), (0, 1))
    assert (fact.total, fact.value, fact.due, fact.earned, fact.spent) == (1100, 850, 550, 5, 350)
    assert (fact.why, fact.rewards) == (found.why, found.rewards)
    assert others == [VoucherUsed(id="p2", voucher="v", purchase="p1")]


def test_a_tier_that_was_won_is_a_fact_and_one_that_was_there_is_none() -> None:
    rules = programme(TIERS)
    _found, _fact, won = bought(amount(10000), Known(rules, 1, standing()))
    assert won == [RecordSaved(id="p2", kind="customer", record="c", fields={"tier": "Silver"})]
    for person in (customer("Silver"), customer(floor="Silver")):
        assert bought(amount(10000), Known(rules, 1, standing(person=person)))[2] == []


def test_afterwards_a_tier_takes_nothing_off_what_was_paid() -> None:
    rules = programme(base() + TIERS)
    _quote, sold, _others = bought(amount(10000), Known(rules, 1))
    found = quote_afterwards(sold, Following(rules, standing(person=customer("Silver"))), NOW)
    assert (found.discount, found.due, found.earned) == (0, 10000, 200)


# --- all of it at once

_BASKETS = st.builds(
    Basket,
    st.lists(
        st.builds(Line, st.integers(0, 3000), st.integers(1, 3), st.sampled_from(["CAKE", "COFFEE", ""])),
        min_size=1, max_size=4,
    ).map(tuple),
    discount=st.integers(0, 2000),
    redeem_points=st.sampled_from([0, 0, 1, 150, 999]),
    rewards=st.lists(st.sampled_from([RewardWish("coffee"), RewardWish("five", 2)]), max_size=2).map(tuple),
)  # fmt: skip


@settings(max_examples=200)
@given(_BASKETS, st.integers(0, 1500), st.sampled_from([None, "Silver", "Gold"]))
def test_whatever_is_bought_the_sums_are_right(basket: Basket, points: int, tier: str | None) -> None:
    known = Known(programme(base() + REDEEM + REWARDS + TIERS), 1, standing(points, person=customer(tier)))
    try:
        found, fact, _others = bought(basket, known)
    except Refused:
        return
    assert found.total == basket.total == found.discount + found.value
    assert found.value == found.by_points + found.by_vouchers + found.due
    assert min(found.discount, found.value, found.by_points, found.by_vouchers, found.due, found.earned) >= 0
    assert found.spent <= points
    assert sum(step.points for step in found.why) == found.earned <= found.value * 3
    after = purse(points)
    after.post(fact.id, NOW.day, fact.movements())
    assert after.balance(NOW.day) == points - found.spent + found.earned
