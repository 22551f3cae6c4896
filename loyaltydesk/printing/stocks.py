"""Papers with their labels: where each card or voucher stands on a sheet that can be bought ready cut."""

from collections.abc import Iterator

from msgspec import Struct

A4 = (210.0, 297.0)
LETTER = (215.9, 279.4)


class Stock(Struct, frozen=True):
    """A sheet of equal labels by rows: the sheet, one label, the first label's corner and the step to the next.

    `shift` (right and down) makes up for a printer that draws its paper askew, on fronts and backs alike.
    """

    name: str
    sheet: tuple[float, float]
    columns: int
    rows: int
    label: tuple[float, float]
    origin: tuple[float, float]
    pitch: tuple[float, float]
    shift: tuple[float, float] = (0, 0)

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    def places(self, *, mirrored: bool = False) -> Iterator[tuple[float, float]]:
        """Each label's top left corner, row by row; `mirrored` for the backs of a sheet turned on its long side."""
        for row in range(self.rows):
            for column in range(self.columns):
                x = self.origin[0] + column * self.pitch[0]
                y = self.origin[1] + row * self.pitch[1]
                yield (self.sheet[0] - x - self.label[0] if mirrored else x) + self.shift[0], y + self.shift[1]


# Positions as the makers' own templates give them.
CARD_STOCKS = {
    stock.name: stock
    for stock in (
        Stock("Avery C32011", A4, 2, 5, (85, 54), (15, 13.5), (95, 54)),
        Stock("Avery Zweckform 32010", A4, 2, 5, (85, 54), (14.1, 14.1), (94.9, 54)),
        Stock("Sigel LP795", A4, 2, 5, (85, 55), (14, 10.5), (95, 55)),
        Stock("Avery 5371", LETTER, 2, 5, (88.9, 50.8), (19.05, 12.7), (88.9, 50.8)),
    )
}

# Vouchers on a sheet that is cut in four, or on a leaf of their own.
VOUCHER_STOCKS = {
    stock.name: stock
    for stock in (
        Stock("A6", (148, 105), 1, 1, (148, 105), (0, 0), (148, 105)),
        Stock("A4", (297, 210), 2, 2, (148.5, 105), (0, 0), (148.5, 105)),
        Stock("Letter", (279.4, 215.9), 2, 2, (139.7, 107.95), (0, 0), (139.7, 107.95)),
    )
}
