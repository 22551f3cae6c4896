"""Writes down what the customer in hand says, without leaving the purchase."""

from PySide6.QtCore import QObject

from loyaltydesk.model.voices import VoiceKind
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.till.counter import Counter, State
from ui.till.hero import name_of
from ui.till.selling import Selling


class Noting(QObject):
    """Opens the line, keeps what was typed, and goes back to the amount."""

    def __init__(self, session: Session, counter: Counter, selling: Selling) -> None:
        super().__init__(selling)
        self._session, self._counter, self._selling = session, counter, selling
        self._view, self._panel = counter.customer, counter.customer.note
        self._view.hero.note.clicked.connect(self.toggle)
        self._panel.kept.connect(self._on_kept)
        self._panel.left.connect(self.close)

    def toggle(self) -> None:
        """Opens the line for the customer in hand, or goes back to the amount."""
        sale = self._selling.sale
        if self._counter.state is not State.SALE or sale is None or sale.seen is None:
            return
        if self._view.is_noting:
            self.close()
        else:
            self._view.show_note(True)
            self._panel.ask(sale.customer, name_of(sale.seen))

    def close(self) -> None:
        """Goes back to the amount."""
        self._view.show_note(False)
        self._counter.take_focus()

    def _on_kept(self, kind: VoiceKind) -> None:
        panel = self._panel
        customer, text = panel.customer, panel.field.text()
        voice = self._session.do(lambda desk: desk.voices.note(customer, text, kind=kind), refused=panel.refuse)
        if voice:
            panel.field.clear()
            self.close()
            self._counter.buy.outcome.say(tr("Written down for the owner. Thank them for it."), "accent")
