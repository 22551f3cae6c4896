"""Prints at the till: the slip of a purchase, a voucher, a card; each in the customer's own language.

What draws paper is imported when something is printed: it would cost every start 40 ms.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Purchase
from ui.seams.paper import paper_for
from ui.seams.slip_papers import slip_face, voucher_face
from ui.seams.tools import Tools
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from loyaltydesk.printing.scene import Document
    from loyaltydesk.printing.voucher import VoucherFace

Make = Callable[[Desk], "Document"]


def slip(desk: Desk, purchase: Purchase, *, narrow: bool = False) -> "Document":
    """The slip of a purchase as it stands now, on the usual roll of 80 mm or a `narrow` one of 58."""
    from loyaltydesk.printing.slip import Roll, slip_scene

    return slip_scene(slip_face(desk, purchase.id), roll=Roll.MM58 if narrow else Roll.MM80)


def vouchers(desk: Desk, codes: Sequence[str]) -> "list[VoucherFace]":
    """Vouchers to be handed over, in ready words. Raises UnknownVoucher."""
    return [voucher_face(desk, code) for code in codes]


def card(desk: Desk, number: str) -> "Document":
    """A customer's card. Raises UnknownCard and what paper refuses of a number."""
    from loyaltydesk.printing.card import card_scene
    from loyaltydesk.printing.filling import imprint_of

    owner, held = desk.cards.owner(number), desk.cards.get(number)
    paper, since, imprint = paper_for(desk, owner), owner.registered.date(), imprint_of(held)
    face = paper.card(held.number, owner.profile.called, tier=owner.tier, since=since, imprint=imprint)
    return card_scene(paper.look(), [face])


def preview(theme: Theme, document: "Document", *, title: str, parent: QWidget, tools: Tools) -> None:
    """Shows a document before it is printed, in a window that does not stop the program."""
    from ui.paper.dialog import PaperDialog

    _open(PaperDialog(theme, document, title=title, parent=parent, tools=tools), parent)


def preview_vouchers(theme: Theme, vouchers: "Sequence[VoucherFace]", *, parent: QWidget, tools: Tools) -> None:
    """Shows vouchers in such a window, to choose their paper and print them."""
    from ui.paper.voucher_dialog import VoucherDialog

    _open(VoucherDialog(theme, vouchers, parent=parent, tools=tools), parent)


def _open(dialog: QDialog, parent: QWidget) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(parent.window().activateWindow)  # or the next scan would be nobody's
    dialog.open()
