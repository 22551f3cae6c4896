"""A reward voucher as a ticket: the shop's colour on the left, what it gives and its bars on the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.colours import INK, MUTED, ink_on, mix
from loyaltydesk.printing.emblem import colour_field, emblem
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import (
    BLACK,
    MM_PER_INCH,
    WHITE,
    Align,
    Bars,
    Disc,
    Document,
    Group,
    Item,
    Page,
    Rect,
    Role,
    Text,
)
from loyaltydesk.printing.stocks import VOUCHER_STOCKS, Stock
from loyaltydesk.printing.typeset import paragraph

EDGE = 5.5  # printers leave this much of the paper white
STUB = 44.0  # the coloured part
AIR = 8.0
CORNER = 4.0
BAR_HEIGHT = 18.0


@dataclass(frozen=True, slots=True)
class VoucherFace:
    """A voucher in ready words; `code` is in the bars, `number` is printed below them where it is another one."""

    shop: str
    title: str
    gives: str
    code: str
    for_whom: str = ""
    valid: str = ""
    small_print: str = ""
    second_line: str = ""
    number: str = ""
    colour: str = "#0B7A5B"
    logo: bytes | None = None


def voucher_scene(vouchers: Sequence[VoucherFace], *, stock: Stock = VOUCHER_STOCKS["A6"], dpi: int = 300) -> Document:
    """Vouchers on leaves of A6, or four to a sheet that is cut. Raises CodeNotPrintable and CodeTooWide."""
    sheets = (vouchers[start : start + stock.count] for start in range(0, len(vouchers), stock.count))
    pages = tuple(Page(*stock.sheet, tuple(_sheet(some, stock, dpi))) for some in sheets)
    shop = vouchers[0].shop if vouchers else ""
    return Document(pages, shop, shop, dpi)


def _sheet(vouchers: Sequence[VoucherFace], stock: Stock, dpi: int) -> Iterator[Item]:
    for voucher, (x, y) in zip(vouchers, stock.places(), strict=False):
        yield Group(_ticket(voucher, *stock.label, dpi), x + EDGE, y + EDGE)


def _ticket(voucher: VoucherFace, label_width: float, label_height: float, dpi: int) -> tuple[Item, ...]:
    width, height = label_width - 2 * EDGE, label_height - 2 * EDGE
    shape = Rect(0, 0, width, height, WHITE, mix(voucher.colour, BLACK, 0.2), 0.25, CORNER)
    return (
        shape,
        Group((*_stub(voucher, height), *_body(voucher, width, height, dpi)), clip=shape),
        *_perforation(height, voucher.colour),
    )


def _stub(voucher: VoucherFace, height: float) -> tuple[Item, ...]:
    ink, middle, wide = ink_on(voucher.colour), STUB / 2, STUB - 10
    name = Text(voucher.shop, middle, 45, 6, Role.BOLD, ink, Align.CENTRE, wide, 0.6)
    shop = paragraph(name, 3, 1.15)
    below = shop[-1].y + 6 if shop else name.y
    soft = mix(ink, voucher.colour, 0.1)
    second = Text(voucher.second_line, middle, below, 3.3, Role.BODY, soft, Align.CENTRE, wide, 0.8)
    return (
        *colour_field(voucher.colour, STUB, height),
        *emblem(voucher.shop, voucher.colour, (middle, 25, 10.5), voucher.logo),
        *shop,
        *paragraph(second, 3),
    )


def _body(voucher: VoucherFace, width: float, height: float, dpi: int) -> tuple[Item, ...]:
    left, wide = STUB + AIR, width - STUB - 2 * AIR
    gives = paragraph(Text(voucher.gives, left, 23, 9, Role.BOLD, INK, width=wide, smallest=0.55), 2, 1.1)
    below = gives[-1].y if gives else 23
    return (
        Text(voucher.title, left, 12, 4, colour=MUTED, width=wide),
        *gives,
        Text(voucher.for_whom, left, below + 8, 4.2, colour=INK, width=wide, smallest=0.6),
        Text(voucher.valid, left, below + 14, 4.2, Role.BOLD, INK, width=wide),
        *_bars(voucher, left, width, height - 38, dpi),
        *paragraph(Text(voucher.small_print, left, height - 9, 2.6, colour=MUTED, width=wide, smallest=0.85), 2),
    )


def _bars(voucher: VoucherFace, left: float, width: float, top: float, dpi: int) -> tuple[Item, ...]:
    """The bars with their first one below the words, and the number in their middle."""
    symbol = symbol_for(voucher.code)
    room = width - left  # from inside the air on the left to inside the air on the right
    dots = dots_for(symbol, room, dpi)
    quiet = symbol.quiet_left * dots * MM_PER_INCH / dpi
    bars = Bars(left - quiet, top, room, BAR_HEIGHT, symbol, dots, dpi, Align.LEFT)
    shown, y = voucher.number or symbol.caption, top + BAR_HEIGHT + 4.2
    return bars, Text(shown, bars.middle, y, 3.8, align=Align.CENTRE, width=symbol.width * bars.module, smallest=0.5)


def _perforation(height: float, colour: str) -> tuple[Item, ...]:
    """Where the stub would be torn off: a row of holes between two notches."""
    edge = mix(colour, BLACK, 0.2)
    holes = tuple(Disc(STUB, 7 + step * 2.5, 0.45, WHITE) for step in range(int((height - 12) / 2.5)))
    rim = Rect(0, 0, STUB * 2, height)
    notches = tuple(
        item
        for y in (0.0, height)
        for item in (Group((Disc(STUB, y, 3.6, edge),), clip=rim), Disc(STUB, y, 3.35, WHITE))
    )
    return (*holes, *notches)


def voucher_pdf(vouchers: Sequence[VoucherFace], *, stock: Stock = VOUCHER_STOCKS["A6"], dpi: int = 300) -> bytes:
    """`voucher_scene` as a PDF."""
    return pdf_bytes(voucher_scene(vouchers, stock=stock, dpi=dpi))
