"""A question in place: what was begun is not recorded yet, and somebody wants to go on."""

from PySide6.QtCore import Signal

from loyaltydesk.words import tr
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme


class Question(Panel):
    """One sentence, and the two ways on: Enter keeps what was begun, Esc drops it."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="inset", tone="warning", across=True)
        self._words = label(type_="strong", wrap=True)
        keep = Button(theme, tr("Record it"), kind="small", key="⏎")
        drop = Button(theme, tr("Drop it"), kind="small", key="Esc")
        self.box.addWidget(Glyph(theme, "triangle-alert", role="warning", large=True))
        self.box.addWidget(self._words, 1)
        self.box.addWidget(keep)
        self.box.addWidget(drop)
        keep.clicked.connect(self.kept)
        drop.clicked.connect(self.dropped)
        self.hide()

    def ask(self, sentence: str) -> None:
        """Asks until one of the two is chosen or `hide` is called."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
