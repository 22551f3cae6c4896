"""Where a code, a choice, Enter and Escape lead, whatever the till is about just then."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject

from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.till import Done, Returned
from loyaltydesk.model.purchases import Purchase
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.till.aftermath import Aftermath
from ui.till.counter import Counter, State
from ui.till.finding import Finding, Sought, Task
from ui.till.hero import name_of
from ui.till.joining import Joining, cards_to_lose
from ui.till.lookup import Kind, Meant, grouped, meaning
from ui.till.results import Hit
from ui.till.returning import Returning
from ui.till.selling import Selling
from ui.till.using import Using


class Flows(Struct, frozen=True):
    """What can go on at the counter."""

    selling: Selling
    using: Using
    finding: Finding
    joining: Joining
    returning: Returning
    aftermath: Aftermath


class Traffic(QObject):
    """Leads from one thing to the next; what is not recorded yet is asked about first."""

    def __init__(self, session: Session, sounds: Sounds, counter: Counter, flows: Flows) -> None:
        super().__init__(counter)
        self._session, self._sounds, self._counter, self._flows = session, sounds, counter, flows
        self._then: Callable[[], None] | None = None  # what waits for the question to be answered
        flows.finding.chosen.connect(self._on_chosen)
        flows.finding.code_typed.connect(self.take)
        flows.joining.joined.connect(self._on_joined)
        flows.joining.owner_sought.connect(self._on_owner_sought)
        flows.selling.recorded.connect(self._on_recorded)
        flows.returning.brought_back.connect(self._on_brought_back)
        flows.returning.attached.connect(self._on_attached)
        for flow in (flows.selling, flows.returning, flows.aftermath):
            flow.refused.connect(lambda: sounds.play("refused"))
        counter.buy.confirmed.connect(self.confirm)
        counter.bought.points_wanted.connect(self._on_points_wanted)
        counter.question.kept.connect(self.confirm)
        counter.question.dropped.connect(self.go_back)

    # --- codes

    def take(self, code: str) -> None:
        """A code was scanned, or typed off something."""
        try:
            meant = self._session.ask(lambda desk: meaning(desk, code))
        except Refused as no:
            self._refuse(self._session.sentence(no))
        else:
            sought = self._flows.finding.sought
            self._flows.finding.leave()
            self._follow(meant, sought)

    def _follow(self, meant: Meant, sought: Sought) -> None:
        if meant.kind is Kind.CARD:
            self._take_card(meant, sought)
        elif meant.kind is Kind.VOUCHER:
            self._take_voucher(meant)
        elif meant.kind is Kind.PURCHASE:
            self._unless_unrecorded(lambda: self._open_purchase(meant.about))
        elif meant.refused:
            self._refuse(self._session.sentence(meant.refused))
        else:
            self._take_new_card(meant)

    def _take_card(self, meant: Meant, sought: Sought) -> None:
        sale = self._flows.selling.sale
        if sought.task is not Task.OPEN:
            self._serve(sought, meant.about, card=meant.number)
        elif sale and sale.customer == meant.about:
            self._sounds.play("found")  # the same card again
        else:
            self._unless_unrecorded(lambda: self._open_customer(card=meant.number))

    def _take_voucher(self, meant: Meant) -> None:
        if self._counter.state is State.SALE:
            taken = self._flows.using.use_voucher(meant.number)
            self._sounds.play("found" if taken else "refused")
        else:
            self._unless_unrecorded(lambda: self._open_customer(customer=meant.about, voucher=meant.number))

    def _take_new_card(self, meant: Meant) -> None:
        state, joining = self._counter.state, self._flows.joining
        if state is State.NEW:
            joining.take_card(meant)
        elif meant.kind is Kind.PRODUCT and state in (State.SALE, State.GUEST, State.BOUGHT):
            said = tr("{number} looks like the barcode of a product, not a card.")
            self._refuse(said.format(number=meant.number))
            return
        else:
            self._unless_unrecorded(lambda: joining.start(meant))
        self._sounds.play("unknown")

    # --- opening

    def _open_customer(self, *, card: str = "", customer: str = "", voucher: str = "") -> None:
        try:
            sale = self._flows.selling.begin(card=card, customer=customer)
        except Refused as no:
            self._refuse(self._session.sentence(no))
            return
        taken = not voucher or self._flows.using.use_voucher(voucher)
        self._sounds.play("refused" if sale.is_blocked or not taken else "found")

    def _open_purchase(self, number: str) -> None:
        self._flows.selling.end()
        self._flows.returning.open(number)
        self._flows.aftermath.look_at(self._flows.returning.purchase)
        self._sounds.play("found")

    def open_customer(self, customer: str) -> None:
        """Takes the customer with this id in hand."""
        self._unless_unrecorded(lambda: self._open_customer(customer=customer))

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
            self._unless_unrecorded(lambda: self._flows.joining.start(None, typed))

    # --- Enter and Escape

    def confirm(self) -> None:
        """Enter: records, takes back, or registers and records."""
        state, flows = self._counter.state, self._flows
        if state is State.BOUGHT:
            flows.returning.confirm()
        elif state is not State.NEW or flows.joining.submit():
            flows.selling.confirm()

    def go_back(self) -> None:
        """Escape: one step back, and in the end to where cards are scanned."""
        counter, then = self._counter, self._then
        if counter.question.isVisible():
            counter.question.hide()
            self._then = None
            self._flows.selling.end()
            if then:
                then()
        elif self._flows.finding.leave():
            pass
        elif counter.state is State.SALE and counter.customer.is_choosing:
            self._flows.using.close()
        else:
            self.rest()

    def rest(self) -> None:
        """Nobody is in hand; ready for the next card."""
        self._flows.selling.end()
        self._flows.returning.end()
        self._counter.question.hide()
        self._then = None
        self._counter.ready.rest()
        self._counter.show_state(State.READY)

    # --- inside

    def _unless_unrecorded(self, go_on: Callable[[], None]) -> None:
        """Goes on at once, or asks first what shall become of the purchase in hand."""
        selling = self._flows.selling
        if selling.sale is None or not selling.is_unrecorded:
            selling.end()
            self._flows.returning.end()
            go_on()
            return
        self._then = go_on
        name = name_of(selling.sale.seen) if selling.sale.seen else tr("a customer without a card")
        said = tr("{sum} for {name} is not recorded yet: Enter records it, Esc drops it.")
        sum_ = self._session.formats.money(selling.sale.minor or 0)
        self._counter.question.ask(said.format(sum=sum_, name=name))
        self._counter.buy.amount.setFocus()
        self._sounds.play("unknown")

    def _refuse(self, sentence: str) -> None:
        """Says in place what cannot be."""
        state, counter = self._counter.state, self._counter
        if state is State.NEW:
            counter.form.warn(sentence, "danger")
        elif state is State.READY:
            counter.ready.say("circle-alert", tr("This cannot be used"), sentence, tone="danger")
        else:
            counter.buy.outcome.say(sentence, "danger")
        self._sounds.play("refused")

    def _serve(self, sought: Sought, customer: str, *, card: str = "") -> None:
        """Somebody was found for a task."""
        joining, number = self._flows.joining, sought.number
        if sought.task is Task.LINK:
            joining.link(customer, number)
        elif sought.task is Task.ATTACH:
            self._flows.returning.propose(card=card, customer="" if card else customer)
        else:
            lost = self._session.ask(lambda desk: cards_to_lose(desk, customer))
            if len(lost) > 1:
                found = [Hit(Kind.CARD, each, grouped(each)) for each in lost]
                self._flows.finding.offer(found, Sought(Task.WHICH, number))
            elif lost:
                joining.replace(lost[0], number)
            else:
                joining.link(customer, number)

    def _on_chosen(self, hit: Hit, sought: Sought) -> None:
        if sought.task is Task.WHICH:
            self._flows.joining.replace(hit.key, sought.number)
        elif sought.task is not Task.OPEN:
            self._serve(sought, hit.key)
        elif hit.kind is Kind.CARD:
            self.open_customer(hit.key)
        elif hit.kind is Kind.PURCHASE:
            self._unless_unrecorded(lambda: self._open_purchase(hit.key))
        else:
            self.take(hit.key)

    def _on_joined(self, customer: str, card: str) -> None:
        self._flows.selling.begin(card=card, customer=customer, keep_amount=True)
        self._sounds.play("found")

    def _on_owner_sought(self, task: Task, number: str) -> None:
        self._flows.finding.seek(Sought(task, number))

    def _on_points_wanted(self) -> None:
        purchase = self._flows.returning.purchase
        if purchase:
            self._flows.finding.seek(Sought(Task.ATTACH, purchase.receipt))

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
