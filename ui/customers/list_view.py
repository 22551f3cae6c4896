"""The list of customers on the screen: a field to find them by, the table, and what to do where there is nobody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.model.customers import Customer, Sort
from loyaltydesk.words import tr, tr_n
from ui.customers.listing import FIRST_DOWN, Listing, Order
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import Button, IconButton
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme

COLUMN_OF = {Sort.NAME: 0, Sort.POINTS: 2, Sort.VISIT: 5, Sort.SPEND: 6, Sort.JOINED: 7}
SPARE = (7, 4, 1, 5, 6)  # the columns that give way first in a narrow window


class ListView(QWidget):
    """The list with its bar; `opened` carries the id of a customer."""

    opened = Signal(str)
    new_wanted = Signal(str, str)  # a customer who is not there yet: what was looked for, the number of a card

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self.listing = Listing(session)
        self.search = Field(theme, tr("Find a customer"), kind="search", lead=Glyph(theme, "search", large=True))
        self.search.setPlaceholderText(tr("Name, phone, last four digits or e-mail"))
        self.order = Choice(tr("Sorted by"), _orders())
        self.turn = IconButton(theme, "chevron-down", name=tr("Turn the order round"))
        self.new = Button(theme, tr("New customer"), kind="action", icon="user-plus")
        self.register = Button(theme, tr("Register with this card"), kind="small")
        self.notice = Banner(theme, "", action=self.register)
        self.table = TableView(
            theme, self.listing.rows, name=tr("Customers"), key=lambda customer: customer.id, spare=SPARE
        )
        self._count = label(type_="caption")  # small enough to stand below the title in larger text, too
        self.new_here = Button(theme, tr("New customer"), icon="user-plus")
        self._card = ""
        self._nobody = EmptyState(theme, "users", title="", action=self.new_here)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # --- from outside

    def reload(self) -> None:
        """Shows the shop as it is now, with the same row chosen and nothing scrolled."""
        place = self.table.place()
        self.listing.read_again()
        self.table.go_back(place)
        self._tell()

    def start(self) -> None:
        """Puts the focus where work begins."""
        self.search.setFocus()
        self.search.selectAll()

    def say(self, sentence: str, *, good: bool = True) -> None:
        """Says something above the table until something else is done."""
        self.offer("", sentence)
        self.notice.say(sentence, tone="accent" if good else "warning")

    def offer(self, card: str, sentence: str) -> None:
        """Says what is the matter with a scanned code, and offers to register somebody with this `card`, if any."""
        self._card = card
        self.register.setVisible(bool(card))
        self.notice.say(sentence, tone="warning")
        self.notice.show()

    def go_back(self) -> bool:
        """Takes the search back; False when there is nothing to take back."""
        if not self.search.text():
            return False
        self.search.clear()
        self.start()
        return True

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        bar = Panel(self.theme, surface="bar", across=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(tr("Customers"), "name"))
        words.addWidget(self._count)
        words.addStretch(1)
        bar.box.addLayout(words)
        bar.box.addSpacing(m.s3)
        bar.box.addWidget(self.search, 1)
        for widget in (self.order, self.turn, self.new):
            bar.box.addWidget(widget)
        card = Panel(self.theme)
        card.box.setContentsMargins(m.s3, m.s2, m.s3, m.s2)
        card.box.addWidget(self._stack)
        self.notice.hide()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nobody)
        below = QVBoxLayout()
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addWidget(card, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(below, 1)

    def _connect(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_header_clicked)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.order.chosen.connect(self._on_order_chosen)
        self.turn.clicked.connect(self._on_turned)
        self.new.clicked.connect(self._on_new_clicked)
        self.new_here.clicked.connect(self._on_new_clicked)
        self.register.clicked.connect(self._on_register_clicked)
        self.table.opened.connect(self._on_row_opened)
        self.table.typed.connect(self._on_typed_on_table)

    def _tell(self) -> None:
        """Says how many there are, and what to do where there is nobody."""
        listing, numbers = self.listing, self._session.formats
        everybody = listing.everybody
        self._count.setText(
            tr_n("{n} customer", "{n} customers", everybody).format(n=numbers.number(everybody))
            if not listing.text
            else _found(len(listing.rows.rows), numbers, is_cut=listing.is_cut)
        )
        if not everybody:
            self._nobody.say("users", tr("No customers yet"), hint=tr("Register the first one here, or at the till."))
        else:
            self._nobody.say(
                "search",
                tr("Nobody found"),
                hint=tr("Type a part of the name, the phone number or its last four digits, or the e-mail address."),
                tone="",
            )
        self._stack.setCurrentIndex(0 if listing.rows.rows else 1)
        listing.rows.show_order(COLUMN_OF[listing.order.sort], down=listing.order.down)
        self.order.choose(listing.order.sort.value)
        self.turn.setIcon(self.theme.icon("chevron-down" if listing.order.down else "chevron-up", "text_muted"))

    def _sort_by(self, order: Order) -> None:
        self.listing.sort_by(order)
        self.table.scrollToTop()
        self._tell()

    # --- slots

    def _on_text_changed(self, text: str) -> None:
        self.notice.hide()
        self.listing.look_for(text)
        self.table.scrollToTop()
        self._tell()

    def _on_return_pressed(self) -> None:
        row = self.table.current() or next(iter(self.listing.rows.rows), None)
        if row and self.search.text():
            self.opened.emit(row.id)

    def _on_row_opened(self, customer: Customer) -> None:
        self.opened.emit(customer.id)

    def _on_typed_on_table(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    def _on_header_clicked(self, column: int) -> None:
        sort = next((sort for sort, at in COLUMN_OF.items() if at == column), None)
        if sort is self.listing.order.sort:
            self._on_turned()
        elif sort:
            self._sort_by(Order(sort, FIRST_DOWN[sort]))

    def _on_order_chosen(self, key: str) -> None:
        sort = Sort(key)
        if sort is not self.listing.order.sort:
            self._sort_by(Order(sort, FIRST_DOWN[sort]))

    def _on_turned(self) -> None:
        self._sort_by(Order(self.listing.order.sort, not self.listing.order.down))

    def _on_new_clicked(self) -> None:
        self.notice.hide()
        self.new_wanted.emit(self.search.text().strip(), "")

    def _on_register_clicked(self) -> None:
        self.notice.hide()
        self.new_wanted.emit("", self._card)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.search.hasFocus():
            self.table.setFocus()
            if self.table.current() is None:
                self.table.selectRow(0)
        else:
            super().keyPressEvent(event)


def _orders() -> list[tuple[str, str]]:
    return [
        (Sort.NAME.value, tr("By name")),
        (Sort.POINTS.value, tr("By points")),
        (Sort.SPEND.value, tr("By money spent")),
        (Sort.VISIT.value, tr("By last visit")),
        (Sort.JOINED.value, tr("By day of joining")),
    ]


def _found(count: int, formats: QtFormats, *, is_cut: bool) -> str:
    if is_cut:
        return tr("The first {n}; more letters find fewer").format(n=formats.number(count))
    return tr_n("{n} found", "{n} found", count).format(n=formats.number(count))
