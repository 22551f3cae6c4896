"""Points for a purchase that was made without the card, by the rules that were in force then."""

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Fact, PurchaseAttached, PurchaseRecorded, Stamp
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Basket, Purchase, PurchaseState, Quote
from loyaltydesk.model.refusals import AlreadyAttached, AlreadyVoided
from loyaltydesk.rules import purchase as purchases


def quote(bought: Purchase, fact: PurchaseRecorded, *, programme: Programme, standing: Standing) -> Quote:
    """What the purchase would have brought with this card. Raises AlreadyAttached, AlreadyVoided or CardBlocked.

    The bill and its money stay as they were: a tier's discount does not come afterwards.
    """
    if bought.customer is not None:
        raise AlreadyAttached(bought.id)
    if bought.state is not PurchaseState.DONE or bought.returned:
        raise AlreadyVoided(bought.id)
    purchases.check_usable(standing.customer, standing.card)
    then = Stamp(bought.at)
    basket = Basket(fact.lines, discount=fact.discount, codes=fact.codes)
    return purchases.quote_afterwards(basket, programme, standing, then=then)


def decide(
    bought: Purchase, fact: PurchaseRecorded, *, programme: Programme, standing: Standing, new_id: purchases.NewId
) -> tuple[Quote, list[Fact]]:
    """What the purchase brings its customer and the facts of it: the points, and the tier they win."""
    found = quote(bought, fact, programme=programme, standing=standing)
    attached = PurchaseAttached(
        id=new_id(),
        purchase=bought.id,
        customer=standing.customer.id,
        card=standing.card.id if standing.card else None,
        earned=found.earned,
        from_day=found.from_day,
        last_day=found.last_day,
        tier=found.tier,
        why=found.why,
    )
    return found, [attached, *purchases.tier_won(programme, standing.customer, found.tier, new_id=new_id)]
