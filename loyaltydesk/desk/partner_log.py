"""The log of suppliers and partner shops: what was noted, what is to be remembered, and what of it was seen to."""

from loyaltydesk.desk.core import Core
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.partners import (
    PARTNER_NOTE,
    REMINDER,
    NewReminder,
    PartnerNote,
    Reminder,
    checked_partner_note,
    checked_reminder,
)
from loyaltydesk.model.refusals import BadRequest

_Fields = dict[str, str | int | bool | None]


class PartnerLog:
    """Notes and reminders, a record for each; the last word of all tills counts, field by field."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def notes(self, partner: str) -> list[PartnerNote]:
        """What was noted of a partner, the newest first."""
        return self._core.store.partners.notes(partner) if partner else []

    def reminders(self, partner: str = "") -> list[Reminder]:
        """What is to be remembered of a partner, or of all of them, the soonest day first; what is done comes last."""
        return sorted(self._core.store.partners.reminders(partner), key=lambda each: each.done)

    # --- notes

    def note(self, partner: str, text: str, *, stamp: Stamp | None = None) -> PartnerNote:
        """Adds a line to the log of a partner. Raises BadRequest for nothing, or more than 1,000 letters."""
        stamp, text = stamp or self._core.stamp(), checked_partner_note(text)
        with self._core.writing():
            fields: _Fields = {"at": stamp.at.isoformat(timespec="seconds"), "staff": stamp.staff}
            name = self._begin(PARTNER_NOTE, partner, stamp=stamp, fields=fields, text=text)
        return self._note(name)

    def correct(self, note: str, text: str, *, stamp: Stamp | None = None) -> PartnerNote:
        """Puts a note in other words; its day stays. Raises BadRequest as `note`, and where there is none."""
        text = checked_partner_note(text)
        with self._core.writing():
            if self._note(note).text != text:
                self._save((PARTNER_NOTE, note), stamp, words={"text": text})
        return self._note(note)

    # --- reminders

    def remind(self, partner: str, asked: NewReminder, stamp: Stamp | None = None) -> Reminder:
        """Remembers something for a day. Raises BadRequest for nothing, or more than 200 letters."""
        asked = checked_reminder(asked)
        with self._core.writing():
            fields: _Fields = {**_when(asked), "done": False}
            name = self._begin(REMINDER, partner, stamp=stamp or self._core.stamp(), fields=fields, text=asked.text)
        return self._reminder(name)

    def revise(self, reminder: str, asked: NewReminder, stamp: Stamp | None = None) -> Reminder:
        """Puts a reminder in other words, or on another day, from which repetitions are counted then.

        Raises BadRequest as `remind`, and where there is none.
        """
        asked = checked_reminder(asked)
        with self._core.writing():
            kept = self._reminder(reminder)
            moved = (asked.day, asked.repeats) != (kept.day, kept.repeats)
            if moved or asked.text != kept.text:
                words = {"text": asked.text} if asked.text != kept.text else {}
                self._save((REMINDER, reminder), stamp, fields=_when(asked) if moved else {}, words=words)
        return self._reminder(reminder)

    def done(self, reminder: str, stamp: Stamp | None = None) -> Reminder:
        """It was seen to: one that repeats comes back on its next day. Raises BadRequest where there is none."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            kept = self._reminder(reminder)
            if not kept.done:
                day = kept.next_day(stamp.day)
                fields: _Fields = {"done_at": stamp.at.isoformat(timespec="seconds"), "done": day is None}
                self._save((REMINDER, reminder), stamp, fields={**fields, **({"day": day.isoformat()} if day else {})})
        return self._reminder(reminder)

    def take_back(self, before: Reminder, stamp: Stamp | None = None) -> Reminder:
        """It was not seen to after all: it stands as it did `before`. Raises BadRequest where there is none."""
        with self._core.writing():
            self._reminder(before.id)
            at = before.done_at.isoformat(timespec="seconds") if before.done_at else None
            self._save(
                (REMINDER, before.id),
                stamp,
                fields={"day": before.day.isoformat(), "done": before.done, "done_at": at},
            )
        return self._reminder(before.id)

    # --- both

    def remove(self, line: PartnerNote | Reminder, *, removed: bool = True, stamp: Stamp | None = None) -> None:
        """Takes a note or a reminder off the log, or puts it back. Raises BadRequest where there is none."""
        with self._core.writing():
            is_note = isinstance(line, PartnerNote)
            kept: PartnerNote | Reminder = self._note(line.id) if is_note else self._reminder(line.id)
            if kept.removed != removed:
                self._save((PARTNER_NOTE if is_note else REMINDER, line.id), stamp, fields={"removed": removed})

    # --- inside

    def _note(self, note: str) -> PartnerNote:
        found = self._core.store.partners.note(note) if note else None
        if found is None:
            raise BadRequest("note", "note_gone")
        return found

    def _reminder(self, reminder: str) -> Reminder:
        found = self._core.store.partners.reminder(reminder) if reminder else None
        if found is None:
            raise BadRequest("reminder", "reminder_gone")
        return found

    def _begin(self, kind: str, partner: str, *, stamp: Stamp, fields: _Fields, text: str) -> str:
        """Writes down something new of a partner; returns the name of its record."""
        found = self._core.store.partners.named(partner) if partner else None
        if found is None:
            raise BadRequest("partner", "partner_gone")
        name = f"{found.id}/{self._core.new_id()()}"
        self._save((kind, name), stamp, fields=fields, words={"text": text})
        return name

    def _save(
        self,
        record: tuple[str, str],
        stamp: Stamp | None,
        *,
        fields: _Fields | None = None,
        words: dict[str, str] | None = None,
    ) -> None:
        kind, name = record
        new_id = self._core.new_id()
        saved = RecordSaved(id=new_id(), kind=kind, record=name, fields=fields or {}, personal=words or {})
        self._core.record([saved], stamp or self._core.stamp())


def _when(asked: NewReminder) -> _Fields:
    """What is kept of the day of a reminder."""
    return {"day": asked.day.isoformat(), "first": asked.day.isoformat(), "repeats": asked.repeats.value}
