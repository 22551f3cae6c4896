"""The dialog before vouchers are printed: on what paper, and what they will look like there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.voucher import VoucherFace
from loyaltydesk.words import tr
from ui.paper.dialog import PaperDialog
from ui.paper.voucher_form import VoucherForm
from ui.paper.voucher_paper import USUAL
from ui.seams.tools import Tools
from ui.theme.theme import Theme


class VoucherDialog(PaperDialog):
    """Shows vouchers on the paper that was chosen last, and on any other that is chosen beside them."""

    def __init__(
        self, theme: Theme, vouchers: Sequence[VoucherFace], *, tools: Tools, parent: QWidget | None = None
    ) -> None:
        """Raises CodeNotPrintable and CodeTooWide for a code that has no room on a leaf of A6 either."""
        self._vouchers, self._is_refused = vouchers, False
        paper = VoucherForm(theme, tools.preferences)
        super().__init__(theme, self._first(paper), title=tr("Voucher"), parent=parent, tools=tools)
        self.paper = paper
        self.add_choices(paper)
        paper.edited.connect(self._on_paper_edited)

    def _first(self, paper: VoucherForm) -> Document:
        try:
            return paper.chosen.document(self._vouchers)
        except Refused:  # the paper of last time is too small for one of these
            paper.choose(USUAL)
            return paper.chosen.document(self._vouchers)

    def _on_paper_edited(self) -> None:
        try:
            document = self.paper.chosen.document(self._vouchers)
        except Refused:
            self._is_refused = True
            self._say(tr("The bars of a voucher do not fit on this paper. Choose a larger one."), "warning")
            return
        if self._is_refused:
            self.banner.hide()
        self._is_refused = False
        self.show_document(document)
