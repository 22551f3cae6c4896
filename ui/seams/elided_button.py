"""A button whose words end in "…" where room ends, so that a long answer never makes a window wider."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from ui.theme.buttons import Button
from ui.theme.text import literal, set_tip
from ui.theme.theme import Theme

_SIZE = QStyle.ContentsType.CT_PushButton
APART = "   "  # between the words and the key


class ElidedButton(Button):
    """As wide as its layout has room; the whole of its words is its tool tip where they are cut."""

    def __init__(self, theme: Theme, text: str, *, key: str = "") -> None:
        self._whole, self._hint = text, f"{APART}{key}" if key else ""
        super().__init__(theme, text, key=key)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def chrome(self) -> int:
        """How much wider than its words it has to be, in px."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return self.style().sizeFromContents(_SIZE, option, QSize(0, 0), self).width()

    def _elide(self) -> None:
        letters = self.fontMetrics()
        room = self.width() - self.chrome() - letters.horizontalAdvance(self._hint)
        shown = letters.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 0))
        if self.text() != literal(shown + self._hint):
            QPushButton.setText(self, literal(shown + self._hint))
            set_tip(self, "" if shown == self._whole else self._whole)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()
