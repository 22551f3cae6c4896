"""Faces from very bad to very good, painted by ourselves so that they look the same on every computer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.theme.theme import Theme

ROLES = ("danger", "warning", "info", "accent", "accent")  # from the first face to the last
MOODS = len(ROLES)
SHARE = 0.92  # of the button's side that the face takes


class Face(QAbstractButton):
    """A face with a `mood` from 0 to 4, to be touched; `name` is what it says to a screen reader."""

    def __init__(self, theme: Theme, mood: int, *, name: str) -> None:
        super().__init__()
        self.theme, self._mood = theme, mood
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def _paint(self, painter: QPainter) -> None:
        side = min(self.width(), self.height()) * SHARE
        room = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        role = ROLES[self._mood]
        strong = self.isDown() or self.isChecked()
        ink = self.theme.colour("surface" if strong else role)
        painter.setPen(QPen(self.theme.colour(role), side * 0.03))
        painter.setBrush(self.theme.colour(role if strong else f"{role}_soft"))
        painter.drawEllipse(room)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x in (0.34, 0.66):
            painter.drawEllipse(QPointF(room.x() + side * x, room.y() + side * 0.38), side * 0.05, side * 0.065)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, side * 0.05, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(self._mouth(room))

    def _mouth(self, room: QRectF) -> QPainterPath:
        """A curve that hangs for a bad mood and rises for a good one."""
        side, bend = room.width(), (self._mood - 2) * 0.11
        y = room.y() + side * (0.68 - bend / 2)
        mouth = QPainterPath(QPointF(room.x() + side * 0.29, y))
        low = y + side * bend * 4 / 3  # of both handles, for a curve as deep as the bend and round at its end
        left, right = QPointF(room.x() + side * 0.37, low), QPointF(room.x() + side * 0.63, low)
        mouth.cubicTo(left, right, QPointF(room.x() + side * 0.71, y))
        return mouth

    # --- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter)

    def sizeHint(self) -> QSize:
        return QSize(120, 120)
