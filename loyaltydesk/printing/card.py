"""A loyalty card, front and back: the shop's colours and words, the customer's name, and bars that read.

The layout holds for CR80 plastic (ISO/IEC 7810 ID-1, 85.60 × 53.98 mm) and for the paper stocks near that size.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.colours import INK, MUTED, ink_on, mix
from loyaltydesk.printing.emblem import colour_field, emblem
from loyaltydesk.printing.fonts import legible
from loyaltydesk.printing.scene import (
    BLACK,
    WHITE,
    Align,
    Bars,
    Document,
    Item,
    Motif,
    Page,
    Placed,
    Rect,
    Role,
    Text,
)
from loyaltydesk.printing.typeset import line, paragraph

CR80 = (85.60, 53.98)
CORNER = 3.18  # of a CR80 card
MARGIN = 7.0
QUIET_MARGIN = 3.5  # the bars, with their quiet zones inside, stay this far from the edge


class Sides(StrEnum):
    """Which sides of cards are printed."""

    BOTH = "both"
    FRONTS = "fronts"
    BACKS = "backs"


class CardLook(Struct, frozen=True):
    """What is the same on every card of the shop, in ready words; `logo` is a picture from `pictures.flatten`."""

    shop: str
    second_line: str = ""
    heading: str = ""
    rules: str = ""
    footer: str = ""
    colour: str = "#0B7A5B"
    bars_at: Align = Align.CENTRE
    logo: bytes | None = None


class CardFace(Struct, frozen=True):
    """What is one card's own: `code` is in the bars, `number` is printed below them where it is another one."""

    code: str
    name: str = ""
    above_name: str = ""
    number: str = ""


class CardDrawing:
    """The shop's card in one size: two grounds that are drawn once, and the words and bars that are one card's own."""

    def __init__(self, look: CardLook, size: tuple[float, float] = CR80, *, dpi: int = 300) -> None:
        self._look = look
        self._width, self._height = size
        self._dpi = dpi
        self.front_ground = Motif(self._width, self._height, self._front())
        self.back_ground = Motif(self._width, self._height, self._back())

    def front_words(self, face: CardFace) -> tuple[Item, ...]:
        """On the front: whose card it is."""
        ink, wide = ink_on(self._look.colour), self._width - 2 * MARGIN
        name = _name(Text(face.name, MARGIN, self._height - 8.8, 5.6, Role.BOLD, ink, width=wide, smallest=0.72))
        soft = mix(ink, self._look.colour, share=0.1)
        above = Text(face.above_name, MARGIN, name[0].y - name[0].size * 0.7 - 3.1, 3.3, colour=soft, width=wide)
        return (above, *name)

    def back_words(self, face: CardFace) -> tuple[Item, ...]:
        """On the back: the bars and the number below them. Raises CodeNotPrintable and CodeTooWide."""
        symbol, wide = symbol_for(face.code), self._width - 2 * QUIET_MARGIN
        top, height = self._height * 0.39, 17 if self._height > 53 else 16
        dots = dots_for(symbol, wide, dpi=self._dpi)
        bars = Bars(QUIET_MARGIN, top, wide, height, symbol, dots, self._dpi, self._look.bars_at)
        room = 2 * min(bars.middle, self._width - bars.middle) - 2 * QUIET_MARGIN
        shown, y = face.number or symbol.caption, top + height + 4.1
        number = Text(shown, bars.middle, y, 3.7, colour=BLACK, align=Align.CENTRE, width=room, smallest=0.5)
        return (bars, number)

    def _front(self) -> tuple[Item, ...]:
        look, ink, left = self._look, ink_on(self._look.colour), 23.0
        wide = self._width - left - 5
        soft = mix(ink, look.colour, share=0.1)
        shop_y = 13.4 if look.second_line else 15.2
        return (
            *colour_field(look.colour, width=self._width, height=self._height),
            *emblem(look.shop, look.colour, place=(13.5, 13.5, 6.5), logo=look.logo),
            Text(look.shop, left, shop_y, 5.4, Role.BOLD, ink, width=wide, smallest=0.55),
            Text(look.second_line, left, 18.6, 3.2, colour=soft, width=wide),
        )

    def _back(self) -> tuple[Item, ...]:
        look, wide = self._look, self._width - 2 * MARGIN
        return (
            Rect(0, 0, self._width, self._height, WHITE),
            Text(look.heading, MARGIN, 9.4, 3.5, Role.BOLD, INK, width=wide),
            *paragraph(Text(look.rules, MARGIN, 14, 2.75, colour=MUTED, width=wide, smallest=0.85), 2),
            Text(look.footer, MARGIN, self._height - 4.7, 2.4, colour=MUTED, width=wide, smallest=0.8),
        )


def _name(name: Text) -> list[Text]:
    """The name in one line, or in two smaller ones that end where the one would."""
    if not legible(name.text, name.role):  # a name all of "?" is worse than room to write it by hand
        return [replace(name, text="")]
    if line(name).text == line(replace(name, width=None)).text:
        return [name]
    smaller = replace(name, size=name.size * name.smallest)
    lines = paragraph(smaller, 2)
    rise = lines[-1].y - name.y if lines else 0
    return [replace(each, y=each.y - rise) for each in lines] or [name]


def card_scene(look: CardLook, faces: Sequence[CardFace], *, sides: Sides = Sides.BOTH, dpi: int = 300) -> Document:
    """Plastic cards for a card printer, each side a page: front, back, front, back. Colour runs to the edge.

    Raises CodeNotPrintable and CodeTooWide.
    """
    card = CardDrawing(look, dpi=dpi)
    pages = tuple(page for face in faces for page in _pages(card, face, sides=sides))
    return Document(pages, look.shop, look.shop, dpi)


def _pages(card: CardDrawing, face: CardFace, *, sides: Sides) -> Iterator[Page]:
    if sides is not Sides.BACKS:
        yield Page(*CR80, (Placed(card.front_ground, 0, 0), *card.front_words(face)), CORNER)
    if sides is not Sides.FRONTS:
        yield Page(*CR80, (Placed(card.back_ground, 0, 0), *card.back_words(face)), CORNER)
