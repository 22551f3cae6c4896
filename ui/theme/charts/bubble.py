"""The words of a point in a small bubble near it, over whatever stands there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.charts.look import Look, look_of, one_line, write
from ui.theme.theme import Theme

ACROSS, DOWN, AWAY = 10, 7, 8  # px of padding, and between the bubble and its point
WIDEST = 360


class Bubble(QWidget):
    """Stands in the window and not in the chart, for a small chart has no room for words; the mouse goes through it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._room = window
        self.theme = theme
        self._lines: Sequence[str] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def tell(self, lines: Sequence[str], beside: QRect) -> None:
        """Shows `lines` above `beside` (px of the window), or below it where the window ends."""
        window = self._room
        self._lines = [one_line(line) for line in lines]
        size = self.sizeHint()
        middle = beside.center().x() - size.width() // 2
        above = beside.top() - AWAY - size.height()
        left = max(0, min(middle, window.width() - size.width()))
        self.setGeometry(QRect(QPoint(left, above if above >= 0 else beside.bottom() + AWAY), size))
        self.raise_()
        self.show()
        self.update()

    def text(self) -> str:
        """What it says, line by line."""
        return "\n".join(self._lines)

    def sizeHint(self) -> QSize:
        look = look_of(self.theme)
        wide = max((_measure(look, at).horizontalAdvance(line) for at, line in enumerate(self._lines)), default=0)
        high = sum(_measure(look, at).height() for at in range(len(self._lines)))
        return QSize(int(min(wide + 2, WIDEST)) + 2 * ACROSS, int(high) + 2 * DOWN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = look_of(self.theme)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("text"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            painter.setPen(look.colour("surface"))
            top = float(DOWN)
            for at, line in enumerate(self._lines):
                painter.setFont(look.font(look.m.fs_caption if at else look.m.fs_body, strong=not at))
                high = _measure(look, at).height()
                room = QRectF(ACROSS, top, self.width() - 2 * ACROSS, high)
                write(painter, room, line, side=Qt.AlignmentFlag.AlignLeft)
                top += high


def _measure(look: Look, at: int) -> QFontMetricsF:
    return look.measure(look.m.fs_caption if at else look.m.fs_body, strong=not at)
