"""Measures the bars of a card before it is printed, and reads them back as a scanner would."""

import zxingcpp
from msgspec import Struct
from PIL.Image import Image

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.bars import text_of
from loyaltydesk.printing.light import red, reflected, seen_in
from loyaltydesk.printing.raster import page_picture
from loyaltydesk.printing.scene import Bars, Group, Item, Page, Symbol

LOOKED_AT = 8.0  # dots for each millimetre, where only tones are looked at
FORMATS = {
    Symbology.EAN13: zxingcpp.BarcodeFormat.EAN13,
    Symbology.EAN8: zxingcpp.BarcodeFormat.EAN8,
    Symbology.UPC_A: zxingcpp.BarcodeFormat.UPCA,
    Symbology.CODE128: zxingcpp.BarcodeFormat.Code128,
    Symbology.CODE39: zxingcpp.BarcodeFormat.Code39,
    Symbology.ITF: zxingcpp.BarcodeFormat.ITF,
    Symbology.CODABAR: zxingcpp.BarcodeFormat.Codabar,
    Symbology.QR: zxingcpp.BarcodeFormat.QRCode,
}


class Reflected(Struct, frozen=True):
    """How much red light comes back, 0 to 1: from the darkest and the brightest of the ground, and from the bars."""

    darkest: float
    brightest: float
    bars: float

    @property
    def contrast(self) -> float:
        """By how much the bars stand out at least (symbol contrast, ISO/IEC 15416, 5.4.4)."""
        return self.darkest - self.bars


def bars_among(items: tuple[Item, ...]) -> Bars | None:
    """The barcode among the words of one side."""
    return next((item for item in items if isinstance(item, Bars)), None)


def quiet_box(bars: Bars) -> tuple[float, float, float, float]:
    """The place that nothing else may touch: left, top, width and height of the bars with their quiet zones."""
    wide = bars.symbol.width * bars.module
    around = bars.symbol.quiet_left * bars.module if bars.symbol.rows else 0
    return bars.left, bars.y - around, wide, bars.height + 2 * around


def reflected_by(ground: tuple[Item, ...], bars: Bars) -> Reflected:
    """What a scanner sees of the bars and of all that is painted below and beside them."""
    left, top, wide, high = quiet_box(bars)
    page = Page(wide, high, (Group(seen_in(red, ground), -left, -top),))
    tones = [tone for tone, count in enumerate(page_picture(page, LOOKED_AT * 25.4, grey=True).histogram()) if count]
    return Reflected(reflected(tones[0]), reflected(tones[-1]), reflected(red(bars.ink)))


def says_its_code(symbol: Symbol) -> bool:
    """Whether the modules, read back one by one, are the code they were made from; two dimensions are not looked at."""
    if symbol.rows:
        return True
    try:
        return text_of(symbol).strip("ABCD") == symbol.code.strip("ABCD") or text_of(symbol) == symbol.code
    except ValueError:
        return False


def read_back(page: Page, symbol: Symbol, *, dpi: int) -> str:
    """What a reader finds on the page as a printer of `dpi` prints it, in the light of a scanner; empty for nothing."""
    picture = page_picture(Page(page.width, page.height, seen_in(red, page.items)), dpi, grey=True)
    found = _found(picture, symbol)
    return next((text for text in found if text == symbol.code), next(iter(found), ""))


def _found(picture: Image, symbol: Symbol) -> list[str]:
    kinds = {FORMATS[Symbology(symbol.kind)]} if symbol.kind else set(FORMATS.values())
    formats = zxingcpp.BarcodeFormats(list(kinds))
    read = zxingcpp.read_barcodes(picture, formats=formats, try_rotate=False, try_downscale=False, try_invert=False)
    return [_plain(each.text, symbol) for each in read]


def _plain(text: str, symbol: Symbol) -> str:
    """Without the letters around a Codabar and the 0 before a UPC-A, which readers add."""
    if symbol.kind == Symbology.CODABAR and symbol.code[:1] not in tuple("ABCD"):
        return text.strip("ABCD")
    return text[1:] if symbol.kind == Symbology.UPC_A and len(text) == 13 else text
