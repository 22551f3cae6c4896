"""A row that goes on below where there is no room beside: for buttons whose words are of any length.

To be used as:
    row = Flow(theme.m.s2)
    row.addWidget(Button(theme, tr("Mark as sent")))
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Its items from left to right in their own sizes, in as many rows as they need."""

    def __init__(self, spacing: int) -> None:
        """`spacing` is the gap between items and between rows (px)."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """The items of each row with their sizes, none wider than `width` unless it must be."""
        row: list[tuple[QLayoutItem, QSize]] = []
        taken = 0
        for item in self._seen():
            size = item.sizeHint()
            size.setWidth(max(min(size.width(), width), item.minimumSize().width()))
            if row and taken + size.width() > width:
                yield row
                row, taken = [], 0
            row.append((item, size))
            taken += size.width() + self.spacing()
        if row:
            yield row

    def _arrange(self, area: QRect, *, moving: bool) -> int:
        """Puts the items into `area` where they are `moving`, in the middle of their row; returns how high that is."""
        y = area.top()
        for row in self._rows(area.width()):
            x, high = area.left(), max(size.height() for _item, size in row)
            for item, size in row:
                if moving:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - area.top())

    # --- Qt

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, moving=True)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._seen()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._seen()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )
