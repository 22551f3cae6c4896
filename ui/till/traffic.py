"""Leads from one thing to the next: what is opened, where Enter and Escape go, and what is asked about first."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject

from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.returns import Returned
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Purchase
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.till.aftermath import Aftermath
from ui.till.counter import Counter, State
from ui.till.finding import Finding
from ui.till.hero import card_of, name_of
from ui.till.joining import Joining
from ui.till.lookup import Meant
from ui.till.noting import Noting
from ui.till.returning import Returning
from ui.till.selling import Selling
from ui.till.using import Using
from ui.till.waiting import WaitingPurchases


class Flows(Struct, frozen=True):
    """What can go on at the counter."""

    selling: Selling
    using: Using
    finding: Finding
    joining: Joining
    returning: Returning
    aftermath: Aftermath
    waiting: WaitingPurchases
    noting: Noting


class Traffic(QObject):
    """Knows what comes next, and never drops without a word what is not recorded yet."""

    def __init__(self, session: Session, sounds: Sounds, *, counter: Counter, flows: Flows) -> None:
        super().__init__(counter)
        self._session, self._sounds, self._counter, self._flows = session, sounds, counter, flows
        self._then: Callable[[], None] | None = None  # what waits for the question to be answered
        flows.joining.joined.connect(self._on_joined)
        flows.selling.recorded.connect(self._on_recorded)
        flows.returning.brought_back.connect(self._on_brought_back)
        flows.returning.attached.connect(self._on_attached)
        for flow in (flows.selling, flows.returning, flows.aftermath):
            flow.refused.connect(lambda: sounds.play("refused"))
        counter.buy.confirmed.connect(self.confirm)
        counter.buy.doubted.connect(lambda: sounds.play("refused"))
        counter.question.kept.connect(self.confirm)
        counter.question.dropped.connect(self.go_back)
        counter.ready.guest_wanted.connect(self.start_guest)
        counter.results.register_wanted.connect(self.start_new)
        counter.customer.print_card.clicked.connect(self.print_card)

    # --- opening

    def open_customer(self, *, card: str = "", customer: str = "", voucher: Meant | None = None) -> None:
        """Takes whoever has this card or id in hand, with a voucher to be used; a guest's amount is theirs then."""
        came_to_light = self._counter.state is State.GUEST

        def take_in_hand() -> None:
            try:
                sale = self._flows.selling.begin(card=card, customer=customer, keep_amount=came_to_light)
            except Refused as no:
                self.refuse(self._session.sentence(no))
                return
            taken = voucher is None or self._flows.using.take(voucher)
            self._sounds.play("refused" if sale.is_blocked or not taken else "found")

        if came_to_light:
            self._unask()
            take_in_hand()
        else:
            self.unless_unrecorded(take_in_hand)

    def open_purchase(self, number: str) -> None:
        """Looks at the purchase with this id or receipt number."""

        def look_at() -> None:
            self._flows.returning.open(number)
            self._flows.aftermath.look_at(self._flows.returning.purchase)
            self._sounds.play("found")

        self.unless_unrecorded(look_at)

    def print_card(self) -> None:
        """Shows the card of the customer in hand, to be printed."""
        sale = self._flows.selling.sale
        if sale and sale.seen:
            self._flows.aftermath.print_card(card_of(sale.seen))

    def open_guest(self, voucher: Meant) -> None:
        """A purchase without a card, in which a voucher is used that is good for anybody."""

        def begin() -> None:
            self._flows.selling.begin_guest()
            self._sounds.play("found" if self._flows.using.take(voucher) else "refused")

        self.unless_unrecorded(begin)

    def start_guest(self) -> None:
        """A purchase without a card."""
        if self._counter.state is State.READY:
            self._flows.finding.leave()
            self._flows.selling.begin_guest()

    def start_new(self) -> None:
        """A new customer without a card; a name or phone that found nobody is taken over."""
        typed = self._flows.finding.text
        self._flows.finding.leave()
        if self._counter.state is not State.NEW:
            self.open_form(None, typed)

    def open_form(self, meant: Meant | None, typed: str = "") -> None:
        """Asks who shall have a new card, or joins without one; a guest's amount is theirs then."""
        joining = self._flows.joining
        if self._counter.state is State.GUEST:
            self._unask()
            self._flows.selling.end(keep_vouchers=True)
            joining.start(meant, typed, keep_amount=True)
        else:
            self.unless_unrecorded(lambda: joining.start(meant, typed))

    # --- Enter and Escape

    def confirm(self) -> None:
        """Enter: records, takes back, or registers and records."""
        state, flows = self._counter.state, self._flows
        if state is State.BOUGHT:
            flows.returning.confirm()
        elif state is not State.NEW or (flows.joining.submit() and flows.selling.is_unrecorded):
            flows.selling.confirm()

    def go_back(self) -> None:
        """Escape: one step back, and in the end to where cards are scanned."""
        counter, then = self._counter, self._then
        if self._flows.finding.leave():
            pass
        elif counter.question.isVisible():
            self._unask()
            self._flows.selling.end()
            if then:
                then()
        elif counter.state is State.SALE and counter.customer.is_choosing:
            self._flows.using.close()
        elif counter.state is State.SALE and counter.customer.is_noting:
            self._flows.noting.close()
        elif counter.bill.has_focus:
            counter.take_focus()
        elif counter.bill.lines and counter.state in (State.SALE, State.GUEST):
            self.unless_unrecorded(self.rest)  # what was scanned piece by piece is not dropped by one key
        else:
            self.rest()

    def rest(self) -> None:
        """Nobody is in hand; ready for the next card."""
        self._flows.selling.end()
        self._flows.returning.end()
        self._unask()
        self._counter.ready.rest()
        self._counter.show_state(State.READY)

    def unless_unrecorded(self, go_on: Callable[[], None]) -> None:
        """Goes on at once, or asks first what shall become of the purchase or the new customer in hand."""
        said = self._unfinished()
        if not said:
            self._flows.selling.end()
            self._flows.returning.end()
            go_on()
            return
        self._then = go_on
        self._counter.question.ask(said)
        self._counter.buy.amount.setFocus()
        self._sounds.play("unknown")

    # --- inside

    def _unask(self) -> None:
        """There is no question any more, and nothing that waits for its answer."""
        self._counter.question.hide()
        self._then = None

    def _unfinished(self) -> str:
        """The question about what was begun here; empty where nothing was."""
        sale = self._flows.selling.sale
        if sale and self._flows.selling.is_unrecorded:
            name = name_of(sale.seen) if sale.seen else tr("a customer without a card")
            said = tr("{sum} for {name} is not recorded yet: Enter records it, Esc drops it.")
            return said.format(sum=self._session.formats.money(sale.total), name=name)
        typed = self._counter.form.typed if self._counter.state is State.NEW else ""
        said = tr("{name} is not registered yet: Enter registers, Esc drops it.") if typed else ""
        return said.format(name=typed)

    def refuse(self, sentence: str) -> None:
        """Says in place what cannot be."""
        state, counter = self._counter.state, self._counter
        if counter.is_finding:
            counter.results.refuse(sentence)
        elif state is State.NEW:
            counter.form.warn(sentence, "danger")
        elif state is State.READY:
            counter.ready.say("circle-alert", tr("This cannot be used"), hint=sentence, tone="danger")
        else:
            counter.buy.outcome.say(sentence, "danger")
        self._sounds.play("refused")

    def _on_joined(self, customer: str, card: str) -> None:
        self._flows.selling.begin(card=card, customer=customer, keep_amount=True)
        self._sounds.play("found")
        then, self._then = self._then, None
        if then:
            self._counter.question.hide()
            self.unless_unrecorded(then)  # with an amount, that is still to be recorded

    def _on_recorded(self, done: Done, before: Seen | None) -> None:
        then, self._then = self._then, None
        self._counter.question.hide()
        self._sounds.play("done")
        self._flows.aftermath.show_done(done, before)
        if then:
            then()

    def _on_brought_back(self, purchase: Purchase, returned: Returned) -> None:
        self._flows.returning.end()
        self._sounds.play("done")
        self._flows.aftermath.show_back(purchase, returned)

    def _on_attached(self, done: Done) -> None:
        self._flows.returning.end()
        self._sounds.play("done")
        self._flows.aftermath.show_attached(done)
