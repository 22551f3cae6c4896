"""Keeps the customer display up with the till; it is made when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Quote
from loyaltydesk.model.surveys import Question
from loyaltydesk.words import Words
from ui.display import shown
from ui.display.shown import House, Shown
from ui.seams.preferences import Preferences
from ui.seams.session import Session
from ui.theme.theme import Theme
from ui.till.sale import Sale

if TYPE_CHECKING:
    from ui.display.window import CustomerDisplay


class Facing(QObject):
    """What the customer sees, and what they touch when they are asked."""

    answered = Signal(int)  # the value of an answer
    declined = Signal()

    def __init__(self, theme: Theme, session: Session, *, preferences: Preferences, till: QWidget) -> None:
        super().__init__(till)
        self._theme, self._session, self._preferences, self._till = theme, session, preferences, till
        self._display: CustomerDisplay | None = None
        self._state: Callable[[], Shown] = self._nobody
        self._locked = False
        preferences.display_switched.connect(self.switch)
        session.locked.connect(self._on_locked)

    def toggle(self) -> None:
        """Switches the display on or off; the till remembers which."""
        self._preferences.display = self._display is None or not self._display.isVisible()

    def switch(self, on: bool) -> None:
        """Shows the display where it belongs, or takes it away."""
        if on and self._display is None:
            from ui.display.window import CustomerDisplay

            self._display = CustomerDisplay(self._theme, self._till)
            self._display.asking.answered.connect(self.answered)
            self._display.asking.declined.connect(self.declined)
        if self._display and on:
            self._refresh()
            self._display.place()
            self._till.window().activateWindow()  # some systems give a new window the keys, whatever it asks for
        elif self._display:
            self._display.hide()

    def show_nobody(self) -> None:
        """Nobody is at the till."""
        self._show(self._nobody)

    def show_sale(self, sale: Sale | None, done: Done | None) -> None:
        """A purchase is in hand, with what is typed and scanned so far."""
        if sale and (sale.seen or sale.lines):
            self._show(lambda: self._sale(sale, done.quote if done else None))
        else:
            self.show_nobody()

    def show_done(self, seen: Seen | None, done: Done) -> None:
        """A purchase was recorded; `seen` is how the customer stands after it."""
        vouchers = [voucher.name for voucher in done.issued]
        if seen:
            self._show(lambda: shown.done(self._house(), seen, done.quote, vouchers=vouchers))
        else:
            self._show(lambda: shown.guest_done(self._house(), vouchers))

    @property
    def is_seen(self) -> bool:
        """Whether a customer has the display before them."""
        return self._display is not None and self._display.isVisible()

    def ask(self, question: Question, words: Words, *, place: tuple[int, int]) -> None:
        """Asks over whatever is shown, where somebody sees it; `place` is the question's number, of how many."""
        if self._display and self.is_seen:
            self._display.asking.ask(question, words, place=place)

    def thank(self, words: Words) -> None:
        """Thanks for the answers."""
        if self._display and self.is_seen:
            self._display.asking.thank(words)

    def ask_no_more(self) -> None:
        """Shows again what stood there before."""
        if self._display:
            self._display.asking.hide()

    def _sale(self, sale: Sale, quote: Quote | None) -> Shown:
        house = self._house()
        state = shown.sale(house, sale.seen, quote) if sale.seen else shown.guest(house)
        if not sale.lines:
            return state
        return shown.with_bill(state, sale.lines, quote.due if quote else sale.total, house=house)

    def _nobody(self) -> Shown:
        return shown.idle(self._house())

    def _house(self) -> House:
        name, programme = self._session.ask(lambda desk: (desk.shop.settings().name, desk.shop.programme))
        return House(name or programme.name, programme, self._session.formats)

    def _show(self, state: Callable[[], Shown]) -> None:
        """Remembers what to show, and works it out only where somebody sees it."""
        self._state = state
        if self._display and self._display.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Whoever comes to a locked till finds nothing of the customer before."""
        assert self._display is not None
        self._display.show_state(self._nobody() if self._locked else self._state())

    def _on_locked(self, locked: bool) -> None:
        self._locked = locked
        self._show(self._state)
