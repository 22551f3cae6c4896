"""What the views of the Programme page have in common: a bar with a title, a line on what it is for, and buttons."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class View(QWidget):
    """One view; `column` stands below its bar."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.bar = Panel(theme, surface="bar", across=True)
        self.title, self.hint = ElidedLabel(type_="name"), ElidedLabel(type_="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        words.addStretch(1)
        self.bar.box.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(theme.m.s5, theme.m.s4, theme.m.s5, theme.m.s4)
        self.column.setSpacing(theme.m.s3)
        whole.addLayout(self.column, 1)
        theme.changed.connect(self._show_what_fits)

    def say_title(self, title: str, hint: str = "") -> None:
        """Names the view."""
        self.title.setText(title)
        self.hint.setText(hint)
        self._show_what_fits()

    def add_back(self) -> Button:
        """A button that leads back, as Escape does."""
        back = Button(self.theme, tr("Back"), icon="arrow-left")
        self.bar.box.addWidget(back)
        return back

    def start(self) -> None:
        """Puts the focus where work begins."""

    def _show_what_fits(self) -> None:
        """Large text in a low window leaves the bar no room for two lines."""
        room = self.theme.m.topbar - self.title.sizeHint().height()
        self.hint.setVisible(bool(self.hint.text()) and self.hint.sizeHint().height() < room)
