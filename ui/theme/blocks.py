"""Blocks that speak to a person: a banner in its tone, and what stands where there is nothing to show yet.

To be used as:
    Banner(theme, tr("Practice: nothing is saved."), tone="warning")
    EmptyState(theme, "scan-barcode", title=tr("Ready to scan"), hint=tr("Scan a loyalty card at any time."))
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui.theme.frames import Panel
from ui.theme.marks import Glyph, IconTile
from ui.theme.sheet import Tone, restyle
from ui.theme.text import label
from ui.theme.theme import Theme

BANNER_ICONS = {
    "": "info",
    "accent": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
    "info": "info",
    "gold": "star",
}


class Banner(Panel):
    """A sentence on a coloured ground, never colour alone: an icon, bold words, a line of detail, one action."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        detail: str = "",
        tone: Tone = "info",
        action: QWidget | None = None,
    ) -> None:
        super().__init__(theme, surface="inset", tone=tone, across=True)
        self._icon = Glyph(theme, "info", large=True)
        self._text, self._detail = label(type_="strong", wrap=True), label(type_="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        self.box.addWidget(self._icon)
        self.box.addLayout(words, 1)
        if action:
            self.box.addWidget(action)
        self.say(text, detail=detail, tone=tone)

    def say(self, text: str, *, detail: str = "", tone: Tone = "info") -> None:
        """Shows another sentence."""
        self._text.setText(text)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._icon.show_icon(BANNER_ICONS[tone], tone or "text_muted")
        self.setAccessibleName(text)
        restyle(self, tone=tone)

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s4, m.s3, m.s4, m.s3)


class EmptyState(QWidget):
    """An icon, a title and a hint in the middle of an empty place, and perhaps the one thing to do about it."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        title: str,
        hint: str = "",
        action: QAbstractButton | None = None,
    ) -> None:
        super().__init__()
        self._tile = IconTile(theme, icon, side="large")
        self._title, self._hint = label(type_="name", wrap=True), label(type_="muted", wrap=True)
        box = QVBoxLayout(self)
        box.setSpacing(theme.m.s3)
        box.addStretch(1)
        box.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self._title, self._hint):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(words)
        if action:
            box.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(1)
        self.say(icon, title, hint=hint)

    def say(self, icon: str, title: str, *, hint: str = "", tone: Tone = "accent") -> None:
        """Shows another icon, title and hint."""
        self._tile.show_icon(icon, tone)
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
