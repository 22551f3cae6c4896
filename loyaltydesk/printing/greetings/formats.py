"""The shapes of greeting cards: folded, a postcard, a single side; and the sheets they are printed on."""

from enum import StrEnum

from msgspec import Struct

from loyaltydesk.printing.stocks import A4, LETTER
from loyaltydesk.words import mark


class Kind(StrEnum):
    """How many sides a card has, and which."""

    FOLDED = "folded"  # front and back outside, two sides inside
    POSTCARD = "postcard"  # the drawing, and words beside an address
    SINGLE = "single"  # everything on one side


class Format(Struct, frozen=True):
    """A card by the size of its front in millimetres; `name` is a sentence to translate, `envelope` what it fits."""

    name: str
    kind: Kind
    front: tuple[float, float]
    envelope: str

    @property
    def flat(self) -> tuple[float, float]:
        """The size of its paper, unfolded."""
        width, height = self.front
        return (2 * width if self.kind is Kind.FOLDED else width), height

    @property
    def two_sided(self) -> bool:
        """Whether both sides of its paper are printed."""
        return self.kind is not Kind.SINGLE


FORMATS = {
    "folded": Format(mark("Folded card, A6"), Kind.FOLDED, (105.0, 148.0), "c6"),
    "square": Format(mark("Folded card, 140 × 140 mm"), Kind.FOLDED, (140.0, 140.0), "square"),
    "postcard": Format(mark("Postcard, A6"), Kind.POSTCARD, (148.0, 105.0), "c6"),
    "note": Format(mark("One side, A6"), Kind.SINGLE, (148.0, 105.0), "c6"),
}


class SheetKind(Struct, frozen=True):
    """What goes into the printer; without `paper` it is paper of the card's own size, else that is cut to size."""

    name: str
    paper: tuple[float, float] | None = None


SHEETS = {
    "own": SheetKind(mark("Paper of the card's size")),
    "a4": SheetKind(mark("A4, to be cut"), A4),
    "letter": SheetKind(mark("Letter, to be cut"), LETTER),
}


def sheets_for(format: Format) -> tuple[str, ...]:  # noqa: A002  # what it is called on paper
    """The keys of SHEETS that have room for a card of `format`."""
    return tuple(key for key, sheet in SHEETS.items() if sheet.paper is None or per_sheet(format, sheet) > 0)


def per_sheet(format: Format, sheet: SheetKind) -> int:  # noqa: A002  # as above
    """How many cards of `format` one sheet has room for."""
    columns, rows, _ = arranged(format.flat, sheet.paper or format.flat)
    return columns * rows


def arranged(card: tuple[float, float], paper: tuple[float, float]) -> tuple[int, int, bool]:
    """Columns and rows of as many cards as an upright `paper` has room for, and whether they lie turned on it."""
    straight = (int(paper[0] // card[0]), int(paper[1] // card[1]), False)
    turned = (int(paper[0] // card[1]), int(paper[1] // card[0]), True)
    return max(straight, turned, key=lambda way: way[0] * way[1])
