"""EAN-13 and Code 128 as rows of modules, and how many whole printer dots a module gets.

python-barcode builds the bars. Two of its habits would put a wrong number on a card and are guarded here: EAN-13
changes a wrong check digit, cuts what is too long and takes digits of other scripts; Code 128 loses the first two
characters of a number that begins with 99 and may build the same number differently the second time.
"""

import math
import re

from barcode.codex import Code128
from barcode.ean import EuropeanArticleNumber13

from loyaltydesk.model.cards import LONGEST, check_digit
from loyaltydesk.printing.code128 import text_of
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import MM_PER_INCH, Symbol

MODULE_MM = 0.33  # GS1 General Specifications, 5.2.3.1: the size at 100 %
SMALLEST_MODULE_MM = 0.25  # what on-demand printers may go down to
EAN13_QUIET = (11, 7)  # modules left and right; GS1 General Specifications, 5.2.3.4
CODE128_QUIET = (10, 10)  # ISO/IEC 15417, 4.4


class _Code128(Code128):  # type: ignore[misc]  # the library has no types
    """Code 128 that leaves a leading data word 99 alone, where the original takes it for "switch to set C"."""

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if encoded[1] == 99:
            return encoded
        optimized: list[int] = super()._try_to_optimize(encoded)
        return optimized


def symbol_for(code: str) -> Symbol:
    """The barcode of `code`: EAN-13 for thirteen digits with their check digit, else Code 128.

    Raises CodeNotPrintable for what is not 1 to 48 printable ASCII characters.
    """
    if re.fullmatch(r"[0-9]{13}", code) and check_digit(code[:12]) == code[12]:
        return _ean13(code)
    if re.fullmatch(rf"[ -~]{{1,{LONGEST}}}", code):
        return _code128(code)
    raise CodeNotPrintable(code)


def _ean13(code: str) -> Symbol:
    symbol = EuropeanArticleNumber13(code)
    if symbol.ean != code:
        raise ValueError(f"asked for the bars of {code} and would have got those of {symbol.ean}")
    return Symbol(code, f"{code[0]} {code[1:7]} {code[7:]}", symbol.build()[0], *EAN13_QUIET)


def _code128(code: str) -> Symbol:
    modules = _Code128(code).build()[0]
    read = text_of(modules)
    if read != code:
        raise ValueError(f"asked for the bars of {code!r} and would have got those of {read!r}")
    return Symbol(code, code, modules, *CODE128_QUIET)


def dots_for(symbol: Symbol, width_mm: float, *, dpi: int) -> int:
    """Whole printer dots for each module: as near to 0.33 mm as `width_mm` allows, and 0.25 mm at least.

    Raises CodeTooWide when even the smallest size does not fit.
    """
    dot = MM_PER_INCH / dpi
    smallest = math.ceil(SMALLEST_MODULE_MM / dot - 1e-9)
    best = max(smallest, round(MODULE_MM / dot))
    fits = math.floor(width_mm / dot / symbol.width + 1e-9)
    if fits < smallest:
        raise CodeTooWide(symbol.code, round(smallest * dot * symbol.width, 1), round(width_mm, 1))
    return min(best, fits)
