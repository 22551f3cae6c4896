"""Slips for roll paper of 80 or 58 mm: what a purchase earned, or a voucher; as long as what is on them."""

from enum import Enum

from msgspec import Struct

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.column import Column
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Document, Page, Role
from loyaltydesk.printing.voucher import VoucherFace

SLIP_DPI = 203
TOP, BOTTOM = 4.0, 7.0  # the cutter needs room below

Pair = tuple[str, str]


class Roll(Enum):
    """Roll paper: how wide it is and how much of that a slip printer can print."""

    MM80 = (80.0, 72.0)
    MM58 = (58.0, 48.0)

    def column(self) -> Column:
        """An empty column on this paper."""
        wide, printable = self.value
        return Column((wide - printable) / 2, printable, top=TOP)


class SlipFace(Struct, frozen=True):
    """A purchase in ready words: names and values are pairs, in the order they are printed.

    `next_reward` says what is missing; `progress` (points had, points needed) draws it. `vouchers` are torn off below.
    """

    shop: str
    under_shop: tuple[str, ...] = ()
    rows: tuple[Pair, ...] = ()
    total: Pair = ("", "")
    points: tuple[Pair, ...] = ()
    balance: Pair = ("", "")
    next_reward: str = ""
    progress: tuple[int, int] | None = None
    farewell: str = ""
    code: str = ""
    stamps: tuple[Pair, ...] = ()
    vouchers: tuple[VoucherFace, ...] = ()


def slip_scene(slip: SlipFace, *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """The purchase slip. A receipt number no bars can carry on this paper is simply not drawn as bars."""
    column = roll.column()
    _heading(column, slip.shop, below=slip.under_shop)
    for pair in slip.rows:
        column.pair(pair, 3.3)
    if any(slip.total):
        column.pair(slip.total, 4.8, role=Role.BOLD)
    _points(column, slip)
    if slip.code:
        _bars_if_they_fit(column, slip.code, dpi=dpi)
    column.space(1.5)
    column.words(slip.farewell, 3.3, most=4)
    for voucher in slip.vouchers:
        column.cut()
        column.words(voucher.shop, 3.1, role=Role.BOLD, most=1)
        _promise(column, voucher)
        _bars_if_they_fit(column, voucher.code, dpi=dpi, shown=voucher.number)
        column.words(voucher.small_print, 2.7, most=6)
    return _document(column, roll, shop=slip.shop, dpi=dpi)


def _heading(column: Column, shop: str, *, below: tuple[str, ...]) -> None:
    column.words(shop, 5.6, role=Role.BOLD, most=2)
    for words in below:
        column.words(words, 3.1, most=2)
    column.rule()


def _points(column: Column, slip: SlipFace) -> None:
    if not slip.points and not slip.stamps and not any(slip.balance):
        return
    column.rule()
    for pair in slip.points:
        column.pair(pair, 3.3)
    if any(slip.balance):
        column.space(1.2)
        column.boxed(slip.balance, 4.8)
    column.space(1.5)
    if slip.progress is not None:
        column.progress(*slip.progress)
        column.space(0.8)
    column.words(slip.next_reward, 3.3, most=3)
    column.space(0.8)
    for pair in slip.stamps:
        column.pair(pair, 3.3)


def _bars_if_they_fit(column: Column, code: str, *, dpi: int, shown: str = "") -> None:
    """A customer is never kept waiting for a slip because the register's receipt number is a strange one."""
    column.space(2)
    try:
        column.bars(symbol_for(code), dpi=dpi, height=12, caption=shown)
    except (CodeNotPrintable, CodeTooWide):
        column.words(shown or code, 3.1, most=2)


def _promise(column: Column, voucher: VoucherFace) -> None:
    """What a voucher gives, to whom and until when."""
    column.words(voucher.title, 3.6, most=1)
    column.space(1)
    column.words(voucher.gives, 7, role=Role.BOLD, most=3)
    column.space(1)
    column.words(voucher.for_whom, 3.6, most=2)
    column.words(voucher.valid, 3.6, role=Role.BOLD, most=2)


def voucher_slip_scene(voucher: VoucherFace, *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """A voucher on roll paper. Raises CodeNotPrintable and CodeTooWide: without its bars it would be no voucher."""
    column = roll.column()
    _heading(column, voucher.shop, below=(voucher.second_line,))
    _promise(column, voucher)
    column.space(2)
    column.bars(symbol_for(voucher.code), dpi=dpi, caption=voucher.number)
    column.space(1)
    column.words(voucher.small_print, 2.7, most=6)
    return _document(column, roll, shop=voucher.shop, dpi=dpi)


def _document(column: Column, roll: Roll, *, shop: str, dpi: int) -> Document:
    page = Page(roll.value[0], column.y + BOTTOM, tuple(column.items))
    return Document((page,), shop, shop, dpi)
