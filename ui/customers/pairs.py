"""Rows of a name and its value, the values below each other on the right; as many as there are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.frames import empty
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class Pairs(QWidget):
    """A table of two columns without lines; hidden while it is empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.m.s2)
        self._grid.setHorizontalSpacing(theme.m.s3)
        self._rows: tuple[tuple[str, str], ...] = ()
        self.hide()

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """The rows that are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Shows these rows in the place of those before."""
        if self._rows == (new := tuple(rows)):
            return
        self._rows = new
        empty(self._grid)
        for line, (name, value) in enumerate(rows):
            right = ElidedLabel(value, "strong")
            right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, words in enumerate((ElidedLabel(name, "muted"), right)):
                self._grid.addWidget(words, line, column)
                words.show()  # or it would be only a moment later
        self.setVisible(bool(rows))
