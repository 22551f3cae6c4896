"""What the sections of the settings have in common: a title, a word when something was saved, and rows."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.forms import FormRow
from ui.theme.text import chip, label
from ui.theme.theme import Theme

WIDEST = 640  # px: longer lines tire the eye
SAID_MS = 4000


class Section(QWidget):
    """One subject of the settings. What is changed is kept at once, and said so beside the title."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.tools = tools
        self.saved = chip(tr("Saved"), "accent")
        self.notice = Banner(theme, "")
        self._quiet = QTimer(self, singleShot=True, interval=SAID_MS)
        self._quiet.timeout.connect(self.saved.hide)
        self.setMaximumWidth(WIDEST)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, theme.m.s2, 0)
        self.box.setSpacing(theme.m.s3)
        head = QHBoxLayout()
        head.addWidget(label(self.title(), "title"))
        head.addWidget(self.saved)
        head.addStretch(1)
        self.box.addLayout(head)
        self.box.addWidget(self.notice)
        self.saved.hide()
        self.notice.hide()

    @staticmethod
    def title() -> str:
        """What the section is called, here and in the list of sections."""
        raise NotImplementedError

    def reload(self) -> None:
        """Shows the shop as it is now."""

    def take_scan(self, code: str) -> bool:
        """Whether the section has a use for a scanned code."""
        return False

    def go_back(self) -> bool:
        """Takes back what is under way; False where nothing is."""
        return False

    # --- for the sections

    def add_row(self, field: QWidget, text: str, *, hint: str = "", narrow: bool = False) -> None:
        """A field under its name; a `narrow` one is as wide as what it holds."""
        row = FormRow(self.theme, field, text=text, hint=hint)
        layout = row.layout()
        if narrow and layout:
            layout.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(row)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Buttons two by two, so that long words and large letters find room."""
        grid = QGridLayout()
        grid.setSpacing(self.theme.m.s3)
        grid.setColumnStretch(2, 1)
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // 2, place % 2)
        self.box.addLayout(grid)

    def add_note(self, text: str) -> None:
        """A line of explanation."""
        self.box.addWidget(label(text, "muted", wrap=True))

    def do(self, action: Callable[[Desk], None]) -> bool:
        """Changes something in the shop and says that it is kept, or why not."""

        def kept(desk: Desk) -> bool:
            action(desk)
            return True

        done = self.session.do(kept, refused=self.refuse)
        if done:
            self.say_saved()
        return bool(done)

    def say_saved(self) -> None:
        """Says for a moment that what was changed is kept."""
        self.notice.hide()
        self.saved.show()
        self._quiet.start()

    def refuse(self, sentence: str) -> None:
        """Says what was refused, until something else is done."""
        self.saved.hide()
        self.notice.say(sentence, tone="danger")
        self.notice.show()
