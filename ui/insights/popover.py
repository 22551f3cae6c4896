"""A small window of words or fields that hangs from a button and goes with Escape or a click beside it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.frames import Panel
from ui.theme.theme import Theme

WIDE = 360  # px, in text of 100 %
GAP = 4  # px between the button and what hangs from it


class Popover(QWidget):
    """Its content stands on `panel`; the button it was opened at has the focus again when it is gone."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # for its corners
        self.theme = theme
        self.panel = Panel(theme)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.panel)
        self._button: QWidget | None = None

    def open_at(self, button: QWidget) -> None:
        """Shows itself below a button, or above it, wherever it is on the screen whole."""
        self._button = button
        self.setFixedWidth(WIDE * self.theme.text_percent // 100)
        box = self.layout()
        assert box
        box.activate()
        self.resize(self.width(), max(box.totalHeightForWidth(self.width()), box.totalSizeHint().height()))
        self.move(self._place(button))
        self.show()
        self.setFocus()

    def _place(self, button: QWidget) -> QPoint:
        screen = button.screen().availableGeometry()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + GAP))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(button.mapToGlobal(QPoint(0, -GAP)).y() - self.height())
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        return QPoint(x, max(screen.top(), corner.y()))

    # --- Qt

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._button:
            self._button.setFocus()
        self.left.emit()
