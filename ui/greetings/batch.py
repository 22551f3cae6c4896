"""Many cards drawn at once, for one print run: each with its own look, words and voucher."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting
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


class _Run(Struct, frozen=True):
    """Cards of one look, one after the other."""

    look: GreetingLook
    faces: list[GreetingFace]


def drawn(desk: Desk, batch: Batch, tell: Tell) -> list[Document]:
    """Draws a batch; `tell` hears how far that is. Vouchers that lie inside are written out first.

    There is a document for the cards that are printed on both sides of their paper and one for the others, so that no
    printer takes the next card for the back of one. Raises what the desk refuses.
    """
    runs: list[_Run] = []
    for number, greeting in enumerate(batch.greetings):
        tell(number, len(batch.greetings))
        look, face = card_of(desk, greeting, batch.own.get(greeting.id))
        run = next((run for run in runs if run.look == look), None)
        if run is None:
            run = _Run(look, [])
            runs.append(run)
        run.faces.append(face)
    scenes = [greeting_scene(run.look, run.faces, sheet=sheet_for(run.look, batch.sheet)) for run in runs]
    return list(_joined(scenes))


def card_of(desk: Desk, greeting: Greeting, own: Look | None) -> tuple[GreetingLook, GreetingFace]:
    """A card as the shop's file has it, or as this one alone shall be, its voucher written out."""
    kept = desk.greetings.design(greeting.key)
    design = own.design if own else kept
    words = desk.greetings.words(greeting, design=design, text=own.text if own else None)
    voucher = desk.greetings.gift(greeting) if kept.reward else None
    return look_of(desk, design, greeting.key), face_of(desk, greeting, words, signed=design.signed, voucher=voucher)


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
