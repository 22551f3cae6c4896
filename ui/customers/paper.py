"""Prints what belongs to one customer: a card, a voucher, in that customer's language; a dossier in the shop's."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.paper import paper_for
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.theme import Theme

if TYPE_CHECKING:  # what draws and prints waits until something is printed
    from loyaltydesk.printing.scene import Document
    from loyaltydesk.printing.voucher import VoucherFace


class Press:
    """Where cards and vouchers are printed; what shows them may be replaced, by a test or by the tour.

    `show` tells whether the paper went to a printer, or into a file.
    """

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, page: QWidget) -> None:
        self._theme = theme
        self._session = session
        self._tools = tools
        self._page = page
        self.show: Callable[[Document, str], bool | None] = self._show_dialog
        self.show_vouchers: Callable[[list[VoucherFace]], object] = self._show_voucher_dialog

    def card(self, card: Card, customer: Customer, tier: str | None) -> str:
        """Shows a plastic card before it is printed; the sentence of a refusal, empty when there was none."""
        from loyaltydesk.printing.card import card_scene
        from loyaltydesk.printing.filling import imprint_of

        paper = self._session.ask(lambda desk: paper_for(desk, customer))
        since, imprint = customer.registered.date(), imprint_of(card)
        face = paper.card(card.number, customer.profile.called, tier=tier, since=since, imprint=imprint)
        try:
            document = card_scene(paper.look(), [face])
        except Refused as refused:
            return self._session.sentence(refused)
        if self.show(document, tr("Loyalty card")):
            self._session.do(lambda desk: desk.cards.mark_printed([card.number]))
        return ""

    def vouchers(self, vouchers: Sequence[Voucher], customer: Customer) -> str:
        """Shows vouchers before they are printed; the sentence of a refusal, empty when there was none."""
        paper = self._session.ask(lambda desk: paper_for(desk, customer))
        try:
            self.show_vouchers([paper.voucher(voucher, customer.profile.called) for voucher in vouchers])
        except Refused as refused:
            return self._session.sentence(refused)
        return ""

    def dossier(self, customer: str) -> None:
        """Shows everything that is kept about a customer (an id) before it is printed."""
        formats = self._session.formats

        def made(desk: Desk) -> "Document":
            from loyaltydesk.printing.reports.dossier_paper import dossier_scene

            return dossier_scene(desk.dossiers.of(customer), formats)

        def done(document: "Document") -> None:
            self.show(document, document.title)

        def refused(no: Refused) -> None:
            self._session.refused.emit(self._session.sentence(no))

        run, page = self._tools.run, self._page
        run(self._session.job(made), done=while_alive(page, done), refused=while_alive(page, refused))

    def _show_dialog(self, document: "Document", title: str) -> bool:
        from ui.paper.dialog import PaperDialog

        dialog, went = PaperDialog(self._theme, document, title=title, parent=self._page, tools=self._tools), set[int]()
        dialog.printed.connect(went.update)
        dialog.exec()
        return bool(went)

    def _show_voucher_dialog(self, vouchers: "list[VoucherFace]") -> int:
        from ui.paper.voucher_dialog import VoucherDialog

        return VoucherDialog(self._theme, vouchers, parent=self._page, tools=self._tools).exec()
