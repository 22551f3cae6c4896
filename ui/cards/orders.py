"""What is to be printed on which paper, and the drawing of it on a desk of its own."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card
from loyaltydesk.model.numbers import Numbering
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.printing.filling import Imprint, Paper, imprint_of
from loyaltydesk.printing.scene import Document
from ui.seams.paper import paper_for


class Order(Struct, frozen=True):
    """So many new cards, or blank ones by their numbers, or the cards of customers (ids)."""

    new: int = 0
    numbers: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many cards that is."""
        return self.new or len(self.numbers) or len(self.customers)


class Drawing(Struct, frozen=True):
    """An order on paper, and the numbers of its cards."""

    document: Document
    numbers: tuple[str, ...]


def sample_card(desk: Desk) -> tuple[CardLook, CardFace]:
    """A card with a number that the shop could give out, to look at."""
    return numbered_card(desk, desk.numbers.scheme())


def numbered_card(desk: Desk, scheme: Numbering) -> tuple[CardLook, CardFace]:
    """The same for a way of numbering that is looked at."""
    paper = paper_for(desk)
    return paper.look(), paper.card(desk.numbers.example(scheme), imprint=Imprint("", scheme.symbology.value))


def customer_card(desk: Desk, customer: str) -> tuple[CardLook, CardFace]:
    """A customer's newest card that can be used, in the customer's language.

    Raises UnknownCustomer, or BadRequest when there is no such card.
    """
    paper, face = _held(desk, customer, {})
    return paper.look(), face


def blank_card(desk: Desk, number: str) -> tuple[CardLook, CardFace]:
    """A card that waits for its customer. Raises UnknownCard."""
    paper = paper_for(desk)
    return paper.look(), _blank(paper, desk.cards.get(number))


def drawing(order: Order, sheet: Sheet) -> Callable[[Desk], Drawing]:
    """The work of drawing an order; new cards are made in the shop first. It raises what the desk refuses."""

    def draw(desk: Desk) -> Drawing:
        if order.customers:
            look, faces = _cards_of(desk, order.customers)
        else:
            paper, numbers = paper_for(desk), desk.cards.make(order.new) if order.new else order.numbers
            look, faces = paper.look(), [_blank(paper, desk.cards.get(number)) for number in numbers]
        return Drawing(sheet.document(look, faces), tuple(face.code for face in faces))

    return draw


def _blank(paper: Paper, card: Card) -> CardFace:
    return paper.card(card.number, imprint=imprint_of(card))


def _cards_of(desk: Desk, customers: Sequence[str]) -> tuple[CardLook, list[CardFace]]:
    """The cards of customers; where they speak several languages each card has its own words on the shop's look."""
    papers: dict[str, Paper] = {}
    held = [_held(desk, customer, papers) for customer in customers]
    looks = [paper.look() for paper, _face in held]
    if all(look == looks[0] for look in looks):
        return looks[0], [face for _paper, face in held]
    own = [
        replace(
            face,
            heading=look.heading if look.heading is not None else face.heading,
            rules=look.rules if look.rules is not None else face.rules,
            footer=look.footer if look.footer is not None else face.footer,
            note=look.note if look.note is not None else face.note,
        )
        for look, (_paper, face) in zip(looks, held, strict=True)
    ]
    return replace(paper_for(desk).look(), heading=None, rules=None, footer=None, note=None), own


def _held(desk: Desk, customer: str, papers: dict[str, Paper]) -> tuple[Paper, CardFace]:
    """A customer's paper and newest card that can be used; `papers` are those made before, by language.

    Raises UnknownCustomer, or BadRequest without such a card.
    """
    seen, number = desk.customers.see(customer), desk.customers.card_number(customer)
    if not number:
        raise BadRequest("customer", "no_card")
    person = seen.customer
    language = person.profile.language
    paper = papers.get(language) or papers.setdefault(language, paper_for(desk, person))
    imprint, since = imprint_of(desk.cards.get(number)), person.registered.date()
    return paper, paper.card(number, person.profile.called, tier=seen.tier, since=since, imprint=imprint)
