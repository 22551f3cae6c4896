"""Purchases that wait: the one in hand is put aside by one key, and any of them is taken up again from a list."""

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.parked import Parked, Waiting
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.till.counter import Counter, State
from ui.till.finding import Finding, Sought, Task
from ui.till.lookup import Kind, for_anybody
from ui.till.results import Hit
from ui.till.sale import Sale
from ui.till.selling import Selling


class WaitingPurchases(QObject):
    """Puts the sale aside and brings it back; neither touches anybody's points."""

    put_aside = Signal(object)  # the Waiting
    taken_up = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, counter: Counter, *, selling: Selling, finding: Finding) -> None:
        super().__init__(selling)
        self._session, self._counter = session, counter
        self._selling, self._finding = selling, finding

    @property
    def can_put_aside(self) -> bool:
        """Whether there is a purchase in hand that would be lost otherwise."""
        in_hand = self._counter.state in (State.SALE, State.GUEST)
        return in_hand and self._selling.is_unrecorded

    def count(self) -> int:
        """How many purchases wait."""
        return self._session.ask(lambda desk: desk.parking.count())

    def put(self) -> None:
        """Puts the purchase in hand aside."""
        sale = self._selling.sale
        if sale is None or not self.can_put_aside:
            return
        self._selling.end()  # everybody reloads when it is parked, and then nothing is in hand
        parked = parked_from(sale)
        waiting = self._session.do(lambda desk: desk.parking.park(parked), refused=self.refused.emit)
        if waiting is None:
            self._selling.sale = sale
        else:
            self.put_aside.emit(waiting)

    def offer(self) -> None:
        """Lists the purchases that wait."""
        formats = self._session.formats
        found = self._session.ask(lambda desk: [_hit(desk, each, formats) for each in desk.parking.waiting()])
        if found:
            self._finding.offer(found, Sought(Task.RESUME))

    def take_up(self, record: str) -> None:
        """Goes on with a purchase that waited."""
        waiting = self._session.do(lambda desk: desk.parking.take(record), refused=self.refused.emit)
        if waiting is None:
            return
        parked = waiting.parked
        try:
            card = self._session.ask(lambda desk: _card(desk, parked))
            if parked.customer:
                self._selling.begin(card=card, customer=parked.customer)
            else:
                self._selling.begin_guest()
        except Refused as no:  # forgotten meanwhile
            self._selling.begin_guest()
            self._fill(parked)
            self.refused.emit(self._session.sentence(no))
            return
        self._fill(parked)
        self.taken_up.emit()

    def _fill(self, parked: Parked) -> None:
        sale, counter = self._selling.sale, self._counter
        if sale is None:
            return
        sale.bearer = self._session.ask(lambda desk: for_anybody(desk, parked.vouchers))
        sale.vouchers = list(parked.vouchers) if sale.seen else [voucher.code for voucher in sale.bearer]
        if sale.seen:
            costs = self._session.ask(lambda desk: {each.id: each.cost for each in desk.shop.programme.rewards})
            sale.rewards = {reward: costs[reward] for reward in parked.rewards if reward in costs}
            sale.use_points(parked.points)
        counter.bill.show_lines(parked.lines)
        counter.codes.show_given(parked.codes)
        counter.buy.amount.show_minor(parked.amount or None)
        self._selling.show_quote()
        counter.take_focus()


def parked_from(sale: Sale) -> Parked:
    """The purchase in hand as it is kept until somebody goes on with it."""
    return Parked(
        lines=sale.lines,
        amount=sale.minor or 0,
        card=sale.seen.card.id if sale.seen and sale.seen.card and sale.card else "",
        customer=sale.customer,
        points=None if sale.all_points else sale.points,
        rewards=tuple(sale.rewards),
        vouchers=tuple(sale.vouchers),
        codes=tuple(sale.codes),
    )


def called(desk: Desk, waiting: Waiting, formats: QtFormats) -> str:
    """What a parked purchase is called: its number, and whose it is."""
    number = formats.number(waiting.number)
    try:
        customer = desk.customers.get(waiting.parked.customer) if waiting.parked.customer else None
    except Refused:
        customer = None
    if customer is None:
        return tr("No. {number}").format(number=number)
    return tr("No. {number}: {name}").format(number=number, name=shown_name(customer))


def _card(desk: Desk, parked: Parked) -> str:
    """The number of the card that was shown, if its customer still has it."""
    cards = desk.customers.cards(parked.customer) if parked.customer else []
    return next((card.number for card in cards if card.id == parked.card), "")


def _hit(desk: Desk, waiting: Waiting, formats: QtFormats) -> Hit:
    units = sum(line.qty for line in waiting.parked.lines)
    told = [f"{waiting.at:%H:%M}"]
    if waiting.at.date() != desk.now().date():
        told = [formats.moment(waiting.at)]
    if units:
        told.append(tr_n("{n} piece", "{n} pieces", units).format(n=formats.number(units)))
    if waiting.staff:
        told.append(waiting.staff)
    total = formats.money(waiting.parked.total)
    return Hit(Kind.PARKED, waiting.id, called(desk, waiting, formats), " · ".join(told), total)
