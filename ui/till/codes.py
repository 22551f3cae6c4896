"""What a scanned or typed code, or a line that was chosen, is at this counter, and who is to have what."""

from PySide6.QtCore import QObject

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.people import grouped
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.till.adding import Adding
from ui.till.counter import Counter, State
from ui.till.finding import Sought, Task
from ui.till.joining import cards_to_lose
from ui.till.lookup import Kind, Meant, meaning
from ui.till.results import Hit
from ui.till.traffic import Flows, Traffic


class Codes(QObject):
    """Tells codes apart by what the shop knows and by what the till is about just then."""

    def __init__(self, session: Session, sounds: Sounds, *, counter: Counter, flows: Flows, traffic: Traffic) -> None:
        super().__init__(traffic)
        self._session, self._sounds, self._counter = session, sounds, counter
        self._flows, self._traffic = flows, traffic
        self.adding = Adding(session, sounds, counter=counter, flows=flows, traffic=traffic)
        flows.finding.chosen.connect(self._on_chosen)
        flows.finding.code_typed.connect(self.take)
        flows.joining.owner_sought.connect(self._on_owner_sought)
        counter.bought.points_wanted.connect(self._on_points_wanted)

    def take(self, code: str) -> None:
        """A code was scanned, or typed off something."""
        try:
            meant = self._session.ask(lambda desk: meaning(desk, code))
        except Refused as no:
            self._traffic.refuse(self._session.sentence(no))
        else:
            sought = self._flows.finding.sought
            if sought.task is Task.OPEN or meant.kind not in (Kind.REFUSED, Kind.PRODUCT, Kind.GOODS):
                self._flows.finding.leave()  # else the search goes on, for it was no answer
            self._follow(meant, sought)

    def reject(self) -> None:
        """The scanner sent what is no code at all."""
        self._traffic.refuse(tr("The scanner sent something that is no code. Please scan it again."))

    # --- inside

    def _follow(self, meant: Meant, sought: Sought) -> None:
        if meant.kind is Kind.CARD:
            self._take_card(meant, sought)
        elif meant.kind is Kind.VOUCHER:
            self._take_voucher(meant)
        elif meant.kind is Kind.PURCHASE:
            self._traffic.open_purchase(meant.about)
        elif meant.kind is Kind.GOODS:
            self.adding.add_product(meant.about)
        elif meant.kind is Kind.PROMOTION:
            self.adding.give_code(meant.number)
        elif meant.refused:
            self._traffic.refuse(self._session.sentence(meant.refused))
        else:
            self._take_new_card(meant)

    def _take_card(self, meant: Meant, sought: Sought) -> None:
        sale = self._flows.selling.sale
        if sought.task is not Task.OPEN:
            self._serve(sought, meant.about, card=meant.number)
        elif sale and sale.customer == meant.about:
            if sale.card != meant.number:
                self._flows.selling.take_card(meant.number)
                self._counter.take_focus()
            self._sounds.play("refused" if sale.is_blocked else "found")
        else:
            self._traffic.open_customer(card=meant.number)

    def _take_voucher(self, meant: Meant) -> None:
        if self._counter.state is State.SALE or (self._counter.state is State.GUEST and not meant.about):
            self._sounds.play("found" if self._flows.using.take(meant) else "refused")
        elif meant.about:
            self._traffic.open_customer(customer=meant.about, voucher=meant)
        else:
            self._traffic.open_guest(meant)

    def _take_new_card(self, meant: Meant) -> None:
        state, joining = self._counter.state, self._flows.joining
        if state is State.NEW and not self._counter.is_finding:
            joining.take_card(meant)
        elif meant.kind is Kind.PRODUCT and (self._counter.is_finding or state is not State.READY):
            said = tr("{number} looks like the barcode of a product, not a card.")
            if self._session.ask(lambda desk: desk.products.count()):
                said = tr("{number} is not on the product list. Type its price, or add it under Products.")
            self._traffic.refuse(said.format(number=meant.number))
            return
        else:
            self._traffic.open_form(meant)
        self._sounds.play("unknown")

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

    def _on_owner_sought(self, task: Task, number: str) -> None:
        self._flows.finding.seek(Sought(task, number))

    def _on_points_wanted(self) -> None:
        purchase = self._flows.returning.purchase
        if purchase:
            self._flows.finding.seek(Sought(Task.ATTACH, purchase.receipt))

    def _on_chosen(self, hit: Hit, sought: Sought) -> None:
        if sought.task is Task.WHICH:
            self._flows.joining.replace(hit.key, sought.number)
        elif sought.task is Task.RESUME:
            self.adding.take_up(hit.key)
        elif sought.task is not Task.OPEN:
            self._serve(sought, hit.key)
        elif hit.kind is Kind.GOODS:
            self.adding.add_product(hit.key)
        elif hit.kind is Kind.CARD:
            self._traffic.open_customer(customer=hit.key)
        elif hit.kind is Kind.PURCHASE:
            self._traffic.open_purchase(hit.key)
        else:
            self.take(hit.key)
