"""Joining, and what can be done with a card: given to a customer, blocked, replaced, limited to collecting."""

from collections.abc import Callable

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import CardIssued, CustomerRegistered, Fact, RecordSaved
from loyaltydesk.model.refusals import BadRequest, CardBlocked, DuplicateCard

NewId = Callable[[], str]


def register(
    profile: Profile, number: str, card: Card | None, *, referred_by: str, new_id: NewId
) -> tuple[str, list[Fact]]:
    """A new customer with a card: the customer's id and the facts. `card` is what is known of the number.

    Raises DuplicateCard when the card is somebody's already.
    """
    joined = CustomerRegistered(id=new_id(), profile=profile, referred_by=referred_by)
    return joined.id, [joined, link(number, card, customer=joined.id, new_id=new_id)]


def link(number: str, card: Card | None, *, customer: str, new_id: NewId) -> Fact:
    """A card for a customer: a blank one is taken, an unknown number is issued. Raises DuplicateCard."""
    if card is None:
        return CardIssued(id=new_id(), customer=customer, number=number)
    if card.state is not CardState.BLANK:
        raise DuplicateCard(card.number)
    return _changed(card, new_id, customer=customer, state=CardState.ACTIVE.value)


def block(card: Card, new_id: NewId) -> list[Fact]:
    """The card can no longer be used; nothing happens to one that cannot be already. Raises BadRequest for a blank."""
    if card.state is CardState.BLANK:
        raise BadRequest("card", "card_blank")
    return [_changed(card, new_id, state=CardState.BLOCKED.value)] if card.state is CardState.ACTIVE else []


def unblock(card: Card, new_id: NewId) -> list[Fact]:
    """The card can be used again. Raises CardBlocked when it was replaced: the new card is the one in use."""
    if card.state is CardState.REPLACED:
        raise CardBlocked(card.number, card.state.value, card.replaced_by)
    return [_changed(card, new_id, state=CardState.ACTIVE.value)] if card.state is CardState.BLOCKED else []


def replace(old: Card, number: str, *, new: Card | None, new_id: NewId) -> list[Fact]:
    """A new card in place of a lost one, and good for as much. Raises BadRequest, CardBlocked or DuplicateCard."""
    if old.customer is None:
        raise BadRequest("card", "card_blank")
    if old.state is CardState.REPLACED:
        raise CardBlocked(old.number, old.state.value, old.replaced_by)
    fact = link(number, new, customer=old.customer, new_id=new_id)
    fresh = new or Card(fact.id, number, CardState.ACTIVE, CardRole.FULL, old.customer)
    changed = _changed(old, new_id, state=CardState.REPLACED.value, replaced_by=fresh.id)
    return [fact, *give_role(fresh, old.role, new_id), changed]


def give_role(card: Card, role: CardRole, new_id: NewId) -> list[Fact]:
    """The card may from now on do this much."""
    return [_changed(card, new_id, role=role.value)] if card.role is not role else []


def _changed(card: Card, new_id: NewId, **fields: str) -> RecordSaved:
    return RecordSaved(id=new_id(), kind="card", record=card.id, fields=dict(fields))
