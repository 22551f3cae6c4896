"""A long list on the screen: a field to find by, the orders, the table, and what to do where there is nothing.

To be used as a base: a page's own list makes its own buttons, and then calls `lay_out`.
"""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr, tr_n
from ui.seams.list_spec import ListSpec
from ui.seams.listing import Listing, Order
from ui.seams.table_view import TableView
from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import Button, IconButton
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme

_Row = TypeVar("_Row")


class ListView(QWidget, Generic[_Row]):
    """The list with its bar; `opened` carries the key of a row."""

    opened = Signal(str)

    def __init__(
        self, theme: Theme, listing: Listing[_Row, Any], spec: ListSpec[_Row], *, action: QWidget | None = None
    ) -> None:
        """`action` stands beside what is said above the table."""
        super().__init__()
        self.theme = theme
        self.listing = listing
        self._spec = spec
        self.search = Field(theme, spec.search, kind="search", lead=Glyph(theme, "search", large=True))
        self.search.setPlaceholderText(spec.placeholder)
        self.order = Choice(tr("Sorted by"), [(each.sort.value, each.words) for each in spec.sortings])
        self.turn = IconButton(theme, "chevron-down", name=tr("Turn the order round"))
        self.new = Button(theme, spec.new, kind="action", icon=spec.icons[1])
        self.notice = Banner(theme, "", action=action)
        self.table = TableView(theme, listing.rows, name=spec.title, key=spec.key, spare=spec.spare)
        self._count = label(type_="caption")  # small enough to stand below the title in larger text, too
        self.new_here = Button(theme, spec.new, icon=spec.icons[1])
        self._nothing = EmptyState(theme, spec.icons[0], title="", action=self.new_here)
        self._stack = QStackedWidget()
        self._connect()

    def lay_out(self, *at_end: QWidget, above: QLayout | None = None) -> None:
        """Puts everything in its place, with widgets `at_end` of the bar, and perhaps a row `above` the table."""
        m = self.theme.m
        bar = self._bar(at_end)
        card = Panel(self.theme)
        card.box.setContentsMargins(m.s3, m.s2, m.s3, m.s2)
        card.box.addWidget(self._stack)
        self.notice.hide()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        below = QVBoxLayout()
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        if above:
            below.addLayout(above)
        below.addWidget(card, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(below, 1)

    # --- from outside

    def reload(self) -> None:
        """Shows the shop as it is now, with the same row chosen and nothing scrolled."""
        place = self.table.place()
        self.listing.read_again()
        self.table.go_back(place)
        self.tell()

    def start(self) -> None:
        """Puts the focus where work begins."""
        self.search.setFocus()
        self.search.selectAll()

    def say(self, sentence: str, *, good: bool = True) -> None:
        """Says something above the table until something else is done."""
        self.notice.say(sentence, tone="accent" if good else "warning")
        self.notice.show()

    def go_back(self) -> bool:
        """Takes the search back; False when there is nothing to take back."""
        if not self.search.text():
            return False
        self.search.clear()
        self.start()
        return True

    def tell(self) -> None:
        """Says how many there are, how they are sorted, and what to do where there is nothing."""
        listing, spec = self.listing, self._spec
        self._count.setText(self._counted().format(n=listing.session.formats.number(listing.shown)))
        if listing.whole:
            self._nothing.say("search", spec.none_found.title, hint=spec.none_found.hint, tone="")
        else:
            self._nothing.say(spec.icons[0], spec.none_yet.title, hint=spec.none_yet.hint)
        self._stack.setCurrentIndex(0 if listing.rows.rows else 1)
        order = listing.order
        column = next(each.column for each in spec.sortings if each.sort is order.sort)
        listing.rows.show_order(column, down=order.down)
        self.order.choose(order.sort.value)
        self.turn.setIcon(self.theme.icon("chevron-down" if order.down else "chevron-up", "text_muted"))

    # --- inside

    def _bar(self, at_end: Sequence[QWidget]) -> Panel:
        bar = Panel(self.theme, surface="bar", across=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(self._spec.title, "name"))
        words.addWidget(self._count)
        words.addStretch(1)
        bar.box.addLayout(words)
        bar.box.addSpacing(self.theme.m.s3)
        bar.box.addWidget(self.search, 1)
        for widget in at_end:
            bar.box.addWidget(widget)
        return bar

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_header_clicked)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.order.chosen.connect(self._on_order_chosen)
        self.turn.clicked.connect(self._on_turned)
        self.table.opened.connect(self._on_row_opened)
        self.table.typed.connect(self._on_typed_on_table)

    def _counted(self) -> str:
        listing = self.listing
        if listing.is_cut:
            return tr("The first {n}; more letters find fewer")
        if listing.text:
            return tr_n("{n} found", "{n} found", listing.shown)
        return self._spec.counted(listing.shown)

    def _sort_by(self, order: Order[Any]) -> None:
        self.listing.sort_by(order)
        self.table.scrollToTop()
        self.tell()

    # --- slots

    def _on_text_changed(self, text: str) -> None:
        self.notice.hide()
        self.listing.look_for(text)
        self.table.scrollToTop()
        self.tell()

    def _on_return_pressed(self) -> None:
        row = self.table.current() or next(iter(self.listing.rows.rows), None)
        if row is not None and self.search.text():
            self._on_row_opened(row)

    def _on_row_opened(self, row: _Row) -> None:
        self.opened.emit(self._spec.key(row))

    def _on_typed_on_table(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    def _on_header_clicked(self, column: int) -> None:
        for each in self._spec.sortings:
            if each.column == column:
                turned = each.sort is self.listing.order.sort
                self._sort_by(Order(each.sort, not self.listing.order.down if turned else each.down))

    def _on_order_chosen(self, key: str) -> None:
        for each in self._spec.sortings:
            if each.sort.value == key and each.sort is not self.listing.order.sort:
                self._sort_by(Order(each.sort, each.down))

    def _on_turned(self) -> None:
        self._sort_by(Order(self.listing.order.sort, not self.listing.order.down))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.search.hasFocus():
            self.table.setFocus()
            if self.table.current() is None:
                self.table.selectRow(0)
        else:
            super().keyPressEvent(event)
