"""Two tills changed one customer or gave out one card: it ends the same on both, and the forgotten stay forgotten."""

from collections.abc import Callable

from loyaltydesk.model.facts import CardIssued, CustomerErased, RecordSaved
from loyaltydesk.store import codec
from loyaltydesk.store.standings import Found
from loyaltydesk.store.store import Store
from tests.loyaltydesk.store.tables.conftest import ANNA, JAN, Quarrel, name

One = Callable[..., tuple[object, ...]]
CARD = name(10)
ERASED = CustomerErased(id=name(24), customer=ANNA)


def changed(number: int, **personal: str) -> RecordSaved:
    return RecordSaved(id=name(number), kind="customer", record=ANNA, personal=personal)


def linked(number: int, customer: str) -> RecordSaved:
    fields: dict[str, str | int | bool | None] = {"customer": customer, "state": "active"}
    return RecordSaved(id=name(number), kind="card", record=CARD, fields=fields)


def test_the_higher_counter_wins_field_by_field_and_never_the_clock(quarrel: Quarrel, one: One) -> None:
    apart = [
        quarrel.said(changed(20, name="Anna Nowak", phone="+37120000001"), lamport=50, at="2030-01-01T10:00:00"),
        quarrel.said(changed(21, name="Anna Ozola"), lamport=51, at="2026-01-01T10:00:00"),
        quarrel.said(changed(22, email="a@b.lv"), lamport=49),
    ]
    tables = quarrel.heard(quarrel.known(), apart)
    assert one(tables, "SELECT name, phone, email, sort_name FROM customers WHERE id = ?", codec.blob(ANNA)) == (
        "Anna Ozola", "+37120000001", "a@b.lv", "anna ozola",
    )  # fmt: skip
    assert one(tables, "SELECT count(*) FROM search WHERE key = 'nowak anna'") == (0,)


def test_on_a_par_the_higher_id_wins(quarrel: Quarrel, one: One) -> None:
    apart = [quarrel.said(changed(number, name=f"Anna {number}"), lamport=50) for number in (22, 20, 21)]
    tables = quarrel.heard(quarrel.known(), apart)
    assert one(tables, "SELECT name FROM customers WHERE id = ?", codec.blob(ANNA)) == ("Anna 22",)


def test_nothing_heard_later_brings_a_forgotten_name_back(quarrel: Quarrel, one: One) -> None:
    late = changed(40, name="Anna Nowak", note="Tea")
    tables = quarrel.heard(quarrel.known(), [quarrel.said(ERASED), quarrel.said(late, lamport=900)])
    assert one(tables, "SELECT name, note, sort_name, erased FROM customers WHERE id = ?", codec.blob(ANNA)) == (
        "", "", "\U0010ffff", 1,
    )  # fmt: skip
    assert one(tables, "SELECT count(*) FROM records") == (0,)
    assert one(tables, "SELECT count(*) FROM search WHERE customer = ?", codec.blob(ANNA)) == (0,)


def test_one_number_given_out_twice_is_the_first_ones(quarrel: Quarrel, one: One) -> None:
    apart = [
        quarrel.said(CardIssued(id=name(20), customer=ANNA, number="AB-1")),
        quarrel.said(CardIssued(id=name(21), customer=JAN, number="AB-1")),
    ]
    tables = quarrel.heard(quarrel.known(), apart)
    assert one(tables, "SELECT customer FROM cards WHERE number = 'AB-1' ORDER BY id") == (codec.blob(ANNA),)
    assert one(tables, "SELECT count(*) FROM cards") == (2,)
    found = Store(tables, None).standings.by_card("AB-1")
    assert isinstance(found, Found)
    assert found.customer.id == ANNA


def test_a_blank_card_taken_twice_is_the_later_ones(quarrel: Quarrel, one: One) -> None:
    known = quarrel.known(CardIssued(id=CARD, number="AB-1"))
    apart = [quarrel.said(linked(20, ANNA)), quarrel.said(linked(21, JAN)), quarrel.said(ERASED)]
    tables = quarrel.heard(known, apart)
    assert one(tables, "SELECT customer, state FROM cards") == (codec.blob(JAN), "active")


def test_a_card_for_somebody_who_was_forgotten_meanwhile_is_not_found(quarrel: Quarrel, one: One) -> None:
    issued = quarrel.said(CardIssued(id=CARD, customer=ANNA, number="AB-1"))
    tables = quarrel.heard(quarrel.known(), [issued, quarrel.said(ERASED)])
    store = Store(tables, None)
    assert store.customers.by_card("AB-1") is store.standings.by_card("AB-1") is None
    assert one(tables, "SELECT count(*) FROM customers WHERE erased = 1") == (1,)
