"""Records that were one person, told by several tills in any order: one record has everything, and the same one."""

from collections.abc import Iterable, Sequence
from itertools import permutations

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    Fact,
    HouseholdFormed,
    PurchaseRecorded,
    PurchaseReturned,
    RecordSaved,
    VoucherIssued,
)
from loyaltydesk.model.programme import Gives
from loyaltydesk.store.file import memory_store
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.store import Store
from tests.loyaltydesk.store.test_linked import hear, name, recorded, tables

ANNA, JAN, OLGA = name(1), name(2), name(3)


def known() -> list[Fact]:
    """Three records, each with a card and two stamps; Olga was brought by Jan."""
    facts: list[Fact] = []
    for number, (person, friend) in enumerate(((ANNA, ""), (JAN, ""), (OLGA, JAN))):
        facts += [
            CustomerRegistered(id=person, profile=Profile(f"Nr {number}", phone=f"{number}"), referred_by=friend),
            CardIssued(id=name(11 + number), customer=person, number=f"CARD-{number}"),
            PurchaseRecorded(
                id=name(21 + number), customer=person, total=900, value=900, due=900, stamps=(("coffee", 2),)
            ),
        ]
    return facts


def merged(keep: str, drop: str) -> CustomersMerged:
    return CustomersMerged(id="", keep=keep, drop=drop)


def edited(person: str, **personal: str) -> RecordSaved:
    return RecordSaved(id="", kind="customer", record=person, personal=personal)


def heard(apart: Sequence[Fact], lamports: Iterable[int] = range(100, 120)) -> Store:
    """A file that heard of these last; every other order leaves the same tables."""
    begin, end = recorded(known(), range(1, 50), 500), recorded(apart, lamports, 100)
    one, *others = [tables([*begin, *order]) for order in permutations(end)]
    assert all(other == one for other in others)
    store = memory_store()
    hear(store, [*begin, *end])
    return store


def holders(connection: Connection, table: str) -> set[str]:
    rows = connection.execute(f"SELECT DISTINCT lower(hex(customer)) FROM {table}")
    return {row[0] for row in rows}


def plain(identity: str) -> str:
    return identity.replace("-", "")


def test_everything_goes_to_the_record_that_stays() -> None:
    store = heard([merged(ANNA, JAN), merged(OLGA, ANNA)])
    for table in ("cards", "purchases", "stamps"):
        assert holders(store.connection, table) == {plain(OLGA)}
    assert store.connection.execute("SELECT have FROM stamps").fetchall() == [(6,)]
    sums = store.connection.execute("SELECT visits, spend FROM customers ORDER BY id").fetchall()
    assert sums == [(0, 0), (0, 0), (3, 2700)]
    assert [person.id for person in store.customers.find("Nr", 9)] == [OLGA]
    store.close()


def test_two_tills_that_merge_the_other_way_round_agree() -> None:
    store = heard([merged(ANNA, JAN), merged(JAN, ANNA)], [100, 100])
    person = store.customers.by_id(JAN)
    assert person is not None
    assert person.id == ANNA  # the first in order
    store.close()


@pytest.mark.parametrize(
    "late",
    [
        CardIssued(id="", customer=JAN, number="NEW"),
        PurchaseRecorded(id="", customer=JAN, total=500, value=500, due=500, earned=5, stamps=(("coffee", 1),)),
        PurchaseReturned(id="", customer=JAN, purchase=name(22), value=900, refunded=900, stamps=(("coffee", 2),)),
        VoucherIssued(id="", code="V1", customer=JAN, reward="tea", name="Tea", gives=Gives("product", "TEA", 1)),
        CustomerRegistered(id="", profile=Profile("New"), referred_by=JAN),
        edited(JAN, email="late@a.lv"),
    ],
    ids=lambda fact: type(fact).__name__,
)
def test_what_is_heard_of_the_other_record_is_about_this_one(late: Fact) -> None:
    store = heard([merged(ANNA, JAN), late])
    for table in ("cards", "purchases", "vouchers", "stamps"):
        assert plain(JAN) not in holders(store.connection, table)
    assert store.connection.execute("SELECT count(*) FROM customers WHERE referred_by = ?", (JAN,)).fetchone() == (0,)
    if isinstance(late, RecordSaved):
        person = store.customers.by_id(JAN)
        assert person is not None
        assert person.profile.email == "late@a.lv"
    store.close()


def test_what_was_said_before_the_merger_does_not_count_after_it() -> None:
    store = heard([edited(JAN, email="old@a.lv", phone="77"), merged(ANNA, JAN), edited(JAN, email="new@a.lv")])
    person = store.customers.by_id(ANNA)
    assert person is not None
    assert (person.profile.phone, person.profile.email) == ("0", "new@a.lv")
    store.close()


def test_a_person_lives_on_where_another_till_forgot_one_record() -> None:
    voucher = VoucherIssued(id="", code="V1", customer=JAN, reward="tea", name="Tea", gives=Gives("product", "TEA", 1))
    store = heard([merged(ANNA, JAN), CustomerErased(id="", customer=ANNA), voucher])
    person = store.customers.by_id(ANNA)
    assert person is not None
    assert (person.id, person.profile.name) == (JAN, "Nr 1")
    assert store.connection.execute("SELECT state FROM vouchers").fetchall() == [("open",)]
    store.close()
    store = heard(
        [merged(ANNA, JAN), CustomerErased(id="", customer=ANNA), CustomerErased(id="", customer=JAN), voucher]
    )
    assert (store.customers.by_id(JAN), store.customers.count()) == (None, 1)
    assert store.connection.execute("SELECT state FROM vouchers").fetchall() == [("cancelled",)]
    store.close()


def test_the_name_of_a_household_goes_with_its_first_member() -> None:
    formed = HouseholdFormed(id=name(60), members=(ANNA, JAN, OLGA), name="Kalniņš")
    store = heard([formed, CustomerErased(id="", customer=JAN)])
    household = store.households.by_id(formed.id)
    assert household is not None
    assert (household.name, [member.id for member in household.members]) == ("Kalniņš", [ANNA, OLGA])
    store.close()
    store = heard([formed, CustomerErased(id="", customer=ANNA)])
    household = store.households.by_id(formed.id)
    assert household is not None
    assert (household.name, [member.id for member in household.members]) == ("", [JAN, OLGA])
    store.close()
