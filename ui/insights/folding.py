"""Rows of panels side by side that fold into fewer columns where there is less room.

To be used as:
    rows = Folding(theme)
    rows.add_row([Place(members, 3, 420), Place(groups, 2, 340)], growing=5)
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from ui.theme.theme import Theme


class Place(Struct, frozen=True):
    """A widget of a row: its share of the width beside others, and the px it needs (in text of 100 %) to stand so."""

    widget: QWidget
    share: int
    least: int


class _Row(Struct, frozen=True):
    places: list[Place]
    items: list[QLayoutItem]
    growing: int  # its share of the height that is over


class Folding(QLayout):
    """Each row is as high as its highest panel; a row of many folds in halves first, and then into one column."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[_Row] = []
        self.setContentsMargins(0, 0, 0, 0)
        theme.changed.connect(self.invalidate)

    def add_row(self, places: Sequence[Place], *, growing: int = 0) -> None:
        """Puts a row below the others; what height is over goes to rows by their `growing`."""
        for place in places:
            self.addChildWidget(place.widget)
        self._rows.append(_Row(list(places), [QWidgetItem(place.widget) for place in places], growing))
        self.invalidate()

    def _lines(self, row: _Row, width: int) -> list[list[tuple[Place, QLayoutItem]]]:
        """What stands side by side at this width."""
        seen = [(place, item) for place, item in zip(row.places, row.items, strict=True) if not item.isEmpty()]
        for columns in (len(seen), (len(seen) + 1) // 2):
            lines = [seen[start : start + columns] for start in range(0, len(seen), columns)] if columns else []
            if all(self._needed(line) <= width for line in lines):
                return lines
        return [[each] for each in seen]

    def _needed(self, line: list[tuple[Place, QLayoutItem]]) -> int:
        least = sum(place.least * self._theme.text_percent // 100 for place, _item in line)
        return least + self.spacing() * (len(line) - 1)

    def _widths(self, line: list[tuple[Place, QLayoutItem]], width: int) -> list[int]:
        """The room in its shares, so that the last ends where the row does."""
        room, shares = width - self.spacing() * (len(line) - 1), sum(place.share for place, _item in line)
        ends = [0]
        for place, _item in line:
            ends.append(ends[-1] + place.share)
        return [room * end // shares - room * start // shares for start, end in pairwise(ends)]

    def _heights(self, width: int) -> Iterator[tuple[_Row, list[tuple[Place, QLayoutItem]], int]]:
        """Each line with the height (px) that it needs."""
        for row in self._rows:
            for line in self._lines(row, width):
                high = [_high(item, wide) for (_p, item), wide in zip(line, self._widths(line, width), strict=True)]
                yield row, line, max(high)

    def _arrange(self, area: QRect) -> None:
        lines = list(self._heights(area.width()))
        over = max(0, area.height() - _whole([high for _row, _line, high in lines], self.spacing()))
        shares = sum(row.growing for row, _line, _high in lines)
        y = area.top()
        for row, line, least in lines:
            high = least + (over * row.growing // shares if shares else 0)
            x = area.left()
            for (_place, item), wide in zip(line, self._widths(line, area.width()), strict=True):
                item.setGeometry(QRect(x, y, wide, high))
                x += wide + self.spacing()
            y += high + self.spacing()

    # --- Qt

    def addItem(self, item: QLayoutItem) -> None:
        raise TypeError("what stands here has a place in a row")

    def count(self) -> int:
        return sum(len(row.items) for row in self._rows)

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = [item for row in self._rows for item in row.items]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        for row in self._rows:
            if 0 <= index < len(row.items):
                row.places.pop(index)
                return row.items.pop(index)
            index -= len(row.items)
        return None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        high = [high for _row, _line, high in self._heights(inside)]
        return _whole(high, self.spacing()) + margins.top() + margins.bottom()

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area.marginsRemoved(self.contentsMargins()))

    def sizeHint(self) -> QSize:
        wide = max((self._needed(list(zip(row.places, row.items, strict=True))) for row in self._rows), default=0)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for row in self._rows for item in row.items), default=0)
        margins = self.contentsMargins()
        return QSize(wide + margins.left() + margins.right(), 0)


def _high(item: QLayoutItem, width: int) -> int:
    """How high (px) an item stands at this width."""
    wanted = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wanted, item.minimumSize().height())


def _whole(heights: list[int], gap: int) -> int:
    return sum(heights) + gap * max(0, len(heights) - 1)
