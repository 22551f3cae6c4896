"""What is under way with a table, how far it is, and a button to give it up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import IconTile
from ui.theme.progress import ProgressBar
from ui.theme.text import label
from ui.theme.theme import Theme

WIDE = 560  # px


class ProgressView(QWidget):
    """A card in the middle."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.bar = ProgressBar(theme)
        self._formats: QtFormats | None = None
        self._title, self._hint = label(type_="name", wrap=True), label(type_="muted", wrap=True)
        self._count = label(type_="muted")
        self.stop_button = Button(theme, tr("Cancel"))
        card = Panel(theme)
        card.box.setContentsMargins(theme.m.s6, theme.m.s5, theme.m.s6, theme.m.s5)
        card.box.setSpacing(theme.m.s3)
        card.setFixedWidth(WIDE * theme.text_percent // 100)
        card.box.addWidget(IconTile(theme, "rows-3", side="medium"))
        for widget in (self._title, self._hint, self.bar, self._count):
            card.box.addWidget(widget)
        card.box.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignRight)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)

    def begin(self, title: str, hint: str, *, formats: QtFormats) -> None:
        """Shows the start of what is done."""
        self._formats = formats
        self._title.setText(title)
        self._hint.setText(hint)
        self._count.setText(" ")
        self.bar.setAccessibleName(title)
        self.bar.show_progress(0, goal=1)
        self.bar.setVisible(False)
        self.stop_button.setEnabled(True)
        self.stop_button.setFocus()

    def advance(self, done: int, whole: int) -> None:
        """Shows how many rows are done, of how many where that is known."""
        if self._formats is None:
            return
        number = self._formats.number
        self.bar.setVisible(whole > 0)
        if whole:
            self.bar.show_progress(done, goal=whole)
            self._count.setText(tr("{done} of {whole}").format(done=number(done), whole=number(whole)))
        elif done:
            self._count.setText(tr_n("{n} row", "{n} rows", done).format(n=number(done)))

    def tell_stopping(self) -> None:
        """Says that it will end at once."""
        self.stop_button.setEnabled(False)
        self._count.setText(tr("Stopping …"))
