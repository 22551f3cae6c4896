"""What can be read off a basket, a purchase and a voucher."""

from datetime import UTC, date, datetime

import pytest

from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import (
    Asked,
    Basket,
    Line,
    Purchase,
    PurchaseState,
    Quote,
    TakenReward,
    Voucher,
    VoucherState,
)

DAY = date(2026, 3, 14)
AT = datetime(2026, 3, 14, 10, tzinfo=UTC)


def _purchase(state: PurchaseState, returned: int) -> Purchase:
    return Purchase(
        "p", AT, DAY, "c", None, "1", 1000, 0, 1000, 900, earned=9, spent=0, state=state, returned=returned, refunded=0,
        taken_back=0, given_back=0, programme=1,
    )  # fmt: skip


def test_a_basket_comes_to_the_sum_of_its_lines() -> None:
    assert Basket((Line(250, 3), Line(1), Line(0, 5))).total == 751


def test_points_go_as_money_and_for_rewards() -> None:
    taken = (TakenReward("a", "A", 2, 300), TakenReward("b", "B", 1, 50))
    assert Quote(1000, 0, 1000, redeemed=100, rewards=taken).spent == 450


@pytest.mark.parametrize(
    ("state", "returned", "left"),
    [(PurchaseState.DONE, 0, 1000), (PurchaseState.DONE, 400, 600), (PurchaseState.RETURNED, 1000, 0),
     (PurchaseState.VOIDED, 0, 0)],
)  # fmt: skip
def test_what_can_still_be_brought_back(state: PurchaseState, returned: int, left: int) -> None:
    assert _purchase(state, returned).returnable == left


@pytest.mark.parametrize(
    ("asked", "everything"),
    [
        (Asked(), True),
        (Asked(voids=True), True),
        (Asked(0), False),
        (Asked(5), False),
        (Asked(lines=(("A", 1),)), False),
    ],
)
def test_a_return_that_names_no_part_is_of_everything(asked: Asked, everything: bool) -> None:
    assert asked.everything is everything


@pytest.mark.parametrize(
    ("state", "last_day", "shown"),
    [
        (VoucherState.OPEN, None, VoucherState.OPEN), (VoucherState.OPEN, DAY, VoucherState.OPEN),
        (VoucherState.OPEN, date(2026, 3, 13), VoucherState.EXPIRED),
        (VoucherState.USED, date(2026, 3, 13), VoucherState.USED),
        (VoucherState.CANCELLED, date(2026, 3, 13), VoucherState.CANCELLED),
    ],
)  # fmt: skip
def test_a_voucher_is_over_after_its_last_day_if_it_was_still_open(
    state: VoucherState, last_day: date | None, shown: VoucherState
) -> None:
    voucher = Voucher("v", "27", "c", "r", "R", Gives("money", money=100), 5, AT, last_day, state, "v")
    assert voucher.state_on(DAY) is shown
