"""Paints the lines of the list: a tick box, a tile with the occasion, two rows of words, and chips behind them."""

from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.seams.lines import Line, Tick
from ui.seams.table_cells import CHIP_PADDING, small_font
from ui.seams.tables import Chip, Index
from ui.theme.theme import Theme

LINE = Qt.ItemDataRole.UserRole  # under which the model gives the Line
GAP = 6  # px between two lines
PADDING = 8  # px within a line
BOX = 22  # px of a tick box
INDENT = 16  # px of a member of a group
FEWEST = 4  # letters of what a line is for, beside its day


class LineCells(QStyledItemDelegate):
    """The delegate of a list of Lines."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def tick_area(self, line: Line, rect: QRect) -> QRect:
        """Where in the place of a line a finger ticks it: more than the box itself."""
        left = rect.left() + (INDENT if line.within else 0)
        return QRect(left, rect.top(), BOX + 2 * PADDING, rect.height())

    # --- Qt

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        words = round((self._theme.m.fs_body + self._theme.m.fs_body) * 1.4) + 8
        return QSize(0, max(self._theme.m.touch + 4, words) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Any = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: Any = option.state
        rect: Any = option.rect
        area = rect.adjusted(INDENT if line.within else 0, 0, 0, -GAP)
        self._ground(painter, area, state)
        left = area.left() + PADDING
        if line.tick is not None:
            self._tick(painter, QRect(QPoint(left, area.center().y() - BOX // 2), QSize(BOX, BOX)), line.tick)
            left += BOX + PADDING
        tile = self._theme.m.touch - 12
        self._tile(painter, QRect(left, area.center().y() - tile // 2, tile, tile), line)
        left += tile + PADDING
        wanted = QFontMetrics(self._plain()).horizontalAdvance(line.below) + PADDING
        right = self._signs(painter, area, line, room=area.right() - left - wanted - 2 * PADDING)
        self._words(painter, QRect(left, area.top(), max(0, right - left - PADDING), area.height()), line)
        painter.restore()

    # --- parts of a line

    def _ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        ring = "focus" if chosen and self._view.hasFocus() else "accent" if chosen else "border"
        wide = 2 if chosen else 1
        painter.setPen(QPen(self._theme.colour(ring), wide))
        painter.setBrush(self._theme.colour("accent_soft" if chosen else "surface_hover" if over else "surface"))
        edge = wide / 2
        radius = self._theme.m.radius
        painter.drawRoundedRect(QRectF(area).adjusted(edge, edge, -edge, -edge), radius, radius)

    def _tick(self, painter: QPainter, box: QRect, tick: Tick) -> None:
        on = tick is not Tick.OFF
        painter.setPen(QPen(self._theme.colour("accent" if on else "border_strong"), 2))
        painter.setBrush(self._theme.colour("accent" if on else "surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        if on:
            painter.setPen(QPen(self._theme.colour("on_accent"), 2.2, c=Qt.PenCapStyle.RoundCap))
            shape = ((-5, 0), (-1, 4), (5, -4)) if tick is Tick.ON else ((-5, 0), (5, 0))
            middle = QRectF(box).center()
            painter.drawPolyline([middle + QPointF(x, y) for x, y in shape])

    def _tile(self, painter: QPainter, square: QRect, line: Line) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{line.tone}_soft" if line.tone else "surface_alt"))
        painter.drawRoundedRect(square, self._theme.m.radius_s, self._theme.m.radius_s)
        air = square.height() // 4
        icon = self._theme.icon(line.icon, line.tone or "text_muted")
        icon.paint(painter, square.adjusted(air, air, -air, -air))

    def _signs(self, painter: QPainter, area: QRect, line: Line, *, room: int) -> int:
        """Paints the chips, and how a group stands, from the right; returns where they begin.

        Without the `room` (px) plain chips give way to the words.
        """
        right = area.right() - PADDING
        if line.opens is not None:
            side = self._theme.m.icon
            place = QRect(right - side, area.center().y() - side // 2, side, side)
            self._theme.icon("chevron-up" if line.opens else "chevron-down", "text_muted").paint(painter, place)
            right -= side + PADDING // 2
        for chip in reversed(line.chips):
            if not chip.tone and self._chip_width(chip) > room:
                continue
            right = self._chip(painter, chip, QPoint(right, area.center().y())) - PADDING // 2
        return right

    def _chip(self, painter: QPainter, chip: Chip, at: QPoint) -> int:
        wide, high = self._chip_width(chip), self._theme.m.chip
        pill = QRect(at.x() - wide, at.y() - high // 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"{chip.tone}_soft" if chip.tone else "surface_alt"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(self._theme.colour(chip.tone or "text_muted"))
        painter.setFont(small_font(self._view.font(), self._theme.m.fs_caption))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, chip.words)
        return pill.left()

    def _chip_width(self, chip: Chip) -> int:
        font = small_font(self._view.font(), self._theme.m.fs_caption)
        return QFontMetrics(font).horizontalAdvance(chip.words) + 2 * CHIP_PADDING

    def _plain(self) -> QFont:
        """The font of the second line of words."""
        font = QFont(self._view.font())
        font.setPixelSize(self._theme.m.fs_body)
        return font

    def _words(self, painter: QPainter, area: QRect, line: Line) -> None:
        plain = self._plain()
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        high = QFontMetrics(strong).height()
        top = area.center().y() - high + 1
        name = QFontMetrics(strong).elidedText(line.name, Qt.TextElideMode.ElideRight, area.width())
        below = shortened(line, QFontMetrics(plain), area.width())
        for words, font, role, y in ((name, strong, "text", top), (below, plain, "text_muted", top + high)):
            painter.setFont(font)
            painter.setPen(self._theme.colour(role))
            painter.drawText(QRect(area.left(), y, area.width(), high), Qt.AlignmentFlag.AlignVCenter, words)


def shortened(line: Line, metrics: QFontMetrics, room: int) -> str:
    """The second row of a line within `room` (px): its day whole if that leaves anything of what it is for."""
    end = f" · {line.day}" if line.told and line.day else ""
    left = room - metrics.horizontalAdvance(end)
    if end and left > metrics.averageCharWidth() * FEWEST:
        return metrics.elidedText(line.told, Qt.TextElideMode.ElideRight, left) + end
    return metrics.elidedText(line.day or line.told, Qt.TextElideMode.ElideRight, room)
