"""Where everything stands on a voucher, by its size: a leaf of A6, a third of A4, a business card."""

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.scene import Role, Text

EDGE = 5.5  # printers leave this much of the paper white
CARD_HIGH, LONG = 62.0, 175.0  # mm; a lower label is a business card, a longer one a third of a sheet


class VoucherPlan(Struct, frozen=True):
    """A ticket of `width` × `height` within its label, `inset` from its edges; all lengths in mm from its corner.

    The texts are without their words. What it gives has two lines, or three small ones; `whom` and `valid` follow it or
    stand at their own place, whichever is lower. `bars` is a box by its left and its right end, its top and its height,
    quiet zones included; the first bar is at `first` where that leaves them room. `sign` is the height of the middle of
    the shop's disc and its radius. Of the small print the last of `small_lines` stands at its place, and `title` may
    stand on the stub.
    """

    width: float
    height: float
    inset: float
    corner: float
    stub: float
    sign: tuple[float, float]
    shop: Text
    second: Text
    title: Text
    gives: Text
    whom: Text
    valid: Text
    small: Text
    bars: tuple[float, float, float, float]
    first: float
    number: Text
    small_lines: int = 2
    is_titled_on_stub: bool = False


def plan_of(label: tuple[float, float]) -> VoucherPlan:
    """The places for a label of this size."""
    if label[1] < CARD_HIGH:
        return _card(*label)
    inner = label[0] - 2 * EDGE, label[1] - 2 * EDGE
    return _third(*inner) if label[0] > LONG else _leaf(*inner)


def _leaf(width: float, height: float) -> VoucherPlan:
    stub, left = 44.0, 52.0
    wide = width - left - 8
    return VoucherPlan(
        width,
        height,
        inset=EDGE,
        corner=4.0,
        stub=stub,
        sign=(24.0, 10.5),
        shop=_stubbed(6.0, stub - 8),
        second=_stubbed(3.3, stub - 10, smallest=0.8),
        title=Text("", left, 12, 4, colour=MUTED, width=wide),
        gives=Text("", left, 23, 9, Role.BOLD, INK, width=wide, smallest=0.55),
        whom=Text("", left, 0, 4.2, colour=INK, width=wide, smallest=0.6),
        valid=Text("", left, 0, 4.2, Role.BOLD, INK, width=wide),
        small=Text("", left, height - 5.75, 2.6, colour=MUTED, width=wide, smallest=0.85),
        bars=(stub + 1, width, height - 38, 18.0),
        first=left,
        number=Text("", 0, 0, 3.8, colour=INK, smallest=0.5),
    )


def _third(width: float, height: float) -> VoucherPlan:
    """What it gives over all of the width; below it the words on the left and the bars on the right."""
    stub, left = 54.0, 63.0
    bars_left = width - 71
    wide, column = width - left - 8, bars_left - left - 6
    return VoucherPlan(
        width,
        height,
        inset=EDGE,
        corner=4.0,
        stub=stub,
        sign=(20.5, 10.5),
        shop=_stubbed(6.6, stub - 10),
        second=_stubbed(3.7, stub - 12, smallest=0.8),
        title=Text("", left, 14, 4.2, colour=MUTED, width=wide),
        gives=Text("", left, 28, 13, Role.BOLD, INK, width=wide, smallest=0.5),
        whom=Text("", left, 52, 4.2, colour=INK, width=column, smallest=0.6),
        valid=Text("", left, 58.5, 4.2, Role.BOLD, INK, width=column),
        small=Text("", left, height - 8.5, 2.6, colour=MUTED, width=column, smallest=0.85),
        bars=(bars_left - 5, width, 47.0, 24.0),
        first=bars_left,
        number=Text("", 0, 0, 3.8, colour=INK, smallest=0.5),
        small_lines=3,
    )


def _card(width: float, height: float) -> VoucherPlan:
    """A business card is filled to its edges, for it is cut from stock that has a margin."""
    stub, left = 20.0, 24.4
    wide = width - left - 4
    return VoucherPlan(
        width,
        height,
        inset=0.0,
        corner=0.0,
        stub=stub,
        sign=(11.2, 5.8),
        shop=_stubbed(3.3, stub - 4),
        second=_stubbed(2.2, stub - 4, smallest=0.85),
        title=_stubbed(2.7, stub - 4),
        gives=Text("", left, 7.9, 5.2, Role.BOLD, INK, width=wide, smallest=0.55),
        whom=Text("", left, 0, 2.8, colour=INK, width=wide, smallest=0.7),
        valid=Text("", left, 0, 2.8, Role.BOLD, INK, width=wide, smallest=0.8),
        small=Text("", left, height - 3.3, 2.1, colour=MUTED, width=wide, smallest=0.9),
        bars=(stub + 0.6, width, 24.2, height - 24.2 - 12.4),
        first=left,
        number=Text("", 0, 0, 3.0, colour=INK, smallest=0.5),
        is_titled_on_stub=True,
    )


def _stubbed(size: float, width: float, *, smallest: float = 0.6) -> Text:
    return Text("", 0, 0, size, width=width, smallest=smallest)
