"""The words of a programme on the screen: figures as the window writes them, products by their names."""

from collections.abc import Iterator

from loyaltydesk.model.programme import Gives, Programme, Scope
from loyaltydesk.words import active
from loyaltydesk.words.manner import Manner
from ui.seams.formats import QtFormats
from ui.seams.session import Session


def manner_for(session: Session, programme: Programme) -> Manner:
    """How the rules of `programme` are put into words, in the language in use and its own currency."""
    skus = set(_skus(programme))
    names = session.ask(lambda desk: desk.products.names(skus)) if skus else {}
    return Manner(QtFormats(active().language, programme.currency), names)


def _skus(programme: Programme) -> Iterator[str]:
    for scope in _scopes(programme):
        yield from scope.sku
        yield from scope.not_sku
    for gives in _gifts(programme):
        if gives.kind == "product":
            yield gives.product


def _scopes(programme: Programme) -> Iterator[Scope]:
    yield from (rule.of for rule in programme.earn)
    yield from (rule.of for rule in programme.multiply)
    yield from (rule.of for rule in programme.bonus)
    yield from (card.of for card in programme.stamp_cards)
    yield from (promotion.of for promotion in programme.promotions)
    yield from (voucher.of for voucher in programme.next_purchase)


def _gifts(programme: Programme) -> Iterator[Gives]:
    yield from (reward.gives for reward in programme.rewards)
    yield from (card.gives for card in programme.stamp_cards)
    yield from (voucher.gives for voucher in programme.next_purchase)
