"""Enters answer sheets into the shop: each once, and anew only to correct it."""

from PySide6.QtCore import QObject

from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.survey_sheets import Sheet
from loyaltydesk.words import tr
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.voices.survey_entry import SheetEntry


class Entering(QObject):
    """What becomes of a code that was scanned or typed, and of what is ticked."""

    def __init__(self, session: Session, sounds: Sounds, *, entry: SheetEntry, notice: Notice) -> None:
        super().__init__(entry)
        self._session, self._sounds, self._entry, self._notice = session, sounds, entry, notice
        entry.code_entered.connect(self.take)
        entry.saved.connect(self._on_saved)
        entry.correct.clicked.connect(self._on_correct_wanted)

    def knows(self, code: str) -> bool:
        """Whether there is such a sheet."""
        try:
            self._session.ask(lambda desk: desk.survey_sheets.get(code))
        except Refused:
            return False
        return True

    def take(self, code: str) -> None:
        """Asks for what is ticked on the sheet with this code."""
        try:
            sheet = self._session.ask(lambda desk: desk.survey_sheets.get(code))
        except Refused as refused:
            self._entry.warn(self._session.sentence(refused), offers_correction=False)
            self._sounds.play("refused")
            return
        self._show(sheet)
        if sheet.answer is None:
            self._sounds.play("found")
            return
        day = self._session.formats.day(sheet.answer.at.date())
        said = tr("Sheet {n} was entered already, for {day}.").format(n=sheet.number, day=day)
        self._entry.warn(said, offers_correction=True)
        self._entry.allow(False)
        self._sounds.play("refused")

    def _show(self, sheet: Sheet) -> None:
        survey = self._session.ask(lambda desk: desk.surveys.get(sheet.survey))
        self._entry.show_sheet(survey, sheet, sheet.answer.given if sheet.answer else None)

    def _on_correct_wanted(self) -> None:
        if self._entry.sheet:
            self._show(self._entry.sheet)

    def _on_saved(self) -> None:
        sheet, given = self._entry.sheet, self._entry.given()
        if sheet is None:
            return
        kept = self._session.do(
            lambda desk: desk.survey_sheets.enter(sheet.code, given, correct=sheet.answer is not None),
            refused=lambda sentence: self._entry.warn(sentence, offers_correction=False),
        )
        if kept:
            self._sounds.play("done")
            self._notice.tell(tr("Sheet {n} is entered. Scan the next one.").format(n=sheet.number))
            self._entry.begin()
