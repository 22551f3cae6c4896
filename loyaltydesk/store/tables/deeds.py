"""Writes who did what well, and on which days they were at the till, whatever order the facts come in.

Each deed is kept once for what it was done to, with the fact that did it first (by Lamport counter and, on a par, by
id): a second card for the same customer, or an address that was emptied and filled again, changes nothing. Whether a
deed still stands is seen when it is read, or worked out from everything that is known of its subject.
"""

from collections.abc import Callable
from typing import Any

from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    Fact,
    PointsAdjusted,
    PurchaseAttached,
    PurchaseRecorded,
    PurchaseReturned,
    Recorded,
    RecordSaved,
    VoucherCancelled,
    VoucherUsed,
)
from loyaltydesk.model.purchases import Why
from loyaltydesk.model.staff import Deed, Incident
from loyaltydesk.model.voices import VOICE
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.deed_rows import GREETING, DeedRows, Done

WAYS = ("phone", "email", "address")  # fields of a profile by which somebody can be reached


class Deeds:
    """The tables `deeds` and `shifts`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._rows = DeedRows(connection)
        self._by_kind: dict[type[Fact], Callable[[Any, Recorded], None]] = {
            CustomerRegistered: self._registered,
            CustomerErased: self._erased,
            CardIssued: self._card_issued,
            RecordSaved: self._saved,
            PurchaseRecorded: self._bought,
            PurchaseAttached: self._attached,
            PurchaseReturned: self._returned,
            PointsAdjusted: self._adjusted,
            VoucherUsed: self._voucher_used,
            VoucherCancelled: self._voucher_cancelled,
        }

    def apply(self, recorded: Recorded) -> None:
        """Counts what a fact tells of whoever recorded it; the tables of all else know it already."""
        count = self._by_kind.get(type(recorded.fact))
        if count:
            count(recorded.fact, recorded)

    def forget(self, customer: str) -> None:
        """Drops the addresses of somebody who was forgotten: the journal knows of none any more."""
        self._db.execute(
            "DELETE FROM deeds INDEXED BY deeds_of WHERE customer = ? AND deed = ?",
            (codec.blob(customer), Deed.ADDRESS.value),
        )  # before its first ANALYZE, SQLite would rather read all addresses

    # --- facts

    def _registered(self, fact: CustomerRegistered, entry: Recorded) -> None:
        self._at_the_till(entry)
        if fact.profile:
            told = {name: getattr(fact.profile, name) for name in WAYS}
            self._addresses(codec.blob(fact.id), told, entry)

    def _erased(self, fact: CustomerErased, _entry: Recorded) -> None:
        self.forget(fact.customer)

    def _card_issued(self, fact: CardIssued, entry: Recorded) -> None:
        if fact.customer:
            self._keep_card(fact.customer, entry)

    def _keep_card(self, customer: str, entry: Recorded) -> None:
        subject = codec.blob(customer)
        self._rows.keep(Done(Deed.CARD.value, subject, subject), entry)

    def _saved(self, fact: RecordSaved, entry: Recorded) -> None:
        if fact.kind == "card" and isinstance(customer := fact.fields.get("customer"), str):
            self._keep_card(customer, entry)
        elif fact.kind == "customer" and any(fact.personal.get(name) for name in WAYS):
            self._addresses(codec.blob(fact.record), fact.personal, entry)
        elif fact.kind == GREETING and "mark" in fact.fields:
            self._rows.greeted(fact, entry)
        elif fact.kind == VOICE:
            self._rows.praised(fact)

    def _bought(self, fact: PurchaseRecorded, entry: Recorded) -> None:
        self._at_the_till(entry, purchases=1)
        self._on_own_card(fact.id, fact.customer, why=fact.why, entry=entry)

    def _attached(self, fact: PurchaseAttached, entry: Recorded) -> None:
        self._at_the_till(entry)
        self._on_own_card(fact.purchase, fact.customer, why=fact.why, entry=entry)

    def _returned(self, fact: PurchaseReturned, entry: Recorded) -> None:
        self._at_the_till(entry)
        kind = Incident.VOID if fact.voided else Incident.RETURN
        self._rows.keep(Done(kind.value, codec.blob(fact.id), codec.blob_or_none(fact.customer)), entry)
        for voucher in fact.vouchers:
            self._rows.settle_voucher(self._rows.voucher(voucher)[0])

    def _adjusted(self, fact: PointsAdjusted, entry: Recorded) -> None:
        self._rows.keep(Done(Incident.ADJUSTMENT.value, codec.blob(fact.id), codec.blob(fact.customer)), entry)

    def _voucher_used(self, fact: VoucherUsed, entry: Recorded) -> None:
        first, gives = self._rows.voucher(fact.voucher)
        if gives.kind != "donate":  # such a one is used by itself
            self._rows.keep(Done(Deed.VOUCHER.value, first + codec.blob(fact.id)), entry)
            self._rows.settle_voucher(first)

    def _voucher_cancelled(self, fact: VoucherCancelled, _entry: Recorded) -> None:
        self._rows.settle_voucher(self._rows.voucher(fact.voucher)[0])

    def _at_the_till(self, entry: Recorded, *, purchases: int = 0) -> None:
        """Somebody was at the till on that day, and recorded so many purchases."""
        if entry.stamp.staff:
            self._db.execute(
                "INSERT INTO shifts VALUES (?, ?, ?) ON CONFLICT (day, staff) DO UPDATE "
                "SET purchases = purchases + excluded.purchases",
                (entry.stamp.day.isoformat(), entry.stamp.staff, purchases),
            )

    def _addresses(self, customer: bytes, told: dict[str, str], entry: Recorded) -> None:
        row = self._db.execute("SELECT erased FROM customers WHERE id = ?", (customer,)).fetchone()
        if row and not row[0]:
            for name in WAYS:
                if told.get(name):
                    self._rows.keep(Done(Deed.ADDRESS.value, customer + name.encode(), customer, name), entry)

    def _on_own_card(self, purchase: str, customer: str | None, *, why: tuple[Why, ...], entry: Recorded) -> None:
        if any(step.kind == Incident.OWN_CARD for step in why):
            done = Done(Incident.OWN_CARD.value, codec.blob(purchase), codec.blob_or_none(customer))
            self._rows.keep(done, entry)
