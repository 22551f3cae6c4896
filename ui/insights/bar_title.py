"""The page's name in the title bar over a line that says what is compared; both give way to what stands beside them."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class BarTitle(QWidget):
    """Two lines, or one where large text in a low bar leaves no room for the second."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.theme = theme
        self._title, self._line = ElidedLabel(title, "name"), ElidedLabel("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._show_what_fits)

    def show_line(self, line: str) -> None:
        """Shows another line below the name."""
        self._line.setText(line)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        room = self.theme.m.topbar - self._title.sizeHint().height()
        self._line.setVisible(bool(self._line.text()) and self._line.sizeHint().height() < room)
