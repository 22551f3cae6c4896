"""Numbers as rows of modules, in any of the usual kinds, and how many whole printer dots a module gets.

EAN-13 and UPC-A are built here, as ten thousand cards are made within a second; python-barcode and segno build the
others. Some habits of theirs would put a wrong number on a card and are guarded here: EAN-8 changes a wrong check digit
and cuts what is too long; Code 128 loses the first two characters of a number that begins with 99 and may build the
same number differently the second time; Interleaved 2 of 5 puts a 0 before an odd number of digits; segno makes a Micro
QR of a short number, which many readers cannot see. Every row of bars of theirs is read back before it is used.
"""

import math
from collections.abc import Callable
from typing import Final

import segno
from barcode.codabar import CODABAR
from barcode.codex import Code39, Code128
from barcode.ean import EuropeanArticleNumber8
from barcode.itf import ITF

from loyaltydesk.model.cards import LONGEST, check_digit
from loyaltydesk.model.symbologies import CHECKED, Symbology, can_say
from loyaltydesk.printing import code128, ean13
from loyaltydesk.printing.narrow_wide import WIDE, codabar_text, code39_text, itf_text
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import MM_PER_INCH, Bars, Symbol

MODULE_MM = 0.33  # GS1 General Specifications, 5.2.3.1: the size at 100 %
SMALLEST_MODULE_MM = 0.25  # what on-demand printers may go down to
SQUARE_MM, SMALLEST_SQUARE_MM = 0.5, 0.33  # of a symbol in two dimensions, half as large again
EAN13_QUIET = (11, 7)  # modules left and right; GS1 General Specifications, 5.2.3.4
EAN8_QUIET = (7, 7)
UPC_A_QUIET = (9, 9)
CODE128_QUIET = (10, 10)  # ISO/IEC 15417, 4.4; the same for Code 39, Interleaved 2 of 5 and Codabar
QR_QUIET = 4  # ISO/IEC 18004, 6.3.8, on all four sides
PLAIN: Final = "AA"  # the letters around a Codabar that is kept without


class _Code128(Code128):  # type: ignore[misc]  # the library has no types
    """Code 128 that leaves a leading data word 99 alone, where the original takes it for "switch to set C"."""

    def _try_to_optimize(self, encoded: list[int]) -> list[int]:
        if encoded[1] == 99:
            return encoded
        optimized: list[int] = super()._try_to_optimize(encoded)
        return optimized


def symbol_for(code: str, kind: str = Symbology.SUITED) -> Symbol:
    """The barcode of `code`, of the kind asked for (a Symbology, or a CodeKind of a design).

    Suited, which is the usual kind and the design's "auto", is EAN-13 for thirteen digits with their check digit, else
    Code 128. Raises CodeNotPrintable for what is not 1 to 48 printable ASCII characters, or not for this kind.
    """
    symbology = Symbology.SUITED if kind == "auto" else Symbology(kind)
    if symbology is Symbology.SUITED:
        if _is_whole(Symbology.EAN13, code):
            return _ean13(code)
        symbology = Symbology.CODE128
    if not 1 <= len(code) <= LONGEST or not _is_whole(symbology, code):
        raise CodeNotPrintable(code, "" if kind in ("", "auto", Symbology.CODE128) else symbology.value)
    return _BUILDERS[symbology](code)


def dots_for(symbol: Symbol, width_mm: float, *, dpi: int) -> int:
    """Whole printer dots for each module: as near to 0.33 mm as `width_mm` allows, and 0.25 mm at least.

    Of a symbol in two dimensions they are 0.5 mm and 0.33 mm. Raises CodeTooWide when even the smallest size does not
    fit.
    """
    usual, least = (SQUARE_MM, SMALLEST_SQUARE_MM) if symbol.rows else (MODULE_MM, SMALLEST_MODULE_MM)
    dot = MM_PER_INCH / dpi
    smallest = math.ceil(least / dot - 1e-9)
    best = max(smallest, round(usual / dot))
    fits = math.floor(width_mm / dot / symbol.width + 1e-9)
    if fits < smallest:
        raise CodeTooWide(symbol.code, round(smallest * dot * symbol.width, 1), round(width_mm, 1))
    return min(best, fits)


def square(symbol: Symbol, corner: tuple[float, float], side: float, *, dpi: int) -> Bars:
    """A symbol in two dimensions in the middle of a square of `side` mm with its top left `corner`, quiet zones inside.

    Raises CodeTooWide.
    """
    dots = dots_for(symbol, side, dpi=dpi)
    height = len(symbol.rows) * dots * MM_PER_INCH / dpi
    return Bars(corner[0], corner[1] + (side - height) / 2, side, height, symbol, dots, dpi)


def text_of(symbol: Symbol) -> str:
    """What the modules of a row of bars say, read back. Raises ValueError for unsound ones and two dimensions."""
    if symbol.kind not in _READERS:
        raise ValueError(f"no row of bars: {symbol.kind}")
    return _READERS[Symbology(symbol.kind)](symbol.modules)


def _is_whole(symbology: Symbology, code: str) -> bool:
    """Whether a kind of barcode can say `code`, its check digit included."""
    return can_say(symbology, code) and (symbology not in CHECKED or check_digit(code[:-1]) == code[-1])


def _ean13(code: str) -> Symbol:
    caption = f"{code[0]} {code[1:7]} {code[7:]}"
    return Symbol(code, caption, ean13.modules_of(code), *EAN13_QUIET, kind=Symbology.EAN13.value)


def _ean8(code: str) -> Symbol:
    modules = EuropeanArticleNumber8(code).build()[0]
    _prove(code, ean13.text_of_eight(modules))
    return Symbol(code, f"{code[:4]} {code[4:]}", modules, *EAN8_QUIET, kind=Symbology.EAN8.value)


def _upc_a(code: str) -> Symbol:
    """Twelve digits, whose bars are those of the EAN-13 with a 0 before them (GS1 General Specifications, 5.2.3)."""
    modules = ean13.modules_of("0" + code)
    caption = f"{code[0]} {code[1:6]} {code[6:11]} {code[11]}"
    return Symbol(code, caption, modules, *UPC_A_QUIET, kind=Symbology.UPC_A.value)


def _code128(code: str) -> Symbol:
    return _rowed(code, _Code128(code).build()[0], kind=Symbology.CODE128)


def _code39(code: str) -> Symbol:
    return _rowed(code, Code39(code, add_checksum=False).build()[0], kind=Symbology.CODE39)


def _itf(code: str) -> Symbol:
    return _rowed(code, ITF(code, narrow=1, wide=WIDE).build()[0], kind=Symbology.ITF)


def _codabar(code: str) -> Symbol:
    lettered = code if code[0] in "ABCD" else PLAIN[0] + code + PLAIN[1]
    built = _rowed(lettered, CODABAR(lettered, narrow=1, wide=WIDE).build()[0], kind=Symbology.CODABAR)
    return Symbol(code, code, built.modules, *CODE128_QUIET, kind=built.kind)


def _rowed(code: str, modules: str, *, kind: Symbology) -> Symbol:
    _prove(code, _READERS[kind](modules))
    return Symbol(code, code, modules, *CODE128_QUIET, kind=kind.value)


def _qr(code: str) -> Symbol:
    """A QR symbol of fifteen per cent redundancy; never a Micro QR."""
    rows = tuple("".join(map(str, row)) for row in segno.make_qr(code, error="m", boost_error=False).matrix)
    return Symbol(code, code, rows[0], QR_QUIET, QR_QUIET, rows, Symbology.QR.value)


def _prove(code: str, read: str) -> None:
    if read != code:
        raise ValueError(f"asked for the bars of {code!r} and would have got those of {read!r}")


_BUILDERS: Final[dict[Symbology, Callable[[str], Symbol]]] = {
    Symbology.EAN13: _ean13,
    Symbology.EAN8: _ean8,
    Symbology.UPC_A: _upc_a,
    Symbology.CODE128: _code128,
    Symbology.CODE39: _code39,
    Symbology.ITF: _itf,
    Symbology.CODABAR: _codabar,
    Symbology.QR: _qr,
}
_READERS: Final[dict[Symbology, Callable[[str], str]]] = {
    Symbology.EAN13: ean13.text_of,
    Symbology.EAN8: ean13.text_of_eight,
    Symbology.UPC_A: lambda modules: ean13.text_of(modules)[1:],
    Symbology.CODE128: code128.text_of,
    Symbology.CODE39: code39_text,
    Symbology.ITF: itf_text,
    Symbology.CODABAR: codabar_text,
}
