"""Reads what customers said and what became of it: the records "voice", named by customer and identity."""

import json
from datetime import date, datetime
from typing import Any

from loyaltydesk.model.voices import VOICE, Voice, VoiceKind, VoiceOutcome, VoicePlan
from loyaltydesk.store.customer_records import CustomerRecords


class Voices(CustomerRecords[Voice]):
    """What was said, the oldest first."""

    kind = VOICE

    def open(self) -> list[Voice]:
        """All that wait for an answer, the oldest first."""
        return self._found(self._with, "outcome", '"open"')

    def of_matter(self, matter: str) -> list[Voice]:
        """All that ask for the same thing, the oldest first."""
        return self._found(self._with, "matter", json.dumps(matter, ensure_ascii=False))

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

    def _told(self, record: str, told: dict[str, Any], customer: str | None) -> Voice:
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

    def _place(self, record: Voice) -> tuple[Any, ...]:
        return record.at, record.id.partition("/")[2]


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
