"""What is put on the bill by a scan or a key: products and promotion codes; and the whole bill, put aside."""

from PySide6.QtCore import QObject

from loyaltydesk.model.parked import Waiting
from loyaltydesk.model.products import Product
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.till.counter import Counter, State
from ui.till.traffic import Flows, Traffic
from ui.till.waiting import called

ON_SALE = (State.SALE, State.GUEST)


class Adding(QObject):
    """Knows what a product or a code means in each state of the till."""

    def __init__(self, session: Session, sounds: Sounds, *, counter: Counter, flows: Flows, traffic: Traffic) -> None:
        super().__init__(traffic)
        self._session, self._sounds, self._counter = session, sounds, counter
        self._flows, self._traffic = flows, traffic
        flows.waiting.put_aside.connect(self._on_put_aside)
        flows.waiting.taken_up.connect(lambda: sounds.play("found"))
        flows.waiting.refused.connect(traffic.refuse)

    # --- products and codes

    def add_product(self, sku: str) -> None:
        """One more of a product: on the bill in hand, on a new one, or among what is brought back."""
        product, state = self._session.ask(lambda desk: desk.products.get(sku)), self._counter.state
        if product is None:
            return
        if state is State.NEW:
            self._traffic.refuse(tr("Finish the new customer first, then scan {product}.").format(product=product.name))
        elif state is State.BOUGHT:
            self._flows.finding.leave()
            self._bring_back_one(product)
        else:
            self._flows.finding.leave()
            self._sounds.play("found" if self._flows.selling.add(product) else "refused")

    def give_code(self, code: str) -> None:
        """A promotion code goes with the purchase in hand, or with a guest's that begins now."""
        self._flows.finding.leave()
        self._traffic.start_guest()
        if self._counter.state in ON_SALE:
            self._counter.codes.put(code)
            self._counter.take_focus()
            self._sounds.play("found")

    def ask_code(self) -> None:
        """Opens the field for a promotion code."""
        self._flows.finding.leave()
        if self._counter.state in ON_SALE:
            self._counter.codes.ask()

    def _bring_back_one(self, product: Product) -> None:
        if self._flows.returning.add_unit(product.sku):
            self._sounds.play("found")
        else:
            self._traffic.refuse(tr("{product} is not part of this purchase.").format(product=product.name))

    # --- the whole bill

    def park(self) -> None:
        """Puts the purchase in hand aside; where there is none, offers those that wait."""
        self._flows.finding.leave()
        if self._flows.waiting.can_put_aside:
            self._flows.waiting.put()
        else:
            self._flows.waiting.offer()

    def take_up(self, record: str) -> None:
        """Goes on with a parked purchase."""
        self._traffic.unless_unrecorded(lambda: self._flows.waiting.take_up(record))

    def _on_put_aside(self, waiting: Waiting) -> None:
        formats = self._session.formats
        name = self._session.ask(lambda desk: called(desk, waiting, formats))
        self._traffic.rest()
        said = tr("Parked: {name}, {sum}").format(name=name, sum=formats.money(waiting.parked.total))
        self._counter.ready.say("clock", said, hint=tr("F11 lists what is parked. Nothing of it counts yet."))
        self._sounds.play("done")
