"""One step of the wizard: whether it is answered, what its button says, and where the focus begins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.theme.blocks import Banner
from ui.theme.theme import Theme


class Step(QWidget):
    """Fills `box`; says in `banner` what is wrong."""

    answered = Signal()  # whether one can go on may be another now

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.banner = Banner(theme, "", tone="danger")
        self.banner.hide()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.m.s5, theme.m.s4, theme.m.s5, theme.m.s4)
        self.box.setSpacing(theme.m.s3)
        self.box.addWidget(self.banner)

    @property
    def is_ready(self) -> bool:
        """Whether one can go on."""
        return True

    def start(self) -> None:
        """Puts the focus where the step begins, while one cannot go on yet."""

    def next_words(self) -> str:
        """What the button that leads on says."""
        return tr("Next")

    def refuse(self, sentence: str) -> None:
        """Says what is wrong; empty takes it back."""
        self.banner.say(sentence, tone="danger")
        self.banner.setVisible(bool(sentence))

    def tell(self, sentence: str) -> None:
        """Says what was done."""
        self.banner.say(sentence, tone="info")
        self.banner.show()


class QuietTable(TableView):
    """A table to look at: Enter goes on to the wizard."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
