"""A small window of words or fields that hangs from a button and goes with Escape or a click beside it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.theme import Theme

GAP = 4  # px between the button and what hangs from it


class Popover(QWidget):
    """Its content stands in `box`, and scrolls where the screen is lower; its button has the focus again afterwards."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, wide: int) -> None:
        """`wide` is px in text of 100 %."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # for its corners
        self.theme, self._wide = theme, wide
        self._content = QWidget()
        self.box = QVBoxLayout(self._content)
        self.box.setContentsMargins(0, 0, 0, 0)
        self._panel = Panel(theme)
        self._scroll = Scroll(self._content, narrow=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys move what does not fit
        self._panel.box.addWidget(self._scroll)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._panel)
        self._button: QWidget | None = None

    def open_at(self, button: QWidget) -> None:
        """Shows itself below a button, or above it, wherever it is on the screen whole."""
        self._button = button
        wide, screen = self._wide * self.theme.text_percent // 100, button.screen().availableGeometry()
        around = self._panel.box.contentsMargins()
        inside = wide - around.left() - around.right() - self._scroll.verticalScrollBar().sizeHint().width()
        high = self._high(inside) + around.top() + around.bottom() + 2  # with its outline
        self.resize(wide, min(high, screen.height()))
        self.move(self._place(button))
        self.show()
        (self.focusProxy() or self._scroll).setFocus()

    def _high(self, width: int) -> int:
        """How high the content stands, in px."""
        self.box.activate()
        return max(self.box.totalHeightForWidth(width), self.box.totalSizeHint().height() if width else 0)

    def _place(self, button: QWidget) -> QPoint:
        screen = button.screen().availableGeometry()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + GAP))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(button.mapToGlobal(QPoint(0, -GAP)).y() - self.height())
        x = max(screen.left(), min(corner.x(), screen.right() + 1 - self.width()))
        return QPoint(x, max(screen.top(), min(corner.y(), screen.bottom() + 1 - self.height())))

    # --- Qt

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._button:
            self._button.setFocus()
        self.left.emit()
