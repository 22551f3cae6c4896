"""Tells customers by letter or e-mail what became of what they said; what a printer took is noted as told."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.eml import Letter, draft
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.voices import Telling, Voice
from loyaltydesk.printing.files import save
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr, tr_n
from ui.paper.dialog import PaperDialog
from ui.seams.file_dialogs import ask_to_save
from ui.seams.paper import paper_for
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme


def ask_where(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for an e-mail, "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save the e-mail"), kind=tr("E-mail"))


class Letters(QObject):
    """`said` carries what is to be said above the view, and its tone."""

    said = Signal(str, str)

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._session, self._tools, self._parent = theme, session, tools, parent
        # What asks a person may be replaced, by a test or by the tour.
        self.ask_file: Callable[[QWidget, str], str] = ask_where
        self.show_paper: Callable[[PaperDialog], object] = lambda dialog: dialog.exec()

    def waiting(self, desk: Desk) -> list[Voice]:
        """Whom there is to write to."""
        return desk.voice_letters.waiting()

    def print_letters(self, ids: Sequence[str]) -> None:
        """Shows the letters about these voices, or about all that wait; those that are printed are noted as told."""
        try:
            wanted = list(ids) or [voice.id for voice in self._session.ask(self.waiting)]
            if not wanted:
                return
            document = self._session.ask(lambda desk: letters_of(desk, wanted))
        except Refused as refused:
            self._refuse(refused)
            return
        dialog = PaperDialog(self._theme, document, title=document.title, parent=self._parent, tools=self._tools)
        printed: set[int] = set()
        dialog.printed.connect(printed.update)
        self.show_paper(dialog)
        dialog.deleteLater()
        self._note([wanted[page] for page in sorted(printed) if page < len(wanted)], Telling.LETTER)

    def save_mail(self, voice: Voice) -> None:
        """Saves the answer as a draft of an e-mail, and notes it as told."""
        try:
            name, content = self._session.ask(lambda desk: mail_of(desk, voice.id))
            chosen = self.ask_file(self._parent, name)
            if not chosen:
                return
            save(content, Path(chosen))
        except Refused as refused:
            self._refuse(refused)
            return
        self._note([voice.id], Telling.E_MAIL)
        self.said.emit(tr("Saved as {path}").format(path=Path(chosen).name), "accent")

    def _note(self, voices: Sequence[str], how: Telling) -> None:
        def keep(desk: Desk) -> int:
            with desk.writing():
                there = [voice for voice in voices if desk.voices.is_there(voice)]  # the others: forgotten meanwhile
                for voice in there:
                    desk.voices.told(voice, how=how)
            return len(there)

        if not voices:
            return
        told = self._session.do(keep, refused=lambda sentence: self.said.emit(sentence, "danger"))
        if told:
            words = tr_n("{n} customer is noted as told.", "{n} customers are noted as told.", told)
            self.said.emit(words.format(n=self._session.formats.number(told)), "accent")

    def _refuse(self, refused: Refused) -> None:
        self.said.emit(self._session.sentence(refused), "danger")


def letters_of(desk: Desk, voices: Sequence[str]) -> Document:
    """The letters about these voices, each in its customer's language. Raises what the desk refuses."""
    from loyaltydesk.printing.voice_letter import voice_letters_scene
    from loyaltydesk.printing.voice_letter_filling import voice_letter

    today, letters = desk.now().date(), []
    for voice in voices:
        facts = desk.voice_letters.facts(voice)
        letters.append(voice_letter(paper_for(desk, facts.customer), facts, today))
    return voice_letters_scene(letters, tr("Letters"))


def mail_of(desk: Desk, voice: str) -> tuple[str, bytes]:
    """What a draft may be called, and its content. Raises what the desk refuses, and BadRequest for no address."""
    from loyaltydesk.printing.voice_letter import letter_text
    from loyaltydesk.printing.voice_letter_filling import voice_letter

    facts = desk.voice_letters.facts(voice)
    letter = voice_letter(paper_for(desk, facts.customer), facts, desk.now().date())
    profile = facts.customer.profile
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in profile.called)
    name = " ".join(kept.split())[:60] or "letter"
    return f"{name}.eml", draft(Letter(profile.email, profile.called, letter.heading, letter_text(letter)))
