"""Asks the customer on the display: one question at a time, with faces, numbers or answers to touch."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QWidget

from loyaltydesk.model.surveys import Question, QuestionKind
from loyaltydesk.words import Words, mark
from loyaltydesk.words.surveys import FACES, ends, value_words
from ui.display.faces import Face
from ui.seams.elided_button import ElidedButton
from ui.theme.buttons import Button
from ui.theme.frames import Panel, empty
from ui.theme.text import label
from ui.theme.theme import Theme

LIKE_THE_PICTURE = (1024, 600)  # px: the sizes below are for such a window
QUESTION, NUMBER, CHOICE, SMALL, EDGE, GAP = 44, 34, 26, 20, 56, 14
MANY = 7  # numbers, from which on they have to be smaller
FACES_HIGH, NUMBERS_HIGH, CHOICE_HIGH = 190, 110, 76
LONG_QUESTION = 80  # letters of a question that are written at full size
SMALLEST = 14  # px of the letters of an answer
NO_THANKS, THANKS, ONE_OF = mark("No, thank you"), mark("Thank you for telling us!"), mark("{n} of {all}")


class AskScreen(Panel):
    """Lies over what the display shows; nothing on it ever takes the keyboard."""

    answered = Signal(int)
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, surface="page")
        self.setParent(parent)
        self._question, self._place = label(wrap=True), label(type_="muted")
        self._low, self._high = label(type_="muted", wrap=True), label(type_="muted", wrap=True)
        self._high.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.no_thanks = Button(theme, "", kind="ghost")
        self.no_thanks.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ticks: dict[int, QAbstractButton] = {}
        self._high_px, self._size, self._columns = NUMBERS_HIGH, NUMBER, 1
        self._grid, self._ends, foot = QGridLayout(), QHBoxLayout(), QHBoxLayout()
        self._ends.addWidget(self._low, 1)
        self._ends.addWidget(self._high, 1)
        foot.addWidget(self._place)
        foot.addStretch(1)
        foot.addWidget(self.no_thanks)
        self.box.addStretch(2)
        self.box.addWidget(self._question)
        self.box.addStretch(1)
        self.box.addLayout(self._grid)
        self.box.addSpacing(theme.m.s2)
        self.box.addLayout(self._ends)
        self.box.addStretch(2)
        self.box.addLayout(foot)
        self.no_thanks.clicked.connect(self.declined)
        theme.changed.connect(self._grow)
        self.hide()

    def ask(self, question: Question, words: Words, *, place: tuple[int, int]) -> None:
        """Shows a question in the customer's language; `place` is its number and how many there are."""
        self._question.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._question.setText(question.text(words.language))
        self._place.setText(words.tr(ONE_OF).format(n=place[0], all=place[1]) if place[1] > 1 else "")
        self.no_thanks.setText(words.tr(NO_THANKS))
        self.no_thanks.show()
        low, high = ends(question.kind, words)
        has_faces = question.kind is QuestionKind.SATISFACTION
        self._low.setText("" if has_faces else low)
        self._high.setText("" if has_faces else high)
        empty(self._grid)
        self.ticks = {value: self._tick(question, value, words) for value in question.values}
        listed = question.kind is QuestionKind.CHOICE
        self._columns = columns = 2 if listed and len(self.ticks) > 2 else 1 if listed else max(1, len(self.ticks))
        for number, (value, button) in enumerate(self.ticks.items()):
            button.clicked.connect(lambda _on=False, value=value: self.answered.emit(value))
            button.installEventFilter(self)
            self._grid.addWidget(button, number // columns, number % columns)
            button.show()
        self._high_px = FACES_HIGH if has_faces else CHOICE_HIGH if listed else NUMBERS_HIGH
        self._size = CHOICE if listed or len(self.ticks) > MANY else NUMBER
        self._show()

    def thank(self, words: Words) -> None:
        """Says thank you, with nothing to touch."""
        empty(self._grid)
        self.ticks = {}
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._question.setText(words.tr(THANKS))
        for said in (self._low, self._high, self._place):
            said.clear()
        self.no_thanks.hide()
        self._show()

    # --- inside

    def _tick(self, question: Question, value: int, words: Words) -> QAbstractButton:
        if question.kind is QuestionKind.SATISFACTION:
            return Face(self.theme, value - 1, name=words.tr(FACES[value - 1]))
        button = ElidedButton(self.theme, value_words(question, value, words))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setProperty("narrow", len(question.values) > MANY)
        return button

    def _show(self) -> None:
        above = self.parentWidget()
        if above:
            self.setGeometry(above.rect())
        self._grow()
        self.show()
        self.raise_()

    def _grow(self) -> None:
        """Letters and what is touched as large as the window allows."""
        scale = min(self.width() / LIKE_THE_PICTURE[0], self.height() / LIKE_THE_PICTURE[1])
        asked = QUESTION if len(self._question.text()) <= LONG_QUESTION else QUESTION * 2 // 3
        for words, size in ((self._question, asked), *((each, SMALL) for each in self._small())):
            _enlarge(words, max(11, round(size * scale)))
        edge, gap = round(EDGE * scale), max(4, round((GAP if self._columns <= MANY else GAP / 2) * scale))
        room = (self.width() - 2 * edge - gap * (self._columns - 1)) // self._columns
        for button in self.ticks.values():
            button.setFixedHeight(max(44, round(self._high_px * scale)))
            if isinstance(button, ElidedButton):
                self._fit(button, scale, room=room)
        _enlarge(self.no_thanks, max(12, round(SMALL * scale)))
        self._grid.setSpacing(gap)
        self.box.setContentsMargins(edge, edge // 2, edge, edge // 2)

    def _small(self) -> tuple[QLabel, ...]:
        return self._place, self._low, self._high

    def _fit(self, button: ElidedButton, scale: float, *, room: int) -> None:
        """Writes the words of a button as large as its room (px) allows; what is longer still ends in "…"."""
        said = button.accessibleName()
        pixels = max(SMALLEST, round(self._size * scale))
        _enlarge(button, pixels)
        wide = button.fontMetrics().horizontalAdvance(said)
        if wide + button.chrome() > room:
            _enlarge(button, max(SMALLEST, pixels * (room - button.chrome()) // wide))

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The second tap of two quick ones was for the question before, whose place the next one took."""
        return event.type() is QEvent.Type.MouseButtonDblClick or super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


def _enlarge(words: QWidget, pixels: int) -> None:
    font = QFont(words.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if pixels > SMALL else QFont.Weight.DemiBold)
    words.setFont(font)
