"""How the shop numbers its cards: looked at, chosen, and warned of where it meets the labels of a scale."""

from collections.abc import Sequence

from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.numbering import KIND, SCHEME, numbering_of
from loyaltydesk.model.facts import CardIssued, RecordSaved, Stamp
from loyaltydesk.model.numbers import Numbering, NumberKind, checked_numbering, meets_scale
from loyaltydesk.model.old_cards import OldCard, RefusedCard, checked_old_card
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard

SCHEME_FIELDS = ("kind", "text_prefix", "length", "running", "scale")


class Collision(Struct, frozen=True):
    """What the shop's numbers could be taken for: labels of its scale, and how many products of its list."""

    scale: bool
    products: int


class TakenOver(Struct, frozen=True):
    """What became of cards that the shop had before: the numbers of those taken, and the others with the reason."""

    taken: tuple[str, ...]
    refused: tuple[RefusedCard, ...]


class Numbers:
    """The numbers of the shop's cards."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def scheme(self) -> Numbering:
        """How cards are numbered now."""
        return numbering_of(self._core.store)

    def save(self, scheme: Numbering, stamp: Stamp | None = None) -> None:
        """Numbers new cards in this way; those that were made keep theirs. Raises BadRequest."""
        checked, before = checked_numbering(scheme), self.scheme()
        stamp = stamp or self._core.stamp()
        changed: dict[str, str | int | bool | None] = {
            name: getattr(checked, name) for name in SCHEME_FIELDS if getattr(checked, name) != getattr(before, name)
        }
        prefix: dict[str, str | int | bool | None] = {"card_prefix": checked.prefix}
        with self._core.writing():
            new_id = self._core.new_id()
            if changed:
                self._core.record([RecordSaved(id=new_id(), kind=KIND, record=SCHEME, fields=changed)], stamp)
            if checked.prefix != before.prefix:
                self._core.record([RecordSaved(id=new_id(), kind="shop", record="shop", fields=prefix)], stamp)

    def example(self, scheme: Numbering | None = None) -> str:
        """A number to look at, of which the odds are long that it is ever given out."""
        return (scheme or self.scheme()).number(1)

    def collision(self, scheme: Numbering | None = None) -> Collision:
        """What else in the shop has numbers like these. Raises BadRequest for a scale that makes no sense."""
        scheme = scheme or self.scheme()
        alike = self._core.store.products.beginning(scheme.prefix) if scheme.kind is NumberKind.EAN13 else 0
        return Collision(meets_scale(scheme), alike)

    def take_over(self, cards: Sequence[OldCard], stamp: Stamp | None = None) -> TakenOver:
        """Blank cards with the numbers they have already, waiting to be linked; those that cannot be are told."""
        stamp = stamp or self._core.stamp()
        taken: list[str] = []
        refused: list[RefusedCard] = []
        with self._core.writing():
            new_id = self._core.new_id()
            for card in cards:
                try:
                    fresh = checked_old_card(card)
                    self._check_free(fresh.number)
                except (BadCardNumber, BadRequest, DuplicateCard) as why:
                    refused.append(RefusedCard(card, why))
                    continue
                fact = CardIssued(
                    id=new_id(), number=fresh.number, printed=fresh.printed, symbology=fresh.symbology.value
                )
                self._core.record([fact], stamp)
                taken.append(fresh.number)
        return TakenOver(tuple(taken), tuple(refused))

    def _check_free(self, number: str) -> None:
        """Raises DuplicateCard where the bars of a card say this number; what stands on one is no matter."""
        found = self._core.store.customers.by_card(number)
        if found and found[0].number == number:
            raise DuplicateCard(number)
