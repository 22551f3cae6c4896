"""Bars in a PDF: one path in whole modules under one matrix, its corner on the printer's dots."""

from functools import lru_cache
from itertools import pairwise
from typing import Final

from loyaltydesk.printing.pdf_content import rgb
from loyaltydesk.printing.pdf_frame import Frame
from loyaltydesk.printing.scene import POINTS_PER_MM, Bars, Symbol

# Where the guards and digits of an EAN-13 begin; no bar lies across (ISO/IEC 15420).
EAN13_PARTS: Final = tuple(pairwise((0, *range(3, 46, 7), *range(50, 93, 7), 95)))
EAN13_KINDS: Final = ("ean13", "upc_a")


def set_bars(bars: Bars, frame: Frame) -> str:
    """The operators of `bars`."""
    module = bars.dots * 72 / bars.dpi
    left, foot = frame.on_dots(*frame.point(bars.left, bars.y + bars.height))
    high = frame.snap(bars.height * POINTS_PER_MM) / len(bars.symbol.lines)
    left += bars.symbol.quiet_left * module
    return f"q {rgb(bars.ink)} {module:.6f} 0 0 {high:.5f} {left:.5f} {foot:.5f} cm {_rectangles(bars.symbol)} f Q"


def _rectangles(symbol: Symbol) -> str:
    modules = symbol.modules
    if symbol.kind in EAN13_KINDS:
        return " ".join([_part(start, modules[start:end]) for start, end in EAN13_PARTS])
    last = len(symbol.lines) - 1
    return " ".join(f"{bar.start} {last - row} {len(bar)} 1 re" for row, bar in symbol.stretches())


@lru_cache(maxsize=512)
def _part(start: int, modules: str) -> str:
    """The bars of a guard or a digit; there are ten digits in two sets and twelve places."""
    part = Symbol("", "", modules, 0, 0)
    return " ".join(f"{start + bar.start} 0 {len(bar)} 1 re" for bar in part.runs())
