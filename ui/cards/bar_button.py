"""A button of the title bar that gives its words up where the bar has no room for them, and keeps its icon."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.theme.buttons import Button
from ui.theme.text import set_tip
from ui.theme.theme import Theme


class BarButton(Button):
    """A button with an icon; without room it shows its words as a tool tip."""

    def __init__(self, theme: Theme, text: str, *, icon: str) -> None:
        super().__init__(theme, text, icon=icon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def has_words(self) -> bool:
        """Whether there is room for the words."""
        return self.width() >= self.sizeHint().width()

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(self.theme.m.touch, whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        set_tip(self, "" if self.has_words else self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.has_words:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.iconSize = QSize(self.theme.m.icon, self.theme.m.icon)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
