"""Cards ten to a sheet of A4 or Letter stock, fronts and backs so that they meet when the sheet is turned."""

from collections.abc import Callable, Iterator, Sequence

from loyaltydesk.printing.card import CardDrawing, CardFace, CardLook, Sides
from loyaltydesk.printing.scene import Document, Group, Item, Motif, Page, Placed
from loyaltydesk.printing.stocks import Stock

Words = Callable[[CardFace], tuple[Item, ...]]


def sheet_scene(
    look: CardLook, faces: Sequence[CardFace], *, stock: Stock, sides: Sides = Sides.BOTH, dpi: int = 300
) -> Document:
    """`faces` on as many sheets of `stock` as they need, each sheet of fronts followed by its backs.

    Raises CodeNotPrintable and CodeTooWide.
    """
    card = CardDrawing(look, stock.label, dpi=dpi)
    front = _Side(stock, card.front_ground, words=card.front_words)
    back = _Side(stock, card.back_ground, words=card.back_words, turned=True)
    wanted = {Sides.BOTH: (front, back), Sides.FRONTS: (front,), Sides.BACKS: (back,)}[sides]
    some = (faces[start : start + stock.count] for start in range(0, len(faces), stock.count))
    pages = tuple(side.page(cards) for cards in some for side in wanted)
    return Document(pages, look.shop, look.shop, dpi)


class _Side:
    """One side of the sheets: all grounds of a sheet are one motif, so a further sheet costs only its words."""

    def __init__(self, stock: Stock, ground: Motif, *, words: Words, turned: bool = False) -> None:
        self._sheet, self._ground, self._words = stock.sheet, ground, words
        self._places = tuple(stock.places(mirrored=turned))
        self._motifs: dict[int, Motif] = {}

    def page(self, cards: Sequence[CardFace]) -> Page:
        """A sheet with these cards, as many as it has places or fewer."""
        placed = zip(cards, self._places, strict=False)
        own: Iterator[Item] = (Group(self._words(face), x, y) for face, (x, y) in placed)
        return Page(*self._sheet, (Placed(self._grounds(len(cards)), 0, 0), *own))

    def _grounds(self, count: int) -> Motif:
        if count not in self._motifs:
            placed = tuple(Placed(self._ground, x, y) for x, y in self._places[:count])
            self._motifs[count] = Motif(*self._sheet, placed)
        return self._motifs[count]
