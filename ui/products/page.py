"""The Products page: the list, the form of one product, and a file that is looked into; one of them at a time."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtWidgets import QStackedWidget, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.products import Preview
from loyaltydesk.model.products import Product, checked_barcode
from loyaltydesk.model.refusals import BadCardNumber, Refused, UnknownCard
from ui.products.file_work import FileWork
from ui.products.import_view import ImportView
from ui.products.list_view import ProductList
from ui.products.product_view import ProductView
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme


class ProductsPage(Page):
    """What leads from one view to another, and where a scan goes."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self.files = FileWork(session, tools, self)
        self.bar.hide()  # each of the three brings its own
        self.list = ProductList(theme, session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.column.addWidget(self._stack, 1)
        self.list.opened.connect(self._on_opened)
        self.list.new_wanted.connect(self.open_new)
        self.list.import_wanted.connect(self.files.ask_to_read)
        self.list.export_wanted.connect(self.files.ask_to_write)
        self.files.looked_into.connect(self._on_looked_into)
        self.files.told.connect(self.open_list)
        self.files.refused.connect(self._on_refused)
        self.list.reload()

    @cached_property
    def product(self) -> ProductView:
        """The form, made when it is first wanted."""
        view = ProductView(self.theme, self.session)
        view.left.connect(self.open_list)
        self._stack.addWidget(view)
        return view

    @cached_property
    def file(self) -> ImportView:
        """What a file would do, made when one is first read."""
        view = ImportView(self.theme, self.session)
        view.left.connect(self.open_list)
        view.confirmed.connect(self.files.take)
        self._stack.addWidget(view)
        return view

    # --- where to

    def open(self, what: str) -> None:
        """Shows the product with this code."""
        product = self.session.ask(lambda desk: desk.products.get(what))
        if product:
            self._leave(lambda: self._show(product))

    def open_new(self, barcode: str = "") -> None:
        """Shows the form for a new product."""
        self.product.begin(barcode)
        self._stack.setCurrentWidget(self.product)
        self.product.start()

    def open_list(self, said: str = "", *, good: bool = True) -> None:
        """Shows the list, and says something above it."""
        self.list.reload()
        self._stack.setCurrentWidget(self.list)
        self.list.start()
        if said:
            self.list.say(said, good=good)

    # --- what the window asks

    def entered(self) -> None:
        super().entered()
        if self._view is self.list:
            self.list.start()

    def reload(self) -> None:
        """Shows the shop as it is now; what is being typed stays."""
        self.list.reload()

    def take_scan(self, code: str) -> bool:
        """The barcode of a product leads to it, one that is not on the list to a new form; a card is the till's."""
        if isinstance(self._view, ProductView):
            self._view.take_scan(code)
            return True
        product = self.session.ask(lambda desk: desk.products.by_code(code))
        if product:
            self._tools.sounds.play("found")
            self._show(product)
            return True
        if not self.session.ask(lambda desk: _may_be_new(desk, code)):
            return False
        self._tools.sounds.play("unknown")
        self.open_new(code)
        return True

    def go_back(self) -> bool:
        if isinstance(self._view, ProductView):
            self._view.go_back()
            return True
        if self._view is not self.list:
            self.open_list()
            return True
        return self.list.go_back()

    # --- inside

    @property
    def _view(self) -> QWidget | None:
        return self._stack.currentWidget()

    def _leave(self, then: Callable[[], object]) -> None:
        """Does `then` at once, or after it was asked what is to become of what was typed."""
        if isinstance(self._view, ProductView):
            self._view.leave(then)
        else:
            then()

    def _show(self, product: Product) -> None:
        self.product.open(product)
        self._stack.setCurrentWidget(self.product)
        self.product.start()

    # --- slots

    def _on_opened(self, sku: str) -> None:
        self.open(sku)

    def _on_looked_into(self, name: str, preview: Preview) -> None:
        self.file.show_preview(name, preview)
        self._stack.setCurrentWidget(self.file)
        self.file.start()

    def _on_refused(self, sentence: str) -> None:
        self.open_list(sentence, good=False)


def _may_be_new(desk: Desk, code: str) -> bool:
    """Whether a code that is not on the list could be the barcode of a product, and is nobody's card."""
    try:
        checked_barcode(code)
        desk.cards.owner(code)
    except (UnknownCard, BadCardNumber) as no:
        return isinstance(no, BadCardNumber) or not no.blank
    except Refused:
        return False
    return False
