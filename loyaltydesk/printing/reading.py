"""Says before a card is printed whether a scanner will read it: wide enough bars, quiet zones, the right number."""

from loyaltydesk.printing import code128, ean13
from loyaltydesk.printing.bars import EAN13_QUIET
from loyaltydesk.printing.card import CR80, CardDrawing, CardFace, CardLook
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Bars, Symbol

DPI = 300  # of the printers that cards are made with
THINNEST_MM = 0.30  # narrower bars were read only by some scanners once the print is a little blurred
LOWEST_MM = 15.0  # a lower symbol is missed when the card is held askew


def reads_well(look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80) -> bool:
    """Whether the bars on the back of a card of this size (mm) can be relied on."""
    try:
        items = CardDrawing(look, size, dpi=DPI).back_words(face)
    except (CodeNotPrintable, CodeTooWide):
        return False
    return all(bars_read_well(item, size[0]) for item in items if isinstance(item, Bars))


def bars_read_well(bars: Bars, width: float) -> bool:
    """Whether bars on a card `width` mm wide are thick and high enough, keep their quiet zones and say their code."""
    right = bars.left + bars.symbol.width * bars.module
    within = bars.left > -1e-6 and right < width + 1e-6
    return bars.module >= THINNEST_MM and bars.height >= LOWEST_MM and within and says_its_code(bars.symbol)


def says_its_code(symbol: Symbol) -> bool:
    """Whether the modules, read back, are the code they were made from."""
    of_ean13 = (symbol.quiet_left, symbol.quiet_right) == EAN13_QUIET
    try:
        return (ean13.text_of if of_ean13 else code128.text_of)(symbol.modules) == symbol.code
    except ValueError:
        return False
