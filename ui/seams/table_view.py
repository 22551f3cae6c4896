"""The one table on the screen: rows to choose and to open, by mouse, finger and keyboard, painted from the theme.

To be used as:
    table = TableView(theme, model, name=tr("Customers"), key=lambda customer: customer.id)
    table.opened.connect(show)       # Enter, a double click or a tap; the row's value
    table.chosen.connect(describe)   # another row is the current one; None where there is none
"""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QInputDevice, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView

from ui.seams.table_cells import CHIP_PADDING, PADDING, Cells, small_font
from ui.seams.tables import DOWN, Index, RowsModel
from ui.theme.text import set_tip
from ui.theme.theme import Theme

LEAST = 12  # letters' heights that a column without a sample keeps before others are hidden for it
BARE = 6  # of the same, that it keeps when there is nothing more to hide
ENOUGH = 24  # of the same, beyond which it shares what is left with all
SLACK = 8  # px more than the sample, so that a column on the right keeps away from one on the left
MOST_TOLD = 500  # letters of a cell in a tool tip
_HOVERS = frozenset({QEvent.Type.HoverEnter, QEvent.Type.HoverMove, QEvent.Type.HoverLeave})
NO_LETTERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Place(NamedTuple):
    """Where somebody is in a table: the key of the current row, and how far it is scrolled."""

    key: Hashable
    scrolled: int


class TableView(QTableView):
    """A table of a RowsModel. Columns that have a sample are as wide as that; `spare` ones hide when room is short."""

    opened = Signal(object)
    chosen = Signal(object)
    typed = Signal(str)  # letters typed on the table, for a search field beside it

    def __init__(
        self,
        theme: Theme,
        model: RowsModel[Any],
        *,
        name: str,
        key: Callable[[Any], Hashable],
        spare: Sequence[int] = (),
    ) -> None:
        """`name` is what a screen reader says; `spare` columns are hidden in this order where the table is narrow."""
        super().__init__()
        self.theme = theme
        self.rows_model = model
        self._cells = Cells(theme, self)
        self._key = key
        self._spare = tuple(spare)
        self.setAccessibleName(name)
        self.setItemDelegate(self._cells)
        self.setModel(model)
        self._behave()
        self.activated.connect(self._on_activated)
        self.entered.connect(self._on_entered)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)  # Tab leads on to the next field, the arrows from row to row
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setSectionsClickable(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    # --- where somebody is

    def current(self) -> Any:
        """The value of the current row, None where there is none."""
        return self.rows_model.row(self.currentIndex())

    def choose(self, key: Hashable) -> bool:
        """Makes the row with this key the current one; False where there is none."""
        for number, row in enumerate(self.rows_model.rows):
            if self._key(row) == key:
                self.setCurrentIndex(self.rows_model.index(number, 0))
                return True
        return False

    def place(self) -> Place:
        """Where somebody is, for `go_back` after the rows were read anew."""
        row = self.current()
        return Place(None if row is None else self._key(row), self.verticalScrollBar().value())

    def go_back(self, place: Place) -> None:
        """Shows the table as it was at `place`, as far as its rows are still there."""
        if place.key is not None:
            self.choose(place.key)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place.scrolled)

    # --- columns

    def _share_room(self) -> None:
        """Gives each column the room of its header and sample, and the rest to those without one."""
        self.ensurePolished()  # the font may be another by then
        widths = [self._wanted(number) for number in range(len(self.rows_model.columns))]
        room = self.viewport().width()
        seen = list(range(len(widths)))
        for number in self._spare:
            if sum(widths[at] for at in seen) > room:
                seen.remove(number)
        widest = max(seen, key=widths.__getitem__)
        free = [at for at in seen if not self.rows_model.columns[at].room] or [widest]
        letter = self.theme.m.fs_body
        for at in free:
            left = room - sum(widths[other] for other in seen)
            widths[at] = min(max(widths[at] + left, BARE * letter), max(widths[at], ENOUGH * letter))
        left = max(0, room - sum(widths[at] for at in seen))
        for at in seen:
            widths[at] += left // len(seen)
        widths[free[0]] += left % len(seen)
        for at, width in enumerate(widths):
            self.setColumnHidden(at, at not in seen)
            self.setColumnWidth(at, width)

    def _wanted(self, number: int) -> int:
        column, least = self.rows_model.columns[number], LEAST * self.theme.m.fs_body
        sample = self.fontMetrics().horizontalAdvance(column.room) + 2 * PADDING + SLACK if column.room else least
        if column.chip and column.room:
            sample += 2 * CHIP_PADDING
        # what the header itself asks for knows nothing of the weight the style sheet gives its words
        header = QFontMetrics(small_font(self.font(), self.theme.m.fs_caption)).horizontalAdvance(column.header + DOWN)
        return max(sample, header + 2 * PADDING + SLACK)

    # --- signals

    def _on_activated(self, index: QModelIndex) -> None:
        self._open(index)

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _on_current_changed(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows_model.row(index))

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(self.theme.m.row)
        self.verticalHeader().setDefaultSectionSize(self.theme.m.row)
        self._share_room()

    def _open(self, index: Index) -> None:
        row = self.rows_model.row(index)
        if row is not None:
            self.opened.emit(row)

    def _cut_words(self, index: Index) -> str:
        """What a cell says, where it has not the room to say all of it."""
        words = str(index.data() or "")
        room = self.columnWidth(index.column()) - 2 * PADDING
        return words[:MOST_TOLD] if QFontMetrics(self.font()).horizontalAdvance(words) > room else ""

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered:
            self._cells.hovered = row
            self.viewport().update()

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & NO_LETTERS:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.device().type() is QInputDevice.DeviceType.TouchScreen:
            self._open(self.indexAt(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in _HOVERS:
            return True  # Qt lights the one cell below a mouse that rests there, where the row is what can be chosen
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            set_tip(self.viewport(), self._cut_words(self.indexAt(event.pos())))
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
