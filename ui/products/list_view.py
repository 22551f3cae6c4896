"""The list of products on the screen: a field to find them by, the table, and what to do where there is nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.model.products import Product, ProductSort
from loyaltydesk.words import tr, tr_n
from ui.products.listing import Listing, Order
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import Button, IconButton
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme

COLUMN_OF = {ProductSort.NAME: 0, ProductSort.CATEGORY: 1, ProductSort.CODE: 2, ProductSort.PRICE: 5}
SPARE = (4, 3, 1)  # the columns that give way first in a narrow window


class ListView(QWidget):
    """The list with its bar; `opened` carries the code of a product."""

    opened = Signal(str)
    new_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self._session = session
        self.listing = Listing(session)
        self.search = Field(theme, tr("Find a product"), kind="search", lead=Glyph(theme, "search", large=True))
        self.search.setPlaceholderText(tr("Name, code or barcode"))
        self.order = Choice(tr("Sorted by"), _orders())
        self.turn = IconButton(theme, "chevron-down", name=tr("Turn the order round"))
        self.new = Button(theme, tr("New product"), kind="action", icon="plus")
        self.take_in = Button(theme, tr("From a file…"), icon="folder-up")
        self.give_out = Button(theme, tr("Into a file…"), icon="download")
        self.notice = Banner(theme, "")
        self.table = TableView(theme, self.listing.rows, name=tr("Products"), key=lambda each: each.sku, spare=SPARE)
        self._count = label(type_="caption")
        self.new_here = Button(theme, tr("New product"), icon="plus")
        self._nothing = EmptyState(theme, "package", title="", action=self.new_here)
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
        self.notice.say(sentence, tone="accent" if good else "warning")
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
        words.addWidget(label(tr("Products"), "name"))
        words.addWidget(self._count)
        words.addStretch(1)
        bar.box.addLayout(words)
        bar.box.addSpacing(m.s3)
        bar.box.addWidget(self.search, 1)
        bar.box.addWidget(self.new)
        card = Panel(self.theme)
        card.box.setContentsMargins(m.s3, m.s2, m.s3, m.s2)
        card.box.addWidget(self._stack)
        self.notice.hide()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        below, tools = QVBoxLayout(), QHBoxLayout()
        tools.setSpacing(m.s3)
        tools.addWidget(self.order)
        tools.addWidget(self.turn)
        tools.addStretch(1)
        tools.addWidget(self.take_in)
        tools.addWidget(self.give_out)
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.notice)
        below.addLayout(tools)
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
        self.new.clicked.connect(self.new_wanted)
        self.new_here.clicked.connect(self.new_wanted)
        self.take_in.clicked.connect(self.import_wanted)
        self.give_out.clicked.connect(self.export_wanted)
        self.table.opened.connect(self._on_row_opened)
        self.table.typed.connect(self._on_typed_on_table)

    def _tell(self) -> None:
        """Says how many there are, and what to do where there is nothing."""
        listing, formats = self.listing, self._session.formats
        shown = len(listing.rows.rows) if listing.text else listing.everything
        words = tr_n("{n} product", "{n} products", shown)
        if listing.is_cut:
            words = tr("The first {n}; more letters find fewer")
        elif listing.text:
            words = tr_n("{n} found", "{n} found", shown)
        self._count.setText(words.format(n=formats.number(shown)))
        if not listing.everything:
            hint = tr("With a list, products are scanned at the till. Without one, amounts are typed as before.")
            self._nothing.say("package", tr("No products yet"), hint=hint)
        else:
            hint = tr("Type a part of the name, the code or the barcode.")
            self._nothing.say("search", tr("Nothing found"), hint=hint, tone="")
        self._stack.setCurrentIndex(0 if listing.rows.rows else 1)
        self.give_out.setEnabled(bool(listing.everything))
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
            self.opened.emit(row.sku)

    def _on_row_opened(self, product: Product) -> None:
        self.opened.emit(product.sku)

    def _on_typed_on_table(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    def _on_header_clicked(self, column: int) -> None:
        sort = next((sort for sort, at in COLUMN_OF.items() if at == column), None)
        if sort is self.listing.order.sort:
            self._on_turned()
        elif sort:
            self._sort_by(Order(sort))

    def _on_order_chosen(self, key: str) -> None:
        if ProductSort(key) is not self.listing.order.sort:
            self._sort_by(Order(ProductSort(key)))

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


def _orders() -> list[tuple[str, str]]:
    return [
        (ProductSort.NAME.value, tr("By product name")),
        (ProductSort.CATEGORY.value, tr("By category")),
        (ProductSort.CODE.value, tr("By code")),
        (ProductSort.PRICE.value, tr("By price")),
    ]
