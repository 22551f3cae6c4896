"""Marks where sheets of vouchers are cut: in the margin around them, or within, where they fill the whole sheet."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import MUTED, mix
from loyaltydesk.printing.crop import sheet_marks
from loyaltydesk.printing.scene import WHITE, Item, Rect
from loyaltydesk.printing.stocks import Stock

GREY = mix(MUTED, WHITE, share=0.3)  # of marks that stay on what is cut
THIN, ARM, FROM = 0.15, 4.0, 4.2  # how thick and long a mark is, and how far from the paper's edge printers begin


def cutting_marks(stock: Stock) -> tuple[Item, ...]:
    """The marks of a sheet that has them, none for another."""
    if not stock.marks:
        return ()
    return (*sheet_marks(stock), *_within(stock))


def _within(stock: Stock) -> Iterator[Item]:
    """Where labels fill the sheet to its edges: a tick at both ends of each cut, and a cross where two meet."""
    if any(stock.origin):
        return
    across = [stock.shift[0] + stock.pitch[0] * number for number in range(1, stock.columns)]
    level = [stock.shift[1] + stock.pitch[1] * number for number in range(1, stock.rows)]
    width, height = stock.sheet
    for cut in across:
        for start in (FROM, height - FROM - ARM, *(each - ARM / 2 for each in level)):
            yield Rect(cut - THIN / 2, start, THIN, ARM, GREY)
    for cut in level:
        for start in (FROM, width - FROM - ARM, *(each - ARM / 2 for each in across)):
            yield Rect(start, cut - THIN / 2, ARM, THIN, GREY)
