"""Greeting cards of one look, side by side: grounds that a file keeps once, and the words that are one card's own."""

from collections.abc import Iterator
from functools import cached_property

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.greetings.address import address_block
from loyaltydesk.printing.greetings.designs import DESIGNS
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.field import BLEED, SAFE, Box, Drawing, Field
from loyaltydesk.printing.greetings.fitting import heading, left
from loyaltydesk.printing.greetings.formats import FORMATS, Kind
from loyaltydesk.printing.greetings.letter import (
    SIGNED,
    Hand,
    closing_line,
    sender,
    signature_block,
    signature_width,
    text_block,
)
from loyaltydesk.printing.greetings.lettering import LETTERINGS
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.shop_sign import shop_sign
from loyaltydesk.printing.greetings.ticket import LARGE, POSTAL, SMALL, ticket
from loyaltydesk.printing.scene import Align, Group, Item, Motif, Placed, Rect, Role, Text
from loyaltydesk.printing.typeset import paragraph

VARIANTS = 12  # of each ground: as many as nobody has in one hand
STAMP = (21.0, 25.0)


class GreetingDrawing:
    """All cards of `look`. Items are in millimetres from the top left corner of a card's flat paper."""

    def __init__(self, look: GreetingLook, *, dpi: int = 300) -> None:
        self.format = FORMATS[look.format]
        self._look, self._dpi = look, dpi
        self._design = DESIGNS[look.design]
        self._palette = self._tuned(self._design.palette)
        self._inside = self._tuned(self._design.inside or self._design.palette)
        self._lettering = LETTERINGS[look.lettering]
        self._grounds: dict[tuple[str, int], Motif] = {}

    def _tuned(self, palette: Palette) -> Palette:
        return palette if self._look.own_colours else palette.of_shop(self._look.colour)

    def side(self, face: GreetingFace, *, back: bool) -> tuple[Item, ...]:
        """One printed side of its flat paper. Raises CodeNotPrintable and CodeTooWide."""
        if self.format.kind is Kind.SINGLE:
            return tuple(self.single(face))
        if self.format.kind is Kind.POSTCARD:
            return tuple(self.postal(face) if back else self.front(face))
        halves = (self.inside_left(face), self.inside_right(face)) if back else (self.back(), self.front(face))
        width, height = self.format.front
        left = Rect(-BLEED, -BLEED, width + BLEED, height + 2 * BLEED)  # neither half runs over the fold
        right = Rect(0, -BLEED, width + BLEED, height + 2 * BLEED)
        return Group(tuple(halves[0]), clip=left), Group(tuple(halves[1]), dx=width, clip=right)

    def front(self, face: GreetingFace) -> Iterator[Item]:
        """The drawing, with the heading in its calm place."""
        box = self._design.heading_at(*self.format.front)
        yield self._ground("front", self._design.front, face, calm=box)
        yield from heading(face.heading, box, self._lettering, colour=self._palette.heading, seed=f"{face.seed}")

    def inside_left(self, face: GreetingFace) -> Iterator[Item]:
        """The voucher, or nothing but paper to write on."""
        if face.voucher is not None:
            (width, height), (wide, high) = self.format.front, LARGE
            box = Box((width - wide) / 2, (height - high) / 2, wide, high)
            yield from ticket(face.voucher, box, self._inside, dpi=self._dpi)

    def inside_right(self, face: GreetingFace) -> Iterator[Item]:
        """What is written to the customer, in the middle of the side, a little above."""
        box, hand = self._design.text_at(*self.format.front), self._hand(face, Align.CENTRE)
        yield self._ground("inside", self._design.frame, face, calm=box)
        room = self._signature_room(face) + 4
        paragraphs = (face.salutation, *face.text, face.closing)
        words, end, _ = text_block(paragraphs, Box(box.x, box.y, box.width, box.height - room), hand)
        signature = signature_block(face.signed, Box(box.x, end, box.width, room), hand, drawn=self._signature)
        yield Group((*words, *signature), dy=(box.bottom - end - room) * 0.42)

    def back(self) -> Iterator[Item]:
        """Who made the card, small and at the foot."""
        look, (width, height) = self._look, self.format.front
        yield from shop_sign(look.shop, self._inside.main, place=(width / 2, height - 29, 5.2), logo=look.logo)
        lines = Text(look.shop, width / 2, height - 17.5, 3.4, Role.BOLD, INK, Align.CENTRE, width - 2 * SAFE)
        address = Text(look.shop_address, width / 2, height - 13, 2.8, Role.BODY, MUTED, Align.CENTRE, width - 2 * SAFE)
        yield lines
        yield from paragraph(address, 2)

    def single(self, face: GreetingFace) -> Iterator[Item]:
        """Everything on one side: heading and words, and at the foot the signature and the voucher."""
        box, hand = self._design.text_at(*self.format.front), self._hand(face, Align.LEFT)
        paper = self._paper()
        yield Rect(paper.x, paper.y, paper.width, paper.height, self._inside.paper)
        yield self._ground("single", self._design.frame, face, calm=box)
        head = Box(box.x, box.y, box.width, box.height * 0.25)
        yield from left(face.heading, head, self._lettering, colour=self._inside.heading, seed=f"{face.seed}")
        foot = max(self._signature_room(face) + 10, SMALL[1] if face.voucher else 0.0)
        room = Box(box.x, head.bottom + 3, box.width, box.height - head.height - foot - 7)
        words, _, size = text_block((face.salutation, *face.text), room, hand)
        yield from words
        yield from self._foot(face, box, hand, size=size)

    def _foot(self, face: GreetingFace, box: Box, hand: Hand, *, size: float) -> Iterator[Item]:
        """From below: whom the card is from, the signature, the closing; and the voucher on their right."""
        wide = box.width - (SMALL[0] + 4 if face.voucher else 0.0)
        room = self._signature_room(face)
        beside = Box(box.x, box.bottom - room - 4.5, wide, room)
        yield from closing_line(face.closing, (box.x, beside.y - 1.5), hand, size=size, width=wide)
        yield from signature_block(face.signed, beside, hand, drawn=self._signature)
        yield from sender(
            self._look.shop, self._look.shop_address, box=Box(box.x, box.y, wide, box.height), align=Align.LEFT
        )
        if face.voucher:
            at = Box(box.right - SMALL[0], box.bottom - SMALL[1], *SMALL)
            yield from ticket(face.voucher, at, self._inside, dpi=self._dpi)

    def postal(self, face: GreetingFace) -> Iterator[Item]:
        """The back of a postcard: words on the left, the place of the stamp and the address on the right."""
        (width, height), hand = self.format.front, self._hand(face, Align.LEFT)
        middle = width * 0.55
        box = Box(8, 8, middle - 14, height - 16)
        foot = (POSTAL[1] + 2 if face.voucher else 0.0) + 4.5
        room = self._signature_room(face)
        paragraphs = (face.salutation, *face.text, face.closing)
        words, end, _ = text_block(paragraphs, Box(box.x, box.y, box.width, box.height - foot - room - 1), hand)
        yield from words
        below = Box(box.x, min(end + 2, box.bottom - foot - room), box.width, room)
        yield from signature_block(face.signed, below, hand, drawn=self._signature)
        if face.voucher:
            at = Box(box.x, box.bottom - 4.5 - POSTAL[1], *POSTAL)
            yield from ticket(face.voucher, at, self._inside, dpi=self._dpi)
        yield from sender(self._look.shop, self._look.shop_address, box=box, align=Align.LEFT)
        yield Rect(middle, 9, 0.25, height - 18, self._inside.light)
        yield Rect(width - 7 - STAMP[0], 7, *STAMP, None, self._inside.light, 0.3, 1)
        yield from address_block(face.address, Box(middle + 6, height * 0.48, width - middle - 14, 33), size=4.3)

    @cached_property
    def _signature(self) -> Motif | None:
        kept = self._look.signature
        if kept is None:
            return None
        width = signature_width(kept.proportions, share=1.0 if self.format.kind is Kind.FOLDED else 0.85)
        if self.format.kind is Kind.SINGLE:  # where a voucher may lie beside it
            width = min(width, self._design.text_at(*self.format.front).width - SMALL[0] - 6)
        return kept.motif(self._look.ink, width=width)

    def _signature_room(self, face: GreetingFace) -> float:
        """How high the signature is, with some air."""
        if self._signature is not None:
            return self._signature.height + 1
        return SIGNED * 1.4 if face.signed else 0.0

    def _hand(self, face: GreetingFace, align: Align) -> Hand:
        return Hand(self._lettering, self._look.text_by_hand, self._inside.words, self._look.ink, align, f"{face.seed}")

    def _paper(self) -> Box:
        return Box(0, 0, *self.format.front).inset(-BLEED)

    def _ground(self, name: str, draw: Drawing, face: GreetingFace, *, calm: Box) -> Placed:
        """One of the variants of a ground, drawn at its first use."""
        variant = face.seed % VARIANTS
        if (name, variant) not in self._grounds:
            seed = f"{self._look.design}/{name}/{variant}"
            palette = self._palette if name == "front" else self._inside
            field, paper = Field(self.format.front, palette, calm=calm, seed=seed), self._paper()
            drawn = Group(tuple(draw(field)), BLEED, BLEED)
            self._grounds[name, variant] = Motif(paper.width, paper.height, (drawn,))
        return Placed(self._grounds[name, variant], -BLEED, -BLEED)
