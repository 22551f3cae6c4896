"""What cards go on: a sheet of labels, or single cards of plastic or of paper that is cut; which sides, and how."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.card import (
    BLEED,
    CR80,
    CardDrawing,
    CardFace,
    CardLook,
    Sides,
    card_drawing,
    card_scene,
    prove_codes,
)
from loyaltydesk.printing.crop import with_marks
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Document, Page, Placed
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.stocks import Stock


class Sheet(Struct, frozen=True):
    """The paper: a stock of labels, or none for single cards; and which sides.

    Single cards with `marks` have paper around them to be cut off; with `bleed` colour runs beyond their edges. Of a
    stock both are its own.
    """

    stock: Stock | None
    sides: Sides = Sides.BOTH
    marks: bool = False
    bleed: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """One card in mm."""
        return self.stock.label if self.stock else CR80

    def sheets(self, count: int) -> int:
        """How many sheets so many cards take; single cards are none."""
        return self.stock.sheets(count) if self.stock else 0

    def cards_on(self, page: int) -> range:
        """Which cards stand on a page of `document`, both counted from 0; the last ones may be more than there are."""
        sheet = page // (2 if self.sides is Sides.BOTH else 1)
        if self.stock is None:
            return range(sheet, sheet + 1)
        begin = sheet * self.stock.count - self.stock.start % self.stock.count
        return range(max(0, begin), begin + self.stock.count)

    def document(self, look: CardLook, faces: Sequence[CardFace], *, dpi: int = 300) -> Document:
        """The cards on this paper. Raises CodeNotPrintable and CodeTooWide."""
        if self.stock is not None:
            return sheet_scene(look, faces, stock=self.stock, sides=self.sides, dpi=dpi)
        if self.marks or self.bleed:
            return _cut_scene(look, faces, sides=self.sides, bleed=self.bleed, dpi=dpi)
        return card_scene(look, faces, sides=self.sides, dpi=dpi)


def with_cutting(sheet: Sheet, *, marks: bool, bleed: bool) -> Sheet:
    """The same paper with marks to cut by, and with colour beyond the edges, or without."""
    if sheet.stock is None:
        return replace(sheet, marks=marks, bleed=bleed)
    return replace(sheet, stock=replace(sheet.stock, marks=marks, bleed=BLEED if bleed else 0))


def _cut_scene(look: CardLook, faces: Sequence[CardFace], *, sides: Sides, bleed: bool, dpi: int) -> Document:
    """Each side of each card on paper that is larger than it, with marks."""
    card = card_drawing(look, dpi=dpi, bleed=BLEED if bleed else 0)
    prove_codes(card, faces)
    wanted = {Sides.BOTH: (False, True), Sides.FRONTS: (False,), Sides.BACKS: (True,)}[sides]

    def page(number: int) -> Page:
        place, side = divmod(number, len(wanted))
        return with_marks(_side(card, faces[place], back=wanted[side]))

    pages = LazyPages(range(len(faces) * len(wanted)), page)
    return Document(pages, look.shop, look.shop, dpi, "cards", sides is Sides.BOTH)


def _side(card: CardDrawing, face: CardFace, *, back: bool) -> Page:
    ground = card.back_ground if back else card.front_ground
    words = card.back_words(face) if back else card.front_words(face)
    return Page(*CR80, (Placed(ground, -card.bleed, -card.bleed), *words))
