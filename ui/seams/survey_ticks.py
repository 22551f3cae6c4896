"""What can be ticked on a question of a survey: a row of numbers with what their ends mean, or answers to choose."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.surveys import Question, QuestionKind
from loyaltydesk.words import Words, tr
from loyaltydesk.words.surveys import ends, value_words
from ui.seams.elided_button import ElidedButton
from ui.theme.buttons import Button
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme

COLUMNS = 2  # of answers to choose from


class TickRow(QWidget):
    """The buttons of one question; `ticked` carries the value somebody pressed, which is on from then."""

    ticked = Signal(int)

    def __init__(self, theme: Theme, question: Question, words: Words) -> None:
        super().__init__()
        self._values = list(question.values)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s1)
        grid = QGridLayout()
        grid.setSpacing(theme.m.s2)
        column.addLayout(grid)
        listed = question.kind is QuestionKind.CHOICE
        across = COLUMNS if listed else len(self._values)
        for number, value in enumerate(self._values):
            said = value_words(question, value, words)
            button = ElidedButton(theme, said, key=str(number + 1)) if listed else Button(theme, said)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # digits and arrows answer; Tab leads on
            self._group.addButton(button, value)
            grid.addWidget(button, number // across, number % across)
        for place in range(across):
            grid.setColumnStretch(place, 1)
        low, high = ends(question.kind, words)
        if low:
            column.addLayout(_ends(low, high))
        self._group.idClicked.connect(self.ticked)

    @property
    def value(self) -> int | None:
        """What is ticked; None for nothing."""
        found = self._group.checkedId()
        return found if found in self._values else None

    def tick(self, value: int | None) -> None:
        """Shows a value as ticked, or none."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == value)
        self._group.setExclusive(True)

    def tell(self, question: str) -> None:
        """Tells a screen reader what the buttons answer."""
        for button in self._group.buttons():
            button.setAccessibleName(tr("{what}: {when}").format(what=question, when=button.accessibleName()))


def _ends(low: str, high: str) -> QHBoxLayout:
    row = QHBoxLayout()
    first, last = ElidedLabel(low, "muted"), ElidedLabel(high, "muted")
    last.setAlignment(Qt.AlignmentFlag.AlignRight)
    row.addWidget(first, 1)
    row.addWidget(last, 1)
    return row
