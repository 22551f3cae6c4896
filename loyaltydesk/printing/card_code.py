"""The barcode of a card in its place, and the number below it."""

from msgspec import Struct

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.scene import BLACK, MM_PER_INCH, Align, Bars, Item, Rect, Role, Symbol, Text

SQUARE = 19.0  # of a symbol in two dimensions, at most
LARGEST_MODULE = 0.62
NUMBER_SIZE = 3.7
GAP = 4.1  # from the foot of the bars to the line the number stands on
GROUP = 4  # digits of a long number that stand together


class CodePlace(Struct, frozen=True):
    """Where bars may stand, quiet zones included: a box in millimetres, which end of it, and for which printer.

    `ends` is the foot of the number at the lowest.
    """

    box: tuple[float, float, float, float]
    align: Align
    ends: float
    ink: str = BLACK
    dpi: int = 300


def code_items(code: str, kind: str, *, number: str, place: CodePlace) -> tuple[Item, ...]:
    """The bars of `code` as `kind` and its `number` below (empty: the code's own, in groups).

    Raises CodeNotPrintable and CodeTooWide.
    """
    symbol = symbol_for(code, kind)
    bars = _square(symbol, place) if symbol.rows else _row(symbol, place)
    y = min(bars.y + bars.height + (GAP + 0.9 if symbol.rows else GAP), place.ends)
    x, align, room = _below(bars, place)
    words = Text(number or grouped(symbol), x, y, NUMBER_SIZE, Role.BODY, BLACK, align, room, 0.5)
    return (bars, *_bearers(bars), words)


def _bearers(bars: Bars) -> tuple[Rect, ...]:
    """Bars along the upper and the lower edge of an Interleaved 2 of 5, two modules thick.

    A beam that leaves it there would else read fewer digits (bearer bars, ISO/IEC 16390).
    """
    if bars.symbol.kind != Symbology.ITF:
        return ()
    thick, left = 2 * bars.module, bars.left + bars.symbol.quiet_left * bars.module
    wide = len(bars.symbol.modules) * bars.module
    return tuple(Rect(left, y, wide, thick, bars.ink) for y in (bars.y, bars.y + bars.height - thick))


def _below(bars: Bars, place: CodePlace) -> tuple[float, Align, float]:
    """Where the number stands: in the middle below a row of bars, from the outer edge on below a small square."""
    x, _top, wide, _height = place.box
    if bars.symbol.rows and place.align is not Align.CENTRE:
        quiet = bars.symbol.quiet_left * bars.module
        outer = bars.left + quiet if place.align is Align.LEFT else bars.left + bars.symbol.width * bars.module - quiet
        return outer, place.align, wide - (outer - x if place.align is Align.LEFT else x + wide - outer)
    return bars.middle, Align.CENTRE, 2 * min(bars.middle - x, x + wide - bars.middle)


def _row(symbol: Symbol, place: CodePlace) -> Bars:
    x, top, wide, height = place.box
    dots = dots_for(symbol, wide, dpi=place.dpi)
    return Bars(x, top, wide, height, symbol, dots, place.dpi, place.align, place.ink)


def _square(symbol: Symbol, place: CodePlace) -> Bars:
    """As large as the height of the place allows, up to LARGEST_MODULE; its quiet zones lie within the place too."""
    x, top, wide, height = place.box
    side, dot = min(SQUARE, height + 1.8, wide), MM_PER_INCH / place.dpi
    least = dots_for(symbol, side, dpi=place.dpi)
    dots = max(least, min(int(side / dot / symbol.width + 1e-9), int(LARGEST_MODULE / dot)))
    own, drawn = symbol.width * dots * dot, len(symbol.rows) * dots * dot
    left = x + (wide - own) * place.align.share
    return Bars(left, top + (height - drawn) / 2, own, drawn, symbol, dots, place.dpi, place.align, place.ink)


def grouped(symbol: Symbol) -> str:
    """The number of a symbol as people read it: as its standard writes it, else a long one by four digits."""
    code = symbol.code
    if symbol.caption != code or not code.isdigit() or len(code) <= GROUP + 2:
        return symbol.caption
    if len(code) == 13:  # as below the bars of an EAN-13
        return f"{code[0]} {code[1:7]} {code[7:]}"
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))
