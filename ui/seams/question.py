"""Asks something in place, between the things it is about: a sentence, what follows from it, and the answers.

To be used as:
    question.ask(tr("Cancel this voucher?"), [Answer(tr("Cancel the voucher"), cancel, "danger")], detail=…)
"""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.theme.buttons import Button
from ui.theme.frames import Panel, empty
from ui.theme.marks import Glyph
from ui.theme.sheet import Kind, Tone, restyle
from ui.theme.text import label
from ui.theme.theme import Theme

ICONS = {"warning": "triangle-alert", "danger": "triangle-alert", "info": "circle-question-mark"}


class Answer(Struct, frozen=True):
    """A button below a question, and what it does."""

    words: str
    do: Callable[[], object]
    kind: Kind = "action"


class Question(Panel):
    """A question on a coloured ground; hidden while nothing is asked. One can always go back."""

    asked = Signal(bool)  # whether it waits for an answer now

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="inset", tone="warning")
        self._icon = Glyph(theme, "triangle-alert", large=True)
        self._sentence, self._detail = label(type_="strong", wrap=True), label(wrap=True)
        self._words, self._answers = QVBoxLayout(), QHBoxLayout()
        self._body: QWidget | None = None
        self._words.setSpacing(theme.m.s2)
        self._words.addWidget(self._sentence)
        self._words.addWidget(self._detail)
        across = QHBoxLayout()
        across.setSpacing(theme.m.s3)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(self._words, 1)
        self.box.addLayout(across)
        self.box.addLayout(self._answers)
        self.hide()

    def keep(self, body: QWidget) -> None:
        """Keeps a field for questions to come, out of sight until then."""
        body.setParent(self)
        body.hide()

    @property
    def is_asked(self) -> bool:
        """Whether it waits for an answer."""
        return not self.isHidden()

    def ask(
        self,
        sentence: str,
        answers: Sequence[Answer],
        *,
        detail: str = "",
        tone: Tone = "warning",
        body: QWidget | None = None,
    ) -> list[Button]:
        """Asks; `body` (a field) stands between words and answers. Returns the buttons of `answers`."""
        self._empty()
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._icon.show_icon(ICONS[tone], tone)
        self.setAccessibleName(sentence)
        restyle(self, tone=tone)
        if body:
            self._body = body
            self._words.addWidget(body)
            body.show()
        buttons = [self._add(answer) for answer in answers]
        self._add(Answer(tr("Go back"), self.withdraw, "ghost"))
        self._answers.addStretch(1)
        self._first = buttons[0]
        self.show()
        self.asked.emit(True)
        (body or buttons[0]).setFocus()
        return buttons

    def answer(self) -> None:
        """Gives the first answer, as Enter in its field does."""
        if self.is_asked:
            self._first.click()

    def withdraw(self) -> bool:
        """Asks no more; False when nothing was asked."""
        asked = self.is_asked
        self.hide()
        self._empty()
        if asked:
            self.asked.emit(False)
        return asked

    def _add(self, answer: Answer) -> Button:
        button = Button(self.theme, answer.words, kind=answer.kind)
        button.clicked.connect(lambda: self._on_answered(answer))
        self._answers.addWidget(button)
        button.show()  # or it would be, and could take the focus, only a moment later
        return button

    def _on_answered(self, answer: Answer) -> None:
        self.withdraw()
        answer.do()

    def _empty(self) -> None:
        empty(self._answers)
        if self._body:
            self._words.removeWidget(self._body)
            self._body.hide()
            self._body = None

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s4, m.s3, m.s4, m.s3)
        self.box.setSpacing(m.s3)
