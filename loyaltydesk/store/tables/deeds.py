"""Writes who did what well, and on which days they were at the till, whatever order the facts come in.

Each deed is kept once for what it was done to, with the fact that did it first (by Lamport counter and, on a par, by
id): a second card for the same customer, or an address that was emptied and filled again, changes nothing. Whether a
deed still stands is seen when it is read, or worked out from everything that is known of its subject.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

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
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import Why
from loyaltydesk.model.staff import Deed, Incident
from loyaltydesk.model.voices import VOICE, VoiceKind
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

WAYS = ("phone", "email", "address")  # fields of a profile by which somebody can be reached
GREETING, SENT = "greeting", "sent"


class _Done(NamedTuple):
    """Something that was done: to what (`subject`), about which customer, and which of their things it was (`what`)."""

    deed: str
    subject: bytes
    customer: bytes | None = None
    what: str = ""


class Deeds:
    """The tables `deeds` and `shifts`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
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
            "DELETE FROM deeds WHERE customer = ? AND deed = ?", (codec.blob(customer), Deed.ADDRESS.value)
        )

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
        self._keep(_Done(Deed.CARD.value, subject, subject), entry)

    def _saved(self, fact: RecordSaved, entry: Recorded) -> None:
        if fact.kind == "card" and isinstance(customer := fact.fields.get("customer"), str):
            self._keep_card(customer, entry)
        elif fact.kind == "customer" and any(fact.personal.get(name) for name in WAYS):
            self._addresses(codec.blob(fact.record), fact.personal, entry)
        elif fact.kind == GREETING and "mark" in fact.fields:
            self._greeted(fact, entry)
        elif fact.kind == VOICE:
            self._praised(fact)

    def _bought(self, fact: PurchaseRecorded, entry: Recorded) -> None:
        self._at_the_till(entry, purchases=1)
        self._on_own_card(fact.id, fact.customer, why=fact.why, entry=entry)

    def _attached(self, fact: PurchaseAttached, entry: Recorded) -> None:
        self._at_the_till(entry)
        self._on_own_card(fact.purchase, fact.customer, why=fact.why, entry=entry)

    def _returned(self, fact: PurchaseReturned, entry: Recorded) -> None:
        self._at_the_till(entry)
        kind = Incident.VOID if fact.voided else Incident.RETURN
        self._keep(_Done(kind.value, codec.blob(fact.id), codec.blob_or_none(fact.customer)), entry)
        for voucher in fact.vouchers:
            self._settle_voucher(self._voucher(voucher)[0])

    def _adjusted(self, fact: PointsAdjusted, entry: Recorded) -> None:
        self._keep(_Done(Incident.ADJUSTMENT.value, codec.blob(fact.id), codec.blob(fact.customer)), entry)

    def _voucher_used(self, fact: VoucherUsed, entry: Recorded) -> None:
        first, gives = self._voucher(fact.voucher)
        if gives.kind != "donate":  # such a one is used by itself
            self._keep(_Done(Deed.VOUCHER.value, first + codec.blob(fact.id)), entry)
            self._settle_voucher(first)

    def _voucher_cancelled(self, fact: VoucherCancelled, _entry: Recorded) -> None:
        self._settle_voucher(self._voucher(fact.voucher)[0])

    # --- keeping

    def _keep(self, done: _Done, entry: Recorded) -> None:
        self._db.execute(
            "INSERT INTO deeds (deed, subject, customer, what, lamport, fact, day, staff) VALUES (?, ?, ?, ?, ?, ?, ?, "
            "?) ON CONFLICT (deed, subject) DO UPDATE SET customer = excluded.customer, lamport = excluded.lamport, "
            "fact = excluded.fact, day = excluded.day, staff = excluded.staff "
            "WHERE (excluded.lamport, excluded.fact) < (lamport, fact)",
            (*done, entry.lamport, codec.blob(entry.fact.id), entry.stamp.day.isoformat(), entry.stamp.staff),
        )

    def _drop(self, deed: Deed, subject: bytes) -> None:
        self._db.execute("DELETE FROM deeds WHERE deed = ? AND subject = ?", (deed.value, subject))

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
                    self._keep(_Done(Deed.ADDRESS.value, customer + name.encode(), customer, name), entry)

    def _on_own_card(self, purchase: str, customer: str | None, *, why: tuple[Why, ...], entry: Recorded) -> None:
        if any(step.kind == Incident.OWN_CARD for step in why):
            done = _Done(Incident.OWN_CARD.value, codec.blob(purchase), codec.blob_or_none(customer))
            self._keep(done, entry)

    # --- what follows from all that is known of a subject

    def _voucher(self, voucher: str) -> tuple[bytes, Gives]:
        """The voucher that was paid for, when this one was printed in its place, and what it gives."""
        row = self._db.execute("SELECT first, gives FROM vouchers WHERE id = ?", (codec.blob(voucher),)).fetchone()
        return row[0], codec.value_from(row[1], Gives)

    def _settle_voucher(self, first: bytes) -> None:
        """Of the uses of a voucher, or of what was printed in its place, the first that was not undone counts."""
        standing = self._standing_use(first)
        self._db.execute(
            "UPDATE deeds SET stands = (subject IS ?) WHERE deed = ? AND subject BETWEEN ? AND ?",
            (first + standing if standing else None, Deed.VOUCHER.value, first + bytes(16), first + b"\xff" * 16),
        )

    def _standing_use(self, first: bytes) -> bytes | None:
        turns = self._db.execute(
            "SELECT t.turn, t.purchase, t.fact FROM turns t JOIN vouchers v ON v.id = t.voucher WHERE v.first = ? "
            "ORDER BY t.lamport, t.fact",
            (first,),
        )
        uses: dict[bytes | None, bytes] = {}
        for turn, purchase, fact in turns.fetchall():
            if turn == "cancelled":
                break
            if turn == "back":
                uses.pop(purchase, None)
            elif turn == "used":
                uses.setdefault(purchase, fact)
        return next(iter(uses.values()), None)

    def _greeted(self, fact: RecordSaved, entry: Recorded) -> None:
        """A greeting that was handed over counts for whoever did it first, as long as it is marked so."""
        subject, customer = fact.record.encode(), codec.blob_or_none(fact.customer_id)
        if _is_sent(fact.fields["mark"]):
            what = fact.record.rpartition("/")[0]
            self._keep(_Done(Deed.GREETING.value, subject, customer, what), entry)
        newest = self._kept_field(GREETING, fact.record, "mark")
        self._db.execute(
            "UPDATE deeds SET stands = ? WHERE deed = ? AND subject = ?",
            (newest is not None and _is_sent(newest[0]), Deed.GREETING.value, subject),
        )

    def _praised(self, fact: RecordSaved) -> None:
        """Praise by name counts for that person, unless they wrote it down themselves."""
        subject = fact.record.encode()
        self._drop(Deed.PRAISE, subject)
        kind, about, at, by = (self._kept_field(VOICE, fact.record, name) for name in ("kind", "about", "at", "staff"))
        if kind is None or about is None or at is None or kind[0] != VoiceKind.PRAISE.value:
            return
        day, name = _day(at[0]), str(about[0] or "")
        written = str(by[0] or "") if by else ""
        if day and name and name.casefold() != written.casefold():
            self._db.execute(
                "INSERT INTO deeds (deed, subject, customer, what, lamport, fact, day, staff) "
                "VALUES (?, ?, ?, '', ?, ?, ?, ?)",
                (Deed.PRAISE.value, subject, codec.blob_or_none(fact.customer_id), about[1], about[2], day, name),
            )

    def _kept_field(self, kind: str, record: str, field: str) -> tuple[object, int, bytes] | None:
        """The newest word on a field, with its place in the journal."""
        row = self._db.execute(
            "SELECT value, lamport, fact FROM records WHERE kind = ? AND record = ? AND field = ?",
            (kind, record, field),
        ).fetchone()
        return (json.loads(row[0]), row[1], row[2]) if row else None


def _is_sent(mark: object) -> bool:
    """Whether the mark of a greeting says that it was sent or handed over; another release may have written it."""
    try:
        told = json.loads(str(mark))
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("state") == SENT


def _day(at: object) -> str:
    """The day of a time as it was written down; empty where it is none."""
    try:
        return date.fromisoformat(str(at)[:10]).isoformat()
    except ValueError:
        return ""
