"""Keeps deeds, and works out anew which of them stand: from all that is known of a voucher, a greeting or a praise."""

import json
from datetime import date
from typing import NamedTuple

from loyaltydesk.model.facts import Recorded, RecordSaved
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.staff import Deed
from loyaltydesk.model.voices import VOICE, VoiceKind
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

GREETING, SENT = "greeting", "sent"


class Done(NamedTuple):
    """Something that was done: to what (`subject`), about which customer, and which of their things it was (`what`)."""

    deed: str
    subject: bytes
    customer: bytes | None = None
    what: str = ""


class DeedRows:
    """The table `deeds`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def keep(self, done: Done, entry: Recorded) -> None:
        """Counts something for whoever did it to its subject first."""
        self._db.execute(
            "INSERT INTO deeds (deed, subject, customer, what, lamport, fact, day, staff) VALUES (?, ?, ?, ?, ?, ?, ?, "
            "?) ON CONFLICT (deed, subject) DO UPDATE SET customer = excluded.customer, lamport = excluded.lamport, "
            "fact = excluded.fact, day = excluded.day, staff = excluded.staff "
            "WHERE (excluded.lamport, excluded.fact) < (lamport, fact)",
            (*done, entry.lamport, codec.blob(entry.fact.id), entry.stamp.day.isoformat(), entry.stamp.staff),
        )

    def voucher(self, voucher: str) -> tuple[bytes, Gives]:
        """The voucher that was paid for, when this one was printed in its place, and what it gives."""
        row = self._db.execute("SELECT first, gives FROM vouchers WHERE id = ?", (codec.blob(voucher),)).fetchone()
        return row[0], codec.value_from(row[1], Gives)

    def settle_voucher(self, first: bytes) -> None:
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

    def greeted(self, fact: RecordSaved, entry: Recorded) -> None:
        """A greeting that was handed over counts for whoever did it first, as long as it is marked so."""
        subject, customer = fact.record.encode(), codec.blob_or_none(fact.customer_id)
        if _is_sent(fact.fields["mark"]):
            what = fact.record.rpartition("/")[0]
            self.keep(Done(Deed.GREETING.value, subject, customer, what), entry)
        newest = self._kept_field(GREETING, fact.record, field="mark")
        self._db.execute(
            "UPDATE deeds SET stands = ? WHERE deed = ? AND subject = ?",
            (newest is not None and _is_sent(newest[0]), Deed.GREETING.value, subject),
        )

    def praised(self, fact: RecordSaved) -> None:
        """Praise by name counts for that person, unless they wrote it down themselves."""
        subject = fact.record.encode()
        self._db.execute("DELETE FROM deeds WHERE deed = ? AND subject = ?", (Deed.PRAISE.value, subject))
        kind, about, at, by = (
            self._kept_field(VOICE, fact.record, field=name) for name in ("kind", "about", "at", "staff")
        )
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

    def _kept_field(self, kind: str, record: str, *, field: str) -> tuple[object, int, bytes] | None:
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
