"""What follows a purchase: the thanks, why these points, the slip, undo; and what is said after a return."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.returns import Returned
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Asked, Purchase
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from loyaltydesk.words.reasons import why_text
from ui.seams.session import Session
from ui.theme.theme import Theme
from ui.till import papers
from ui.till.counter import Counter, State
from ui.till.outcomes import back_words, done_words, signed_points


class Aftermath(QObject):
    """Remembers the last purchase of this till and says how things went."""

    told = Signal(object, object)  # the Seen afterwards (None for a guest) and the Done: the customer display follows
    refused = Signal()

    def __init__(self, theme: Theme, session: Session, *, counter: Counter, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._session, self._counter, self._page = theme, session, counter, page
        self._last = ""  # the purchase that was recorded here last
        counter.ready.undo_wanted.connect(self.undo)
        counter.ready.slip_wanted.connect(self.print_slip)
        counter.bought.slip_wanted.connect(self.print_slip)
        self._shown = ""  # the purchase whose slip can be printed

    def show_done(self, done: Done, before: Seen | None) -> None:
        """A purchase was recorded."""
        self._last = self._shown = done.purchase
        after = self._see(done.customer)
        formats = self._session.formats
        self._counter.show_state(State.READY)
        title, hint = done_words(done, formats, before=before, after=after)
        self._counter.ready.say("circle-check", title, hint=hint)
        self._counter.ready.offer(why=[why_text(step, formats) for step in done.quote.why] if after else [])
        self.told.emit(after, done)

    def show_attached(self, done: Done) -> None:
        """A guest's purchase has its customer now."""
        self._shown = done.purchase
        after = self._see(done.customer)
        formats = self._session.formats
        points = signed_points(done.quote.earned, formats)
        title = tr("{points} for purchase {number}").format(points=points, number=done.receipt)
        balance = tr("The balance is {balance}.").format(balance=formats.number(done.balance or 0))
        self._counter.show_state(State.READY)
        self._counter.ready.say("circle-check", title, hint=balance)
        self._counter.ready.offer(why=[why_text(step, formats) for step in done.quote.why], undo=False)
        self.told.emit(after, done)

    def show_back(self, purchase: Purchase, returned: Returned) -> None:
        """All or part of a purchase was brought back."""
        self._shown = purchase.id
        title, detail = back_words(returned, self._session.formats)
        self._counter.show_state(State.READY)
        self._counter.ready.say("undo-2", title, hint=detail)
        self._counter.ready.offer(why=[], undo=False)

    @property
    def can_undo(self) -> bool:
        """Whether the last purchase of all is the one that was recorded here last, and still stands."""
        newest = self._session.ask(lambda desk: desk.till.newest(1)) if self._last else []
        return bool(newest) and newest[0].id == self._last and newest[0].returnable == newest[0].value

    def undo(self) -> None:
        """Voids the last purchase, as if it had never been."""
        if not self.can_undo or self._counter.state is not State.READY:
            return
        last = self._last

        def void(desk: Desk) -> tuple[Purchase, Returned]:
            purchase = desk.till.purchase(last)
            return purchase, desk.till.bring_back(purchase, Asked(voids=True))

        undone = self._session.do(void, refused=self._on_refused)
        if undone:
            formats = self._session.formats
            title = tr("Taken back: {sum}").format(sum=formats.money(undone[0].due))
            self._counter.ready.say("undo-2", title, hint=back_words(undone[1], formats)[1])

    def look_at(self, purchase: Purchase | None) -> None:
        """From now on the slip is that of this purchase."""
        self._shown = purchase.id if purchase else ""

    def print_slip(self) -> None:
        """Shows the slip of the purchase that is spoken of, to be printed."""
        shown = self._shown
        if shown:
            self._preview(lambda desk: papers.slip(desk, desk.till.purchase(shown)), tr("Slip"))

    def print_voucher(self, code: str) -> None:
        """Shows a new voucher, to be printed."""
        self._preview(lambda desk: papers.vouchers(desk, [code]), tr("Voucher"))

    def print_card(self, number: str) -> None:
        """Shows a customer's card, to be printed."""
        self._preview(lambda desk: papers.card(desk, number), tr("Card"))

    # --- inside

    def _preview(self, make: papers.Make, title: str) -> None:
        try:
            document = self._session.ask(make)
        except Refused as no:
            self._session.refused.emit(self._session.sentence(no))
            return
        papers.preview(self._theme, document, title=title, parent=self._page)

    def _see(self, customer: str | None) -> Seen | None:
        return self._session.ask(lambda desk: desk.customers.see(customer)) if customer else None

    def _on_refused(self, sentence: str) -> None:
        self._counter.ready.say("circle-alert", tr("This cannot be taken back"), hint=sentence, tone="danger")
        self.refused.emit()
