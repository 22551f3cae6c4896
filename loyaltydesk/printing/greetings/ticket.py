"""The voucher in a greeting card: a small ticket with its value, its last day, and bars that a scanner reads."""

from collections.abc import Iterator

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.scene import WHITE, Align, Bars, Item, Path, Rect, Role, Step, Text
from loyaltydesk.printing.typeset import paragraph
from loyaltydesk.printing.voucher import VoucherFace

LARGE = (68.0, 42.0)  # wide enough for modules of a third of a millimetre
POSTAL = (67.4, 34.0)
SMALL = (57.0, 34.0)
CORNER = 3.0
DASH = 1.5
ABOVE_BARS, BELOW_BARS = 15.6, 6.0  # of the ticket's height, for words


def ticket(voucher: VoucherFace, box: Box, palette: Palette, *, dpi: int) -> Iterator[Item]:
    """`voucher` within `box`, in the colours of the card. Raises CodeNotPrintable and CodeTooWide."""
    middle, wide = box.middle[0], box.width - 6
    yield Rect(box.x, box.y, box.width, box.height, palette.pale, radius=CORNER)
    yield Path(tuple(_dashes(box)), stroke=palette.heading, stroke_width=0.35)
    gives = Text(voucher.gives, middle, box.y + 8.0, 6.4, Role.BOLD, palette.heading, Align.CENTRE, wide, 0.5)
    yield from _within(paragraph(gives, 2, leading=1.0), box.y + 8.0)
    yield Text(voucher.valid, middle, box.y + 12.8, 2.9, Role.BODY, INK, Align.CENTRE, wide)
    field = Rect(box.x + 2, box.y + ABOVE_BARS - 1.2, box.width - 4, box.height - ABOVE_BARS - 0.8, WHITE, radius=1.6)
    yield field
    symbol = symbol_for(voucher.code)
    dots = dots_for(symbol, field.width, dpi=dpi)
    bars = Bars(field.x, box.y + ABOVE_BARS, field.width, box.height - ABOVE_BARS - BELOW_BARS, symbol, dots, dpi)
    yield bars
    shown, y = voucher.number or symbol.caption, box.bottom - BELOW_BARS + 3.1
    yield Text(shown, middle, y, 2.8, Role.BODY, MUTED, Align.CENTRE, wide, 0.5)


def _within(lines: list[Text], y: float) -> Iterator[Text]:
    """One line as it is; two of them smaller, around where the one would stand."""
    for line in lines:
        if len(lines) == 1:
            yield line
            continue
        size = min(line.size, 4.1)
        place = y - 3.0 if line is lines[0] else y - 3.0 + size
        yield Text(line.text, line.x, place, size, line.role, line.colour, line.align, line.width, 0.4)


def _dashes(box: Box) -> Iterator[Step]:
    """Where scissors would go: dashes around `box`, between its round corners, which are drawn whole."""
    x, y, right, bottom, r = box.x, box.y, box.right, box.bottom, CORNER
    k = r * 0.45
    for start, first, second, end in (
        ((x, y + r), (x, y + k), (x + k, y), (x + r, y)),
        ((right - r, y), (right - k, y), (right, y + k), (right, y + r)),
        ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
        ((x + r, bottom), (x + k, bottom), (x, bottom - k), (x, bottom - r)),
    ):
        yield "M", start
        yield "C", (*first, *second, *end)
    for level in (y, bottom):
        for start_at in _starts(x + r, right - r):
            yield "M", (start_at, level)
            yield "L", (start_at + DASH, level)
    for side in (x, right):
        for start_at in _starts(y + r, bottom - r):
            yield "M", (side, start_at)
            yield "L", (side, start_at + DASH)


def _starts(start: float, end: float) -> Iterator[float]:
    """Where dashes begin, as many as there is room for, with equal gaps."""
    count = int((end - start) / (DASH * 1.9))
    gap = (end - start - count * DASH) / (count + 1)
    for n in range(count):
        yield round(start + gap + n * (DASH + gap), 3)
