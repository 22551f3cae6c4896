"""What the window knows of a page: a bar with a title and actions on top, and what the page does when it is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.seams.session import Session
from ui.theme.frames import Panel
from ui.theme.text import label
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
        words.addWidget(label(title, "name"))
        if hint:
            words.addWidget(label(hint, "muted"))
        words.addStretch(1)
        self.bar.box.addLayout(words, 1)

    def entered(self) -> None:
        """The page is shown now, with the focus where work begins."""
        if self._stale:
            self._stale = False
            self.reload()

    def take_scan(self, code: str) -> bool:
        """Whether the page does something of its own with a scanned code."""
        return False

    def open(self, what: str) -> None:
        """Shows one thing in particular (a customer's id), as another page asked for it by `wanted`."""

    def reload(self) -> None:
        """Shows the shop as it is now."""

    def _on_shop_changed(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
