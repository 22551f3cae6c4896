"""The rule that nobody earns on a purchase they ring up themselves: no points, no stamps, no vouchers that follow.

Whatever comes off the bill comes off as for anybody, points and vouchers pay, and what was paid counts for the tier.
"""

from loyaltydesk.model.purchases import Why
from loyaltydesk.model.staff import Incident

RULE = "own-card"


def own_card_why() -> Why:
    """The step that says why there is nothing."""
    return Why(Incident.OWN_CARD.value, RULE, 0)
