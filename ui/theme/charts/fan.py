"""A fan: a line that is most likely, within the band in which it will lie, month by month.

To be used as:
    FanChart(theme, words=money).show_fan([("1", Point(-40, -35, -30)), ("2", Point(-50, -30, 5))])
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.charts.axis import Axis, axis_in, draw_axis, draw_names, ticks_between
from ui.theme.charts.chart import Chart
from ui.theme.charts.curve import smooth
from ui.theme.charts.drawing import NONE, Drawing
from ui.theme.charts.look import Look, write_around
from ui.theme.theme import Theme

BAND = 15  # percent of the accent that the band has
LINE = 2.5  # px
DOT = 5.5


class Point(NamedTuple):
    """Where the band begins, where the line lies, where the band ends."""

    low: int
    middle: int
    high: int


class Fan(Drawing, frozen=True, kw_only=True):
    """Points with their names, from left to right; `tell` puts one into words for whoever points at it."""

    points: Sequence[tuple[str, Point]]
    words: Callable[[int], str] = str
    tell: Callable[[str, Point], str] | None = None

    @property
    def count(self) -> int:
        return len(self.points)

    def told(self, at: int) -> Sequence[str]:
        name, point = self.points[at]
        return (self.tell(name, point) if self.tell else f"{name}: {self.words(point.middle)}",)

    def _axis(self, room: QRectF, look: Look) -> Axis:
        low, high = min(point.low for _name, point in self.points), max(point.high for _name, point in self.points)
        return axis_in(room, look, ticks=ticks_between(low, high), columns=self.count, words=self.words)

    def _spots(self, axis: Axis, which: int) -> list[QPointF]:
        """The low, middle or high (0 to 2) of each point."""
        values = (point[which] for _name, point in self.points)
        return [QPointF(x, axis.y(value)) for x, value in zip(axis.middles, values, strict=True)]

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        axis = self._axis(room, look)
        return [axis.column(at) for at in range(self.count)]

    def marks(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        spots = self._spots(self._axis(room, look), 1)
        return [QRectF(spot.x() - DOT, spot.y() - DOT, 2 * DOT, 2 * DOT) for spot in spots]

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        axis = self._axis(room, look)
        draw_axis(painter, axis, look, words=self.words)
        draw_names(painter, axis, look, names=[name for name, _point in self.points])
        band = smooth(self._spots(axis, 2))
        band.connectPath(smooth(self._spots(axis, 0)[::-1]))
        band.closeSubpath()
        painter.fillPath(band, look.colour("accent", BAND))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("accent"), LINE))
        middle = self._spots(axis, 1)
        painter.drawPath(smooth(middle))
        draw_dot(painter, axis, look, spot=middle[at if at != NONE else -1], pointed=at != NONE)
        if at == NONE:
            draw_newest(painter, room, look, spot=middle[-1], text=self.words(self.points[-1][1].middle))


def draw_dot(painter: QPainter, axis: Axis, look: Look, *, spot: QPointF, pointed: bool) -> None:
    """The dot on the line, with a dashed line through it where somebody points."""
    if pointed:
        painter.setPen(QPen(look.colour("border_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(spot.x(), axis.plot.top(), spot.x(), axis.plot.bottom()))
    painter.setBrush(look.colour("accent"))
    painter.setPen(QPen(look.colour("surface"), 2))
    painter.drawEllipse(spot, DOT, DOT)


def draw_newest(painter: QPainter, room: QRectF, look: Look, *, spot: QPointF, text: str) -> None:
    """The newest value written above its dot, or below it where there is no room."""
    painter.setFont(look.font(look.m.fs_body, strong=True))
    painter.setPen(look.colour("text"))
    high = look.measure(look.m.fs_body, strong=True).height()
    up = spot.y() - DOT - high * 0.75
    middle = up if up - high / 2 >= room.top() else spot.y() + DOT + high * 0.75
    write_around(painter, QPointF(spot.x(), middle), text=text, within=room)


class FanChart(Chart):
    """A chart of a fan alone."""

    def __init__(
        self,
        theme: Theme,
        *,
        words: Callable[[int], str] = str,
        told: Callable[[str, Point], str] | None = None,
    ) -> None:
        """`words` puts a value into words for the axis, "€12.40" for 1240; `told` does so with a point and its name."""
        self._words, self._told = words, told
        super().__init__(theme, Fan(points=(), words=words, tell=told))

    def show_fan(self, points: Sequence[tuple[str, Point]]) -> None:
        """Shows these points with their names, from left to right."""
        self.show_drawing(Fan(points=tuple(points), words=self._words, tell=self._told))

    def sizeHint(self) -> QSize:
        return QSize(480, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 140)
