"""Prints at the till: the slip of a purchase, a voucher, a card; each in the customer's own language.

What draws paper is imported when something is printed: it would cost every start 40 ms.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.purchases import Purchase
from ui.seams.paper import paper_for
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from loyaltydesk.printing.filling import Ahead, Brought
    from loyaltydesk.printing.scene import Document

Make = Callable[[Desk], "Document"]


def slip(desk: Desk, purchase: Purchase) -> "Document":
    """The slip of a purchase as it stands now."""
    from loyaltydesk.printing.slip import slip_scene

    seen = desk.customers.see(purchase.customer) if purchase.customer else None
    recorded = desk.till.recorded(purchase)
    names = desk.products.names(line.sku for line in recorded.lines)
    paper = paper_for(desk, seen.customer if seen else None)
    balance = seen.balance if seen else None
    face = paper.slip(purchase, recorded, balance=balance, ahead=_ahead(seen), names=names)
    return slip_scene(paper.with_brought(face, _brought(desk, purchase, seen)))


def vouchers(desk: Desk, codes: Sequence[str]) -> "Document":
    """Vouchers, to be cut out and handed over. Raises UnknownVoucher."""
    from loyaltydesk.printing.voucher import VoucherFace, voucher_scene

    def face(code: str) -> VoucherFace:
        found = desk.rewards.voucher(code)
        holder = desk.rewards.holder(found)
        return paper_for(desk, holder).voucher(found, holder.profile.called if holder else "")

    return voucher_scene([face(code) for code in codes])


def card(desk: Desk, number: str) -> "Document":
    """A customer's card. Raises UnknownCard and what paper refuses of a number."""
    from loyaltydesk.printing.card import card_scene

    owner = desk.cards.owner(number)
    paper = paper_for(desk, owner)
    return card_scene(paper.look(), [paper.card(number, owner.profile.called, tier=owner.tier)])


def preview(theme: Theme, document: "Document", *, title: str, parent: QWidget) -> None:
    """Shows a document before it is printed, in a window that does not stop the program."""
    from ui.paper.dialog import PaperDialog

    dialog = PaperDialog(theme, document, title=title, parent=parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.finished.connect(parent.window().activateWindow)  # or the next scan would be nobody's
    dialog.open()


def _brought(desk: Desk, purchase: Purchase, seen: Seen | None) -> "Brought":
    from loyaltydesk.printing.filling import Brought

    found = tuple(desk.rewards.open_from(purchase))
    if seen is None:
        return Brought(found)
    stamps = tuple((each.card.name, each.have, each.card.every) for each in seen.stamps)
    return Brought(found, stamps, seen.customer.profile.called)


def _ahead(seen: Seen | None) -> "Ahead | None":
    from loyaltydesk.printing.filling import Ahead

    if seen is None or seen.next_reward is None:
        return None
    reward = seen.next_reward.reward
    return Ahead(reward.name, seen.next_reward.missing, reward.cost)
