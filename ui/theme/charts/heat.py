"""A grid of cells, the more the darker: who of each month's newcomers came back, or how busy each hour is.

To be used as:
    Heat(columns=("+1", "+2"), rows=(HeatRow("Oct", "30", (63, 54)), HeatRow("Nov", "28", (61, None))), words=percent)
    Heat(columns=("9", "10", "11"), rows=(HeatRow("Mon", "", (4, 12, 9)),), words=formats.number)
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple, Protocol, TypeAlias

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from loyaltydesk.printing.colours import ink_on, mix
from ui.theme.charts.axis import shown_names
from ui.theme.charts.drawing import Drawing
from ui.theme.charts.look import Look, one_line, write

GAP = 3  # px between cells
AIR = 10  # px between the names and the cells
LEAST = 6  # px of a cell
Amount: TypeAlias = int | Fraction


class HeatRow(NamedTuple):
    """A row: its name, how many it is about, in words ("" for nothing), and its cells; None for what is not yet."""

    name: str
    note: str
    values: Sequence[Amount | None]


class Telling(Protocol):
    """Says what a cell means, whose column and value are given in words."""

    def __call__(self, row: HeatRow, *, column: str, said: str) -> str: ...


class _Grid(NamedTuple):
    """Where the cells stand: columns from `left`, rows from `top`."""

    left: float
    top: float
    wide: float
    high: float

    def cell(self, row: int, column: int) -> QRectF:
        """The cell without its gap."""
        left, top = self.left + column * self.wide, self.top + row * self.high
        return QRectF(left + GAP / 2, top + GAP / 2, max(self.wide - GAP, 1), max(self.high - GAP, 1))


class Heat(Drawing, frozen=True, kw_only=True):
    """Cells with their values where there is room for all of them; `tell` says what a cell means, its value in words.

    `top` is the amount of the darkest cell; without it, the largest there is.
    """

    columns: Sequence[str]
    rows: Sequence[HeatRow]
    words: Callable[[Amount], str] = str
    tell: Telling | None = None
    top: Amount | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where a row has more cells than there are columns."""
        if any(len(row.values) > len(self.columns) for row in self.rows):
            raise ValueError("a cell without a column")

    @property
    def count(self) -> int:
        return len(self._cells)

    @property
    def _cells(self) -> list[tuple[int, int, Amount]]:
        """Row, column and value of each cell that is known, line by line."""
        return [
            (at, column, value)
            for at, row in enumerate(self.rows)
            for column, value in enumerate(row.values)
            if value is not None
        ]

    def told(self, at: int) -> Sequence[str]:
        place, column, value = self._cells[at]
        row, said = self.rows[place], self.words(value)
        if self.tell:
            return (self.tell(row, column=self.columns[column], said=said),)
        return (f"{_head(row)}, {self.columns[column]}: {said}",)

    def first(self) -> int:
        """The uppermost cell on the left."""
        return 0

    def onward(self, at: int, key: int) -> int | None:
        ways = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if Qt.Key(key) not in ways:
            return super().onward(at, key)
        down, across = ways[Qt.Key(key)]
        known = {(row, column): place for place, (row, column, _value) in enumerate(self._cells)}
        row, column, _value = self._cells[at]
        while 0 <= row <= len(self.rows) and 0 <= column <= len(self.columns):
            row, column = row + down, column + across
            if (row, column) in known:
                return known[row, column]
        return at

    # --- places

    def _grid(self, room: QRectF, look: Look) -> _Grid:
        """Names to the left take two fifths at most; cells are as high as words need, or as room is left for."""
        measure = look.measure()
        said = max(measure.horizontalAdvance(one_line(_head(row))) for row in self.rows)
        left = min(said + 1 + AIR, room.width() * 0.4)
        top = measure.height() * 1.4
        high = min((room.height() - top) / len(self.rows), look.m.fs_body * 3.2)
        wide = (room.width() - left) / len(self.columns)
        return _Grid(room.left() + left, room.top() + top, max(wide, LEAST), max(high, LEAST))

    def places(self, room: QRectF, look: Look) -> Sequence[QRectF]:
        grid = self._grid(room, look)
        return [grid.cell(row, column) for row, column, _value in self._cells]

    def wanted(self, look: Look) -> QSizeF:
        return QSizeF(36 * look.m.fs_caption, look.m.fs_caption * (2 + 2.9 * max(len(self.rows), 2)))

    def least(self, look: Look) -> QSizeF:
        across = max(18 * look.m.fs_caption, (LEAST + GAP) * len(self.columns) * 2)
        return QSizeF(across, look.measure().height() * (1.4 + 1.2 * max(len(self.rows), 2)))

    # --- painting

    def paint_points(self, painter: QPainter, room: QRectF, look: Look, *, at: int) -> None:
        grid = self._grid(room, look)
        painter.setFont(look.font())
        painter.setPen(look.colour("text_muted"))
        line = look.measure().height()
        middles = [grid.cell(0, column).center().x() for column in range(len(self.columns))]
        for column, place in shown_names(middles, self.columns, look, within=room):
            write(painter, QRectF(place.left(), room.top(), place.width(), line), self.columns[column])
        for at_row, row in enumerate(self.rows):
            cell = grid.cell(at_row, 0)
            head = QRectF(room.left(), cell.center().y() - line / 2, grid.left - AIR - room.left(), line)
            if line <= grid.high + GAP or at_row % 2 == 0:
                write(painter, head, _head(row), side=Qt.AlignmentFlag.AlignLeft)
        self._draw_cells(painter, grid, look, at=at)

    def _draw_cells(self, painter: QPainter, grid: _Grid, look: Look, *, at: int) -> None:
        measure, cells = look.measure(), self._cells
        widest = max(measure.horizontalAdvance(self.words(value)) for _row, _column, value in cells)
        fits = widest + 4 <= grid.wide - GAP and measure.height() <= grid.high - GAP + 1
        for place, (row, column, value) in enumerate(cells):
            cell, shade = grid.cell(row, column), self.shade(value, look)
            painter.setPen(look.colour("text") if place == at else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shade))
            painter.drawRoundedRect(cell, 4, 4)
            if fits:
                painter.setPen(QColor(ink_on(shade)))
                write(painter, cell, self.words(value))

    def shade(self, value: Amount, look: Look) -> str:
        """The colour of a cell: the ground for nothing, and from a soft to a deep accent for the most."""
        if not value:
            return look.c.surface_alt
        top = self.top or max(value for _row, _column, value in self._cells) or 1
        share = min(max(Fraction(value) / Fraction(top), Fraction(0)), Fraction(1)) * 2
        if share <= 1:
            return mix(look.c.accent_soft, look.c.accent_ghost, share=float(share))
        return mix(look.c.accent_ghost, look.c.accent_pressed, share=float(share - 1))


def _head(row: HeatRow) -> str:
    """What stands before a row: "Oct (30)"."""
    return f"{row.name} ({row.note})" if row.note else row.name
