"""Envelopes: the address where the post looks for it, the shop above on the left."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.greetings.address import address_block
from loyaltydesk.printing.greetings.cards import KIND
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.shop_sign import shop_sign
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Document, Group, Item, Page, Role, Text
from loyaltydesk.printing.typeset import paragraph
from loyaltydesk.words import mark

STAMP_ROOM = 40.0  # from the upper edge: stamps and postmarks (Universal Postal Union, S42)
FREE = 15.0  # from the right and from the lower edge, for the marks of sorting machines
EDGE = 8.0
CENTRED = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})  # where the address stands about the middle


class Envelope(Struct, frozen=True):
    """An envelope as it lies to be read: its size in millimetres; `name` is a sentence to translate."""

    name: str
    size: tuple[float, float]


ENVELOPES = {
    "c6": Envelope(mark("C6, 162 × 114 mm"), (162.0, 114.0)),
    "dl": Envelope(mark("DL, 220 × 110 mm"), (220.0, 110.0)),
    "square": Envelope(mark("Square, 150 × 150 mm"), (150.0, 150.0)),
    "a6_us": Envelope(mark("US A6, 6½ × 4¾ inches"), (165.1, 120.65)),
    "no10": Envelope(mark("US No. 10, 9½ × 4⅛ inches"), (241.3, 104.8)),
}


class Feed(StrEnum):
    """How envelopes go into the printer: as they are read, or with their left or their right side first."""

    FLAT = "flat"
    LEFT_FIRST = "left_first"
    RIGHT_FIRST = "right_first"


def envelope_scene(
    look: GreetingLook,
    faces: Sequence[GreetingFace],
    *,
    envelope: str = "c6",
    feed: Feed = Feed.FLAT,
    region: str = "",
) -> Document:
    """An envelope for each of `faces`, one to a page; `region` (ISO 3166) is where they are posted.

    A face without an address gets lines to write one on.
    """
    size = ENVELOPES[envelope].size

    def page(number: int) -> Page:
        items = tuple(_envelope(look, faces[number], size, centred=region.upper() in CENTRED))
        width, height = size
        if feed is Feed.FLAT:
            return Page(width, height, items)
        turned = Group(items, dx=height, turn=90) if feed is Feed.LEFT_FIRST else Group(items, dy=width, turn=270)
        return Page(height, width, (turned,))

    return Document(LazyPages(range(len(faces)), page), look.shop, look.shop, 300, f"{KIND}-envelopes")


def _envelope(look: GreetingLook, face: GreetingFace, size: tuple[float, float], *, centred: bool) -> Iterator[Item]:
    width, height = size
    left = width * (0.36 if centred else 0.46)
    top = max(STAMP_ROOM, height * 0.46)
    box = Box(left, top, width - left - FREE, height - top - FREE)
    yield from _sender(look, wide=min(width * 0.45, width - 75))
    yield from address_block(face.address, box, size=5.2)


def _sender(look: GreetingLook, *, wide: float) -> Iterator[Item]:
    """The shop's sign, name and address in the upper left corner."""
    yield from shop_sign(look.shop, look.colour, place=(EDGE + 5, EDGE + 5, 5), logo=look.logo)
    x = EDGE + 13
    yield Text(look.shop, x, EDGE + 4, 3.6, Role.BOLD, INK, width=wide - 13)
    address = Text(look.shop_address, x, EDGE + 8.6, 3.0, Role.BODY, MUTED, width=wide - 13, smallest=0.75)
    yield from paragraph(address, 3)
