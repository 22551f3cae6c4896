"""The panel on the left of the partners: a search, what is shown of the list, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from loyaltydesk.words import tr
from ui.seams.line_list import LineList
from ui.seams.lines import Line
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class ListPanel(Panel):
    """`sifted` says that another part of the list is wanted."""

    sifted = Signal()

    def __init__(self, theme: Theme, name: str, sieves: Sequence[tuple[str, str]]) -> None:
        """`sieves` are (key, name) of parts of the list."""
        super().__init__(theme)
        self._count = ElidedLabel(type_="title")
        self.search = Field(theme, tr("Find"), kind="search", lead=Glyph(theme, "search"))
        self.search.setPlaceholderText(tr("Name or words"))
        self.sieve = Choice(tr("Shown"), sieves)
        self.sieve.setMinimumContentsLength(6)
        self.sieve.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lines = LineList(theme, name=name)
        m = theme.m
        self.box.setContentsMargins(m.s3, m.s3, m.s3, m.s3)
        for widget in (self.search, self.sieve, self._count):
            self.box.addWidget(widget)
        self.box.addWidget(self.lines, 1)
        self.search.textChanged.connect(self.sifted)
        self.sieve.chosen.connect(lambda _key: self.sifted.emit())

    def show_lines(self, lines: Sequence[Line], counted: str) -> None:
        """Shows these lines, and how many there are in words."""
        self._count.setText(counted)
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
