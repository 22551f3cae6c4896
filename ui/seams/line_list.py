"""The list on the left: lines to choose, to tick and to open, by mouse, finger and keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScroller

from ui.seams.line_cells import LINE, LineCells
from ui.seams.lines import Line, Tick
from ui.seams.tables import NOWHERE, Index
from ui.theme.text import set_tip
from ui.theme.theme import Theme

TICKS = {
    Tick.OFF: Qt.CheckState.Unchecked,
    Tick.PARTLY: Qt.CheckState.PartiallyChecked,
    Tick.ON: Qt.CheckState.Checked,
}

# Keys that open or close a group, and how it must stand for that.
TURNS = {
    Qt.Key.Key_Return: (False, True),
    Qt.Key.Key_Enter: (False, True),
    Qt.Key.Key_Right: (False,),
    Qt.Key.Key_Left: (True,),
}


class Lines(QAbstractListModel):
    """The lines that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Shows other lines; those that stand as they were keep their place on the screen."""
        if [line.key for line in lines] == [line.key for line in self.lines]:
            self.lines = list(lines)
            self.dataChanged.emit(self.index(0), self.index(max(0, len(self.lines) - 1)))
        else:
            self.beginResetModel()
            self.lines = list(lines)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole and line.tick is not None:
            return TICKS[line.tick]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        return line.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        ticks = 0 <= index.row() < len(self.lines) and self.lines[index.row()].tick is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if ticks else flags


class LineList(QListView):
    """One line is the current one. Space ticks it, Enter and the side arrows open and close a group."""

    chosen = Signal(str)  # the key of the line that is the current one now; "" for none
    ticked = Signal(str)  # the key of a line whose tick somebody pressed
    opened = Signal(str)  # the key of a group to be opened or closed

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._lines = Lines()
        self._cells = LineCells(theme, self)
        self.setAccessibleName(name)
        self.setModel(self._lines)
        self.setItemDelegate(self._cells)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    # --- from outside

    @property
    def lines(self) -> list[Line]:
        """The lines that are shown."""
        return self._lines.lines

    @property
    def key(self) -> str:
        """The key of the current line, "" for none."""
        row = self.currentIndex().row()
        return self.lines[row].key if 0 <= row < len(self.lines) else ""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows other lines; the current one stays it, and what took its place is it where it went."""
        key, row, scrolled = self.key, self.currentIndex().row(), self.verticalScrollBar().value()
        self._lines.show(lines)
        if key and not self.choose(key) and lines:
            self.setCurrentIndex(self._lines.index(min(max(row, 0), len(lines) - 1)))
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        if not self.key and lines:
            self.setCurrentIndex(self._lines.index(0))

    def choose(self, key: str) -> bool:
        """Makes the line with this key the current one; False where there is none."""
        for row, line in enumerate(self.lines):
            if line.key == key:
                self.setCurrentIndex(self._lines.index(row))
                return True
        return False

    # --- inside

    def _line(self, index: Index) -> Line | None:
        return self.lines[index.row()] if 0 <= index.row() < len(self.lines) else None

    def _on_current_changed(self, index: QModelIndex) -> None:
        line = self._line(index)
        self.chosen.emit(line.key if line else "")

    # --- Qt

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._line(index)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return
        area = self._cells.tick_area(line, self.visualRect(index))
        if line.tick is not None and area.contains(event.position().toPoint()):
            self.ticked.emit(line.key)
        elif line.opens is not None:
            self.opened.emit(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self._line(self.currentIndex()), Qt.Key(event.key())
        if line and key == Qt.Key.Key_Space and line.tick is not None:
            self.ticked.emit(line.key)
        elif line and line.opens is not None and line.opens in TURNS.get(key, ()):
            self.opened.emit(line.key)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self._line(self.indexAt(event.pos()))
            set_tip(self.viewport(), line.spoken if line else "")  # names end in "…" where room does
        return super().viewportEvent(event)
