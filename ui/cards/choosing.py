"""Which cards are printed: new blank ones, blank ones made before, or the cards of one customer or of many."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.cards.choosers import Chooser, NewCards, OneCustomer
from ui.cards.orders import Order
from ui.cards.ticking import SeveralCustomers, WaitingCards
from ui.seams.session import Session
from ui.theme.text import literal
from ui.theme.theme import Theme


class Way(StrEnum):
    """The ways of choosing."""

    NEW = "new"
    WAITING = "waiting"
    CUSTOMER = "customer"
    SEVERAL = "several"


class Choosing(QWidget):
    """The ways, one of them open; `edited` tells that other cards are chosen now."""

    edited = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.new, self.waiting = NewCards(theme, session), WaitingCards(theme, session)
        self.customer, self.several = OneCustomer(theme, session), SeveralCustomers(theme, session)
        self._choosers: dict[Way, Chooser] = {
            Way.NEW: self.new,
            Way.WAITING: self.waiting,
            Way.CUSTOMER: self.customer,
            Way.SEVERAL: self.several,
        }
        self._ways = QButtonGroup(self)
        self._stack = QStackedWidget()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for place, (way, words) in enumerate(_ways()):
            button = QRadioButton(literal(words))
            button.setAccessibleName(words)
            self._ways.addButton(button, place)
            self._stack.addWidget(self._choosers[way])
            self._choosers[way].edited.connect(self.edited)
            box.addWidget(button)
        box.addSpacing(theme.m.s3)
        box.addWidget(self._stack, 1)
        self._ways.button(0).setChecked(True)
        self._ways.idToggled.connect(self._on_way_toggled)

    @property
    def way(self) -> Way:
        """The way that is open."""
        return list(Way)[self._ways.checkedId()]

    def go(self, way: Way) -> None:
        """Opens a way."""
        self._ways.button(list(Way).index(way)).setChecked(True)

    def order(self) -> Order:
        """What is chosen; its count is 0 where nothing can be printed."""
        return self._choosers[self.way].order()

    def reload(self) -> None:
        """Shows the shop as it is now."""
        self._choosers[self.way].reload()

    def start(self) -> None:
        """Puts the focus where work begins."""
        self._choosers[self.way].start()

    def go_back(self) -> bool:
        """Takes back what was looked for; False where there is nothing to take back."""
        return self._choosers[self.way].go_back()

    def _on_way_toggled(self, place: int, on: bool) -> None:
        if on:
            self._stack.setCurrentIndex(place)
            self.reload()
            self.edited.emit()

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if not (letter.isprintable() and letter.strip() and self._choosers[self.way].take_letter(letter)):
            super().keyPressEvent(event)


def _ways() -> list[tuple[Way, str]]:
    return [
        (Way.NEW, tr("New blank cards")),
        (Way.WAITING, tr("Blank cards made before")),
        (Way.CUSTOMER, tr("A customer's card")),
        (Way.SEVERAL, tr("Cards of several customers")),
    ]
