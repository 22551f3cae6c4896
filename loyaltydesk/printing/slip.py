"""Slips for roll paper of 80 or 58 mm: what a purchase earned, or a voucher; as long as what is on them."""

from collections.abc import Sequence
from enum import Enum
from typing import Protocol

from msgspec import Struct

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.column import Column
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Document, Page, Role, Symbol
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

    `ending` says which points end next and when. `next_reward` says what is missing; `progress` (points had, points
    needed) draws it, as `tier_progress` draws what `next_tier` says. `news` is a heading and one short message to the
    customer. `vouchers` are torn off below.
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
    ending: Pair = ("", "")
    next_tier: str = ""
    tier_progress: tuple[int, int] | None = None
    news: Pair = ("", "")


class Strip(Protocol):
    """What a slip is written on from the top down: a column of paper, or lines of a printer's own letters."""

    def space(self, height: float) -> None:
        """Leaves `height` (mm) empty."""

    def words(self, text: str, size: float, *, role: Role = Role.BODY, most: int = 3) -> None:
        """Centred text in at most `most` lines."""

    def pair(self, pair: Pair, size: float, *, role: Role = Role.BODY) -> None:
        """A name on the left and a value on the right."""

    def rule(self) -> None:
        """A line across."""

    def cut(self) -> None:
        """Where the paper is torn off."""

    def boxed(self, pair: Pair, size: float) -> None:
        """The pair that matters most."""

    def framed(self, pair: Pair, size: float) -> None:
        """A heading and a message that stand apart."""

    def progress(self, done: int, whole: int) -> None:
        """A bar that shows `done` of `whole`."""

    def bars(self, symbol: Symbol, *, dpi: int, height: float = 16, caption: str = "") -> None:
        """A barcode. Raises CodeTooWide."""

    def ruler(self) -> None:
        """How far a line reaches."""


def slip_scene(slip: SlipFace, *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """The purchase slip. A receipt number no bars can carry on this paper is simply not drawn as bars."""
    column = roll.column()
    write_slip(column, slip, dpi=dpi)
    return _document(column, roll, shop=slip.shop, dpi=dpi)


def write_slip(strip: Strip, slip: SlipFace, *, dpi: int = SLIP_DPI) -> None:
    """Writes a purchase slip, with what it brought to be torn off below."""
    _heading(strip, slip.shop, below=slip.under_shop)
    for pair in slip.rows:
        strip.pair(pair, 3.3)
    if any(slip.total):
        strip.pair(slip.total, 4.8, role=Role.BOLD)
    _points(strip, slip)
    if any(slip.news):
        strip.space(2)
        strip.framed(slip.news, 3.3)
    if slip.code:
        _bars_if_they_fit(strip, slip.code, dpi=dpi)
    strip.space(1.5)
    strip.words(slip.farewell, 3.3, most=4)
    for voucher in slip.vouchers:
        strip.cut()
        strip.words(voucher.shop, 3.1, role=Role.BOLD, most=1)
        _promise(strip, voucher)
        _bars_if_they_fit(strip, voucher.code, dpi=dpi, shown=voucher.number)
        strip.words(voucher.small_print, 2.7, most=6)


def _heading(strip: Strip, shop: str, *, below: tuple[str, ...]) -> None:
    strip.words(shop, 5.6, role=Role.BOLD, most=2)
    for words in below:
        strip.words(words, 3.1, most=2)
    strip.rule()


def _points(strip: Strip, slip: SlipFace) -> None:
    if not slip.points and not slip.stamps and not any(slip.balance):
        return
    strip.rule()
    for pair in slip.points:
        strip.pair(pair, 3.3)
    if any(slip.balance):
        strip.space(1.2)
        strip.boxed(slip.balance, 4.8)
    strip.space(1.5)
    if any(slip.ending):
        strip.pair(slip.ending, 3.3)
        strip.space(1)
    if slip.progress is not None:
        strip.progress(*slip.progress)
        strip.space(0.8)
    strip.words(slip.next_reward, 3.3, most=3)
    strip.space(1.2)
    if slip.tier_progress is not None:
        strip.progress(*slip.tier_progress)
        strip.space(0.8)
    strip.words(slip.next_tier, 3.3, most=3)
    strip.space(1.2)
    for pair in slip.stamps:
        strip.pair(pair, 3.3)


def _bars_if_they_fit(strip: Strip, code: str, *, dpi: int, shown: str = "") -> None:
    """A customer is never kept waiting for a slip because the register's receipt number is a strange one."""
    strip.space(2)
    try:
        strip.bars(symbol_for(code), dpi=dpi, height=12, caption=shown)
    except (CodeNotPrintable, CodeTooWide):
        strip.words(shown or code, 3.1, most=2)


def _promise(strip: Strip, voucher: VoucherFace) -> None:
    """What a voucher gives, to whom and until when."""
    strip.words(voucher.title, 3.6, most=1)
    strip.space(1)
    strip.words(voucher.gives, 7, role=Role.BOLD, most=3)
    strip.space(1)
    strip.words(voucher.for_whom, 3.6, most=2)
    strip.words(voucher.valid, 3.6, role=Role.BOLD, most=2)


def voucher_slip_scene(voucher: VoucherFace, *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """A voucher on roll paper. Raises CodeNotPrintable and CodeTooWide: without its bars it would be no voucher."""
    column = roll.column()
    write_voucher(column, voucher, dpi=dpi)
    return _document(column, roll, shop=voucher.shop, dpi=dpi)


def voucher_slips_scene(vouchers: Sequence[VoucherFace], *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """Vouchers on roll paper one after the other, each on a page of its own. Raises as `voucher_slip_scene`."""
    scenes = [voucher_slip_scene(voucher, roll=roll, dpi=dpi) for voucher in vouchers]
    shop = vouchers[0].shop if vouchers else ""
    return Document(tuple(page for scene in scenes for page in scene.pages), shop, shop, dpi, kind="slip")


def write_voucher(strip: Strip, voucher: VoucherFace, *, dpi: int = SLIP_DPI) -> None:
    """Writes a voucher alone. Raises CodeNotPrintable and CodeTooWide."""
    _heading(strip, voucher.shop, below=(voucher.second_line,))
    _promise(strip, voucher)
    strip.space(2)
    strip.bars(symbol_for(voucher.code), dpi=dpi, caption=voucher.number)
    strip.space(1)
    strip.words(voucher.small_print, 2.7, most=6)


def _document(column: Column, roll: Roll, *, shop: str, dpi: int) -> Document:
    page = Page(roll.value[0], column.y + BOTTOM, tuple(column.items))
    return Document((page,), shop, shop, dpi, kind="slip")
