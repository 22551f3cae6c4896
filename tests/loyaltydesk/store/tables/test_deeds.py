"""Deeds are counted the same whatever order the facts come in, and once for whatever they were done to."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    Fact,
    Recorded,
    RecordSaved,
    VoucherIssued,
    VoucherUsed,
)
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.staff import Deed
from loyaltydesk.model.voices import VOICE
from loyaltydesk.store.deeds import Deeds
from loyaltydesk.store.file import memory_store
from loyaltydesk.store.sqlite import Connection
from tests.loyaltydesk.store.tables.conftest import ANNA, BOUGHT, JAN, Quarrel, name

MARCH = (date(2026, 3, 1), date(2026, 3, 31))
By = Callable[..., Recorded]


@pytest.fixture
def by(quarrel: Quarrel) -> By:
    """A fact as one of the staff wrote it down."""

    def said(staff: str, fact: Fact, lamport: int = 0) -> Recorded:
        entry = quarrel.said(fact, lamport=lamport)
        return replace(entry, stamp=replace(entry.stamp, staff=staff))

    return said


def counted(connection: Connection, *own: tuple[str, str]) -> dict[tuple[str, Deed], int]:
    return {(staff, deed): count for staff, deed, count in Deeds(connection).counts(*MARCH, own=own)}


def filled(number: int, customer: str, **told: str) -> RecordSaved:
    return RecordSaved(id=name(number), kind="customer", record=customer, personal=told)


def marked(number: int, state: str) -> RecordSaved:
    mark = json.dumps({"state": state})
    return RecordSaved(id=name(number), kind="greeting", record=f"birthday/2026/{ANNA}", fields={"mark": mark})


def test_only_the_first_card_of_a_customer_was_given_out(quarrel: Quarrel, by: By) -> None:
    apart = [
        by("Ilze", CardIssued(id=name(10), customer=ANNA, number="A-1"), 210),
        by("Marta", CardIssued(id=name(11), customer=ANNA, number="A-2"), 209),
        by("Ilze", CardIssued(id=name(12), number="A-3"), 211),
    ]
    assert counted(quarrel.heard(quarrel.known(), apart)) == {("Marta", Deed.CARD): 1}


def test_a_blank_card_counts_when_somebody_takes_it(quarrel: Quarrel, by: By) -> None:
    card = CardIssued(id=name(10), number="A-1")
    taken = RecordSaved(id=name(11), kind="card", record=card.id, fields={"customer": JAN, "state": "active"})
    assert counted(quarrel.heard(quarrel.known(card), [by("Marta", taken)])) == {("Marta", Deed.CARD): 1}


def test_an_address_counts_once_however_often_it_is_emptied_and_filled(quarrel: Quarrel, by: By) -> None:
    apart = [
        by("Ilze", filled(10, ANNA, phone="+37120012345"), 210),
        by("Ilze", filled(11, ANNA, phone=""), 211),
        by("Marta", filled(12, ANNA, phone="+37120012346"), 212),
        by("Marta", filled(13, ANNA, name="Anna K."), 213),
    ]
    assert counted(quarrel.heard(quarrel.known(), apart)) == {("Ilze", Deed.ADDRESS): 1}


def test_an_address_that_is_gone_again_does_not_count(quarrel: Quarrel, by: By) -> None:
    apart = [by("Ilze", filled(10, ANNA, email="a@b.lv"), 210), by("Ilze", filled(11, ANNA, email=""), 211)]
    assert counted(quarrel.heard(quarrel.known(), apart)) == {}


def test_the_ways_to_reach_somebody_count_each(quarrel: Quarrel, by: By) -> None:
    joined = by("Marta", CustomerRegistered(id=name(10), profile=Profile("Zane", "+37120012345", "z@b.lv")))
    told = by("Marta", filled(11, name(10), address="Brīvības iela 12"))
    heard = quarrel.heard([*quarrel.known(), joined], [told])
    assert counted(heard) == {("Marta", Deed.ADDRESS): 3}
    assert heard.execute("SELECT staff, purchases FROM shifts").fetchall() == [("Marta", 0)]


def test_what_somebody_did_to_their_own_record_does_not_count(quarrel: Quarrel, by: By) -> None:
    apart = [
        by("Ilze", CardIssued(id=name(10), customer=ANNA, number="A-1")),
        by("Ilze", CardIssued(id=name(11), customer=JAN, number="A-2")),
    ]
    heard = quarrel.heard(quarrel.known(), apart)
    assert counted(heard, ("Ilze", ANNA)) == {("Ilze", Deed.CARD): 1}
    assert counted(heard, ("Marta", ANNA)) == {("Ilze", Deed.CARD): 2}


def test_the_addresses_of_who_was_forgotten_are_forgotten_too(quarrel: Quarrel, by: By) -> None:
    apart = [
        by("Ilze", CardIssued(id=name(10), customer=ANNA, number="A-1"), 210),
        by("Ilze", filled(11, ANNA, phone="+37120012345"), 211),
        by("Ilze", CustomerErased(id=name(12), customer=ANNA), 212),
    ]
    heard = quarrel.heard(quarrel.known(), apart)
    assert counted(heard) == {("Ilze", Deed.CARD): 1}
    assert heard.execute("SELECT deed FROM deeds").fetchall() == [("card",)]


def test_of_the_uses_of_a_voucher_the_first_that_was_not_undone_counts(quarrel: Quarrel, by: By) -> None:
    voucher = VoucherIssued(
        id=name(10), code="V-1", customer=ANNA, reward="five", name="Five", gives=Gives("money", money=500)
    )
    apart = [
        by("Ilze", VoucherUsed(id=name(11), voucher=voucher.id, purchase=BOUGHT, amount=100), 211),
        by("Marta", VoucherUsed(id=name(12), voucher=voucher.id, amount=200), 212),
    ]
    assert counted(quarrel.heard(quarrel.known(voucher), apart)) == {("Ilze", Deed.VOUCHER): 1}


def test_a_gift_to_a_good_cause_is_used_by_itself(quarrel: Quarrel, by: By) -> None:
    gives = Gives("donate", money=100, cause="Shelter")
    voucher = VoucherIssued(id=name(10), code="V-1", customer=ANNA, reward="s", name="Shelter", gives=gives)
    used = by("Ilze", VoucherUsed(id=name(11), voucher=voucher.id))
    assert counted(quarrel.heard(quarrel.known(voucher), [used])) == {}


@pytest.mark.parametrize(("last", "count"), [("sent", {("Ilze", Deed.GREETING): 1}), ("to_do", {})])
def test_a_greeting_counts_for_who_handed_it_over_first_while_it_is_marked_so(
    quarrel: Quarrel, by: By, last: str, count: dict[tuple[str, Deed], int]
) -> None:
    apart = [
        by("Olga", marked(10, "printed"), 210),
        by("Ilze", marked(11, "sent"), 211),
        by("Marta", marked(12, last), 212),
    ]
    assert counted(quarrel.heard(quarrel.known(), apart)) == count


def test_a_mark_that_makes_no_sense_is_no_greeting(quarrel: Quarrel, by: By) -> None:
    for mark in ("", "[]", "{", '"sent"', None, 7):
        saved = RecordSaved(id=name(10), kind="greeting", record=f"birthday/2026/{ANNA}", fields={"mark": mark})
        assert counted(quarrel.heard(quarrel.known(), [by("Ilze", saved)])) == {}


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"kind": "praise", "about": "Ilze", "staff": "Marta"}, {("Ilze", Deed.PRAISE): 1}),
        ({"kind": "praise", "about": "Ilze", "staff": "ilze"}, {}),  # written down by herself
        ({"kind": "praise", "about": "", "staff": "Marta"}, {}),
        ({"kind": "complaint", "about": "Ilze", "staff": "Marta"}, {}),
        ({"kind": "praise", "about": "Ilze", "at": "one day"}, {}),
    ],
)
def test_praise_by_name_counts_for_whom_it_is(
    quarrel: Quarrel, by: By, fields: dict[str, str], count: dict[tuple[str, Deed], int]
) -> None:
    told = {"at": "2026-03-14T10:05:00+01:00", **fields}
    parts = [
        by("Marta", RecordSaved(id=name(10 + place), kind=VOICE, record=f"{ANNA}/1", fields={field: value}))
        for place, (field, value) in enumerate(told.items())
    ]
    assert counted(quarrel.heard(quarrel.known(), parts)) == count


def test_two_praises_of_one_customer_count_both(quarrel: Quarrel, by: By) -> None:
    told = {"kind": "praise", "about": "Ilze", "staff": "Marta", "at": "2026-03-14T10:05:00+01:00"}
    apart = [
        by("Marta", RecordSaved(id=name(10 + number), kind=VOICE, record=f"{ANNA}/{number}", fields=dict(told)))
        for number in range(2)
    ]
    assert counted(quarrel.heard(quarrel.known(), apart)) == {("Ilze", Deed.PRAISE): 2}


def test_whoever_is_forgotten_is_looked_up_among_all_addresses_even_without_statistics() -> None:
    asked: list[str] = []
    with closing(memory_store()) as store:
        store.connection.set_trace_callback(asked.append)
        store.tables.forget(ANNA)
        store.connection.set_trace_callback(None)
        (sql,) = (each for each in asked if each.startswith("DELETE FROM deeds"))
        (step,) = store.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    assert step[3] == "SEARCH deeds USING INDEX deeds_of (customer=? AND deed=?)"
