"""The page of the till: puts its parts together and minds the focus."""

from PySide6.QtGui import QKeyEvent, QResizeEvent

from loyaltydesk.computer import shop_file
from loyaltydesk.desk import Desk
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Purchase
from ui.seams.formats import QtFormats
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme
from ui.till.aftermath import Aftermath
from ui.till.asking import Asking, is_sheet
from ui.till.codes import Codes
from ui.till.counter import Counter, State
from ui.till.facing import Facing
from ui.till.finding import Finding
from ui.till.footer import Footer
from ui.till.goals import Goals
from ui.till.joining import Joining
from ui.till.keys import Keys, named_keys
from ui.till.noting import Noting
from ui.till.returning import Returning
from ui.till.selling import Selling
from ui.till.slips import Slips
from ui.till.topbar import TopBar
from ui.till.traffic import Flows, Traffic
from ui.till.using import Using
from ui.till.waiting import WaitingPurchases


class TillPage(Page):
    """Scan, amount, Enter."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session)
        self._formats = session.formats
        self._parked = 0  # purchases that wait
        self.top = TopBar(theme)
        self.counter = Counter(theme, session.formats)
        self.footer = Footer(theme, named_keys(), spare="F10")
        self.bar.box.addWidget(self.top)
        self.column.addWidget(self.counter, 1)
        self.column.addWidget(self.footer)
        selling = Selling(session, self.counter, self)
        self._slips = Slips(theme, session, tools=tools, counter=self.counter, top=self.top)
        finding = Finding(session, self.counter, field=self.top.search, parent=self)
        self._flows = Flows(
            selling=selling,
            using=Using(session, self.counter, selling),
            finding=finding,
            joining=Joining(session, self.counter, self),
            returning=Returning(session, self.counter, self),
            aftermath=Aftermath(session, self._slips, counter=self.counter, page=self),
            waiting=WaitingPurchases(session, self.counter, selling=selling, finding=finding),
            noting=Noting(session, self.counter, selling),
        )
        self._traffic = Traffic(session, tools.sounds, counter=self.counter, flows=self._flows)
        self._codes = Codes(session, tools.sounds, counter=self.counter, flows=self._flows, traffic=self._traffic)
        self._goals = Goals(session, self.top, self)
        self._facing = Facing(theme, session, preferences=tools.preferences, till=self)
        self._asking = Asking(session, counter=self.counter, facing=self._facing, page=self)
        self._keys = Keys(self, counter=self.counter, footer=self.footer, flows=self._flows)
        self._connect()
        tools.scanner.rejected.connect(self._on_scan_rejected)
        self._bind_keys()
        self.counter.ready.show_demo(session.ask(_can_be_left))
        self.reload()
        self._fit()
        self._facing.switch(tools.preferences.display)

    # --- what the window asks of it

    def entered(self) -> None:
        """The till goes on where it was."""
        super().entered()
        self._slips.refresh()
        self._settle()

    def take_scan(self, code: str) -> bool:
        """Every code that no other page takes is the till's, but for that of an answer sheet, which is entered."""
        if is_sheet(self.session, code):
            self.wanted.emit("voices", f"surveys:{code}")
        else:
            self._codes.take(code)
        return True

    def open(self, what: str) -> None:
        """Takes the customer with this id in hand."""
        self._traffic.open_customer(customer=what)

    def reload(self) -> None:
        """Shows the shop as it is now; the sale in hand goes on."""
        formats = self.session.formats
        if (formats.currency, formats.locale) != (self._formats.currency, self._formats.locale):
            self._formats = formats
            self.counter.buy.show_formats(formats)
            self.counter.bill.show_formats(formats)
        self.top.show_cashier(self.session.ask(lambda desk: desk.cashier))
        self._goals.refresh()
        self._show_numbers(formats)
        had = self._flows.selling.sale
        self._flows.selling.refresh()
        if had and self._flows.selling.sale is None:
            self._traffic.rest()
        self._keys.allow()

    # --- putting together

    def _connect(self) -> None:
        flows, counter = self._flows, self.counter
        self.session.kept.connect(self._on_kept)
        self.theme.changed.connect(self._fit)
        self.top.cashier_wanted.connect(self._lock)
        self.top.parking_wanted.connect(self._codes.adding.park)
        self._goals.left.connect(self._settle)
        counter.bill.left.connect(self._settle)
        counter.codes.left.connect(self._settle)
        counter.buy.amount.left_upwards.connect(counter.bill.start)
        counter.shown.connect(self._on_state_shown)
        counter.customer.hero.profile_wanted.connect(self._on_profile_wanted)
        counter.bought.why_wanted.connect(lambda: _tell_why(self, flows.returning.purchase))
        counter.ready.own_shop_wanted.connect(self.session.own_shop_wanted)
        flows.finding.left.connect(self._settle)
        flows.using.issued.connect(flows.aftermath.print_voucher)
        flows.selling.quoted.connect(self._on_quoted)
        flows.aftermath.told.connect(self._facing.show_done)
        flows.aftermath.told.connect(self._asking.after)
        self._asking.ended.connect(self._settle)

    def _bind_keys(self) -> None:
        self._keys.bind(
            {
                "F2": self.top.start_search,
                "F3": self._traffic.start_new,
                "F8": self._traffic.start_guest,
                "F9": self._facing.toggle,
                "Shift+F9": self._asking.ask,
                "F10": self._codes.adding.ask_code,
                "F11": self._codes.adding.park,
                "F12": self._lock,
                "Esc": self._go_back,
            }
        )

    # --- what it shows

    def _show_numbers(self, formats: QtFormats) -> None:
        (count, due), week = self.session.ask(lambda desk: (desk.till.today(), desk.outlook.week()))
        self._parked = self._flows.waiting.count()
        self.footer.show_today(count, due=due, formats=formats)
        self._show_parked()
        self.counter.ready.tiles.show_week(week, formats)

    def _show_parked(self) -> None:
        waiting = self._flows.waiting
        self.top.show_parked(self._parked, can_park=waiting.can_put_aside)

    def _settle(self) -> None:
        """The focus is where work goes on."""
        if self.counter.is_finding or not self.counter.take_focus():
            self.top.search.setFocus()

    def _fit(self) -> None:
        self.top.fit(self.width())
        self.counter.fit(self.width())

    # --- what happens

    def _go_back(self) -> None:
        """Escape: out of the one field, where nothing is looked for, it leads to where one was; then a step back."""
        if self._asking.leave():
            return
        field = self.top.search
        was_typing = self.counter.is_finding or field.text() or not field.hasFocus()
        if was_typing or not self.counter.take_focus():
            self._traffic.go_back()

    def _lock(self) -> None:
        self.wanted.emit("lock", "")

    def _on_scan_rejected(self) -> None:
        if self.isVisible():
            self._codes.reject()

    def _on_kept(self, kept: bool) -> None:
        self.top.show_saved(kept)
        self.top.fit(self.width())

    def _on_state_shown(self) -> None:
        if self.counter.state is not State.SALE:
            self._facing.show_nobody()
        self._keys.allow()
        self._show_parked()
        self._settle()

    def _on_quoted(self, done: Done | None) -> None:
        self._facing.show_sale(self._flows.selling.sale, done)
        self._show_parked()

    def _on_profile_wanted(self) -> None:
        sale = self._flows.selling.sale
        if sale:
            self.wanted.emit("customers", sale.customer)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed while a button has the focus goes where it was meant: to the amount, or the one field."""
        text = event.text()
        amount, awake = self.counter.buy.amount, self.counter.state not in (State.READY, State.NEW)
        if awake and text and text in "0123456789.,":
            amount.setFocus()
            amount.put(text)
        elif self.counter.state is State.READY and text.strip() and text.isprintable():
            self.top.search.setFocus()
            self.top.search.insert(text)
            self.top.search.textEdited.emit(self.top.search.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _can_be_left(desk: Desk) -> bool:
    """A demo shop, unless it lies where one's own would be."""
    return desk.shop.is_demo and desk.path != shop_file()


def _tell_why(till: TillPage, purchase: Purchase | None) -> None:
    from ui.why.dialog import tell_why

    if purchase:
        dialog = tell_why(till, purchase)
        dialog.finished.connect(till.counter.buy.amount.selectAll)  # it was selected before, for typing replaces it
