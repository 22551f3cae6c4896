"""Asks in place why a greeting is set aside; the answer may be empty."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.theme import Theme

LONGEST = 200  # letters


class AsideForm(QWidget):
    """A field and the way back; `answered` carries the reason."""

    answered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.why = Field(theme, tr("Why it is set aside"))
        self.why.setPlaceholderText(tr("Why? For example: met in person"))
        self.why.setMaxLength(LONGEST)
        self.yes = Button(theme, tr("Set aside"), kind="action")
        self.no = Button(theme, tr("Go back"), kind="ghost")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.m.s2)
        row.addWidget(self.why, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.why.returnPressed.connect(self._on_answered)
        self.yes.clicked.connect(self._on_answered)
        self.no.clicked.connect(self.left)

    def ask(self) -> None:
        """Asks anew."""
        self.why.clear()
        self.show()
        self.why.setFocus()

    def _on_answered(self) -> None:
        self.answered.emit(self.why.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
