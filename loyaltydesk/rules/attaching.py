"""Points for a purchase that was made without the card, by the rules that were in force then."""

from loyaltydesk.model.facts import Fact, PurchaseAttached, PurchaseRecorded, Stamp
from loyaltydesk.model.purchases import Purchase, PurchaseState, Quote
from loyaltydesk.model.refusals import AlreadyAttached, AlreadyVoided
from loyaltydesk.rules import purchase as purchases
from loyaltydesk.rules.following import Following, Making, follows


def quote(bought: Purchase, fact: PurchaseRecorded, known: Following) -> Quote:
    """What the purchase would have brought with this card. Raises AlreadyAttached, AlreadyVoided or CardBlocked.

    The bill and its money stay as they were: a tier's discount does not come afterwards.
    """
    standing = known.standing
    assert standing is not None
    if bought.customer is not None:
        raise AlreadyAttached(bought.id)
    if bought.state is not PurchaseState.DONE or bought.returned:
        raise AlreadyVoided(bought.id)
    purchases.check_usable(standing.customer, standing.card)
    return purchases.quote_afterwards(fact, known, Stamp(bought.at))


def decide(bought: Purchase, fact: PurchaseRecorded, known: Following, *, making: Making) -> tuple[Quote, list[Fact]]:
    """What the purchase brings its customer and the facts of it: points, the tier they win, stamps, thanks."""
    standing = known.standing
    assert standing is not None
    found = quote(bought, fact, known)
    attached = PurchaseAttached(
        id=making.new_id(),
        purchase=bought.id,
        customer=standing.customer.id,
        card=standing.card.id if standing.card else None,
        earned=found.earned,
        stamps=found.stamps,
        from_day=found.from_day,
        last_day=found.last_day,
        tier=found.tier,
        why=found.why,
    )
    won = purchases.tier_won(known.programme, standing.customer, found.tier, new_id=making.new_id)
    then = Stamp(bought.at)
    return found, [attached, *won, *follows(known, bought.id, found.stamps, stamp=then, making=making)]
