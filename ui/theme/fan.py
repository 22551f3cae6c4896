"""A fan: a line that is most likely, within the band in which it will lie, month by month.

It takes whole numbers, reads its colours from the theme, and tells the numbers to a mouse, to the arrow keys and to a
screen reader. To be used as:
    FanChart(theme, words=money).show_fan([("1", Point(-40, -35, -30)), ("2", Point(-50, -30, 5))])
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.theme.charts import round_ticks, short_enough
from ui.theme.marks import Mark
from ui.theme.theme import Theme

BAND = 38  # of 255: how much of the accent the band has
LINE = 2.5  # px
DOT = 5.5
_BACK, _ON = Qt.Key.Key_Left, Qt.Key.Key_Right


class Point(NamedTuple):
    """Where the band begins, where the line lies, where the band ends."""

    low: int
    middle: int
    high: int


class FanChart(Mark):
    """A line in its band over the names of its points; one point is written out: that under the mouse, or the last.

    With the keyboard, Left, Right, Home and End go from point to point.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        words: Callable[[int], str] = str,
        told: Callable[[str, Point], str] | None = None,
    ) -> None:
        """`words` puts a value into words for the axis, "€12.40" for 1240.

        `told` does so with a point and its name, for whoever points at it and for the screen reader.
        """
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = words
        self._chosen = -1
        self._told = told or (lambda name, point: f"{name}: {words(point.middle)}")
        self._on_theme_changed()
        self.show_fan(())

    def show_fan(self, points: Sequence[tuple[str, Point]]) -> None:
        """Shows these points with their names, from left to right."""
        self._points = tuple(points)
        self._chosen = min(self._chosen, len(points) - 1)
        self._ticks = ticks_between(
            min((point.low for _name, point in points), default=0),
            max((point.high for _name, point in points), default=0),
        )
        self.setAccessibleDescription("; ".join(self._told(name, point) for name, point in points))
        self.update()

    def shown_text(self) -> str:
        """What is written at the point in question; empty without points."""
        if not self._points:
            return ""
        name, point = self._points[self._shown()]
        return self._told(name, point) if self._chosen >= 0 else self._words(point.middle)

    # --- painting

    def _plot(self) -> QRectF:
        """Where the fan stands: right of the longest number of the axis, above the names."""
        measure = self.fontMetrics()
        wide = max(measure.horizontalAdvance(self._words(tick)) for tick in self._ticks)
        line = measure.height()
        return QRectF(self.rect()).adjusted(wide + 12, line * 0.8, -4, -line * 1.5)

    def _y(self, plot: QRectF, value: int) -> float:
        low, high = self._ticks[0], self._ticks[-1]
        return plot.bottom() - plot.height() * (value - low) / (high - low)

    def _places(self, plot: QRectF, which: int) -> list[QPointF]:
        """The low, middle or high (0 to 2) of each point on the screen."""
        step = plot.width() / max(1, len(self._points))
        return [
            QPointF(plot.left() + (place + 0.5) * step, self._y(plot, point[which]))
            for place, (_name, point) in enumerate(self._points)
        ]

    def draw(self, painter: QPainter) -> None:
        plot = self._plot()
        self._draw_axis(painter, plot)
        if self._points:
            self._draw_fan(painter, plot)
            self._draw_point(painter, plot)

    def _draw_axis(self, painter: QPainter, plot: QRectF) -> None:
        """Gridlines with their numbers to the left of them, that of nothing stands out; the names below."""
        line = painter.fontMetrics().height()
        apart = plot.height() / (len(self._ticks) - 1)
        every = 1 + int(line // apart) if apart > 0 else 1  # numbers that have room below each other
        for at, tick in enumerate(self._ticks, -self._ticks.index(0)):
            y = self._y(plot, tick)
            zero = tick == 0 and self._ticks[0] < 0
            painter.setPen(QPen(self.theme.colour("border_strong" if zero else "border"), 1))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(self.theme.colour("text_muted"))
            if at % every:
                continue
            place = QRectF(0, y - line / 2, plot.left() - 8, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words(tick))
        step = plot.width() / max(1, len(self._points))
        wide = painter.fontMetrics().horizontalAdvance
        for at, name in enumerate(short_enough([name for name, _point in self._points], step - 4, wide)):
            below = QRectF(plot.left() + at * step, plot.bottom() + line * 0.3, step, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    def _draw_fan(self, painter: QPainter, plot: QRectF) -> None:
        band = smooth(self._places(plot, 2))
        band.connectPath(smooth(self._places(plot, 0)[::-1]))
        band.closeSubpath()
        soft = self.theme.colour("accent")
        soft.setAlpha(BAND)
        painter.fillPath(band, soft)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.colour("accent"), LINE))
        painter.drawPath(smooth(self._places(plot, 1)))

    def _draw_point(self, painter: QPainter, plot: QRectF) -> None:
        """The dot of the point in question, with its words where there is room."""
        at = self._places(plot, 1)[self._shown()]
        if self._chosen >= 0:
            painter.setPen(QPen(self.theme.colour("border_strong"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(at.x(), plot.top(), at.x(), plot.bottom()))
        painter.setBrush(self.theme.colour("accent"))
        painter.setPen(QPen(self.theme.colour("surface"), 2))
        painter.drawEllipse(at, DOT, DOT)
        painter.setFont(self.font_of(self.theme.m.fs_body))
        measure = painter.fontMetrics()
        text = self.shown_text()
        words = QRectF(0, 0, measure.horizontalAdvance(text) + 12, measure.height() + 4)
        up = at.y() - words.height() - 8
        if self._chosen >= 0:  # out of the way of the line
            up = plot.top() if at.y() - plot.top() > 2 * words.height() else plot.bottom() - words.height()
        words.moveTo(at.x() - words.width() / 2, up if up >= 0 else at.y() + 10)
        words.moveLeft(min(max(words.left(), plot.left()), self.width() - words.width()))
        if self._chosen >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("surface"))
            painter.drawRoundedRect(words, 4, 4)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)

    # --- which point

    def _shown(self) -> int:
        """The point that is written out."""
        return self._chosen if self._chosen >= 0 else len(self._points) - 1

    def _choose(self, place: int) -> None:
        self._chosen = place
        self.update()

    def _on_theme_changed(self) -> None:
        font = QFont()
        font.setPixelSize(self.theme.m.fs_caption)
        self.setFont(font)
        super()._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(480, 280)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 140)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        at = (event.position().x() - plot.left()) * len(self._points) / max(1.0, plot.width())
        self._choose(int(at) if 0 <= at < len(self._points) else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        wanted = {_BACK: self._shown() - 1, _ON: self._shown() + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        if event.key() not in wanted or last < 0:
            super().keyPressEvent(event)
            return
        self._choose(min(max(wanted[Qt.Key(event.key())], 0), last))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._choose(self._shown())  # shows where the keyboard is


def ticks_between(low: int, high: int) -> list[int]:
    """Round numbers from at most `low` to at least `high`, with 0 among them, all one step apart."""
    low, high = min(low, 0), max(high, 0)
    step = round_ticks(max(high, -low, (high - low) // 2))[1]
    first, last = low // step, -(-high // step)
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """A curve through points from left to right, or back, that never leaves the stretch between two neighbours.

    The monotone cubic of Fritsch and Carlson, 1980, with the harmonic mean of slopes as Fritsch and Butland, 1984.
    """
    path = QPainterPath(points[0])
    slopes = [(b.y() - a.y()) / ((b.x() - a.x()) or 1) for a, b in pairwise(points)]
    inner = [0.0 if p * q <= 0 else 2 * p * q / (p + q) for p, q in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]] if slopes else []
    for place in range(len(points) - 1):
        a, b = points[place], points[place + 1]
        third = (b.x() - a.x()) / 3
        path.cubicTo(
            a.x() + third, a.y() + tangents[place] * third, b.x() - third, b.y() - tangents[place + 1] * third,
            b.x(), b.y(),
        )  # fmt: skip
    return path
