"""Applies facts to the tables: nothing else in the program writes them, so they can be derived anew at any time."""

from collections.abc import Callable
from typing import Any

from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    Fact,
    HouseholdFormed,
    HouseholdLeft,
    ProgrammeChanged,
    PurchaseAttached,
    PurchaseRecorded,
    PurchaseReturned,
    Recorded,
    RecordSaved,
    VoucherCancelled,
    VoucherIssued,
    VoucherUsed,
)
from loyaltydesk.store import codec
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.customer_sums import CustomerSums
from loyaltydesk.store.tables.deeds import Deeds
from loyaltydesk.store.tables.people import People
from loyaltydesk.store.tables.persons import Persons
from loyaltydesk.store.tables.promises import Promises
from loyaltydesk.store.tables.sales import Sales
from loyaltydesk.store.tables.sides import Sides

_ABOUT_A_PERSON = frozenset((CustomerRegistered, CardIssued, PurchaseRecorded, PurchaseAttached, VoucherIssued))


class Tables:
    """Everything that follows from the journal."""

    NAMES = (
        "records", "programmes", "customers", "search", "cards", "purchases", "units_back", "days", "entries", "lots",
        "uses", "vouchers", "turns", "taken", "stock", "stamps", "promoted", "donations",
        "products", "links", "households", "gifts",
        "hours", "months", "cohorts", "gaps", "gap_lengths", "habits", "spenders", "spends", "point_sums", "lot_sums",
        "test_groups", "sides", "deeds", "shifts",
    )  # fmt: skip

    def __init__(self, connection: Connection, postings: Postings, journal: Journal) -> None:
        self._db = connection
        self._postings = postings
        people, promises = People(connection), Promises(connection)
        self._sums, self._sides = CustomerSums(connection), Sides(connection)
        sales, self._persons = (
            Sales(connection, promises),
            Persons(connection, journal, people=people, promises=promises),
        )
        self._deeds = Deeds(connection)
        self._by_kind: dict[type[Fact], Callable[[Any, Recorded], None]] = {
            ProgrammeChanged: self._programme_changed,
            RecordSaved: self._persons.saved,
            CustomerRegistered: self._summed(people.registered),
            CustomerErased: self._summed(self._persons.erased),
            CustomersMerged: self._summed(self._persons.merged),
            HouseholdFormed: self._persons.formed,
            HouseholdLeft: self._persons.left,
            CardIssued: people.card_issued,
            PurchaseRecorded: sales.recorded,
            PurchaseAttached: sales.attached,
            PurchaseReturned: sales.returned,
            VoucherIssued: promises.issued,
            VoucherUsed: promises.used,
            VoucherCancelled: promises.cancelled,
        }

    def apply(self, recorded: Recorded) -> None:
        """Brings the tables up to one more fact, whenever it comes."""
        change = self._by_kind.get(type(recorded.fact))
        if change:
            about = type(recorded.fact) in _ABOUT_A_PERSON
            change(self._persons.resolved(recorded.fact) if about else recorded.fact, recorded)
        self._postings.post(recorded)
        self._deeds.apply(recorded)

    def forget(self, customer: str) -> None:
        """Drops what a forgotten person's facts would not bring back, once the journal has been emptied of them."""
        self._db.execute("DELETE FROM cards WHERE customer = ?", (codec.blob(customer),))
        self._deeds.forget(customer)

    def clear(self) -> None:
        """Empties every table that follows from the journal."""
        for name in reversed(self.NAMES):
            self._db.execute(f"DELETE FROM {name}")

    def _summed(self, change: Callable[[Any, Recorded], None]) -> Callable[[Any, Recorded], None]:
        """A change of whole customers, after which all sums hold what they count for then and no longer what before."""

        def changed(fact: Fact, recorded: Recorded) -> None:
            with self._sums.moving(fact):
                change(fact, recorded)

        return changed

    def _programme_changed(self, fact: ProgrammeChanged, recorded: Recorded) -> None:
        self._db.execute(
            "INSERT INTO programmes (version, fact, at, from_day, toml) VALUES (?, ?, ?, ?, ?)",
            (
                fact.version, codec.blob(fact.id), recorded.stamp.at.isoformat(),
                fact.from_day.isoformat() if fact.from_day else "", fact.toml,
            ),
        )  # fmt: skip
        self._sides.formed(fact.toml)
