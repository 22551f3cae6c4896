"""Bars from left to right under each other, with their names before and their values after them.

They rank groups or people, or hold one sum against another, with a whisker from the least to the most it may be.
To be used as:
    Ranked(rows=(Rank("loyal", "Loyal", 88), Rank("lost", "Lost", 61, role="text_disabled")), words=formats.number)
    Ranked(rows=(Rank("", "Cost", 31000, role="warning"), Rank("", "Gain", 84000, low=50000, high=118000)), words=money)
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.theme.charts.drawing import Drawing
from ui.theme.charts.look import Look, one_line, write

GAP = 12  # px between a name, its bar and its value
INSIDE = 8  # px from the ends of a row that can be chosen to its words
SHORTEST = 96  # px that names leave to the bars, where the chart is not narrower than that
MUTED = "text_disabled"  # the role of a bar that says less


class Rank(NamedTuple):
    """A row: the key that choosing it tells ("" where that means nothing), its name, its value, its colour.

    `low` and `high` are what the value may be as well; `note` is what else is told of it.
    """

    key: str
    name: str
    value: int
    role: str = "accent"
    low: int | None = None
    high: int | None = None
    note: str = ""


class _Table(NamedTuple):
    """Where the names, the bars and the values of all rows stand."""

    rows: Sequence[QRectF]
    names: QRectF
    bars: QRectF
    values: QRectF


class Ranked(Drawing, frozen=True, kw_only=True):
    """Rows in the order they are given; the one whose key is `picked` stands on a ground of its own."""

    rows: Sequence[Rank]
    words: Callable[[int], str] = str
    picked: str = ""

    @property
    def count(self) -> int:
        return len(self.rows)

    def key(self, at: int) -> str:
        return self.rows[at].key

    def on_paper(self) -> "Ranked":
        """Rows that nobody can choose."""
        return replace(self, rows=[row._replace(key="") for row in self.rows], picked="")

    def first(self) -> int:
        """The row that is picked, or the uppermost."""
        keys = [row.key for row in self.rows]
        return keys.index(self.picked) if self.picked in keys else 0

    def onward(self, at: int, key: int) -> int | None:
        turned = {Qt.Key.Key_Up: Qt.Key.Key_Left, Qt.Key.Key_Down: Qt.Key.Key_Right}
        return super().onward(at, turned.get(Qt.Key(key), key))

    def told(self, at: int) -> Sequence[str]:
        row = self.rows[at]
        known = row.low is not None and row.high is not None
        between = f"{self.words(row.low or 0)} … {self.words(row.high or 0)}" if known else ""
        more = [line for line in (between, row.note) if line]
        return (row.name, self.words(row.value), *more) if more else (f"{row.name}: {self.words(row.value)}",)

    # --- places

    @property
    def _is_choice(self) -> bool:
        return any(row.key for row in self.rows)

    def _tall(self, look: Look) -> float:
        """A row that can be chosen is as high as a finger needs, one to be read as its words."""
        return look.m.touch if self._is_choice else look.m.fs_body * 2.2

    def wanted(self, look: Look) -> QSizeF:
        return QSizeF(26 * look.m.fs_body, self._tall(look) * max(self.count, 3))

    def least(self, look: Look) -> QSizeF:
        return QSizeF(14 * look.m.fs_body, look.measure(look.m.fs_body).height() * max(self.count, 3) + 2)

    def _table(self, room: QRectF, look: Look) -> _Table:
        """Rows as high as there is room for; names are cut short before the bars are."""
        measure = look.measure(look.m.fs_body)
        high = max(min(self._tall(look), room.height() / max(self.count, 1)), measure.height())
        fitting = min(self.count, int((room.height() + 1) // high))
        rows = [QRectF(room.left(), room.top() + at * high, room.width(), high) for at in range(fitting)]
        inside = room.adjusted(INSIDE, 0, -INSIDE, 0) if self._is_choice else room
        told = max(measure.horizontalAdvance(self.words(row.value)) for row in self.rows)
        told = min(told + 1, inside.width() * 0.4)
        said = max(measure.horizontalAdvance(one_line(row.name)) for row in self.rows)
        most = min(inside.width() - told - 2 * GAP - SHORTEST, inside.width() * 0.55)
        said = min(said + 1, max(most, inside.width() * 0.3))
        left, right = inside.left() + said, inside.right() - told
        names = QRectF(inside.left(), 0, said, high)
        bars = QRectF(left + GAP, 0, max(right - left - 2 * GAP, 0), high)
        return _Table(rows, names, bars, QRectF(right, 0, told, high))

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        return self._table(room, look).rows

    def marks(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        """Within the rows: the line around one keeps out of the next."""
        return [row.adjusted(4, 4, -4, -4) for row in self._table(room, look).rows]

    def _x(self, bars: QRectF, value: int) -> float:
        """How far to the right `value` lies; nothing lies at the left, unless something is below it."""
        ends = [end for row in self.rows for end in (row.value, row.low, row.high) if end is not None]
        low, high = min(0, *ends), max(0, *ends)
        return bars.left() + bars.width() * (value - low) / ((high - low) or 1)

    # --- painting

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        table = self._table(room, look)
        painter.setFont(look.font(look.m.fs_body))
        for place, where in enumerate(table.rows):
            row = self.rows[place]
            if (row.key and place == at) or (self.picked and row.key == self.picked):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("surface_hover" if place == at else "accent_soft"))
                painter.drawRoundedRect(where.adjusted(0, 1, 0, -1), 6, 6)
            painter.setPen(look.colour("text"))
            write(painter, table.names.translated(0, where.top()), row.name, side=Qt.AlignmentFlag.AlignLeft)
            value = table.values.translated(0, where.top())
            write(painter, value, self.words(row.value), side=Qt.AlignmentFlag.AlignRight)
            self._draw_bar(painter, table.bars.translated(0, where.top()), look, row=row)

    def _draw_bar(self, painter: QPainter, room: QRectF, look: Look, *, row: Rank) -> None:
        """The bar on its track, from nothing to its value, and its whisker."""
        high = min(12.0, room.height() * 0.5)
        half = high / 2
        track = QRectF(room.left(), room.center().y() - half, room.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface_alt"))
        painter.drawRoundedRect(track, half, half)
        if row.value:
            zero, end = self._x(room, 0), self._x(room, row.value)
            bar = QRectF(min(zero, end), track.top(), max(abs(end - zero), high), high)
            bar.moveLeft(min(bar.left(), max(track.right() - bar.width(), track.left())))
            painter.setBrush(look.colour(row.role))
            painter.drawRoundedRect(bar, half, half)
        if row.low is not None and row.high is not None:
            _draw_whisker(painter, track, look, ends=(self._x(room, row.low), self._x(room, row.high)))


def _draw_whisker(painter: QPainter, track: QRectF, look: Look, *, ends: tuple[float, float]) -> None:
    """A line from end to end with a stop at each, readable on the bar and beside it."""
    middle = track.center().y()
    lines = [QLineF(ends[0], middle, ends[1], middle)]
    lines += [QLineF(end, track.top() - 2, end, track.bottom() + 2) for end in ends]
    for role, wide in (("surface", 4.0), ("text", 1.6)):
        painter.setPen(QPen(look.colour(role), wide))
        painter.drawLines(lines)
