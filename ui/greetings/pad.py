"""A field to sign in by finger, pen or mouse, one stroke after the other."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QSinglePointEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyaltydesk.printing.ink import Touch
from loyaltydesk.words import tr
from ui.theme.theme import Theme

WIDE, HIGH = 560, 200  # px
PEN = 3.2  # px of a line on the screen
AIR = 12  # px beside the line one signs on
LINE = 0.72  # of the height, where that is
PAPER, RULED = "#FFFFFF", "#C9D1CD"  # in the dark too: one signs on paper


class SignaturePad(QWidget):
    """Strokes on paper; `changed` comes with each that is done. A pen tells its pressure too; what a finger does,
    Qt tells as the mouse's.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strokes: list[list[Touch]] = []
        self._ink = "#000000"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Sign here"))
        self.setAccessibleDescription(tr("Draw with a finger, a pen or the mouse. Delete begins anew."))
        theme.changed.connect(self.update)

    # --- what was drawn

    @property
    def strokes(self) -> tuple[tuple[Touch, ...], ...]:
        """Where the pen went (px, from the top left)."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was drawn."""
        return not self._strokes

    def clear(self) -> None:
        """Begins anew."""
        self._strokes.clear()
        self._tell()

    def undo(self) -> None:
        """Takes the last stroke back."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def use_ink(self, colour: str) -> None:
        """Shows the strokes in a colour (`#RRGGBB`)."""
        self._ink = colour
        self.update()

    def _begin(self, event: QSinglePointEvent, pressure: float | None = None) -> None:
        self._strokes.append([_touch(event, pressure)])
        self.update()

    def _go_on(self, event: QSinglePointEvent, pressure: float | None = None) -> None:
        if self._strokes:
            self._strokes[-1].append(_touch(event, pressure))
            self.update()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDE // 2, HIGH // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._tell()

    def tabletEvent(self, event: QTabletEvent) -> None:
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event, event.pressure())
        elif kind == QEvent.Type.TabletMove and event.pressure():
            self._go_on(event, event.pressure())
        elif kind == QEvent.Type.TabletRelease:
            self._tell()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) or event.key() == Qt.Key.Key_Backspace:
            self.undo()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, height = self._theme, self.height() * LINE
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = 2 if self.hasFocus() else 1
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "border_strong"), wide))
            painter.setBrush(QColor(PAPER))
            edge = wide / 2
            around = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(around, theme.m.radius, theme.m.radius)
            painter.setPen(QPen(QColor(RULED), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(AIR, height), QPointF(self.width() - AIR, height))
            pen = QPen(QColor(self._ink), PEN, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
            for stroke in self._strokes:
                painter.strokePath(_smooth([QPointF(each.x, each.y) for each in stroke]), pen)


def _touch(event: QSinglePointEvent, pressure: float | None) -> Touch:
    at = event.position()
    return Touch(at.x(), at.y(), pressure, event.timestamp() / 1000 or None)


def _smooth(points: Sequence[QPointF]) -> QPainterPath:
    """A curve through the middles between the points of a stroke; one point alone is a dot."""
    path = QPainterPath(points[0])
    for before, point in pairwise(points):
        path.quadTo(before, (before + point) / 2)
    path.lineTo(points[-1] + (QPointF(0.01, 0) if len(points) == 1 else QPointF()))
    return path
