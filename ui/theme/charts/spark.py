"""Small charts beside a figure: bars for a rhythm, visits a week, and a line for how it went lately."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.theme.charts.curve import smooth
from ui.theme.charts.drawing import NONE
from ui.theme.charts.look import Look
from ui.theme.charts.named_values import NamedValues
from ui.theme.marks import Mark
from ui.theme.theme import Theme

LINE = 2  # px
DOT = 3.5


class Trend(NamedValues, frozen=True, kw_only=True):
    """A line without an axis, the newest point a dot; `names` say when each value was."""

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        step = room.width() / self.count
        return [QRectF(room.left() + at * step, room.top(), step, room.height()) for at in range(self.count)]

    def marks(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        return [QRectF(spot.x() - DOT, spot.y() - DOT, 2 * DOT, 2 * DOT) for spot in self._spots(room)]

    def _spots(self, room: QRectF) -> list[QPointF]:
        """The points, from edge to edge with room for the dot; a line that never changes lies in the middle."""
        inside = room.adjusted(DOT + 1, DOT + 1, -DOT - 1, -DOT - 1)
        low, high = min(self.values), max(self.values)
        span = high - low
        step = inside.width() / max(1, self.count - 1)
        return [
            QPointF(
                inside.left() + at * step if self.count > 1 else inside.right(),
                inside.bottom() - inside.height() * ((value - low) / span if span else 0.5),
            )
            for at, value in enumerate(self.values)
        ]

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        spots = self._spots(room)
        painter.setPen(QPen(look.colour("accent"), LINE))
        painter.drawPath(smooth(spots))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(spots[at if at != NONE else -1], DOT, DOT)

    def wanted(self, look: Look) -> QSizeF:
        return QSizeF(7 * look.m.fs_caption, 2.5 * look.m.fs_caption)

    def least(self, look: Look) -> QSizeF:
        return QSizeF(4 * look.m.fs_caption, 2 * look.m.fs_caption)


class Spark(Mark):
    """Small bars for a rhythm, visits a week; the newest stands out."""

    def __init__(self, theme: Theme, values: Sequence[int] = ()) -> None:
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_values(values)

    def show_values(self, values: Sequence[int]) -> None:
        """Shows `values`, none below zero, the newest last."""
        self._values = tuple(values)
        self.setAccessibleDescription(", ".join(map(str, values)))
        self.update()

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        top = max(self._values, default=0) or 1
        step = self.width() / max(1, len(self._values))
        width = min(16.0, step * 0.62)
        for i, value in enumerate(self._values):
            newest = i == len(self._values) - 1
            role = "surface_hover" if not value else "accent" if newest else "accent_ghost"
            height = max(3.0, (self.height() - 2) * value / top)  # a week without a visit is still a week
            painter.setBrush(self.theme.colour(role))
            left = i * step + (step - width) / 2
            painter.drawRoundedRect(QRectF(left, self.height() - height, width, height), 3, 3)

    def sizeHint(self) -> QSize:
        return QSize(160, self.theme.m.touch)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.theme.m.touch // 2)
