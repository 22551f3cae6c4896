"""Bars side by side over their names, such as months, with gridlines in round numbers.

To be used as:
    BarChart(theme, words=money).show_bars(["Jan", "Feb"], [1240, 880])
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from ui.theme.charts.axis import Axis, axis_in, draw_axis, draw_names, round_ticks
from ui.theme.charts.chart import Chart
from ui.theme.charts.drawing import NONE
from ui.theme.charts.look import Look, write_around
from ui.theme.charts.named_values import NamedValues
from ui.theme.theme import Theme

WIDEST = 40  # px of a bar


class Bars(NamedValues, frozen=True, kw_only=True):
    """One bar for each value, none below zero; the newest, or the one that is pointed at, stands out."""

    def _axis(self, room: QRectF, look: Look) -> Axis:
        ticks = round_ticks(max(self.values, default=0))
        return axis_in(room, look, ticks=ticks, columns=self.count, words=self.words)

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        axis = self._axis(room, look)
        return [axis.column(at) for at in range(self.count)]

    def marks(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        return self._bars(self._axis(room, look))

    def _bars(self, axis: Axis) -> list[QRectF]:
        """The bars themselves, in the middle of their columns."""
        bars = []
        for at, value in enumerate(self.values):
            column, top = axis.column(at), axis.y(value)
            wide = min(WIDEST, column.width() * 0.56)
            bars.append(QRectF(column.center().x() - wide / 2, top, wide, axis.plot.bottom() - top))
        return bars

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        axis = self._axis(room, look)
        draw_axis(painter, axis, look, words=self.words)
        draw_names(painter, axis, look, names=self.names)
        shown = at if at != NONE else self.count - 1
        bars = self._bars(axis)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(bars):
            painter.setBrush(look.colour("accent" if place == shown else "accent_ghost"))
            painter.drawRoundedRect(bar, 3, 3)
        if at == NONE:
            painter.setPen(look.colour("text"))
            painter.setFont(look.font(strong=True))
            spot = QPointF(bars[shown].center().x(), bars[shown].top() - look.measure().height() * 0.7)
            write_around(painter, spot, text=self.words(self.values[shown]), within=room)


class BarChart(Chart):
    """A chart of bars alone."""

    def __init__(self, theme: Theme, *, words: Callable[[int], str] = str, hint: str = "") -> None:
        """`words` puts a value into words for the axis, the mouse and the screen reader, "€12.40" for 1240."""
        self._words, self._hint = words, hint
        super().__init__(theme, Bars(names=(), values=(), words=words, hint=hint))

    def show_bars(self, names: Sequence[str], values: Sequence[int]) -> None:
        """Shows one bar for each value, none below zero, over its name."""
        self.show_drawing(Bars(names=tuple(names), values=tuple(values), words=self._words, hint=self._hint))

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)
