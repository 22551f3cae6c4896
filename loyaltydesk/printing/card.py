"""A loyalty card, front and back: the shop's design and words, the customer's name, and bars that read.

The designs hold for CR80 plastic (ISO/IEC 7810 ID-1, 85.60 × 53.98 mm) and for the paper stocks near that size.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.design import COLOUR, BarsInk, CodeKind, CodeSide
from loyaltydesk.printing.card_code import CodePlace, code_items
from loyaltydesk.printing.card_lines import few_lines
from loyaltydesk.printing.card_name import above, name_items
from loyaltydesk.printing.card_shop import shop_items
from loyaltydesk.printing.designs import template_of
from loyaltydesk.printing.designs.plan import Side
from loyaltydesk.printing.emblem import initials
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.pictures import proportions
from loyaltydesk.printing.scene import BLACK, WHITE, Align, Document, Group, Item, Motif, Page, Placed, Rect, Text

CR80 = (85.60, 53.98)
CORNER = 3.18  # of a CR80 card
BLEED = 3.0  # of colour beyond the edge, as printing houses ask for
QUIET_MARGIN = 3.5  # the bars, with their quiet zones inside, stay this far from the edge
BAND, LOW_BAND = 24.6, 23.4  # the white foot of a front that has the bars, and that of a lower card
LOW = 53.0  # mm; a card below is a low one


class Sides(StrEnum):
    """Which sides of cards are printed."""

    BOTH = "both"
    FRONTS = "fronts"
    BACKS = "backs"


class CardLook(Struct, frozen=True):
    """What is the same on every card of the shop, in ready words; `logo` is a picture from `pictures.flatten`.

    A text of None is each card's own (see CardFace). Colours are `#RRGGBB`, empty ones are chosen here.
    """

    shop: str
    second_line: str = ""
    heading: str | None = ""
    rules: str | None = ""
    footer: str | None = ""
    colour: str = COLOUR
    bars_at: Align = Align.CENTRE
    logo: bytes | None = None
    template: str = "circles"
    accent: str = ""
    ink: str = ""
    note: str | None = ""
    code_kind: str = CodeKind.AUTO
    code_side: CodeSide = CodeSide.BACK
    bars_ink: BarsInk = BarsInk.BLACK


class CardFace(Struct, frozen=True):
    """What is one card's own: `code` is in the bars, `number` is printed below them where it is another one.

    `symbology` is the kind of the bars where the look leaves it open. The texts from `note` on are printed where the
    look has None for them.
    """

    code: str
    name: str = ""
    above_name: str = ""
    number: str = ""
    symbology: str = ""
    note: str = ""
    heading: str = ""
    rules: str = ""
    footer: str = ""


class CardDrawing:
    """The shop's card in one size: two grounds that are drawn once, and the words and bars that are one card's own.

    With a `bleed` the grounds are that much larger on all four sides, and are placed at (-bleed, -bleed). What is
    painted on them stands apart from the fixed words too, in `front_art` and `front_fixed` and so on, from the corner
    of the card.
    """

    def __init__(self, look: CardLook, size: tuple[float, float] = CR80, *, dpi: int = 300, bleed: float = 0) -> None:
        self.bleed = bleed
        self._look = look
        self._width, self._height = size
        self.is_coded_in_front = look.code_side == CodeSide.FRONT
        template = template_of(look.template)
        front, back = self._side(small=self.is_coded_in_front), self._side(small=False)
        self._front_plan, self._back_plan = template.front_plan(front), template.back_plan(back)
        self._code = self._place(dpi)
        self.front_art = (*template.front(front), *self._band())
        self.back_art = template.back(back)
        shop = shop_items(self._front_plan, shop=look.shop, second_line=look.second_line, logo=look.logo)
        self.front_fixed, self.back_fixed = (*shop, *self._note()), self._fixed_back_words()
        self.front_ground = self._ground((*self.front_art, *self.front_fixed))
        self.back_ground = self._ground((*self.back_art, *self.back_fixed))

    def front_words(self, face: CardFace) -> tuple[Item, ...]:
        """On the front: whose card it is. Raises CodeNotPrintable and CodeTooWide where the front has the bars."""
        plan = self._front_plan
        name = name_items(plan.name, face.name, most=plan.name_lines)
        words: tuple[Item, ...] = (above(plan.above, face.above_name, items=name), *name)
        if self._look.note is None:
            words = (*words, replace(plan.note, text=face.note))
        return (*words, *self._bars(face)) if self.is_coded_in_front else words

    def back_words(self, face: CardFace) -> tuple[Item, ...]:
        """On the back: the bars and the number below them. Raises CodeNotPrintable and CodeTooWide."""
        words = () if self.is_coded_in_front else self._bars(face)
        return (*words, *self._own_back_words(face)) if self._has_own_words else words

    @property
    def _has_own_words(self) -> bool:
        look = self._look
        return look.heading is None or look.rules is None or look.footer is None

    @property
    def _foot(self) -> float:
        return BAND if self._height > LOW else LOW_BAND

    def _side(self, *, small: bool) -> Side:
        look, template = self._look, template_of(self._look.template)
        height = self._height - self._foot if small else self._height
        return Side(
            self._width,
            height,
            self.bleed,
            main=look.colour,
            accent=look.accent or template.accent(look.colour),
            ink=look.ink,
            initials=initials(look.shop),
            logo=proportions(look.logo) if look.logo else None,
            small=small,
            noted=look.note is None or bool(look.note),
            coded=not small and look.code_side == CodeSide.BACK,
        )

    def _place(self, dpi: int) -> CodePlace:
        look, wide = self._look, self._width - 2 * QUIET_MARGIN
        ink = look.colour if look.bars_ink == BarsInk.COLOUR else BLACK
        if self.is_coded_in_front:
            height = 15.2 if self._height > LOW else 15.0
            top, ends = self._height - 7.4 - height, self._height - 3.3
        else:
            top, height, ends = self._back_plan.top, 17 if self._height > LOW else 16, self._height
        return CodePlace((QUIET_MARGIN, top, wide, height), look.bars_at, ends, ink, dpi)

    def _bars(self, face: CardFace) -> tuple[Item, ...]:
        kind = self._look.code_kind
        if kind == CodeKind.AUTO:
            kind = face.symbology
        return code_items(face.code, kind, number=face.number, place=self._code)

    def _ground(self, items: tuple[Item, ...]) -> Motif:
        wide, high = self._width + 2 * self.bleed, self._height + 2 * self.bleed
        return Motif(wide, high, (Group(items, self.bleed, self.bleed),) if self.bleed else items)

    def _band(self) -> tuple[Item, ...]:
        if not self.is_coded_in_front:
            return ()
        top, bleed = self._height - self._foot, self.bleed
        return (Rect(-bleed, top, self._width + 2 * bleed, self._foot + bleed, WHITE),)

    def _note(self) -> tuple[Text, ...]:
        return (replace(self._front_plan.note, text=self._look.note),) if self._look.note else ()

    def _fixed_back_words(self) -> tuple[Text, ...]:
        look = self._look
        return self._back_words(look.heading or "", look.rules or "", footer=look.footer or "")

    def _own_back_words(self, face: CardFace) -> tuple[Text, ...]:
        look = self._look
        heading, rules, footer = (
            own if fixed is None else ""
            for own, fixed in ((face.heading, look.heading), (face.rules, look.rules), (face.footer, look.footer))
        )
        return self._back_words(heading, rules, footer=footer)

    def _back_words(self, heading: str, rules: str, *, footer: str) -> tuple[Text, ...]:
        plan = self._back_plan
        head = (replace(plan.heading, text=heading),) if heading else ()
        foot = few_lines(replace(plan.footer, text=footer), plan.footer_lines)
        rise = foot[-1].y - plan.footer.y if foot else 0
        raised = (replace(each, y=each.y - rise) for each in foot)
        return (*head, *few_lines(replace(plan.rules, text=rules), plan.rules_lines), *raised)


@lru_cache(maxsize=16)
def card_drawing(look: CardLook, size: tuple[float, float] = CR80, *, dpi: int = 300, bleed: float = 0) -> CardDrawing:
    """The drawing of a card, kept while it is looked at from several sides: in a preview, a verdict, on paper."""
    return CardDrawing(look, size, dpi=dpi, bleed=bleed)


def prove_codes(card: CardDrawing, faces: Iterable[CardFace]) -> None:
    """Draws the bars of each card whose bars may be of another width than any before. Raises CodeNotPrintable and
    CodeTooWide.
    """
    draw = card.front_words if card.is_coded_in_front else card.back_words
    proven = set()
    for face in faces:
        code = face.code
        if code.isascii() and code.isdigit():  # as many digits are as wide in any kind of barcode
            shape = (face.symbology, len(code), check_digit(code[:-1]) == code[-1])
            if shape in proven:
                continue
            proven.add(shape)
        draw(face)


def card_scene(look: CardLook, faces: Sequence[CardFace], *, sides: Sides = Sides.BOTH, dpi: int = 300) -> Document:
    """Plastic cards for a card printer, each side a page: front, back, front, back. Colour runs to the edge.

    The pages are made when they are looked at, of `faces` as they are then. Raises CodeNotPrintable and CodeTooWide for
    the first code that has no room, before anything is made.
    """
    card = card_drawing(look, dpi=dpi)
    prove_codes(card, faces)
    front, back = (card.front_ground, card.front_words), (card.back_ground, card.back_words)
    wanted = {Sides.BOTH: (front, back), Sides.FRONTS: (front,), Sides.BACKS: (back,)}[sides]

    def page(number: int) -> Page:
        face, side = divmod(number, len(wanted))
        ground, words = wanted[side]
        return Page(*CR80, (Placed(ground, 0, 0), *words(faces[face])), CORNER)

    pages = LazyPages(range(len(faces) * len(wanted)), page)
    return Document(pages, look.shop, look.shop, dpi, "plastic", duplex=sides is Sides.BOTH)
