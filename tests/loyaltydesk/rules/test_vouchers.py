"""Vouchers from points to paper and back."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.cards import CardRole, CardState
from loyaltydesk.model.facts import Stamp, VoucherIssued
from loyaltydesk.model.programme import Gives, Reward
from loyaltydesk.model.purchases import VoucherState
from loyaltydesk.model.refusals import CardBlocked, EarnOnlyCard, NotEnoughPoints, VoucherNotUsable
from loyaltydesk.rules import vouchers
from loyaltydesk.rules.following import Making
from tests.loyaltydesk.rules.shopping import DAY, NOW, card, stamp, standing, voucher

GIVES = Gives("money", money=500)
REWARD = Reward("five", "Five off", 120, GIVES, valid_days=90)
MAKING = Making(lambda: "v", lambda: "27")
ONE = VoucherIssued(id="v", code="27", customer="c", reward="five", name="Five off", gives=GIVES, cost=120)


def test_points_become_a_voucher_with_its_last_day() -> None:
    (issued,) = vouchers.issue(REWARD, standing(120), stamp=NOW, making=MAKING)
    assert isinstance(issued, VoucherIssued)
    assert (issued.code, issued.customer, issued.reward, issued.name) == ("27", "c", "five", "Five off")
    assert (issued.gives, issued.cost, issued.last_day) == (GIVES, 120, date(2026, 6, 12))


@pytest.mark.parametrize(
    ("valid_days", "at", "last"),
    [(None, NOW, None), (1, NOW, date(2026, 3, 15)), (36500, stamp(date(9999, 12, 30)), date.max)],
)
def test_how_long_a_voucher_lasts(valid_days: int | None, at: Stamp, last: date | None) -> None:
    reward = replace(REWARD, valid_days=valid_days)
    assert vouchers.issue(reward, standing(120), stamp=at, making=MAKING) == [replace(ONE, last_day=last)]


def test_who_cannot_have_one() -> None:
    with pytest.raises(NotEnoughPoints) as refused:
        vouchers.issue(REWARD, standing(119), stamp=NOW, making=MAKING)
    assert refused.value.facts() == {"balance": 119, "needed": 120}
    with pytest.raises(EarnOnlyCard):
        vouchers.issue(REWARD, replace(standing(120), card=card(role=CardRole.EARN_ONLY)), stamp=NOW, making=MAKING)
    with pytest.raises(CardBlocked):
        vouchers.issue(REWARD, replace(standing(120), card=card(CardState.BLOCKED)), stamp=NOW, making=MAKING)


def test_a_voucher_is_cancelled_for_what_it_cost_under_the_first_one() -> None:
    ours = replace(voucher(GIVES), id="w", first="v")
    cancelled = vouchers.cancel(ours, NOW)
    assert (cancelled.voucher, cancelled.first, cancelled.customer, cancelled.given_back) == ("w", "v", "c", 50)


def test_a_reprint_is_the_same_promise_under_a_new_code() -> None:
    ours = voucher(GIVES, ends=DAY)
    again = vouchers.reprint(ours, "28", NOW)
    assert (again.code, again.replaces, again.last_day, again.gives) == ("28", "v", DAY, GIVES)
    assert (again.cost, again.movements()) == (50, ())


@pytest.mark.parametrize("state", [VoucherState.USED, VoucherState.CANCELLED, VoucherState.REPRINTED])
def test_nothing_more_can_be_done_with_one_that_is_gone(state: VoucherState) -> None:
    gone, over = voucher(GIVES, state=state), voucher(GIVES, ends=date(2026, 3, 13))
    for ours in (gone, over):
        with pytest.raises(VoucherNotUsable):
            vouchers.use(ours, NOW)
        with pytest.raises(VoucherNotUsable):
            vouchers.cancel(ours, NOW)
        with pytest.raises(VoucherNotUsable):
            vouchers.reprint(ours, "28", NOW)


def test_a_voucher_is_used_on_its_last_day() -> None:
    assert vouchers.use(voucher(GIVES, ends=DAY), NOW).voucher == "v"
