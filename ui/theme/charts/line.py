"""A line in its soft area over bars on the same axis: how many there are, how many came; the period before, muted.

To be used as:
    Line(
        names=("Jan", "Feb"), line=Series("Active", (230, 268)), bars=Series("Joined", (21, 34)),
        before=Series("A year before", (None, 201)), words=formats.number, hint=tr("No purchases yet."),
    )
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from loyaltydesk.printing.colours import mix
from ui.theme.charts.axis import Axis, axis_in, draw_axis, draw_names, ticks_between
from ui.theme.charts.curve import smooth, stretches
from ui.theme.charts.drawing import NONE, Drawing
from ui.theme.charts.fan import DOT, LINE, draw_dot, draw_newest
from ui.theme.charts.look import Look

SOFT = 28  # percent of the accent at the top of the area, nothing at its bottom
WIDEST = 28  # px of a bar


class Series(NamedTuple):
    """What is counted, in a word or two, and a whole number for each name; None where nothing is known."""

    name: str
    values: Sequence[int | None]


class Line(Drawing, frozen=True, kw_only=True):
    """The newest value is marked, until somebody points at another."""

    names: Sequence[str]
    line: Series
    bars: Series | None = None
    before: Series | None = None
    words: Callable[[int], str] = str

    def __post_init__(self) -> None:
        """Raises ValueError unless each series has a value for each name."""
        for series in self._series:
            tuple(zip(self.names, series.values, strict=True))

    @property
    def _series(self) -> list[Series]:
        return [series for series in (self.line, self.bars, self.before) if series]

    @property
    def count(self) -> int:
        """None where no value is known at all."""
        return len(self.names) if any(value is not None for each in self._series for value in each.values) else 0

    def told(self, at: int) -> Sequence[str]:
        known = [(series.name, series.values[at]) for series in self._series]
        return (self.names[at], *(f"{name} {self.words(value)}" for name, value in known if value is not None))

    def _axis(self, room: QRectF, look: Look) -> Axis:
        values = [value for series in self._series for value in series.values if value is not None]
        ticks = ticks_between(min(values), max(values))
        return axis_in(room, look, ticks=ticks, columns=len(self.names), words=self.words)

    def _spots(self, axis: Axis, series: Series) -> list[QPointF | None]:
        return [
            None if value is None else QPointF(x, axis.y(value))
            for x, value in zip(axis.middles, series.values, strict=True)
        ]

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        axis = self._axis(room, look)
        return [axis.column(at) for at in range(self.count)]

    def marks(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        axis = self._axis(room, look)
        foot = axis.y(0)
        spots = [spot or QPointF(x, foot) for x, spot in zip(axis.middles, self._spots(axis, self.line), strict=True)]
        return [QRectF(spot.x() - DOT, spot.y() - DOT, 2 * DOT, 2 * DOT) for spot in spots]

    # --- painting

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        axis = self._axis(room, look)
        spots = self._spots(axis, self.line)
        for run in stretches(spots):
            _draw_area(painter, axis, look, run=run)
        draw_axis(painter, axis, look, words=self.words)
        draw_names(painter, axis, look, names=self.names)
        if self.bars:
            self._draw_bars(painter, axis, look, at=at)
        if self.before:
            painter.setPen(QPen(look.colour("border_strong"), LINE / 2, Qt.PenStyle.DashLine))
            _draw_runs(painter, stretches(self._spots(axis, self.before)))
        painter.setPen(QPen(look.colour("accent"), LINE))
        _draw_runs(painter, stretches(spots))
        self._draw_marked(painter, axis, look, at=at)

    def _draw_bars(self, painter: QPainter, axis: Axis, look: Look, *, at: int) -> None:
        assert self.bars is not None
        painter.setPen(Qt.PenStyle.NoPen)
        foot = axis.y(0)
        for place, value in enumerate(self.bars.values):
            column, top = axis.column(place), axis.y(value or 0)
            wide = min(WIDEST, column.width() * 0.36)
            bar = QRectF(column.center().x() - wide / 2, top, wide, foot - top).normalized()
            painter.setBrush(look.colour("accent" if place == at else "accent_ghost"))
            painter.drawRoundedRect(bar, 3, 3)

    def _draw_marked(self, painter: QPainter, axis: Axis, look: Look, *, at: int) -> None:
        """The dot of the point that is pointed at, or else that of the newest value with its words."""
        known = [place for place, value in enumerate(self.line.values) if value is not None]
        spots = self._spots(axis, self.line)
        spot = spots[at] if at != NONE else spots[known[-1]] if known else None
        if spot is None:
            return
        draw_dot(painter, axis, look, spot=spot, pointed=at != NONE)
        if at == NONE:
            draw_newest(painter, axis.room, look, spot=spot, text=self.words(self.line.values[known[-1]] or 0))

    def least(self, look: Look) -> QSizeF:
        return QSizeF(18 * look.m.fs_caption, 12 * look.m.fs_caption)


def _draw_area(painter: QPainter, axis: Axis, look: Look, *, run: Sequence[QPointF]) -> None:
    """The ground between the line and nothing, fading into the panel; on paper no gradient can be seen through."""
    foot = axis.y(0)
    area = QPainterPath(smooth(run))
    area.lineTo(run[-1].x(), foot)
    area.lineTo(run[0].x(), foot)
    area.closeSubpath()
    fading = QLinearGradient(0, axis.plot.top(), 0, foot)
    fading.setColorAt(0, QColor(mix(look.c.surface, look.c.accent, share=SOFT / 100)))
    fading.setColorAt(1, look.colour("surface"))
    painter.fillPath(area, fading)


def _draw_runs(painter: QPainter, runs: Sequence[Sequence[QPointF]]) -> None:
    """The stretches of a line; a point alone between gaps is a small dash."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for run in runs:
        if len(run) > 1:
            painter.drawPath(smooth(run))
        else:
            painter.drawLine(run[0] - QPointF(3, 0), run[0] + QPointF(3, 0))
