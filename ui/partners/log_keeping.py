"""Keeps what is pressed and typed in the log of a partner: noted, remembered, corrected, removed, seen to."""

from collections.abc import Callable

from loyaltydesk.desk import Desk
from loyaltydesk.model.partners import NewReminder, PartnerNote, Reminder
from loyaltydesk.words import tr
from ui.partners.partner_panel import PartnerPanel
from ui.seams.notice import Notice
from ui.seams.session import Session


def done_or_told(session: Session, action: Callable[[Desk], object], notice: Notice) -> bool:
    """Changes something; what is refused is told in the notice, and is False."""
    notice.hide()
    done = session.do(lambda desk: (action(desk),), refused=lambda sentence: notice.tell(sentence, tone="danger"))
    return done is not None


class LogKeeping:
    """Whatever is taken away can be taken back from the notice."""

    def __init__(self, session: Session, panel: PartnerPanel, notice: Notice) -> None:
        self._session, self._panel, self._notice = session, panel, notice
        reminders, notes = panel.reminders, panel.notes
        reminders.asked.connect(self._on_reminder_asked)
        reminders.revised.connect(self._on_revised)
        reminders.done.connect(self._on_done)
        notes.noted.connect(self._on_noted)
        notes.corrected.connect(self._on_corrected)
        for each in (reminders, notes):
            each.removed.connect(self._on_removed)

    # --- inside

    def _do(self, action: Callable[[Desk], object]) -> bool:
        return done_or_told(self._session, action, self._notice)

    def _offer_undo(self, said: str, undo: Callable[[Desk], object]) -> None:
        self._notice.tell(said, offer=(tr("Undo"), lambda: self._do(undo)))

    # --- slots

    def _on_reminder_asked(self, asked: NewReminder) -> None:
        if self._do(lambda desk: desk.partner_log.remind(self._panel.shown, asked)):
            self._panel.reminders.finish()

    def _on_revised(self, reminder: Reminder, asked: NewReminder) -> None:
        if self._do(lambda desk: desk.partner_log.revise(reminder.id, asked)):
            self._panel.reminders.finish()

    def _on_done(self, reminder: Reminder) -> None:
        if self._do(lambda desk: desk.partner_log.done(reminder.id)):
            self._offer_undo(tr("Done."), lambda desk: desk.partner_log.take_back(reminder))

    def _on_noted(self, text: str) -> None:
        if self._do(lambda desk: desk.partner_log.note(self._panel.shown, text)):
            self._panel.notes.begin()

    def _on_corrected(self, note: PartnerNote, text: str) -> None:
        if self._do(lambda desk: desk.partner_log.correct(note.id, text)):
            self._panel.notes.begin()

    def _on_removed(self, line: Reminder | PartnerNote) -> None:
        if self._do(lambda desk: desk.partner_log.remove(line)):
            self._offer_undo(tr("It is removed."), lambda desk: desk.partner_log.remove(line, removed=False))
