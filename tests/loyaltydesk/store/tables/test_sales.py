"""Two tills did something with one purchase: it ends the same on both, and every sum is that of its rows."""

from collections.abc import Callable

import pytest

from loyaltydesk.model.facts import Fact, PurchaseAttached, PurchaseRecorded, PurchaseReturned
from loyaltydesk.store import codec
from tests.loyaltydesk.store.tables.conftest import ANNA, BOUGHT, JAN, Quarrel, name

One = Callable[..., tuple[object, ...]]
SUMS = "SELECT visits, spend, earned FROM customers WHERE id = ?"


def returned(number: int, value: int, **more: object) -> PurchaseReturned:
    words: dict[str, object] = {"id": name(number), "purchase": BOUGHT, "value": value, "refunded": value, **more}
    return PurchaseReturned(**words)  # type: ignore[arg-type]  # the words of a return


def attached(number: int, customer: str, earned: int) -> PurchaseAttached:
    return PurchaseAttached(id=name(number), purchase=BOUGHT, customer=customer, earned=earned)


def test_of_two_customers_the_one_of_the_lower_fact_has_the_purchase(quarrel: Quarrel, one: One) -> None:
    apart = [quarrel.said(attached(21, JAN, 50)), quarrel.said(attached(20, ANNA, 40))]
    tables = quarrel.heard(quarrel.known(), apart)
    assert one(tables, "SELECT customer, earned FROM purchases") == (codec.blob(ANNA), 40)
    assert one(tables, SUMS, codec.blob(ANNA)) == (1, 5000, 40)
    assert one(tables, SUMS, codec.blob(JAN)) == (0, 0, 0)
    assert one(tables, "SELECT last_visit FROM customers WHERE id = ?", codec.blob(JAN)) == ("",)
    assert one(tables, "SELECT balance FROM customers WHERE id = ?", codec.blob(JAN)) == (50,)


@pytest.mark.parametrize(
    ("apart", "state"),
    [
        ([returned(20, 5000, closes=True), returned(21, 5000, closes=True, voided=True)], "voided"),
        ([returned(20, 5000, closes=True), returned(21, 100)], "returned"),
        ([returned(20, 3000), returned(21, 3000)], "returned"),
        ([returned(20, 2000), returned(21, 1000)], "done"),
    ],
)
def test_a_purchase_that_came_back_twice_has_one_state(
    quarrel: Quarrel, one: One, apart: list[Fact], state: str
) -> None:
    tables = quarrel.heard(quarrel.known(), [quarrel.said(fact) for fact in apart])
    value = sum(getattr(fact, "value", 0) for fact in apart)
    assert one(tables, "SELECT state, returned, refunded FROM purchases") == (state, value, value)
    assert one(tables, "SELECT coalesce(sum(due), 0) FROM days") == (5000 - value,)


def test_a_purchase_voided_twice_is_one_visit_less(quarrel: Quarrel, one: One) -> None:
    known = quarrel.known(attached(10, ANNA, 50))
    apart = [quarrel.said(returned(20 + n, 5000, customer=ANNA, closes=True, voided=True)) for n in range(2)]
    tables = quarrel.heard(known, apart)
    assert one(tables, "SELECT visits FROM customers WHERE id = ?", codec.blob(ANNA)) == (0,)
    assert one(tables, "SELECT purchases FROM days") == (0,)


def test_a_purchase_attached_here_and_voided_there_is_nobodys_visit(quarrel: Quarrel, one: One) -> None:
    apart = [quarrel.said(attached(20, ANNA, 50)), quarrel.said(returned(21, 5000, closes=True, voided=True))]
    tables = quarrel.heard(quarrel.known(), apart)
    assert one(tables, SUMS, codec.blob(ANNA)) == (0, 0, 50)


def test_the_last_visit_is_the_last_of_those_that_stand(quarrel: Quarrel, one: One) -> None:
    def bought(number: int) -> PurchaseRecorded:
        return PurchaseRecorded(id=name(number), customer=ANNA, total=100, value=100, due=100)

    known = [*quarrel.known(), quarrel.said(bought(10), at="2026-03-20T10:00:00")]
    voided = PurchaseReturned(id=name(30), purchase=name(10), customer=ANNA, value=100, refunded=100, voided=True)
    apart = [
        quarrel.said(bought(11), at="2026-03-18T10:00:00"),
        quarrel.said(attached(12, ANNA, 1), at="2026-03-19T10:00:00"),
        quarrel.said(voided, at="2026-03-21T10:00:00"),
    ]
    tables = quarrel.heard(known, apart)
    assert one(tables, "SELECT last_visit FROM customers WHERE id = ?", codec.blob(ANNA)) == (
        "2026-03-18T10:00:00+01:00",
    )
