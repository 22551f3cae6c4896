"""What a person agreed to and when, in their own row of the form: given today, or taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.people import agreed
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme


class ConsentRow(QWidget):
    """Shows the consent as it was worded then; a button gives it today or takes it back."""

    edited = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self.text = ""
        self._mark = Glyph(theme, "shield-check")
        self._words = label(wrap=True)
        self.button = Button(theme, "", kind="small")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(self._mark)
        box.addWidget(self._words, 1)
        box.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self.show_consent("")

    def show_consent(self, text: str) -> None:
        """Shows what was agreed to, or that nothing was."""
        self.text = text
        self._mark.show_icon("shield-check" if text else "info", "accent" if text else "text_muted")
        self._words.setText(text or tr("No consent is kept."))
        self.button.setText(tr("Take back") if text else tr("Agrees today"))

    def _on_button_clicked(self) -> None:
        day = self._session.ask(lambda desk: desk.now()).date()
        self.show_consent("" if self.text else agreed(day))
        self.edited.emit()
