"""Many cards drawn at once, for one print run: each with its own look, words and voucher."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingWords
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.printing.greeting_filling import sheet_for
from loyaltydesk.printing.greetings import GreetingFace, GreetingLook, greeting_scene
from loyaltydesk.printing.lazy_pages import one_after_another
from loyaltydesk.printing.scene import Document
from ui.greetings.drafts import Look
from ui.greetings.faces import face_of, look_of
from ui.seams.giving_up import Tell


class Batch(Struct, frozen=True):
    """What is to be printed: greetings, the looks that single cards have of their own, and what is in the printer."""

    greetings: Sequence[Greeting]
    own: Mapping[str, Look]
    sheet: str = "own"


class _Card(Struct, frozen=True):
    """A card as the shop's file has it, or as this one alone shall be; without its voucher."""

    greeting: Greeting
    design: GreetingDesign
    look: GreetingLook
    words: GreetingWords


class _Run(Struct, frozen=True):
    """Cards of one look, one after the other."""

    look: GreetingLook
    faces: list[GreetingFace]


def drawn(desk: Desk, batch: Batch, tell: Tell) -> list[Document]:
    """Draws a batch; `tell` hears how far that is, and what it raises leaves everything as it was.

    Vouchers that lie inside are written out last, all of them or none. There is a document for the cards that are
    printed on both sides of their paper and one for the others, so that no printer takes the next card for the back of
    one. Raises what the desk refuses.
    """
    cards: list[_Card] = []
    for number, greeting in enumerate(batch.greetings):
        tell(number, len(batch.greetings))
        cards.append(_card(desk, greeting, batch.own.get(greeting.id)))
    with desk.writing():
        vouchers = [_voucher(desk, card) for card in cards]
    runs: list[_Run] = []
    for card, voucher in zip(cards, vouchers, strict=True):
        run = next((run for run in runs if run.look == card.look), None)
        if run is None:
            run = _Run(card.look, [])
            runs.append(run)
        run.faces.append(_face(desk, card, voucher))
    scenes = [greeting_scene(run.look, run.faces, sheet=sheet_for(run.look, batch.sheet)) for run in runs]
    return list(_joined(scenes))


def card_of(desk: Desk, greeting: Greeting) -> tuple[GreetingLook, GreetingFace]:
    """A card as the shop's file has it, its voucher written out."""
    card = _card(desk, greeting, None)
    return card.look, _face(desk, card, _voucher(desk, card))


def _card(desk: Desk, greeting: Greeting, own: Look | None) -> _Card:
    kept = desk.greetings.design(greeting.key)
    design = replace(own.design, reward=kept.reward) if own else kept
    words = desk.greetings.words(greeting, design=design, text=own.text if own else None)
    return _Card(greeting, design, look_of(desk, design, greeting.key), words)


def _voucher(desk: Desk, card: _Card) -> Voucher | None:
    inside = card.design.reward or card.greeting.campaign
    return desk.greetings.gift(card.greeting) if inside else None


def _face(desk: Desk, card: _Card, voucher: Voucher | None) -> GreetingFace:
    return face_of(desk, card.greeting, card.words, signed=card.design.signed, voucher=voucher)


def one_document(documents: Sequence[Document]) -> Document:
    """All pages in one document, for a file."""
    if len(documents) == 1:
        return documents[0]
    return replace(documents[0], pages=one_after_another([each.pages for each in documents]), duplex=False)


def _joined(scenes: Sequence[Document]) -> Iterator[Document]:
    for duplex in (True, False):
        alike = [each for each in scenes if each.duplex is duplex]
        if alike:
            yield replace(one_document(alike), duplex=duplex)
