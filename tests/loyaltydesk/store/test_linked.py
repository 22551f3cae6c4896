"""Customers who are one person or share a household: whatever order facts come in, accounts and rows are the same."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    Fact,
    GiftTakenBack,
    HouseholdFormed,
    HouseholdLeft,
    PointsAdjusted,
    PointsExpired,
    PointsGiven,
    PurchaseRecorded,
    PurchaseReturned,
    Recorded,
    RecordSaved,
    Stamp,
)
from loyaltydesk.model.purchases import GiftCause
from loyaltydesk.store.file import memory_store
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables
from tests.shop import Clock, dump


def name(number: int) -> str:
    """An identity by its number, so that the order of identities can be seen."""
    return f"019ceb97-7e60-7000-8000-{number:012x}"


PEOPLE = ANNA, JAN, OLGA, PETER = tuple(name(number) for number in (1, 2, 3, 4))
BOUGHT = tuple(name(number) for number in (21, 22, 23, 24))
GIFTS = tuple(name(number) for number in (31, 32))
END = date(2026, 3, 20)


def beginning() -> list[Fact]:
    """Four customers, each with a card, a purchase and points that end, and what two of them were given."""
    facts: list[Fact] = []
    for place, person in enumerate(PEOPLE):
        friend = PEOPLE[place - 1] if place else ""
        facts += [
            CustomerRegistered(id=person, profile=Profile(f"Nr {place}", email=f"{place}@a.lv"), referred_by=friend),
            CardIssued(id=name(11 + place), customer=person, number=f"CARD-{place}"),
            PointsAdjusted(id=name(41 + place), customer=person, points=100, reason="To begin with", last_day=END),
            PurchaseRecorded(
                id=BOUGHT[place], customer=person, total=5000, value=5000, due=5000, earned=50, redeemed=30,
                stamps=(("coffee", 2),),
            ),
        ]  # fmt: skip
    return [*facts, *(_given(gift, person) for gift, person in zip(GIFTS, PEOPLE, strict=False))]


def _given(gift: str, person: str) -> PointsGiven:
    return PointsGiven(id=gift, customer=person, points=7, cause=GiftCause.OCCASION, rule="birthday", period="2026")


person = st.sampled_from(PEOPLE)
pair = st.permutations(PEOPLE).map(lambda people: (people[0], people[1]))
lots = st.lists(st.sampled_from([(name(41 + place), 0) for place in range(4)]), min_size=1, unique=True).map(tuple)
field = st.sampled_from(["phone", "email"])
AN_ACT = st.one_of(
    st.builds(lambda who, points: PointsAdjusted(id="", customer=who, points=points, reason="x"), person,
              st.sampled_from([-400, -90, 25, 60])),
    st.builds(lambda who, spent: PurchaseRecorded(id="", customer=who, total=900, value=900, due=800, earned=9,
              redeemed=spent), person, st.sampled_from([0, 40, 200])),
    st.builds(lambda who, place: PurchaseReturned(id="", purchase=BOUGHT[place], customer=who, value=2500,
              refunded=2500, taken_back=25, given_back=15), person, st.integers(0, 3)),
    st.builds(lambda who, which: PointsExpired(id="", customer=who, lots=which), person, lots),
    st.builds(lambda both: CustomersMerged(id="", keep=both[0], drop=both[1]), pair),
    st.builds(lambda both: CustomersMerged(id="", keep=both[0], drop=both[1]), pair),
    st.builds(lambda who: HouseholdFormed(id="", members=tuple(who[:3]), name="Kalniņš"), st.permutations(PEOPLE)),
    st.builds(lambda both: HouseholdFormed(id="", members=both), pair),
    st.builds(lambda who: HouseholdLeft(id="", customer=who), person),
    st.builds(lambda who: CustomerErased(id="", customer=who), person),
    st.builds(lambda who: _given("", who), person),
    st.builds(lambda who, gift: GiftTakenBack(id="", customer=who, gift=gift, points=7), person,
              st.sampled_from(GIFTS)),
    st.builds(lambda who, what, value: RecordSaved(id="", kind="customer", record=who, personal={what: value},
              fields={"blocked": value == "a"}), person, field, st.sampled_from(["a", "b"])),
    st.builds(lambda who, number: CardIssued(id="", customer=who, number=f"NEW-{number}"), person, st.integers(0, 9)),
)  # fmt: skip


def recorded(facts: Sequence[Fact], lamports: Iterable[int], start: int) -> list[Recorded]:
    """Facts as tills wrote them down that did not hear of each other."""
    stamp = Stamp(Clock()())
    return [
        Recorded(_named(fact, start + place), stamp, name(900 + start + place), 1, lamport)
        for place, (fact, lamport) in enumerate(zip(facts, lamports, strict=False))
    ]


def _named(fact: Fact, number: int) -> Fact:
    return fact if fact.id else replace(fact, id=name(number))


def hear(store: Store, entries: Iterable[Recorded]) -> None:
    with store.writing():
        for entry in entries:
            store.journal._write(entry, b"")
            store.tables.apply(entry)


def tables(entries: Iterable[Recorded]) -> dict[str, list[tuple[object, ...]]]:
    """The tables of a file that hears of this in this order, and whose accounts are right."""
    store = memory_store()
    hear(store, entries)
    assert_books(store.connection)
    found = {table: rows for table, rows in dump(store.connection).items() if table in Tables.NAMES}
    store.close()
    return found


def assert_books(connection: Connection) -> None:
    """Every balance is the sum of its entries, and of its lots less its debt; nobody's points are counted twice."""
    rows = connection.execute("SELECT id, coalesce(account, id), balance, debt FROM customers").fetchall()
    for _customer, account, balance, debt in rows:
        entries = connection.execute("SELECT coalesce(sum(points), 0) FROM entries WHERE customer = ?", (account,))
        lots = connection.execute("SELECT coalesce(sum(remaining), 0) FROM lots WHERE customer = ?", (account,))
        assert balance == entries.fetchone()[0] == lots.fetchone()[0] - debt
    idle = {row[0] for row in rows} - {row[1] for row in rows}
    for customer in idle:
        left = connection.execute("SELECT coalesce(sum(points), 0) FROM entries WHERE customer = ?", (customer,))
        assert left.fetchone()[0] == 0
    double = connection.execute(
        "SELECT count(*) FROM entries e JOIN entries o ON o.fact = e.fact AND o.customer <> e.customer "
        "WHERE e.kind <> 'merged'"
    )
    assert double.fetchone()[0] == 0


@st.composite
def histories(draw: Callable[..., object]) -> tuple[list[Recorded], list[Recorded]]:
    """What everybody knew, and what some tills did without hearing of each other, in an order of its own."""
    facts = draw(st.lists(AN_ACT, min_size=2, max_size=7))
    lamports = draw(st.lists(st.integers(100, 104), min_size=7, max_size=7))
    apart = recorded(facts, lamports, 100)
    return apart, list(draw(st.permutations(apart)))


@settings(max_examples=200)
@given(histories())
def test_nothing_depends_on_the_order_in_which_facts_come(history: tuple[list[Recorded], list[Recorded]]) -> None:
    apart, order = history
    known = recorded(beginning(), range(1, 50), 500)
    in_turn = sorted(apart, key=lambda entry: (entry.lamport, entry.fact.id))
    one, other = tables([*known, *in_turn]), tables([*known, *order])
    for table, rows in one.items():
        assert other[table] == rows, table
