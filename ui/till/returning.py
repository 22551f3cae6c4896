"""A purchase that was recorded: all or part of it is brought back, or a guest's gets its customer afterwards."""

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Asked, Purchase
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import why_text
from ui.seams.session import Session
from ui.till.bought import SoldLine
from ui.till.counter import Counter, State
from ui.till.outcomes import back_words, signed_points
from ui.till.purchase import Mode


class Returning(QObject):
    """Keeps the purchase that is looked at, and shows it on the counter."""

    brought_back = Signal(object, object)  # the Purchase as it was, and the Returned
    attached = Signal(object)  # the Done
    refused = Signal()

    def __init__(self, session: Session, counter: Counter, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._counter, self._panel = session, counter, counter.bought
        self._receiver: tuple[str, str] | None = None  # card and customer who is to get the points
        self.purchase: Purchase | None = None
        counter.buy.amount_changed.connect(self._on_amount_changed)
        self._panel.lines_chosen.connect(self._on_lines_chosen)
        self._panel.taken_back.connect(self.confirm)
        self._panel.confirmed.connect(self._on_receiver_confirmed)

    def open(self, number: str) -> None:
        """Looks at the purchase with this id or receipt number. Raises UnknownPurchase."""
        purchase = self._session.ask(lambda desk: desk.till.purchase(number))
        self.end()
        self._counter.show_state(State.BOUGHT, Mode.RETURN if purchase.returnable else Mode.ASLEEP)
        self._show(purchase)
        self._counter.buy.amount.show_minor(purchase.returnable or None)

    def end(self) -> None:
        """No purchase is looked at any more."""
        self.purchase = self._receiver = None

    def propose(self, *, card: str = "", customer: str = "") -> None:
        """Asks whether this customer shall have the points of the guest's purchase."""
        purchase = self.purchase
        if purchase is None:
            return
        try:
            done = self._session.ask(lambda desk: desk.till.quote_attached(purchase, card=card, customer=customer))
            name = self._session.ask(lambda desk: _name(desk, done.customer))
        except Refused as no:
            self._panel.say(self._session.sentence(no), "danger")
            self.refused.emit()
            return
        self._receiver = card, customer
        points = signed_points(done.quote.earned, self._session.formats)
        self._counter.buy.show_mode(Mode.ASLEEP)  # it is one or the other
        self._panel.offer(tr("{name}: {points}").format(name=name, points=points))
        self._panel.confirm.setFocus()

    def confirm(self) -> None:
        """Takes back what is typed or chosen."""
        purchase, asked = self.purchase, self._asked()
        if purchase is None or not purchase.returnable:
            return
        if asked is None:
            self._counter.buy.outcome.say(tr("Type the amount first."), "warning")
            return
        returned = self._session.do(lambda desk: desk.till.bring_back(purchase, asked), refused=self._on_refused)
        if returned:
            self.brought_back.emit(purchase, returned)

    def add_unit(self, sku: str) -> bool:
        """One more of a product is brought back; False when none of it is left of this purchase."""
        return self._panel.add_unit(sku)

    # --- inside

    def _asked(self) -> Asked | None:
        lines = self._panel.chosen_lines()
        if lines:
            return Asked(lines=lines)
        minor = self._counter.buy.amount.minor
        if not minor or self.purchase is None:
            return None
        return Asked() if minor == self.purchase.returnable else Asked(amount=minor)

    def _show(self, purchase: Purchase) -> None:
        self.purchase = purchase
        formats = self._session.formats
        sold = self._session.ask(lambda desk: sold_lines(desk, purchase)) if purchase.returnable else []
        self._panel.show_purchase(purchase, self._session.ask(lambda desk: _name(desk, purchase.customer)), formats)
        self._panel.show_lines(sold, formats)
        reasons = self._session.ask(lambda desk: desk.till.why(purchase)) if purchase.customer else ()
        self._panel.show_reasons([why_text(step, formats) for step in reasons])

    def _show_outcome(self) -> None:
        purchase, asked, buy = self.purchase, self._asked(), self._counter.buy
        buy.outcome.show_figures()
        buy.record.setEnabled(False)
        if purchase is None or asked is None or not purchase.returnable:
            return
        try:
            returned = self._session.ask(lambda desk: desk.till.quote_back(purchase, asked))
        except Refused as no:
            self._on_refused(self._session.sentence(no))
            return
        money, points = back_words(returned, self._session.formats)
        if asked.lines:
            buy.amount.show_minor(returned.refunded)
            buy.amount.deselect()  # nothing can be typed over it
        buy.outcome.show_figures(money, due=points)
        buy.record.setEnabled(True)

    def _on_receiver_confirmed(self) -> None:
        purchase, receiver = self.purchase, self._receiver
        if purchase is None or receiver is None:
            return

        def attach(desk: Desk) -> Done:
            return desk.till.attach(purchase, card=receiver[0], customer=receiver[1])

        done = self._session.do(attach, refused=self._on_refused)
        if done:
            self.attached.emit(done)

    def _on_amount_changed(self, _minor: int | None) -> None:
        if self.purchase:
            self._show_outcome()

    def _on_lines_chosen(self) -> None:
        """Lines name the amount; without any, it is typed again."""
        purchase, buy, lines = self.purchase, self._counter.buy, self._panel.chosen_lines()
        if purchase is None:
            return
        buy.allow(not lines)
        self._panel.explain(not lines)
        if not lines:
            buy.amount.show_minor(purchase.returnable)
        self._show_outcome()

    def _on_refused(self, sentence: str) -> None:
        self._counter.buy.outcome.say(sentence, "danger")
        self.refused.emit()


def sold_lines(desk: Desk, purchase: Purchase) -> list[SoldLine]:
    """What is left of a purchase by product and price, under the names of the product list."""
    back = desk.till.units_back(purchase)
    lines = desk.till.recorded(purchase).lines
    names = desk.products.names(line.sku for line in lines)
    found: dict[tuple[str, int], SoldLine] = {}
    for place, line in enumerate(lines):
        if not line.sku:
            continue
        known = found.get((line.sku, line.price), SoldLine(line.sku, names.get(line.sku, line.sku), line.price, 0, 0))
        left = known.left + line.qty - back.get(place, 0)
        found[line.sku, line.price] = SoldLine(known.sku, known.name, known.price, known.qty + line.qty, left)
    return [line for line in found.values() if line.left]


def _name(desk: Desk, customer: str | None) -> str:
    if customer is None:
        return ""
    try:
        return desk.customers.get(customer).profile.name or tr("Somebody without a name")
    except Refused:
        return tr("Somebody who was forgotten")
