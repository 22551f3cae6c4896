"""Vouchers are read as they stand, the one that ends first in front."""

from datetime import date

from loyaltydesk.desk import Desk
from tests.shop import Clock, join, store_of


def test_open_vouchers_are_those_that_can_be_used_that_day(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    desk.customers.adjust(anna, 1000, reason="To begin with")
    endless = desk.rewards.redeem("five", card=card)
    clock.forward(days=2)
    later = desk.rewards.redeem("coffee", card=card)
    clock.forward(days=-2)
    sooner = desk.rewards.redeem("coffee", card=card)
    used = desk.rewards.use(desk.rewards.redeem("coffee", card=card).code)
    vouchers = store_of(desk).vouchers
    assert [each.id for each in vouchers.open_of(anna, date(2026, 4, 13))] == [sooner.id, later.id, endless.id]
    assert [each.id for each in vouchers.open_of(anna, date(2026, 4, 14))] == [later.id, endless.id]
    assert [each.id for each in vouchers.of_customer(anna)] == [used.id, sooner.id, later.id, endless.id]


def test_vouchers_that_end_are_counted_while_they_are_open(desk: Desk) -> None:
    anna, card = join(desk)
    desk.customers.adjust(anna, 1000, reason="To begin with")
    codes = [desk.rewards.redeem(reward, card=card).code for reward in ("coffee", "coffee", "five")]
    ending = store_of(desk).vouchers.ending
    assert ending(date(2026, 4, 1), date(2026, 4, 13)) == 2
    assert ending(date(2026, 4, 14), date(2027, 4, 13)) == 0
    desk.rewards.use(codes[0])
    assert ending(date(2026, 4, 13), date(2026, 4, 13)) == 1


def test_rewards_are_counted_for_all_and_for_one(desk: Desk) -> None:
    (anna, card), (jan, other) = join(desk), join(desk, "Jānis")
    for customer in (anna, jan):
        desk.customers.adjust(customer, 1000, reason="To begin with")
    code = desk.rewards.redeem("five", card=card).code
    desk.rewards.redeem("five", card=other)
    taken = store_of(desk).vouchers.taken
    assert (taken("five", anna), taken("five", jan), taken("coffee", anna)) == ((2, 1), (2, 1), (0, 0))
    desk.rewards.cancel(code)
    assert (taken("five", anna), taken("five", jan)) == ((1, 0), (1, 1))


def test_a_code_is_one_voucher(desk: Desk) -> None:
    anna, card = join(desk)
    desk.customers.adjust(anna, 1000, reason="To begin with")
    voucher = desk.rewards.redeem("coffee", card=card)
    by_code = store_of(desk).vouchers.by_code
    assert by_code(voucher.code) == voucher
    assert by_code("") is by_code("2700000000012") is None
