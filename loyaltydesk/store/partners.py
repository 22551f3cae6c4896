"""Reads partners, the notes of them and what is to be remembered: the records "partner", "partner_note", "reminder"."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar

from loyaltydesk.model.partners import (
    FORGOTTEN,
    PARTNER,
    PARTNER_NOTE,
    REMINDER,
    Partner,
    PartnerCard,
    PartnerKind,
    PartnerNote,
    Reminder,
    Repetition,
)
from loyaltydesk.store.sqlite import Connection

_T = TypeVar("_T")


class Partners:
    """Suppliers and partner shops; a note and a reminder are named by their partner and an identity."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def everything(self) -> list[Partner]:
        """All of them, in the order in which they were written down."""
        return list(self._found(PARTNER, _partner))

    def named(self, partner: str) -> Partner | None:
        """The one with this id."""
        return next(self._found(PARTNER, _partner, one=partner), None)

    def forgotten(self) -> list[str]:
        """The ids of those of whom nothing personal is kept any more."""
        rows = self._db.execute("SELECT record FROM records WHERE kind = ? AND field = ?", (PARTNER, FORGOTTEN))
        return [row[0] for row in rows]

    def notes(self, partner: str) -> list[PartnerNote]:
        """What was noted of a partner and not removed, the newest first."""
        notes = (note for note in self._found(PARTNER_NOTE, _note, of=partner) if not note.removed)
        return sorted(notes, key=lambda note: (note.at, note.id), reverse=True)

    def reminders(self, partner: str = "") -> list[Reminder]:
        """What is to be remembered of a partner, or of all, and was not removed; the soonest day first."""
        found = (each for each in self._found(REMINDER, _reminder, of=partner) if not each.removed)
        return sorted(found, key=lambda each: (each.day, each.id))

    def reminder(self, reminder: str) -> Reminder | None:
        """The one with this id, removed or not."""
        return next(self._found(REMINDER, _reminder, one=reminder), None)

    def note(self, note: str) -> PartnerNote | None:
        """The one with this id, removed or not."""
        return next(self._found(PARTNER_NOTE, _note, one=note), None)

    def _found(
        self, kind: str, made: Callable[[str, dict[str, Any]], _T], *, one: str = "", of: str = ""
    ) -> Iterator[_T]:
        condition, values = "", [kind]
        if one:
            condition, values = "AND record = ?", [kind, one]
        elif of:
            condition, values = "AND record >= ? AND record < ?", [kind, f"{of}/", f"{of}0"]
        rows = self._db.execute(
            "SELECT record, json_group_object(field, json(value)) FROM records "
            f"WHERE kind = ? {condition} GROUP BY record ORDER BY record",
            values,
        )
        for record, fields in rows.fetchall():
            try:
                value = made(record, json.loads(fields))
            except (KeyError, ValueError, TypeError):  # written by another release
                continue
            yield value


def _partner(record: str, told: dict[str, Any]) -> Partner:
    days = told.get("payment_days")
    card = PartnerCard(
        name=_text(told["name"]),
        kind=PartnerKind(told["kind"]),
        contact=_text(told.get("contact")),
        phone=_text(told.get("phone")),
        email=_text(told.get("email")),
        address=_text(told.get("address")),
        tax_id=_text(told.get("tax_id")),
        terms=_text(told.get("terms")),
        payment_days=days if isinstance(days, int) else None,
        discount=_text(told.get("discount")),
        until=date.fromisoformat(told["until"]) if told.get("until") else None,
    )
    return Partner(
        record, card, datetime.fromisoformat(told["at"]), _text(told.get("staff")), bool(told.get("put_away"))
    )


def _note(record: str, told: dict[str, Any]) -> PartnerNote:
    at = datetime.fromisoformat(told["at"])
    partner, staff, removed = record.rpartition("/")[0], _text(told.get("staff")), bool(told.get("removed"))
    return PartnerNote(record, partner, _text(told["text"]), at, staff, removed)


def _reminder(record: str, told: dict[str, Any]) -> Reminder:
    return Reminder(
        id=record,
        partner=record.rpartition("/")[0],
        text=_text(told["text"]),
        day=date.fromisoformat(told["day"]),
        first=date.fromisoformat(told.get("first") or told["day"]),
        repeats=Repetition(told.get("repeats") or Repetition.ONCE),
        done=bool(told.get("done")),
        done_at=datetime.fromisoformat(told["done_at"]) if told.get("done_at") else None,
        removed=bool(told.get("removed")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
