"""Reads what customers said and what became of it: the records "voice", named by customer and identity."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from loyaltydesk.model.voices import VOICE, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_READ = f"SELECT record, json_group_object(field, json(value)) FROM records WHERE kind = '{VOICE}' AND"


class Voices:
    """What was said, for each person on whichever of their records it was written down."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, customers: Iterable[str]) -> list[Voice]:
        """What was said by somebody with these records, whose own comes first; the oldest first."""
        names = list(customers)
        rows = [
            row
            for name in names
            for row in self._db.execute(f"{_READ} record >= ? AND record < ? GROUP BY record", (f"{name}/", f"{name}0"))
        ]
        return _in_order(_voice(record, fields, customer=names[0]) for record, fields in rows)

    def named(self, voice: str) -> Voice | None:
        """The one with this id; None when there is none, and when its words are forgotten."""
        rows = self._db.execute(f"{_READ} record = ? GROUP BY record", (voice,)).fetchall()
        found = _in_order(_voice(record, fields, customer=self._customer(record)) for record, fields in rows)
        return found[0] if found else None

    def open(self) -> list[Voice]:
        """All that wait for an answer, the oldest first."""
        rows = self._db.execute(
            f"{_READ} record IN (SELECT record FROM records WHERE kind = '{VOICE}' AND field = 'outcome' "
            "AND value = '\"open\"') GROUP BY record"
        ).fetchall()
        return _in_order(_voice(record, fields, customer=self._customer(record)) for record, fields in rows)

    def _customer(self, record: str) -> str | None:
        """Whose it is by now."""
        customer = record.partition("/")[0]
        if not customer:
            return None
        row = self._db.execute("SELECT merged FROM customers WHERE id = ?", (codec.blob(customer),)).fetchone()
        return codec.identity(row[0]) if row and row[0] else customer


def _voice(record: str, fields: str, *, customer: str | None) -> Voice | None:
    """What a record says; None without words, which are forgotten with their customer, and for what is unknown here."""
    told: dict[str, Any] = json.loads(fields)
    if not told.get("text"):
        return None
    try:
        return Voice(
            id=record,
            customer=customer,
            kind=VoiceKind(told["kind"]),
            text=told["text"],
            at=datetime.fromisoformat(told["at"]),
            staff=told.get("staff", ""),
            outcome=VoiceOutcome(told["outcome"]),
            answer=told.get("answer") or "",
            answered_at=_time(told.get("answered_at")),
            told_at=_time(told.get("told_at")),
        )
    except (KeyError, ValueError):  # written by another release
        return None


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _in_order(voices: Iterable[Voice | None]) -> list[Voice]:
    return sorted((voice for voice in voices if voice), key=lambda voice: (voice.at, voice.id.partition("/")[2]))
