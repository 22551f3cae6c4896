"""Two tills did something with one voucher: it ends the same on both."""

from collections.abc import Callable

import pytest

from loyaltydesk.model.facts import (
    CustomerErased,
    Fact,
    PurchaseRecorded,
    PurchaseReturned,
    VoucherCancelled,
    VoucherIssued,
    VoucherUsed,
)
from loyaltydesk.model.programme import Gives
from loyaltydesk.store import codec
from tests.loyaltydesk.store.tables.conftest import ANNA, Quarrel, name

One = Callable[..., tuple[object, ...]]
VOUCHER, FIRST, SECOND = name(10), name(11), name(12)
STATE = "SELECT state, used_by FROM vouchers WHERE id = ?"


def issued(number: int, **more: str) -> VoucherIssued:
    return VoucherIssued(
        id=name(number), code=f"27{number}", customer=ANNA, reward="tea", name="Tea", gives=Gives("product"), **more
    )


def bought(number: int, *vouchers: str) -> PurchaseRecorded:
    return PurchaseRecorded(id=name(number), customer=ANNA, total=1, value=1, due=1, vouchers=vouchers)


USED = VoucherUsed(id=name(20), voucher=VOUCHER, purchase=FIRST)
USED_TOO = VoucherUsed(id=name(21), voucher=VOUCHER, purchase=SECOND)
CANCELLED = VoucherCancelled(id=name(22), voucher=VOUCHER, customer=ANNA, first=VOUCHER)
REPRINTED = issued(23, replaces=VOUCHER)
ERASED = CustomerErased(id=name(24), customer=ANNA)
BACK = PurchaseReturned(
    id=name(25), purchase=FIRST, customer=ANNA, value=1, refunded=1, closes=True, vouchers=(VOUCHER,)
)


@pytest.mark.parametrize(
    ("apart", "state", "by"),
    [
        ([USED, USED_TOO], "used", FIRST),
        ([USED, CANCELLED], "cancelled", FIRST),
        ([CANCELLED, REPRINTED], "cancelled", None),
        ([REPRINTED, CANCELLED], "reprinted", None),
        ([USED, REPRINTED], "reprinted", FIRST),
        ([USED, ERASED], "used", FIRST),
        ([ERASED], "cancelled", None),
        ([CANCELLED, ERASED, USED], "cancelled", None),
    ],
    ids=str,
)
def test_the_first_word_by_counter_stands(
    quarrel: Quarrel, one: One, apart: list[Fact], state: str, by: str | None
) -> None:
    known = quarrel.known(issued(10), bought(11), bought(12))
    tables = quarrel.heard(known, [quarrel.said(fact) for fact in apart])
    assert one(tables, STATE, codec.blob(VOUCHER)) == (state, codec.blob_or_none(by))


def test_a_voucher_that_came_back_is_open_or_the_other_ones(quarrel: Quarrel, one: One) -> None:
    known = quarrel.known(issued(10), bought(11, VOUCHER), USED, bought(12, VOUCHER))
    tables = quarrel.heard(known, [quarrel.said(BACK), quarrel.said(USED_TOO)])
    assert one(tables, STATE, codec.blob(VOUCHER)) == ("used", codec.blob(SECOND))


def test_a_forgotten_customers_voucher_is_not_opened_again(quarrel: Quarrel, one: One) -> None:
    known = quarrel.known(issued(10), bought(11, VOUCHER), USED)
    tables = quarrel.heard(known, [quarrel.said(BACK), quarrel.said(ERASED)])
    assert one(tables, STATE, codec.blob(VOUCHER)) == ("cancelled", None)


def test_a_voucher_for_somebody_who_was_forgotten_meanwhile_is_no_use(quarrel: Quarrel, one: One) -> None:
    tables = quarrel.heard(quarrel.known(), [quarrel.said(issued(10)), quarrel.said(ERASED)])
    assert one(tables, STATE, codec.blob(VOUCHER)) == ("cancelled", None)
    assert one(tables, "SELECT taken FROM stock WHERE reward = 'tea'") == (1,)


def test_two_vouchers_may_have_one_code(quarrel: Quarrel, one: One) -> None:
    twin = VoucherIssued(id=name(13), code="2710", customer=ANNA, reward="tea", name="Tea", gives=Gives("product"))
    tables = quarrel.heard(quarrel.known(), [quarrel.said(issued(10)), quarrel.said(twin)])
    assert one(tables, "SELECT count(*) FROM vouchers WHERE code = '2710'") == (2,)


def test_what_is_cancelled_twice_is_put_back_once(quarrel: Quarrel, one: One) -> None:
    again = VoucherCancelled(id=name(26), voucher=VOUCHER, customer=ANNA, first=VOUCHER)
    tables = quarrel.heard(quarrel.known(issued(10)), [quarrel.said(CANCELLED), quarrel.said(again)])
    assert one(tables, "SELECT taken FROM stock WHERE reward = 'tea'") == (0,)
