"""A question of a survey at the till, where the customer has nothing to touch: the cashier asks and types a digit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.surveys import LONGEST_WORDS, Question, QuestionKind
from loyaltydesk.words import Words, tr
from ui.seams.survey_keys import may_grow, typed
from ui.seams.survey_ticks import TickRow
from ui.theme.buttons import Button
from ui.theme.frames import Panel, empty
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme
from ui.till.entry import EntryField


class AskPanel(Panel):
    """One question; a digit answers it, Enter passes it over or ends the words, Esc asks no more."""

    answered = Signal(object)  # a value, or None for nothing
    told = Signal(str)  # in their own words
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._question: Question | None = None
        self._ticks: TickRow | None = None
        self._waits = False
        self._head, self._text = ElidedLabel(type_="muted"), label(type_="title", wrap=True)
        self.field = EntryField(theme, tr("What they said"))
        self.field.setMaxLength(LONGEST_WORDS)
        self.skip = Button(theme, tr("Next"), kind="small", key="⏎")
        self.stop = Button(theme, tr("Ask no more"), kind="ghost", key="Esc")
        head, foot, inside = QHBoxLayout(), QHBoxLayout(), QWidget()
        self._room = QVBoxLayout(inside)
        self._room.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._head, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.stop)
        foot.addStretch(1)
        self.box.addLayout(head)
        self.box.addWidget(self._text)
        self.box.addWidget(inside)
        self.box.addWidget(self.field)
        self.box.addLayout(foot)
        self.box.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field.entered.connect(lambda: self.told.emit(self.field.text()))
        self.field.left.connect(self.left)
        self.skip.clicked.connect(self._pass_over)
        self.stop.clicked.connect(self.left)
        self.hide()

    def ask(self, question: Question, words: Words, *, head: str) -> None:
        """Asks in the customer's language; `head` says which survey and which of its questions it is."""
        self._question, self._waits = question, False
        text = question.text(words.language)
        self._head.setText(head)
        self._text.setText(text)
        empty(self._room)
        is_text = question.kind is QuestionKind.TEXT
        self._ticks = None if is_text else TickRow(self.theme, question, words)
        if self._ticks:
            self._ticks.tell(text)
            self._ticks.ticked.connect(lambda value: self.answered.emit(value))
            self._room.addWidget(self._ticks)
            self._ticks.show()
        self.field.clear()
        self.field.setVisible(is_text)
        (self.field if is_text else self).setFocus()

    # --- inside

    def _pass_over(self) -> None:
        if self.field.isVisible():
            self.told.emit(self.field.text())
        else:
            self.answered.emit(self._ticks.value if self._ticks else None)

    def _type(self, key: str) -> None:
        question, ticks = self._question, self._ticks
        if question is None or ticks is None:
            return
        found = typed(question, key, ticks.value, waits=self._waits)
        ticks.tick(found.value)
        self._waits = found.value is not None and not found.moves_on and may_grow(question, found.value)
        if found.moves_on:
            self.answered.emit(found.value)
        if found.over and self.isVisible():
            self._type(found.over)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pass_over()
        elif len(event.text()) == 1 and event.text() in "0123456789":
            self._type(event.text())
        else:
            super().keyPressEvent(event)
