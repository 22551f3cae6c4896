"""What the window knows of a page: a bar with a title and actions on top, and what the page does when it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.seams.session import Session
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme


class Page(QWidget):
    """A page of the rail. It reloads when the shop changed and it is seen, or when it is next shown."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self._stale = False
        self.bar = Panel(theme, surface="bar", across=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.bar)
        session.changed.connect(self._on_shop_changed)

    def add_title(self, title: str, hint: str = "") -> None:
        """Puts the page's name, and a line on what it is for, at the start of the bar."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        self._title, self._hint = ElidedLabel(title, "name"), label(hint, "muted")
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch(1)
        self.bar.box.addLayout(words, 1)
        self.theme.changed.connect(self._show_what_fits)
        self._show_what_fits()

    def entered(self) -> None:
        """The page is shown now, with the focus where work begins."""
        if self._stale:
            self._stale = False
            self.reload()

    def take_scan(self, code: str) -> bool:
        """Whether the page does something of its own with a scanned code."""
        return False

    def go_back(self) -> bool:
        """Escape: takes back the last step on this page; False when there is none, and the till comes next."""
        return False

    def open(self, what: str) -> None:
        """Shows one thing in particular (a customer's id), as another page asked for it by `wanted`."""

    def reload(self) -> None:
        """Shows the shop as it is now."""

    def _show_what_fits(self) -> None:
        """Large text in a low window leaves the bar no room for two lines."""
        room = self.theme.m.topbar - self._title.sizeHint().height()
        self._hint.setVisible(bool(self._hint.text()) and self._hint.sizeHint().height() < room)

    def _on_shop_changed(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
