"""Applies facts to the tables: nothing else in the program writes them, so they can be derived anew at any time."""

from collections.abc import Callable
from typing import Any

from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    Fact,
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
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.people import People
from loyaltydesk.store.tables.promises import Promises
from loyaltydesk.store.tables.sales import Sales


class Tables:
    """Everything that follows from the journal."""

    NAMES = (
        "records", "programmes", "customers", "search", "cards", "purchases", "units_back", "days", "entries", "lots",
        "uses", "vouchers", "turns", "taken", "stock",
    )  # fmt: skip

    def __init__(self, connection: Connection, postings: Postings) -> None:
        self._db = connection
        self._postings = postings
        people, promises = People(connection), Promises(connection)
        sales = Sales(connection, promises)
        self._by_kind: dict[type[Fact], Callable[[Any, Recorded], None]] = {
            ProgrammeChanged: self._programme_changed,
            RecordSaved: people.saved,
            CustomerRegistered: people.registered,
            CustomerErased: people.erased,
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
            change(recorded.fact, recorded)
        self._postings.post(recorded)

    def forget(self, customer: str) -> None:
        """Drops what a forgotten person's facts would not bring back, once the journal has been emptied of them."""
        self._db.execute("DELETE FROM cards WHERE customer = ?", (codec.blob(customer),))

    def clear(self) -> None:
        """Empties every table that follows from the journal."""
        for name in reversed(self.NAMES):
            self._db.execute(f"DELETE FROM {name}")

    def _programme_changed(self, fact: ProgrammeChanged, recorded: Recorded) -> None:
        self._db.execute(
            "INSERT INTO programmes VALUES (?, ?, ?, ?)",
            (fact.version, codec.blob(fact.id), recorded.stamp.at.isoformat(), fact.toml),
        )
