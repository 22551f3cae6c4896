"""Draws letters on A4 that answer what customers said: sender, address where a window envelope shows it, the words."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.greetings.address import address_block
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.letter import Hand, signature_block, signature_width
from loyaltydesk.printing.greetings.lettering import LETTERINGS
from loyaltydesk.printing.greetings.shop_sign import shop_sign
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Align, Document, Item, Page, Rect, Role, Text
from loyaltydesk.printing.signature import Signature
from loyaltydesk.printing.stocks import A4
from loyaltydesk.printing.typeset import ELLIPSIS, wrap

LEFT, RIGHT = 25.0, 20.0  # margins
WIDTH = A4[0] - LEFT - RIGHT
ADDRESS = Box(LEFT, 50.0, 85.0, 40.0)  # DIN 5008, form B: behind the window of a DL envelope
BODY_TOP, BODY_BOTTOM = 105.0, 232.0
SIZES = (4.2, 4.0, 3.8, 3.6, 3.4, 3.2, 3.0)  # of the words (ems)
LEADING = 1.45
QUOTED = 6.0  # how far what the customer said stands in


class VoiceLetter(Struct, frozen=True):
    """One letter in ready words; `quoted` is what the customer said, `answer` what the shop says to it."""

    shop: str
    sender: str
    place: tuple[str, ...]  # the address; empty for a letter that is handed over
    day: str
    heading: str
    salutation: str
    before: str
    quoted: str
    answer: str
    after: tuple[str, ...]
    closing: str
    signed: str
    language: str = ""
    colour: str = INK
    ink: str = INK
    logo: bytes | None = None
    signature: Signature | None = None


def voice_letters_scene(letters: Sequence[VoiceLetter], title: str) -> Document:
    """A page for each of `letters`, A4."""
    pages = LazyPages(range(len(letters)), lambda number: Page(*A4, tuple(_page(letters[number]))))
    first = letters[0] if letters else None
    return Document(pages, title, first.shop if first else "", kind="letters", language=first.language if first else "")


def letter_text(letter: VoiceLetter) -> str:
    """The same letter as plain text, for an e-mail."""
    answer = (letter.before, f"    {letter.quoted}", letter.answer, *letter.after)
    body = "\n\n".join(part for part in (letter.salutation, *answer) if part)
    return f"{body}\n\n{letter.closing}\n{letter.signed}\n"


def _page(letter: VoiceLetter) -> Iterator[Item]:
    yield from shop_sign(letter.shop, letter.colour, place=(A4[0] - RIGHT - 10, 27.0, 10.0), logo=letter.logo)
    yield Text(letter.shop, LEFT, 25.0, 6.0, Role.BOLD, INK, width=WIDTH - 30)
    yield Text(letter.sender, LEFT, 31.0, 3.2, Role.BODY, MUTED, width=WIDTH - 30)
    if letter.place:
        yield from address_block(letter.place, ADDRESS, size=4.2)
    yield Text(letter.day, A4[0] - RIGHT, BODY_TOP - 12, 3.8, Role.BODY, INK, Align.RIGHT)
    items, end = _body(letter)
    yield from items
    yield from _farewell(letter, end)


def _body(letter: VoiceLetter) -> tuple[list[Item], float]:
    """The words between the date and the closing, as large as there is room for, and where they end."""
    for size in SIZES:
        items, end = _set(letter, size)
        if end <= BODY_BOTTOM:
            break
    return items, min(end, BODY_BOTTOM)


def _set(letter: VoiceLetter, size: float) -> tuple[list[Item], float]:
    """The words set in one size."""
    items: list[Item] = []
    y = BODY_TOP
    for words, role, indent, em in (
        (letter.heading, Role.BOLD, 0.0, size * 1.35),
        (letter.salutation, Role.BODY, 0.0, size),
        (letter.before, Role.BODY, 0.0, size),
        (letter.quoted, Role.BODY, QUOTED, size),
        (letter.answer, Role.BOLD, 0.0, size),
        *((words, Role.BODY, 0.0, size) for words in letter.after),
    ):
        if not words:
            continue
        top = y
        for line in _lines(words, role, em=em, width=WIDTH - indent):
            y += em * LEADING
            items.append(Text(line, LEFT + indent, y, em, role, MUTED if indent else INK, width=WIDTH - indent))
        if indent:
            items.append(Rect(LEFT, top + em * 0.5, 0.8, y - top, letter.colour))
        y += em * 0.95
    return items, y


def _lines(words: str, role: Role, *, em: float, width: float) -> list[str]:
    lines = wrap(words, role, ems=width / em, most=24)
    return [*lines[:23], f"{lines[23]}{ELLIPSIS}"] if len(lines) > 23 else lines


def _farewell(letter: VoiceLetter, top: float) -> Iterator[Item]:
    """The closing, the signature and the name in print."""
    yield Text(letter.closing, LEFT, top + 8, 4.0, Role.BODY, INK, width=WIDTH)
    hand = Hand(LETTERINGS["hand"], True, letter.ink, letter.ink, Align.LEFT, letter.signed)
    box = Box(LEFT, top + 10, 60.0, 18.0)
    drawn = None
    if letter.signature:
        drawn = letter.signature.motif(letter.ink, width=signature_width(letter.signature.proportions))
    yield from signature_block(letter.signed, box, hand, drawn=drawn)
    yield Text(letter.shop, LEFT, top + 34, 3.4, Role.BODY, MUTED, width=WIDTH)
