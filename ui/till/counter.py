"""The body of the till: on the left what is in hand, one state at a time; on the right the amount, always."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.theme.blocks import EmptyState
from ui.theme.frames import Panel
from ui.theme.theme import Theme
from ui.till.ask_panel import AskPanel
from ui.till.bill import BillPanel
from ui.till.bought import BoughtPanel
from ui.till.customer import CustomerView
from ui.till.newcard import NewCardForm
from ui.till.promo import CodesPanel
from ui.till.purchase import Mode, PurchasePanel
from ui.till.question import Question
from ui.till.ready import ReadyPanel
from ui.till.results import Results
from ui.till.stack import Stack


class State(Enum):
    """What the till is about."""

    READY = auto()
    SALE = auto()
    GUEST = auto()
    NEW = auto()
    BOUGHT = auto()


class Counter(QWidget):
    """All parts of the body, and which of them are seen."""

    shown = Signal()  # another state

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__()
        self.theme = theme
        self.question, self.codes, self.ask = Question(theme), CodesPanel(theme), AskPanel(theme)
        self.bill = BillPanel(theme, formats)
        self.ready, self.customer = ReadyPanel(theme), CustomerView(theme)
        self.form, self.bought, self.results = NewCardForm(theme), BoughtPanel(theme), Results(theme)
        self.buy = PurchasePanel(theme, formats)
        self.state = State.READY
        self._stack = Stack()
        self._panels: dict[State, QWidget] = {
            State.READY: self.ready,
            State.SALE: self.customer,
            State.GUEST: self._guest(),
            State.NEW: self.form,
            State.BOUGHT: self.bought,
        }
        for panel in (*self._panels.values(), self.results):
            self._stack.addWidget(panel)
        self.codes.changed.connect(lambda: self.customer.reminder.give_way(bool(self.codes.codes)))
        self._left, self._body = QVBoxLayout(), QHBoxLayout(self)
        self._left.addWidget(self.question)
        self._left.addWidget(self.codes)
        self._left.addWidget(self.ask, 1)
        self._left.addWidget(self._stack, 1)
        self._body.addLayout(self._left, 1)
        self._body.addWidget(self.buy)

    def show_state(self, state: State, mode: Mode = Mode.ASLEEP, *, keep_amount: bool = False) -> None:
        """Shows one state, with the amount for what `mode` says; what was found before is put away."""
        self.state = state
        minor = self.buy.amount.minor if keep_amount else None
        if not keep_amount:
            self.bill.show_lines(())
            self.codes.show_given(())
        self._place_bill(state)
        self.buy.show_mode(mode)
        self.buy.show_total(self.bill.sum_text)
        if minor is not None:
            self.buy.amount.show_minor(minor)
        self.show_results(False)
        self.shown.emit()

    def show_bill(self, on: bool) -> None:
        """Shows the lines of the purchase in hand, or what stands there without any."""
        self.customer.show_bill(on)
        self._guest_pages.setCurrentIndex(1 if on else 0)

    def _place_bill(self, state: State) -> None:
        """There is one bill, and it goes with the customer, or stands alone for a guest."""
        if state is State.SALE:
            self.customer.hold(self.bill)
        elif state is State.GUEST:
            self._guest_pages.addWidget(self.bill)
        self.show_bill(bool(self.bill.lines))

    def show_ask(self, on: bool) -> None:
        """Shows the question of a survey in place of all that, or that again."""
        asked, usual = (self.ask, self._stack) if on else (self._stack, self.ask)
        usual.hide()  # first, for both at once would need more room than a small window has
        asked.show()

    def show_results(self, on: bool) -> None:
        """Shows what the field finds in place of the state, or the state again."""
        if on:
            self.show_ask(False)
        self._stack.setCurrentWidget(self.results if on else self._panels[self.state])

    @property
    def is_finding(self) -> bool:
        """Whether the results are seen."""
        return self._stack.currentWidget() is self.results

    def take_focus(self) -> bool:
        """Puts the focus where work goes on; False where that is the one field above."""
        if self.state is State.NEW:
            self.form.start_typing()
        elif self.state is not State.READY and self.buy.amount.isEnabled():
            self.buy.amount.setFocus()
        else:
            return False
        return True

    def fit(self, width: int) -> None:
        """Lays everything out for a page so wide."""
        m = self.theme.m
        self._body.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        self._body.setSpacing(m.s4)
        self._left.setSpacing(m.s4)
        self.buy.fit(width)
        self.ready.fit(width, m.s4)
        self.customer.fit(width, m.s4)

    def _guest(self) -> QWidget:
        hint = tr("Type the amount. The receipt number lets the points be given later, when the card is there.")
        panel = Panel(self.theme)
        panel.box.addWidget(EmptyState(self.theme, "receipt", title=tr("Purchase without a card"), hint=hint))
        self._guest_pages = QStackedWidget()
        self._guest_pages.addWidget(panel)
        self._guest_pages.addWidget(self.bill)
        return self._guest_pages
