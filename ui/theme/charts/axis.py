"""Round numbers beside a chart and names below it, as many as have room."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.charts.look import Look, one_line, write

TICKS = 4  # gridlines wanted above zero
GAP = 8  # px between words and what they name
AIR = 6  # px between two names


class Axis(NamedTuple):
    """Where a chart stands in its room, and what is how high; columns are side by side."""

    room: QRectF
    plot: QRectF
    ticks: Sequence[int]
    columns: int

    def y(self, value: int) -> float:
        """How far down `value` stands, in px."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.plot.bottom() - self.plot.height() * (value - low) / (high - low)

    def column(self, place: int) -> QRectF:
        """The strip from top to bottom that belongs to a place, counted from 0."""
        step = self.plot.width() / max(1, self.columns)
        return QRectF(self.plot.left() + place * step, self.plot.top(), step, self.plot.height())

    @property
    def middles(self) -> list[float]:
        """The x of each column."""
        return [self.column(place).center().x() for place in range(self.columns)]


def axis_in(
    room: QRectF, look: Look, *, ticks: Sequence[int], columns: int, words: Callable[[int], str]
) -> Axis:  # fmt: skip
    """An axis in `room`: the plot is right of the longest number, below the newest value, above the names."""
    measure = look.measure()
    wide = max(measure.horizontalAdvance(words(tick)) for tick in ticks)
    line = measure.height()
    plot = room.adjusted(min(wide + GAP, room.width() / 2), line * 1.5, -4, -line * 1.5)
    plot.setHeight(max(plot.height(), 1))
    plot.setWidth(max(plot.width(), 1))
    return Axis(room, plot, ticks, columns)


def draw_axis(painter: QPainter, axis: Axis, look: Look, *, words: Callable[[int], str]) -> None:
    """Gridlines, and their numbers to the left of them; that of nothing stands out where there is less."""
    painter.setFont(look.font())
    line = look.measure().height()
    apart = axis.plot.height() / (len(axis.ticks) - 1)
    every = 1 + int(line // apart) if apart > 0 else 1  # numbers that have room below each other
    for at, tick in enumerate(axis.ticks, -list(axis.ticks).index(0)):
        y = axis.y(tick)
        zero = tick == 0 and axis.ticks[0] < 0
        painter.setPen(QPen(look.colour("border_strong" if zero else "border"), 1))
        painter.drawLine(QLineF(axis.plot.left(), y, axis.plot.right(), y))
        if at % every:
            continue
        painter.setPen(look.colour("text_muted"))
        left = axis.room.left()
        place = QRectF(left, y - line / 2, axis.plot.left() - GAP - left, line)
        write(painter, place, words(tick), side=Qt.AlignmentFlag.AlignRight)


def draw_names(painter: QPainter, axis: Axis, look: Look, *, names: Sequence[str]) -> None:
    """The names of the columns below them; where they have no room side by side, only some."""
    line = look.measure().height()
    painter.setFont(look.font())
    painter.setPen(look.colour("text_muted"))
    top = axis.plot.bottom() + line * 0.35
    for place, at in shown_names(axis.middles, names, look, within=axis.room):
        write(painter, QRectF(at.left(), top, at.width(), line), names[place])


def shown_names(
    middles: Sequence[float], names: Sequence[str], look: Look, *, within: QRectF
) -> list[tuple[int, QRectF]]:
    """Which names are written, and from where to where: every so many, the newest among them, none over another."""
    measure = look.measure()
    wide = [min(measure.horizontalAdvance(one_line(name)) + 2, within.width()) for name in names]
    step = middles[1] - middles[0] if len(middles) > 1 else within.width()
    every = int((max(wide, default=0) + AIR) // max(step, 1)) + 1
    shown: list[tuple[int, QRectF]] = []
    for place in range(len(names) - 1, -1, -every):
        left = min(max(middles[place] - wide[place] / 2, within.left()), within.right() - wide[place])
        at = QRectF(left, 0, wide[place], 1)
        if not shown or at.right() + AIR / 2 <= shown[-1][1].left():
            shown.append((place, at))
    return shown[::-1]


def round_ticks(top: int) -> list[int]:
    """Round numbers from 0 to at least `top`, about TICKS steps of 1, 2 or 5 times a power of ten."""
    least = max(1, -(-top // TICKS))
    power = 10 ** (len(str(least)) - 1)
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least)
    return [step * i for i in range(max(1, -(-top // step)) + 1)]


def ticks_between(low: int, high: int) -> list[int]:
    """Round numbers from at most `low` to at least `high`, with 0 among them, all one step apart."""
    low, high = min(low, 0), max(high, 0)
    if not low:
        return round_ticks(high)
    step = round_ticks(max(high, -low, (high - low) // 2))[1]
    first, last = low // step, -(-high // step)
    return [step * number for number in range(first, max(last, first + 1) + 1)]
