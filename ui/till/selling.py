"""The sale: from the customer in hand, by way of the amount, to the recorded purchase."""

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.till import Done
from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.till.counter import Counter, State
from ui.till.history import ENOUGH, History, history
from ui.till.outcomes import quote_words
from ui.till.purchase import Mode
from ui.till.sale import Sale


class Selling(QObject):
    """Keeps the `sale` in hand and shows it on the counter."""

    recorded = Signal(object, object)  # the Done, and the Seen from before it (None for a guest)
    quoted = Signal(object)  # the Done of what is typed and chosen now; None while that is nothing, or refused
    refused = Signal()  # something was refused or asked in place

    def __init__(self, session: Session, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._counter = session, counter
        self._asked: int | None = None  # the unusual amount that was asked about
        self._kept = Sale()  # whose vouchers are waiting for the customer of a guest's purchase
        self.sale: Sale | None = None
        counter.buy.amount_changed.connect(self._on_amount_changed)
        counter.bill.changed.connect(self._on_bill_changed)
        counter.codes.changed.connect(self._on_bill_changed)

    def begin(self, *, card: str = "", customer: str = "", keep_amount: bool = False) -> Sale:
        """Takes a customer in hand. Raises UnknownCard, BadCardNumber or UnknownCustomer."""
        seen, had = self._see(card, customer), self.sale or self._kept
        self.sale, self._asked = Sale(seen, card, self._history(seen)), None
        if keep_amount and not had.seen:
            self.sale.vouchers, self.sale.bearer = had.vouchers, had.bearer
        self._kept = Sale()
        mode = Mode.ASLEEP if self.sale.is_blocked else Mode.PURCHASE
        self._counter.show_state(State.SALE, mode, keep_amount=keep_amount)
        self._counter.customer.announce("")
        self._show_customer(self.sale)
        return self.sale

    def begin_guest(self) -> None:
        """Takes a purchase without a card in hand."""
        self.sale, self._asked = Sale(), None
        self._counter.show_state(State.GUEST, Mode.PURCHASE)
        self.show_quote()

    def add(self, product: Product) -> bool:
        """Puts one of a product on the bill, a guest's where nobody is in hand; False when nothing can be sold."""
        if self.sale is None:
            self.begin_guest()
        if self.sale is None or self.sale.is_blocked:
            return False
        self._counter.bill.put(product)
        self._counter.take_focus()
        return True

    def take_card(self, number: str) -> None:
        """Another card of the customer in hand was shown: the new one after the lost one, or the card at last."""
        if self.sale:
            self.sale.card = number
            self.refresh()

    def end(self, *, keep_vouchers: bool = False) -> None:
        """Nobody is in hand any more; a guest's vouchers may be kept for the customer who is registered now."""
        self._kept = self.sale if self.sale and keep_vouchers else Sale()
        self.sale = None

    def refresh(self) -> None:
        """Shows the customer as they stand now, with the amount and the choices as they were."""
        sale = self.sale
        if sale and sale.seen:
            try:
                sale.seen = self._see(sale.card, sale.customer)
            except Refused:  # forgotten on another page
                self.sale = None
                return
            sale.history = self._history(sale.seen)
            self._show_customer(sale)

    @property
    def is_unrecorded(self) -> bool:
        """Whether something was typed or chosen that is not recorded yet."""
        return self.sale is not None and (self.sale.is_begun or self.sale.uses_anything)

    def confirm(self) -> None:
        """Records the purchase; asks once more when the amount is beyond all measure."""
        sale, outcome = self.sale, self._counter.buy.outcome
        if sale is None or sale.is_blocked:
            return
        if not sale.is_ready:
            outcome.say(tr("Type the amount first."), "warning")
            return
        formats = self._session.formats
        if sale.is_unusual(formats.currency) and self._asked != sale.total:
            self._asked = sale.total
            words = tr("{sum} is far more than usual. If it is right, press Enter once more.")
            outcome.say(words.format(sum=formats.money(sale.total)), "warning")
            self.refused.emit()
            return
        self.sale = None  # everybody reloads when it is recorded, and then nothing is in hand
        done = self._session.do(lambda desk: desk.till.record(sale.basket()), refused=self._on_refused)
        if done is None:
            self.sale = sale
        else:
            self.recorded.emit(done, sale.seen)

    def show_quote(self) -> bool:
        """Works out what is typed and chosen; False when the desk refuses it."""
        sale, buy = self.sale, self._counter.buy
        if sale is None:
            return True
        done: Done | None = None
        asked = (sale.is_begun or sale.uses_anything or bool(sale.codes)) and not sale.is_blocked
        buy.outcome.show_figures()
        if asked:
            try:
                done = self._session.ask(lambda desk: desk.till.quote(sale.basket()))
            except Refused as no:
                self._on_refused(self._session.sentence(no))
            else:
                gain, after, due = quote_words(sale.seen, done, self._session.formats)
                buy.outcome.show_figures(gain, after=after, due=due)
        buy.record.setEnabled(done is not None and sale.is_ready)
        self._show_goals(sale.seen, done)
        self._show_bill(sale, done)
        self.quoted.emit(done)
        return done is not None or not asked

    # --- inside

    def _see(self, card: str, customer: str) -> Seen:
        def look(desk: Desk) -> Seen:
            return desk.customers.scan(card) if card else desk.customers.see(customer)

        return self._session.ask(look)

    def _history(self, seen: Seen) -> History:
        bought = self._session.ask(lambda desk: desk.customers.purchases(seen.customer.id, ENOUGH))
        return history(bought, seen.day)

    def _show_customer(self, sale: Sale) -> None:
        programme = self._session.ask(lambda desk: desk.shop.programme)
        self._counter.customer.show_customer(sale, programme, self._session.formats)
        self._counter.buy.allow(not sale.is_blocked)
        sale.minor = self._counter.buy.amount.minor
        sale.lines, sale.codes = self._counter.bill.lines, self._counter.codes.codes
        self.show_quote()

    def _show_goals(self, seen: Seen | None, done: Done | None) -> None:
        if seen:
            programme = self._session.ask(lambda desk: desk.shop.programme)
            quote = done.quote if done else None
            self._counter.customer.hero.show_goals(seen, quote, formats=self._session.formats, programme=programme)

    def _show_bill(self, sale: Sale, done: Done | None) -> None:
        self._counter.codes.show_states(done.quote.codes if done else ())
        self._counter.show_bill(bool(sale.lines))
        self._counter.buy.show_total(self._session.formats.money(sale.total) if sale.lines else "")
        if sale.lines:
            self._counter.bill.show_quote(sale.minor or 0, done.quote if done else None)

    def _on_bill_changed(self) -> None:
        if self.sale:
            self.sale.lines, self.sale.codes = self._counter.bill.lines, self._counter.codes.codes
            self._asked = None
            self.show_quote()

    def _on_amount_changed(self, minor: int | None) -> None:
        if self.sale:
            self.sale.minor, self._asked = minor, None
            self.show_quote()

    def _on_refused(self, sentence: str) -> None:
        self._counter.buy.outcome.say(sentence, "danger")
        self.refused.emit()
