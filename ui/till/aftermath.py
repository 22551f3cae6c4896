"""What follows a purchase: the thanks, why these points, the slip, undo; and what is said after a return."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.desk.returns import Returned
from loyaltydesk.desk.till import Done
from loyaltydesk.model.purchases import Asked, Purchase, VoucherState
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.reasons import why_text
from ui.seams.session import Session
from ui.till import papers
from ui.till.counter import Counter, State
from ui.till.outcomes import back_words, brought_words, done_words, signed_points
from ui.till.slips import Slips


class Aftermath(QObject):
    """Remembers the last purchase of this till and says how things went."""

    told = Signal(object, object)  # the Seen afterwards (None for a guest) and the Done: the customer display follows
    refused = Signal()

    def __init__(self, session: Session, slips: Slips, *, counter: Counter, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._slips, self._counter = session, slips, counter
        self._last = ""  # the purchase that was recorded here last
        counter.ready.undo_wanted.connect(self.undo)
        counter.ready.slip_wanted.connect(self.print_slip)
        counter.ready.preview_wanted.connect(self.show_slip)
        counter.ready.voucher_wanted.connect(self._on_voucher_wanted)
        counter.bought.slip_wanted.connect(self.print_slip)
        counter.bought.preview_wanted.connect(self.show_slip)
        self._shown = ""  # the purchase whose slip can be printed
        self._brought: list[str] = []  # the codes of its vouchers

    def show_done(self, done: Done, before: Seen | None) -> None:
        """A purchase was recorded."""
        self._last = self._shown = done.purchase
        after = self._see(done.customer)
        formats = self._session.formats
        self._counter.show_state(State.READY)
        title, hint = done_words(done, formats, before=before, after=after)
        self._counter.ready.say("circle-check", title, hint=hint)
        self._offer(done, with_reasons=after is not None)
        self.told.emit(after, done)
        self._slips.print_by_itself(done.purchase)

    def show_attached(self, done: Done) -> None:
        """A guest's purchase has its customer now."""
        self._shown = done.purchase
        after = self._see(done.customer)
        formats = self._session.formats
        points = signed_points(done.quote.earned, formats)
        title = tr("{points} for purchase {number}").format(points=points, number=done.receipt)
        balance = tr("The balance is {balance}.").format(balance=formats.number(done.balance or 0))
        hint = " ".join([*brought_words(done, formats), balance])
        self._counter.show_state(State.READY)
        self._counter.ready.say("circle-check", title, hint=hint)
        self._offer(done, undo=False)
        self.told.emit(after, done)

    def show_back(self, purchase: Purchase, returned: Returned) -> None:
        """All or part of a purchase was brought back."""
        self._shown = purchase.id
        title, detail = self._back_words(returned)
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
            self._counter.ready.say("undo-2", title, hint=self._back_words(undone[1])[1])

    def look_at(self, purchase: Purchase | None) -> None:
        """From now on the slip is that of this purchase."""
        self._shown = purchase.id if purchase else ""

    def print_slip(self) -> None:
        """Prints the slip of the purchase that is spoken of, or shows it, to be printed."""
        if self._shown:
            self._slips.print_slip(self._shown)

    def show_slip(self) -> None:
        """Shows that slip, whatever printer there is."""
        if self._shown:
            self._slips.show_slip(self._shown)

    def print_voucher(self, code: str) -> None:
        """Prints a new voucher, or shows it, to be printed."""
        self._slips.print_vouchers([code])

    def show_vouchers(self) -> None:
        """Shows the vouchers of the last purchase, whatever printer there is."""
        if self._brought:
            self._slips.show_vouchers(self._brought)

    def print_card(self, number: str) -> None:
        """Shows a customer's card, to be printed."""
        self._slips.preview(lambda desk: papers.card(desk, number), tr("Card"))

    # --- inside

    def _offer(self, done: Done, *, with_reasons: bool = True, undo: bool = True) -> None:
        formats = self._session.formats
        self._brought = [voucher.code for voucher in done.issued]
        why = [why_text(step, formats) for step in done.quote.why] if with_reasons else []
        self._counter.ready.offer(why=why, vouchers=[voucher.name for voucher in done.issued], undo=undo)

    def _back_words(self, returned: Returned) -> tuple[str, str]:
        """What a return came to, and that vouchers went with it."""
        title, detail = back_words(returned, self._session.formats)
        gone = self._session.ask(lambda desk: _cancelled(desk, returned.purchase))
        said = tr_n("its voucher counts no more", "its vouchers count no more", gone) if gone else ""
        return title, " · ".join(each for each in (detail, said) if each)

    def _on_voucher_wanted(self) -> None:
        self._slips.print_vouchers(self._brought)

    def _see(self, customer: str | None) -> Seen | None:
        return self._session.ask(lambda desk: desk.customers.see(customer)) if customer else None

    def _on_refused(self, sentence: str) -> None:
        self._counter.ready.say("circle-alert", tr("This cannot be taken back"), hint=sentence, tone="danger")
        self.refused.emit()


def _cancelled(desk: Desk, purchase: str) -> int:
    """How many vouchers that a purchase brought count no more since it was brought back."""
    brought = desk.rewards.brought_by(desk.till.purchase(purchase))
    return sum(voucher.state is VoucherState.CANCELLED for voucher in brought)
