"""How the stamp cards of a customer stand."""

from collections.abc import Mapping

from msgspec import Struct

from loyaltydesk.model.programme import Programme, StampCard


class StampsLeft(Struct, frozen=True):
    """How a stamp card stands: so many stamps of the number that fills it."""

    card: StampCard
    have: int


def stamps_left(programme: Programme, stamps: Mapping[str, int]) -> tuple[StampsLeft, ...]:
    """How each stamp card of the programme stands."""
    return tuple(StampsLeft(card, max(stamps.get(card.id, 0), 0)) for card in programme.stamp_cards)
