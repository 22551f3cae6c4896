"""One read-only table over plain rows, for every list in the program."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.theme.sheet import Tone

_Row = TypeVar("_Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

UP, DOWN = " ↑", " ↓"


class Chip(Struct, frozen=True):
    """A state in a word or two beside the words of a cell, never by its colour alone."""

    words: str
    tone: Tone = ""


class Column(Struct, Generic[_Row], frozen=True):
    """A column: its header, the words of a cell, and a chip beside them.

    `room` is a sample of the longest words it should have room for; the columns without one share what is left.
    """

    header: str
    words: Callable[[_Row], str]
    right: bool = False
    muted: bool = False
    chip: Callable[[_Row], Chip | None] | None = None
    room: str = ""


class RowsModel(QAbstractTableModel, Generic[_Row]):
    """Rows of values in columns. It fetches nothing: whoever owns it sets the rows."""

    def __init__(self, columns: Sequence[Column[_Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[_Row] = []
        self._order: tuple[int, str] = (-1, "")

    def set_rows(self, rows: Sequence[_Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[_Row]) -> None:
        """Shows more rows below."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def show_order(self, column: int, *, down: bool) -> None:
        """Marks the column by which the rows are sorted; `down` has the largest first."""
        self._order = column, DOWN if down else UP
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @property
    def rows(self) -> list[_Row]:
        """The rows that are shown."""
        return self._rows

    def row(self, index: Index) -> _Row | None:
        """The value behind an index, None for none."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    # --- Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chip = column.chip(row) if column.chip else None
            return ", ".join(words for words in (column.words(row), chip.words if chip else "") if words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # the arrow is a part of the words: the one of the style covers what is aligned to the right
            return self.columns[section].header + (self._order[1] if section == self._order[0] else "")
        if role == Qt.ItemDataRole.TextAlignmentRole and self.columns[section].right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None
