"""Paints the cells of a table: the words, and behind them a chip for what must be seen at once.

Painting a cell itself, and reading the row once, takes a seventh of what the usual way of asking the model role by
role does; a screen has a hundred cells and more.
"""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.seams.tables import Chip, Index, RowsModel
from ui.theme.theme import Theme

PADDING = 8  # px left and right of the words of a cell
CHIP_PADDING = 10


class Cells(QStyledItemDelegate):
    """Paints the cells of a RowsModel; the row of the number `hovered` lies under the mouse."""

    def __init__(self, theme: Theme, table: QWidget) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self.hovered = -1
        self._selected = False  # whether the cell in hand is of the chosen row

    def _draw_words(self, painter: QPainter, area: QRect, words: str, *, right: bool, role: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self._theme.colour(role))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def _draw_chip(self, painter: QPainter, area: QRect, chip: Chip, *, after: int) -> int:
        """Paints the pill behind words `after` px wide, as near as there is room; returns how wide they may be."""
        font = small_font(painter.font(), self._theme.m.fs_caption)
        measure = QFontMetrics(font)
        wide = min(measure.horizontalAdvance(chip.words) + 2 * CHIP_PADDING + 2, area.width())
        left = min(after + PADDING, area.width() - wide) if after else 0
        high = self._theme.m.chip
        pill = QRect(area.left() + left, area.center().y() - high // 2, wide, high)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._ground(chip)))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(self._theme.colour(chip.tone or "text_muted"))
        painter.setFont(font)
        shown = measure.elidedText(chip.words, Qt.TextElideMode.ElideRight, wide - 2 * CHIP_PADDING)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
        painter.restore()
        return left - PADDING

    def _ground(self, chip: Chip) -> str:
        if self._selected and chip.tone == "accent":
            return "surface"  # the row has the accent's ground itself
        return f"{chip.tone}_soft" if chip.tone else "surface_hover"

    # --- Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model: Any = index.model()
        if not isinstance(model, RowsModel):
            return
        row, column = model.row(index), model.columns[index.column()]
        over = QStyle.StateFlag.State_MouseOver
        option.state = option.state | over if index.row() == self.hovered else option.state & ~over
        self._table.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._table)
        self._selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        words, chip = column.words(row), column.chip(row) if column.chip else None
        painter.setFont(option.font)
        if chip:
            area.setWidth(self._draw_chip(painter, area, chip, after=painter.fontMetrics().horizontalAdvance(words)))
        if words:
            self._draw_words(painter, area, words, right=column.right, role="text_muted" if column.muted else "text")

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._theme.m.row)


def small_font(font: QFont, pixels: int) -> QFont:
    """The font of chips and headers, `pixels` high."""
    small = QFont(font)
    small.setPixelSize(pixels)
    small.setWeight(QFont.Weight.DemiBold)
    return small
