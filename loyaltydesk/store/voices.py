"""Reads what customers said and what became of it: the records "voice", named by customer and identity."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from loyaltydesk.model.voices import VOICE, Voice, VoiceKind, VoiceOutcome, VoicePlan
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_READ = f"SELECT record, json_group_object(field, json(value)) FROM records WHERE kind = '{VOICE}' AND"
_WITH = f"record IN (SELECT record FROM records WHERE kind = '{VOICE}' AND field = ? AND value = ?)"


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
        return next(iter(self._found("record = ?", voice)), None)

    def everything(self) -> list[Voice]:
        """All of it, the oldest first."""
        return self._found("true")

    def open(self) -> list[Voice]:
        """All that wait for an answer, the oldest first."""
        return self._found(_WITH, "outcome", '"open"')

    def of_matter(self, matter: str) -> list[Voice]:
        """All that ask for the same thing, the oldest first."""
        return self._found(_WITH, "matter", json.dumps(matter, ensure_ascii=False))

    def praised(self, first: date, last: date) -> list[str]:
        """The name for whom each praise of these days is, the earliest first, also where its words are forgotten."""
        rows = self._db.execute(
            "SELECT about.value ->> '$' FROM records about "
            "JOIN records kind ON kind.kind = about.kind AND kind.record = about.record AND kind.field = 'kind' "
            "JOIN records at ON at.kind = about.kind AND at.record = about.record AND at.field = 'at' "
            "WHERE about.kind = ? AND about.field = 'about' AND about.value NOT IN ('\"\"', 'null') "
            "AND kind.value = ? AND substr(at.value ->> '$', 1, 10) BETWEEN ? AND ? ORDER BY at.value, about.record",
            (VOICE, f'"{VoiceKind.PRAISE}"', first.isoformat(), last.isoformat()),
        )
        return [str(row[0]) for row in rows]

    def _found(self, condition: str, *values: str) -> list[Voice]:
        rows = self._db.execute(f"{_READ} {condition} GROUP BY record", values).fetchall()
        whose = cache(self._customer)
        return _in_order(_voice(record, fields, customer=whose(record.partition("/")[0])) for record, fields in rows)

    def _customer(self, customer: str) -> str | None:
        """Whose a record of this customer is by now."""
        return stayed(self._db, customer) if customer else None


def stayed(connection: Connection, customer: str) -> str:
    """The record that a customer's record went into; mostly that record itself."""
    try:
        row = connection.execute("SELECT merged FROM customers WHERE id = ?", (codec.blob(customer),)).fetchone()
    except ValueError:  # another release names its records in another way
        return customer
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
            plan=_plan(told),
            matter=told.get("matter") or "",
            answered_by=told.get("answered_by") or "",
            told_how=told.get("told_how") or "",
        )
    except (KeyError, ValueError, TypeError):  # written by another release
        return None


def _plan(told: dict[str, Any]) -> VoicePlan:
    """What is noted beside the words; nothing of it is in a record of an older release."""
    score = told.get("score")
    return VoicePlan(
        responsible=told.get("responsible") or "",
        due=date.fromisoformat(told["due"]) if told.get("due") else None,
        purchase=told.get("purchase") or "",
        about=told.get("about") or "",
        source=told.get("source") or "",
        score=score if isinstance(score, int) else None,
    )


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _in_order(voices: Iterable[Voice | None]) -> list[Voice]:
    return sorted((voice for voice in voices if voice), key=lambda voice: (voice.at, voice.id.partition("/")[2]))
