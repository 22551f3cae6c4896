"""The Customers page: the list, a customer's own page and the form for a new one, one of them at a time."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import tidy
from loyaltydesk.model.codes import is_voucher_like
from loyaltydesk.model.purchases import Purchase, Why
from loyaltydesk.model.refusals import Refused, UnknownCard, UnknownCustomer, UnknownVoucher
from loyaltydesk.words import tr
from ui.customers.customer_view import CustomerView
from ui.customers.list_view import CustomerList
from ui.customers.new_view import NewView
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.exchange.import_view import ImportView

IMPORT = "import"  # what other pages ask for beside ids


class CustomersPage(Page):
    """What leads from one view to another, and where a scan goes."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._tools = tools
        self.bar.hide()  # each of the three brings its own
        self.list = CustomerList(theme, session)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self.column.addWidget(self._stack, 1)
        self.list.opened.connect(self.open_customer)
        self.list.new_wanted.connect(self.open_new)
        self.list.import_wanted.connect(self.open_import)
        self.list.export_wanted.connect(lambda: _export(self, tools))
        self._reload_list()

    @cached_property
    def customer(self) -> CustomerView:
        """A customer's own page, made when somebody is first opened."""
        view = CustomerView(self.theme, self.session, self._tools)
        view.left.connect(self.open_list)
        view.statement.why_wanted.connect(lambda purchase, steps: _tell_why(self, purchase, steps))
        view.greeting_wanted.connect(lambda customer: self.wanted.emit("greetings", customer))
        self._stack.addWidget(view)
        return view

    @cached_property
    def new(self) -> NewView:
        """The form for a new customer, made when it is first wanted."""
        view = NewView(self.theme, self.session)
        view.left.connect(self.open_list)
        view.registered.connect(self._on_registered)
        view.met.connect(self._show_customer)
        self._stack.addWidget(view)
        return view

    @cached_property
    def table(self) -> "ImportView":
        """The wizard that takes customers over from a table, made when it is first wanted."""
        from ui.exchange.import_view import ImportView

        view = ImportView(self.theme, self.session, self._tools)
        view.left.connect(self.open_list)
        self._stack.addWidget(view)
        return view

    # --- where to

    def open(self, what: str) -> None:
        """Shows the customer with this id, or how customers are taken over from a table."""
        if what == IMPORT:
            self._leave(self.open_import)
        else:
            self.open_customer(what)

    def open_import(self) -> None:
        """Shows how customers are taken over from a table, where it was left."""
        self._stack.setCurrentWidget(self.table)
        self.table.start()

    def open_customer(self, customer: str) -> None:
        """Shows a customer's own page, when nothing unsaved is lost by it."""
        self._leave(lambda: self._show_customer(customer))

    def open_new(self, told: str = "", card: str = "") -> None:
        """Shows the form for a new customer."""
        self.new.begin(told, card)
        self._stack.setCurrentWidget(self.new)
        self.new.start()

    def open_list(self, said: str = "") -> None:
        """Shows the list, and says something above it."""
        if self._list_is_stale:
            self._reload_list()
        self._stack.setCurrentWidget(self.list)
        self.list.start()
        if said:
            self.list.say(said)

    # --- what the window asks

    def entered(self) -> None:
        super().entered()
        view = self._view
        if view is self.list:
            self.list.start()
        elif not isinstance(view, CustomerView | NewView):
            self.table.start()

    def reload(self) -> None:
        """Shows the shop as it is now; a customer who is gone gives way to the list."""
        self._list_is_stale = True
        if isinstance(self._view, CustomerView):
            try:
                self._view.reload()
            except UnknownCustomer:
                self.open_list()
        elif self._view is self.list:
            self._reload_list()

    def take_scan(self, code: str) -> bool:
        """A card or a voucher leads to its customer; a new card is linked to whoever is shown, or registered."""
        if isinstance(self._view, NewView):
            self._view.take_scan(code)
            return True
        if self._view is not self.list and not isinstance(self._view, CustomerView):
            return False  # a customer stands at the till while a table is taken over
        try:
            owner, is_voucher = self.session.ask(lambda desk: _owner(desk, code))
        except Refused as refused:
            self._take_unknown(code, refused)
            return True
        if not owner:
            self._say_refused(tr("This voucher is good for whoever brings it. Scan it at the till."))
            return True
        self._tools.sounds.play("found")
        if isinstance(self._view, CustomerView) and owner == self._view.customer:
            self._view.show_section(self._view.vouchers if is_voucher else self._view.cards)
        elif is_voucher or not isinstance(self._view, CustomerView) or not self._view.shown.take_person(owner):
            self._leave(lambda: self._show_customer(owner, vouchers=is_voucher))
        return True

    def go_back(self) -> bool:
        if isinstance(self._view, CustomerView | NewView):
            self._view.go_back()
            return True
        return self.table.go_back() if self._view is not self.list else self.list.go_back()

    # --- inside

    def _reload_list(self) -> None:
        self._list_is_stale = False
        self.list.reload()

    @property
    def _view(self) -> QWidget | None:
        return self._stack.currentWidget()

    def _leave(self, then: Callable[[], object]) -> None:
        """Does `then` at once, or after it was asked what is to become of what was typed."""
        view = self._view
        if isinstance(view, CustomerView | NewView):
            view.leave(then)
        else:
            then()

    def _show_customer(self, customer: str, *, vouchers: bool = False) -> None:
        try:
            self.customer.open(customer)
        except UnknownCustomer as refused:
            self.open_list()
            self.list.say(self.session.sentence(refused), good=False)
            return
        self._stack.setCurrentWidget(self.customer)
        if vouchers:
            self.customer.show_section(self.customer.vouchers)
        self.customer.start()

    def _take_unknown(self, code: str, refused: Refused) -> None:
        if not isinstance(refused, UnknownCard):
            self._say_refused(self.session.sentence(refused))
            return
        self._tools.sounds.play("unknown")
        if self._view is self.list:
            self.list.offer(tidy(code), self.session.sentence(refused))
        else:
            self.customer.show_section(self.customer.cards)
            self.customer.cards.take_scan(code)

    def _say_refused(self, sentence: str) -> None:
        self._tools.sounds.play("refused")
        if self._view is self.list:
            self.list.offer("", sentence)
        else:
            self.customer.show_section(self.customer.cards)
            self.customer.cards.refuse(sentence)

    # --- slots

    def _on_registered(self, customer: str) -> None:
        self._show_customer(customer)
        self.customer.say(tr("Registered"))


def _export(page: CustomersPage, tools: Tools) -> None:
    from ui.exchange.export_dialog import ExportDialog

    ExportDialog(page.theme, page.session, tools, parent=page).show()


def _tell_why(page: CustomersPage, purchase: Purchase, steps: tuple[Why, ...]) -> None:
    from ui.why.dialog import tell_why

    tell_why(page, purchase, steps=steps)


def _owner(desk: Desk, code: str) -> tuple[str, bool]:
    """Whose card or voucher this is, and whether it is a voucher; nobody's where it is good for anybody.

    Raises UnknownCard or BadCardNumber, and UnknownVoucher for what looks like a voucher of ours.
    """
    try:
        return desk.cards.owner(code).id, False
    except UnknownCard:
        try:
            return desk.rewards.voucher(code).customer or "", True
        except UnknownVoucher:
            if is_voucher_like(code):
                raise
        raise
