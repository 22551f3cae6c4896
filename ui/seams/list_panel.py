"""The panel on the left of a view, a search and a list, and how a view is laid out with a list and what it leads to."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.line_list import LineList
from ui.seams.lines import Line
from ui.seams.views import View
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme

NARROW, WIDE = 7, 11  # how a list and what stands beside it share the width


class ListPanel(Panel):
    """`sifted` says that another part of the list is wanted."""

    sifted = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        sieves: Sequence[tuple[str, str]],
        *,
        kinds: Sequence[tuple[str, str]] = (),
    ) -> None:
        """`sieves` are (key, name) of parts of the list; `kinds` another choice beside it."""
        super().__init__(theme)
        self._count = ElidedLabel(type_="title")
        self.search = Field(theme, tr("Find"), kind="search", lead=Glyph(theme, "search"))
        self.search.setPlaceholderText(tr("Name or words"))
        self.sieve = Choice(tr("Shown"), sieves)
        self.kinds = Choice(tr("Kind"), kinds)
        self.lines = LineList(theme, name=name)
        m = theme.m
        self.box.setContentsMargins(m.s3, m.s3, m.s3, m.s3)
        choices = QGridLayout()
        choices.setSpacing(m.s2)
        choices.addWidget(self.sieve, 0, 0)
        choices.addWidget(self.kinds, 0, 1)
        for column in range(2 if kinds else 1):
            choices.setColumnStretch(column, 1)
        for choice in (self.sieve, self.kinds):
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.addWidget(self.search)
        self.box.addLayout(choices)
        self.kinds.setVisible(bool(kinds))  # now that it is inside: before it would be a window of its own
        self.box.addWidget(self._count)
        self.box.addWidget(self.lines, 1)
        self.search.textChanged.connect(self.sifted)
        self.sieve.chosen.connect(lambda _key: self.sifted.emit())
        self.kinds.chosen.connect(lambda _key: self.sifted.emit())

    def show_lines(self, lines: Sequence[Line], counted: str) -> None:
        """Shows these lines, and how many there are in words; nobody chose the line that is the current one then."""
        self._count.setText(counted)
        with QSignalBlocker(self.lines):
            self.lines.show_lines(lines)

    def go_back(self) -> bool:
        """Takes the search back; False when there is nothing to take back."""
        if not self.search.text():
            return False
        self.search.clear()
        self.lines.setFocus()
        return True

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.search.hasFocus():
            self.lines.setFocus()
        else:
            super().keyPressEvent(event)


def lay_out_beside(view: View, left: QWidget, *, right: QWidget, above: QWidget) -> None:
    """Lays a view out: a list and what it leads to side by side, below what is said of both."""
    m = view.theme.m
    columns = QHBoxLayout()
    columns.setSpacing(m.s4)
    columns.addWidget(left, NARROW)
    columns.addWidget(right, WIDE)
    column = QVBoxLayout(view)
    column.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
    column.setSpacing(m.s3)
    column.addWidget(above)
    column.addLayout(columns, 1)
