"""Papers with their labels: where each card or voucher stands on a sheet, ready cut or to be cut.

Positions are those of the makers' own templates, as two free collections of them agree: L7414 has 90 × 52 mm from 15
and 18.5 mm; C32011 and 32010 have 85 × 54 mm with 10 mm between columns; C32015 has 85 × 54 mm with 6 mm around each;
LP795 has 85 × 55 mm; 5371 and 8371 have 3½ × 2 inches from ¾ and ½ inch.
"""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.grids import HUNDREDTHS, Grid

A4 = (210.0, 297.0)
LETTER = (215.9, 279.4)
CARD = (85.60, 53.98)  # ISO/IEC 7810 ID-1

Point = tuple[float, float]


class Flip(StrEnum):
    """The edge a sheet is turned over on for its other side."""

    LONG_EDGE = "long"
    SHORT_EDGE = "short"


class Stock(Struct, frozen=True):
    """A sheet of equal labels by rows: the sheet, one label, the first label's corner and the step to the next.

    The first `start` labels of the first sheet are gone already. `shift` (right and down) makes up for a printer that
    draws its paper askew; `back_shift` is that of the backs, the same unless it is told. `marks` are drawn where the
    sheet is cut, `bleed` is how far colour may run beyond the edge of a label. All lengths in mm.
    """

    name: str
    sheet: tuple[float, float]
    columns: int
    rows: int
    label: tuple[float, float]
    origin: tuple[float, float]
    pitch: tuple[float, float]
    shift: tuple[float, float] = (0, 0)
    back_shift: tuple[float, float] | None = None
    start: int = 0
    flip: Flip = Flip.LONG_EDGE
    marks: bool = False
    bleed: float = 0

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    @property
    def gaps(self) -> tuple[float, float]:
        """What lies between two columns and between two rows; as good as endless where there is but one."""
        across = self.pitch[0] - self.label[0] if self.columns > 1 else self.sheet[0]
        down = self.pitch[1] - self.label[1] if self.rows > 1 else self.sheet[1]
        return max(across, 0), max(down, 0)

    @property
    def upside_down(self) -> bool:
        """Whether a sheet is turned top over bottom, so that its backs have to be printed with their heads down."""
        upright = self.sheet[0] <= self.sheet[1]
        return upright is (self.flip is Flip.SHORT_EDGE)

    def sheets(self, count: int) -> int:
        """How many sheets so many labels take, the first one having been begun perhaps."""
        return -(-(count + self.start) // self.count) if count else 0

    def places(self, *, mirrored: bool = False) -> Iterator[Point]:
        """Each label's top left corner, row by row, the ones that are gone too; `mirrored` for the backs.

        A back lies behind its front once the sheet is turned over on the edge that `flip` names.
        """
        right, down = self.back_shift if mirrored and self.back_shift is not None else self.shift
        for x, y in self._corners():
            if mirrored and self.upside_down:
                y = self.sheet[1] - y - self.label[1]
            elif mirrored:
                x = self.sheet[0] - x - self.label[0]
            yield x + right, y + down

    def _corners(self) -> Iterator[Point]:
        for row in range(self.rows):
            for column in range(self.columns):
                yield self.origin[0] + column * self.pitch[0], self.origin[1] + row * self.pitch[1]


def stock_of(grid: Grid) -> Stock:
    """The sheet that the shop measured itself."""
    label, gap = (grid.label_width, grid.label_height), (grid.across, grid.down)
    return Stock(
        grid.name,
        (grid.sheet_width / HUNDREDTHS, grid.sheet_height / HUNDREDTHS),
        grid.columns,
        grid.rows,
        (label[0] / HUNDREDTHS, label[1] / HUNDREDTHS),
        (grid.left / HUNDREDTHS, grid.top / HUNDREDTHS),
        ((label[0] + gap[0]) / HUNDREDTHS, (label[1] + gap[1]) / HUNDREDTHS),
    )


def _to_cut(name: str, sheet: Point, *, rows: int, gap: float = 0) -> Stock:
    """Two columns of cards in the middle of plain paper, with marks to cut by."""
    pitch = (CARD[0] + gap, CARD[1] + gap)
    free = (sheet[0] - CARD[0] - pitch[0], sheet[1] - CARD[1] - (rows - 1) * pitch[1])
    return Stock(name, sheet, 2, rows, CARD, (free[0] / 2, free[1] / 2), pitch, marks=True)


BUSINESS_STOCKS = {
    stock.name: stock
    for stock in (
        Stock("Avery C32011", A4, 2, 5, (85, 54), (15, 13.5), (95, 54)),
        Stock("Avery C32015", A4, 2, 4, (85, 54), (17, 31.5), (91, 60)),
        Stock("Avery C32016", A4, 2, 5, (85, 54), (15, 13.5), (95, 54)),
        Stock("Avery L7414", A4, 2, 5, (90, 52), (15, 18.5), (90, 52)),
        Stock("Avery Zweckform 32010", A4, 2, 5, (85, 54), (14.1, 14.1), (94.9, 54)),
        Stock("Sigel LP795", A4, 2, 5, (85, 55), (14, 10.5), (95, 55)),
        Stock("Avery 5371", LETTER, 2, 5, (88.9, 50.8), (19.05, 12.7), (88.9, 50.8)),
        Stock("Avery 8371", LETTER, 2, 5, (88.9, 50.8), (19.05, 12.7), (88.9, 50.8)),
    )
}

A4_TO_CUT, LETTER_TO_CUT, A4_WITH_ROOM = "A4 to cut", "Letter to cut", "A4 to cut, with room"

CARD_STOCKS = BUSINESS_STOCKS | {
    stock.name: stock
    for stock in (
        _to_cut(A4_TO_CUT, A4, rows=5),
        _to_cut(A4_WITH_ROOM, A4, rows=4, gap=6),  # for 3 mm of bleed around each card
        _to_cut(LETTER_TO_CUT, LETTER, rows=4, gap=6),
    )
}

# Vouchers on a leaf of their own, on a sheet that is cut or torn in three or four, or as small as business cards.
VOUCHER_STOCKS = CARD_STOCKS | {
    stock.name: stock
    for stock in (
        Stock("A6", (148, 105), 1, 1, (148, 105), (0, 0), (148, 105)),
        Stock("A4", (297, 210), 2, 2, (148.5, 105), (0, 0), (148.5, 105)),
        Stock("Letter", (279.4, 215.9), 2, 2, (139.7, 107.95), (0, 0), (139.7, 107.95)),
        Stock("A4 thirds", A4, 1, 3, (210, 99), (0, 0), (210, 99)),
    )
}
