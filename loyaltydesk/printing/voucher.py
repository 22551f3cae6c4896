"""A reward voucher as a ticket: the shop's colour on the left, what it gives and its bars on the right."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.colours import INK, MUTED, ink_on, mix
from loyaltydesk.printing.emblem import colour_field, emblem
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


class VoucherFace(Struct, frozen=True):
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
    pages = tuple(Page(*stock.sheet, tuple(_sheet(some, stock, dpi=dpi))) for some in sheets)
    shop = vouchers[0].shop if vouchers else ""
    return Document(pages, shop, shop, dpi, "vouchers")


def _sheet(vouchers: Sequence[VoucherFace], stock: Stock, *, dpi: int) -> Iterator[Item]:
    for voucher, (x, y) in zip(vouchers, stock.places(), strict=False):
        yield Group(_Ticket(voucher, stock.label, dpi=dpi).items(), x + EDGE, y + EDGE)


class _Ticket:
    """One voucher within its label: a stub in the shop's colour, a body, and the holes between them."""

    def __init__(self, voucher: VoucherFace, label: tuple[float, float], *, dpi: int) -> None:
        self._voucher = voucher
        self._width, self._height = label[0] - 2 * EDGE, label[1] - 2 * EDGE
        self._dpi = dpi
        self._line = mix(voucher.colour, BLACK, share=0.2)

    def items(self) -> tuple[Item, ...]:
        """The whole ticket, its corner at (0, 0)."""
        shape = Rect(0, 0, self._width, self._height, WHITE, self._line, 0.25, CORNER)
        return shape, Group((*self._stub(), *self._body()), clip=shape), *self._perforation()

    def _stub(self) -> tuple[Item, ...]:
        voucher, middle, wide = self._voucher, STUB / 2, STUB - 10
        ink = ink_on(voucher.colour)
        name = Text(voucher.shop, middle, 45, 6, Role.BOLD, ink, Align.CENTRE, wide, 0.6)
        shop = paragraph(name, 3, leading=1.15)
        below = shop[-1].y + 6 if shop else name.y
        soft = mix(ink, voucher.colour, share=0.1)
        second = Text(voucher.second_line, middle, below, 3.3, Role.BODY, soft, Align.CENTRE, wide, 0.8)
        return (
            *colour_field(voucher.colour, width=STUB, height=self._height),
            *emblem(voucher.shop, voucher.colour, place=(middle, 25, 10.5), logo=voucher.logo),
            *shop,
            *paragraph(second, 3),
        )

    def _body(self) -> tuple[Item, ...]:
        voucher, left, wide = self._voucher, STUB + AIR, self._width - STUB - 2 * AIR
        gives = paragraph(Text(voucher.gives, left, 23, 9, Role.BOLD, INK, width=wide, smallest=0.55), 2, leading=1.1)
        below = gives[-1].y if gives else 23
        small = Text(voucher.small_print, left, self._height - 9, 2.6, colour=MUTED, width=wide, smallest=0.85)
        return (
            Text(voucher.title, left, 12, 4, colour=MUTED, width=wide),
            *gives,
            Text(voucher.for_whom, left, below + 8, 4.2, colour=INK, width=wide, smallest=0.6),
            Text(voucher.valid, left, below + 14, 4.2, Role.BOLD, INK, width=wide),
            *self._bars(left, self._height - 38),
            *paragraph(small, 2),
        )

    def _bars(self, left: float, top: float) -> tuple[Item, ...]:
        """The bars with their first one below the words, and the number in their middle."""
        symbol = symbol_for(self._voucher.code)
        room = self._width - left  # from inside the air on the left to inside the air on the right
        dots = dots_for(symbol, room, dpi=self._dpi)
        quiet = symbol.quiet_left * dots * MM_PER_INCH / self._dpi
        bars = Bars(left - quiet, top, room, BAR_HEIGHT, symbol, dots, self._dpi, Align.LEFT)
        shown, wide = self._voucher.number or symbol.caption, symbol.width * bars.module
        y = top + BAR_HEIGHT + 4.2
        return bars, Text(shown, bars.middle, y, 3.8, align=Align.CENTRE, width=wide, smallest=0.5)

    def _perforation(self) -> tuple[Item, ...]:
        """Where the stub would be torn off: a row of holes between two notches."""
        holes = tuple(Disc(STUB, 7 + step * 2.5, 0.45, WHITE) for step in range(int((self._height - 12) / 2.5)))
        within = Rect(0, 0, self._width, self._height)
        notches = tuple(
            item
            for y in (0.0, self._height)
            for item in (Group((Disc(STUB, y, 3.6, self._line),), clip=within), Disc(STUB, y, 3.35, WHITE))
        )
        return *holes, *notches
