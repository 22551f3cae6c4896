"""Two charts painted by ourselves: a few small bars without words, and bars by month with an axis.

They take whole numbers, read their colours from the theme, and tell the numbers to a screen reader.
To be used as:
    Spark(theme).show_values([2, 0, 1, 3])
    BarChart(theme, words=money).show_bars(["Jan", "Feb"], [1240, 880])
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from ui.theme.marks import Mark
from ui.theme.theme import Theme

TICKS = 4  # gridlines wanted above zero


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


class BarChart(Mark):
    """Bars side by side over their names, with gridlines in round numbers; the mouse shows the value of a bar."""

    def __init__(self, theme: Theme, *, words: Callable[[int], str] = str) -> None:
        """`words` puts a value into words for the axis, the mouse and the screen reader, "€12.40" for 1240."""
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._words = words
        self._hover = -1
        self._on_theme_changed()
        self.show_bars((), ())

    def show_bars(self, names: Sequence[str], values: Sequence[int]) -> None:
        """Shows one bar for each value, none below zero, over its name."""
        self._bars = tuple(zip(names, values, strict=True))
        self._ticks = round_ticks(max(values, default=0))
        told = (f"{name}: {self._words(value)}" for name, value in self._bars)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def _plot(self) -> QRectF:
        """Where the bars stand: right of the longest number of the axis, above the names."""
        measure = self.fontMetrics()
        wide = max(measure.horizontalAdvance(self._words(tick)) for tick in self._ticks)
        line = measure.height()
        return QRectF(self.rect()).adjusted(wide + 12, line * 1.5, -4, -line * 1.5)

    def draw(self, painter: QPainter) -> None:
        plot = self._plot()
        self._draw_axis(painter, plot)
        step = plot.width() / max(1, len(self._bars))
        width = min(40.0, step * 0.56)
        names = short_enough([name for name, _value in self._bars], step - 4, painter.fontMetrics().horizontalAdvance)
        for i, (name, (_whole, value)) in enumerate(zip(names, self._bars, strict=True)):
            high = plot.height() * value / self._ticks[-1]
            bar = QRectF(plot.left() + i * step + (step - width) / 2, plot.bottom() - high, width, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("accent" if i == self._shown() else "accent_ghost"))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setPen(self.theme.colour("text_muted"))
            _write(painter, QPointF(bar.center().x(), plot.bottom() + painter.fontMetrics().height() * 0.8), text=name)
        if self._bars:
            self._draw_value(painter, plot, step=step)

    def _draw_axis(self, painter: QPainter, plot: QRectF) -> None:
        """Gridlines, and their numbers to the left of them."""
        for tick in self._ticks:
            y = plot.bottom() - plot.height() * tick / self._ticks[-1]
            painter.setPen(self.theme.colour("border"))
            painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
            painter.setPen(self.theme.colour("text_muted"))
            line = painter.fontMetrics().height()
            place = QRectF(0, y - line / 2, plot.left() - 8, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words(tick))

    def _draw_value(self, painter: QPainter, plot: QRectF, *, step: float) -> None:
        """The value of the bar under the mouse, or of the newest, above it."""
        value = self._bars[self._shown()][1]
        y = plot.bottom() - plot.height() * value / self._ticks[-1] - painter.fontMetrics().height() * 0.7
        painter.setPen(self.theme.colour("text"))
        painter.setFont(self.font_of(self.theme.m.fs_caption))
        words = self._words(value)
        half = painter.fontMetrics().horizontalAdvance(words) / 2
        x = plot.left() + (self._shown() + 0.5) * step
        _write(painter, QPointF(min(x, self.width() - half), y), text=words)

    def _shown(self) -> int:
        """The bar whose value is written out."""
        return self._hover if 0 <= self._hover < len(self._bars) else len(self._bars) - 1

    def _on_theme_changed(self) -> None:
        font = QFont()
        font.setPixelSize(self.theme.m.fs_caption)
        self.setFont(font)
        super()._on_theme_changed()

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        at = (event.position().x() - plot.left()) * len(self._bars) / max(1.0, plot.width())
        self._hover = int(at) if at >= 0 else -1
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = -1
        self.update()


def _write(painter: QPainter, middle: QPointF, *, text: str) -> None:
    """Writes `text` around `middle`, however wide it is."""
    measure = painter.fontMetrics()
    size = QRectF(0, 0, measure.horizontalAdvance(text) + 2, measure.height())
    size.moveCenter(middle)
    painter.drawText(size, Qt.AlignmentFlag.AlignCenter, text)


def short_enough(names: Sequence[str], room: float, width: Callable[[str], int]) -> list[str]:
    """`names` with as many letters as all of them have `room` for, one at least; `width` is that of a text, in px."""
    most = max((len(name) for name in names), default=1)
    while most > 1 and any(width(name[:most]) > room for name in names):
        most -= 1
    return [name[:most] for name in names]


def round_ticks(top: int) -> list[int]:
    """Round numbers from 0 to at least `top`, about TICKS steps of 1, 2 or 5 times a power of ten."""
    least = max(1, -(-top // TICKS))
    power = 10 ** (len(str(least)) - 1)
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least)
    return [step * i for i in range(max(1, -(-top // step)) + 1)]
