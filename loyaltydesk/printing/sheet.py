"""Cards on sheets of A4 or Letter stock, fronts and backs so that they meet when the sheet is turned."""

from collections.abc import Callable, Iterator, Sequence

from loyaltydesk.printing.card import CardDrawing, CardFace, CardLook, Sides, prove_codes
from loyaltydesk.printing.crop import sheet_marks
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Document, Group, Item, Motif, Page, Placed, Rect
from loyaltydesk.printing.stocks import Flip, Stock

Words = Callable[[CardFace], tuple[Item, ...]]


def sheet_scene(
    look: CardLook, faces: Sequence[CardFace], *, stock: Stock, sides: Sides = Sides.BOTH, dpi: int = 300
) -> Document:
    """`faces` on as many sheets of `stock` as they need, each sheet of fronts followed by its backs.

    The sheets are made when they are looked at, of `faces` as they are then. Raises CodeNotPrintable and CodeTooWide
    for the first code that has no room, before anything is made.
    """
    card = CardDrawing(look, stock.label, dpi=dpi, bleed=stock.bleed)
    prove_codes(card, faces)
    front = _Side(stock, card.front_ground, words=card.front_words)
    back = _Side(stock, card.back_ground, words=card.back_words, turned=True)
    wanted = {Sides.BOTH: (front, back), Sides.FRONTS: (front,), Sides.BACKS: (back,)}[sides]
    gone = stock.start % stock.count

    def page(number: int) -> Page:
        sheet, side = divmod(number, len(wanted))
        begin = sheet * stock.count - gone
        cards = faces[max(0, begin) : begin + stock.count]
        return wanted[side].page(cards, gone if sheet == 0 else 0)

    sheets = -(-(len(faces) + gone) // stock.count) if faces else 0
    pages = LazyPages(range(sheets * len(wanted)), page)
    turned = sides is Sides.BOTH
    return Document(pages, look.shop, look.shop, dpi, "cards", turned, stock.flip is Flip.SHORT_EDGE)


class _Side:
    """One side of the sheets: all grounds of a sheet are one motif, so a further sheet costs only its words."""

    def __init__(self, stock: Stock, ground: Motif, *, words: Words, turned: bool = False) -> None:
        self._stock, self._ground, self._words, self._turned = stock, ground, words, turned
        self._places = tuple(stock.places(mirrored=turned))
        self._motifs: dict[tuple[int, int], Motif] = {}

    def page(self, cards: Sequence[CardFace], first: int) -> Page:
        """A sheet with these cards, from the place `first` on."""
        placed = zip(cards, self._places[first:], strict=False)
        own: Iterator[Item] = (self._upright(self._words(face), place) for face, place in placed)
        return Page(*self._stock.sheet, (Placed(self._grounds(first, len(cards)), 0, 0), *own))

    def _upright(self, items: tuple[Item, ...], place: tuple[float, float]) -> Group:
        """Items of a card in its place, with the head down where the sheet is turned top over bottom."""
        if self._turned and self._stock.upside_down:
            return Group(items, place[0] + self._stock.label[0], place[1] + self._stock.label[1], turn=180)
        return Group(items, *place)

    def _grounds(self, first: int, count: int) -> Motif:
        if (first, count) not in self._motifs:
            places = self._places[first : first + count]
            marks = sheet_marks(self._stock, mirrored=self._turned) if self._stock.marks else ()
            grounds = tuple(self._placed(place, number + first) for number, place in enumerate(places))
            self._motifs[first, count] = Motif(*self._stock.sheet, (*marks, *grounds))
        return self._motifs[first, count]

    def _placed(self, place: tuple[float, float], number: int) -> Item:
        """The ground of one card; what it has beyond the edges is seen as far as the paper around it is free."""
        ground, label = self._ground, self._stock.label
        beyond = (ground.width - label[0]) / 2, (ground.height - label[1]) / 2
        upside_down = self._turned and self._stock.upside_down
        if not any(beyond):
            return self._upright((Placed(ground, 0, 0),), place) if upside_down else Placed(ground, *place)
        seen = Group((Placed(ground, -beyond[0], -beyond[1]),), clip=self._seen(number))
        return self._upright((seen,), place)

    def _seen(self, number: int) -> Rect:
        """How much of a ground is seen around the label with this number: half of a gap, all of the bleed outside."""
        stock = self._stock
        row, column = divmod(number, stock.columns)
        half = [min(stock.bleed, gap / 2) for gap in stock.gaps]
        left = stock.bleed if column == 0 else half[0]
        right = stock.bleed if column == stock.columns - 1 else half[0]
        top = stock.bleed if row == 0 else half[1]
        bottom = stock.bleed if row == stock.rows - 1 else half[1]
        if self._turned:  # what is behind the left is on the right, whichever edge the sheet is turned on
            left, right = right, left
        return Rect(-left, -top, stock.label[0] + left + right, stock.label[1] + top + bottom)
