"""The section with what a customer said: suggestions, complaints and praise, written down and answered here."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.voices import AT_THE_TILL, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.words import tr
from loyaltydesk.words.voices import KINDS, OUTCOMES, outcome_text, told_text
from ui.customers.columns import voice_columns
from ui.customers.dossier import Dossier
from ui.customers.section import Section
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import RowsModel
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme


class Whole(Scroll):
    """Words that are shown whole where there is room, and can be scrolled where there is not."""

    def __init__(self, words: Panel) -> None:
        super().__init__(words)
        self._words = words

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._words.heightForWidth(self.viewport().width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class VoicesSection(Section):
    """What was said, the newest first, over the whole of the chosen one and its answer."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self._rows = RowsModel[Voice](voice_columns(session))
        name = tr("Suggestions and complaints")
        self.table = TableView(theme, self._rows, name=name, key=lambda voice: voice.id, spare=(3, 1))
        self._whole = Panel(theme, surface="inset")
        self._scroll = Whole(self._whole)
        self._text, self._answer = label(type_="strong", wrap=True), label(wrap=True)
        self._told = ElidedLabel(type_="muted")
        self.note_button = Button(theme, tr("Write one down"), icon="plus")
        self.answer_button = Button(theme, tr("Answer"), icon="message-square-text")
        self.words, self.answer = Field(theme, tr("What they said")), Field(theme, tr("The answer"))
        self.answer.setPlaceholderText(tr("said at the next visit, and on the slip"))
        self._about = ""  # what the answer that is typed is about
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def fill(self, dossier: Dossier) -> None:
        place = self.table.place()
        self._rows.set_rows(dossier.voices)
        self.table.go_back(place)
        if self.table.current() is None and dossier.voices:
            self.table.choose(dossier.voices[0].id)
        self._on_chosen(self.table.current())
        self._stack.setCurrentIndex(0 if dossier.voices else 1)

    def forget(self) -> None:
        super().forget()
        self.words.clear()
        self._about = ""

    def start(self) -> None:
        (self.table if self.dossier.voices else self.note_button).setFocus()

    def ask_to_note(self) -> None:
        """Asks what was said; Enter keeps it as a suggestion."""
        self.question.ask(
            tr("What do they say?"),
            [
                Answer(
                    tr(KINDS[kind]), partial(self._note, kind), "action" if kind is VoiceKind.SUGGESTION else "outline"
                )
                for kind in AT_THE_TILL
            ],
            detail=tr("In a few words, then choose what it is."),
            tone="info",
            body=self.words,
        )

    def ask_to_answer(self) -> None:
        """Asks for the answer to the chosen one, and what became of it; an answer that was given can be changed."""
        voice: Voice | None = self.table.current()
        if voice is None:
            return
        if voice.id != self._about:
            self._about = voice.id
            self.answer.setText(voice.answer)
        good = VoiceOutcome.TAKEN_UP
        self.question.ask(
            tr("What is the answer?"),
            [
                Answer(tr(words), partial(self._give, voice, outcome), "action" if outcome is good else "outline")
                for (kind, outcome), words in OUTCOMES.items()
                if kind is voice.kind and (outcome is good or kind is not VoiceKind.PRAISE)
            ],
            tone="info",
            body=self.answer,
        )

    # --- inside

    def _lay_out(self) -> None:
        actions = QHBoxLayout(self.foot)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(self.theme.m.s2)
        actions.addWidget(self.answer_button)
        actions.addWidget(self.note_button)
        actions.addStretch(1)
        for words in (self._text, self._answer, self._told):
            self._whole.box.addWidget(words)
        hint = tr("What they say is written down here or at the till; the answer is told at their next visit.")
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState(self.theme, "message-square-text", title=tr("Nothing said yet"), hint=hint))
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._scroll)
        self.end_column()

    def _connect(self) -> None:
        for field in (self.words, self.answer):
            self.question.keep(field)
            field.returnPressed.connect(self.question.answer)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.ask_to_answer)
        self.note_button.clicked.connect(self.ask_to_note)
        self.answer_button.clicked.connect(self.ask_to_answer)

    def _note(self, kind: VoiceKind) -> None:
        noted: list[Voice] = []

        def note(desk: Desk) -> None:
            noted.append(desk.voices.note(self.customer, self.words.text(), kind=kind))

        if self.do(note, said=tr("It is written down.")):
            self.words.clear()
            self.table.choose(noted[0].id)
            self.start()
        else:
            self.ask_to_note()

    def _give(self, voice: Voice, outcome: VoiceOutcome) -> None:
        text = self.answer.text()
        if self.do(
            lambda desk: desk.voices.answer(voice.id, text, outcome=outcome),
            said=tr("It is told at the next visit."),
        ):
            self._about = ""
            self.start()
        else:
            self.ask_to_answer()

    # --- slots

    def _on_chosen(self, voice: Voice | None) -> None:
        self._scroll.setVisible(voice is not None)
        self.answer_button.setVisible(voice is not None)
        if voice:
            self._text.setText(voice.text)
            self._answer.setText(voice.answer)
            self._answer.setVisible(bool(voice.answer))
            self._told.setText(self._story(voice))

    def _story(self, voice: Voice) -> str:
        """Who wrote it down, what became of it and since when the customer knows."""
        day = self.session.formats.day
        by = tr("{day}, written down by {name}") if voice.staff else tr("{day}, written down")
        story = [by.format(day=day(voice.at.date()), name=voice.staff)]
        if voice.answered_at:
            outcome, answered = outcome_text(voice), day(voice.answered_at.date())
            story.append(tr("{outcome} on {day}").format(outcome=outcome, day=answered))
        if voice.told_at:
            story.append(told_text(voice, self.session.formats))
        return " · ".join(story)
