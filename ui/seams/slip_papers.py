"""What is on a slip and on a voucher from the till, worded in the language of whoever it is handed to.

What draws paper is imported when something is printed: it would cost every start 40 ms.
"""

from typing import TYPE_CHECKING

from loyaltydesk.desk import Desk
from ui.seams.paper import paper_for

if TYPE_CHECKING:
    from loyaltydesk.printing.slip import SlipFace
    from loyaltydesk.printing.voucher import VoucherFace


def slip_face(desk: Desk, purchase: str) -> "SlipFace":
    """The slip of a purchase (id or receipt number) as it stands now. Raises UnknownPurchase."""
    from loyaltydesk.printing import slip_filling

    facts = desk.slips.facts(purchase)
    return slip_filling.slip_face(paper_for(desk, facts.account.customer if facts.account else None), facts)


def voucher_face(desk: Desk, code: str) -> "VoucherFace":
    """A voucher as it stands now, for its holder. Raises UnknownVoucher."""
    found = desk.rewards.voucher(code)
    holder = desk.rewards.holder(found)
    return paper_for(desk, holder).voucher(found, holder.profile.called if holder else "")
