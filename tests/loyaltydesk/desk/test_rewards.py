"""Points become a promise on paper, and the promise is kept once; what is refused changes nothing."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.codes import is_voucher_like, is_whole
from loyaltydesk.model.purchases import Asked, VoucherState
from loyaltydesk.model.refusals import (
    BadCardNumber,
    CardBlocked,
    EarnOnlyCard,
    NotEnoughPoints,
    RewardNotOffered,
    UnknownCard,
    UnknownCustomer,
    UnknownReward,
    UnknownVoucher,
    VoucherNotUsable,
)
from tests.shop import PROGRAMME, Clock, buy, join, refuses


@pytest.fixture
def card(desk: Desk) -> str:
    """Anna's card, with 1,000 points on it."""
    anna, number = join(desk)
    desk.customers.adjust(anna, 1000, reason="To begin with")
    return number


def test_points_become_a_voucher_of_its_own_number(desk: Desk, card: str) -> None:
    voucher = desk.rewards.redeem("coffee", card=card)
    assert is_voucher_like(voucher.code)
    assert is_whole(voucher.code)
    assert (voucher.reward, voucher.cost, voucher.last_day) == ("coffee", 50, date(2026, 4, 13))
    assert desk.customers.scan(card).balance == 950
    assert desk.rewards.voucher(f" {voucher.code[:4]} {voucher.code[4:]} ") == voucher
    holder = desk.rewards.holder(voucher)
    assert holder is not None
    assert desk.rewards.redeem("coffee", customer=holder.id).customer == holder.id


@pytest.mark.parametrize(
    ("reward", "named", "kind"),
    [
        ("tea", {}, UnknownReward),
        ("coffee", {"card": "NOBODY"}, UnknownCard),
        ("coffee", {"card": "9810000000014"}, BadCardNumber),
        ("coffee", {"customer": "nobody"}, UnknownCustomer),
        ("coffee", {"customer": ""}, UnknownCustomer),
    ],
)
def test_what_cannot_be_had_is_refused(
    desk: Desk, card: str, reward: str, named: dict[str, str], kind: type[Exception]
) -> None:
    with refuses(desk, kind):  # type: ignore[arg-type]  # kinds of refusals
        desk.rewards.redeem(reward, **(named or {"card": card}))


def test_a_reward_has_its_price(desk: Desk) -> None:
    jan, card = join(desk, "Jānis")
    desk.customers.adjust(jan, 49, reason="To begin with")
    with refuses(desk, NotEnoughPoints) as refused:
        desk.rewards.redeem("coffee", card=card)
    assert refused.value.facts() == {"balance": 49, "needed": 50}
    desk.customers.adjust(jan, 1, reason="One more")
    assert desk.rewards.redeem("coffee", card=card).cost == 50
    assert desk.customers.scan(card).balance == 0


def test_a_reward_runs_out_for_one_and_for_all(desk: Desk, card: str) -> None:
    first = [desk.rewards.redeem("five", card=card) for _ in range(2)]
    with refuses(desk, RewardNotOffered) as refused:
        desk.rewards.redeem("five", card=card)
    assert refused.value.facts()["reason"] == "limit"
    jan, other = join(desk, "Jānis")
    desk.customers.adjust(jan, 1000, reason="To begin with")
    desk.rewards.redeem("five", card=other)
    with refuses(desk, RewardNotOffered) as refused:
        desk.rewards.redeem("five", card=other)
    assert refused.value.facts()["reason"] == "stock"
    desk.rewards.cancel(first[0].code)
    desk.rewards.redeem("five", card=other)


def test_a_card_that_cannot_spend_gets_no_voucher(desk: Desk, card: str) -> None:
    desk.cards.give_role(card, CardRole.EARN_ONLY)
    with refuses(desk, EarnOnlyCard):
        desk.rewards.redeem("coffee", card=card)
    desk.cards.give_role(card, CardRole.FULL)
    desk.cards.block(card)
    with refuses(desk, CardBlocked):
        desk.rewards.redeem("coffee", card=card)


def test_offers_say_what_stands_in_the_way(desk: Desk, card: str) -> None:
    anna = desk.cards.owner(card).id
    assert [(offer.reward.id, offer.refusal) for offer in desk.rewards.offers(anna, 100)] == [
        ("coffee", ""), ("five", "points"),
    ]  # fmt: skip
    for _ in range(2):
        desk.rewards.redeem("five", card=card)
    assert [offer.refusal for offer in desk.rewards.offers(anna, 1000)] == ["", "limit"]


def test_a_voucher_is_used_once(desk: Desk, card: str) -> None:
    code = desk.rewards.redeem("coffee", card=card).code
    assert desk.rewards.use(code).state is VoucherState.USED
    for act in (desk.rewards.use, desk.rewards.cancel, desk.rewards.reprint):
        with refuses(desk, VoucherNotUsable) as refused:
            act(code)
        assert refused.value.facts() == {"code": code, "state": "used"}


def test_a_cancelled_voucher_gives_its_points_back_with_their_last_day(desk: Desk, clock: Clock, card: str) -> None:
    code = desk.rewards.redeem("coffee", card=card).code
    clock.forward(days=20)
    assert desk.rewards.cancel(code).state is VoucherState.CANCELLED
    seen = desk.customers.scan(card)
    assert seen.balance == 1000
    assert {ending.on for ending in seen.expiring} == {date(2027, 3, 14)}
    with refuses(desk, VoucherNotUsable):
        desk.rewards.cancel(code)


def test_a_voucher_printed_again_has_a_new_code_and_costs_nothing(desk: Desk, card: str) -> None:
    old = desk.rewards.redeem("five", card=card)
    new = desk.rewards.reprint(old.code)
    assert (new.code != old.code, new.cost, new.last_day, new.first) == (True, old.cost, old.last_day, old.id)
    assert desk.customers.scan(card).balance == 880
    with refuses(desk, VoucherNotUsable) as refused:
        buy(desk, card, 2500, vouchers=(old.code,))
    assert refused.value.facts()["state"] == "reprinted"
    desk.rewards.cancel(new.code)
    assert desk.customers.scan(card).balance == 1000
    assert [desk.rewards.redeem("five", card=card).cost for _ in range(2)] == [120, 120]


def test_the_last_day_of_a_voucher_still_counts(desk: Desk, clock: Clock, card: str) -> None:
    code = desk.rewards.redeem("coffee", card=card).code
    clock.to("2026-04-14T00:00:00")
    for act in (desk.rewards.use, desk.rewards.cancel, desk.rewards.reprint):
        with refuses(desk, VoucherNotUsable) as refused:
            act(code)
        assert refused.value.facts()["state"] == "expired"
    clock.to("2026-04-13T23:59:00")
    desk.rewards.use(code)


def test_a_voucher_is_open_again_when_its_purchase_comes_back_whole(desk: Desk, card: str) -> None:
    code = desk.rewards.redeem("five", card=card).code
    bought = desk.till.purchase(buy(desk, card, 2500, vouchers=(code,)).purchase)
    assert desk.rewards.voucher(code).used_by == bought.id
    desk.till.bring_back(bought, Asked(amount=100))
    assert desk.rewards.voucher(code).state is VoucherState.USED
    desk.till.bring_back(bought, Asked())
    voucher = desk.rewards.voucher(code)
    assert (voucher.state, voucher.used_by) == (VoucherState.OPEN, "")
    desk.rewards.use(code)


def test_a_voucher_stays_what_it_was_when_the_rules_change(desk: Desk, card: str) -> None:
    code = desk.rewards.redeem("five", card=card).code
    desk.shop.load_programme(PROGRAMME[: PROGRAMME.index("[[reward]]")])
    assert buy(desk, card, 2500, vouchers=(code,)).quote.by_vouchers == 500
    with refuses(desk, UnknownReward):
        desk.rewards.redeem("five", card=card)


@pytest.mark.parametrize("code", ["", "2700000000012", "x" * 400, "\x00"])
def test_a_code_nobody_wrote_is_unknown(desk: Desk, code: str) -> None:
    for act in (desk.rewards.voucher, desk.rewards.use, desk.rewards.cancel, desk.rewards.reprint):
        with refuses(desk, UnknownVoucher):
            act(code)
