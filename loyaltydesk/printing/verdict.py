"""Says before a card is printed whether scanners will read it: each doubt with its figures and advice."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.printing.card import CR80, CardDrawing, CardFace, CardLook, card_drawing
from loyaltydesk.printing.figures import written
from loyaltydesk.printing.reading import bars_among, quiet_box, read_back, reflected_by, says_its_code
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Bars, Page, Placed
from loyaltydesk.words import mark, tr

DPI = 300  # of the printers that cards are made with
THINNEST = 0.30  # mm; narrower bars were read only by some scanners once the print is a little blurred
THINNEST_SQUARE = 0.38  # of a symbol in two dimensions: below it a blurred print was lost at 203 dpi
LOWEST = 15.0  # mm; a lower symbol is missed when the card is held askew
LEAST_CONTRAST = 55  # per cent of all light: grade B of ISO/IEC 15416, as print loses some
EVEN = 0.12  # of all light, by which the paper within the quiet zones may differ


class Doubt(StrEnum):
    """What can be wrong with the barcode of a card."""

    NOT_PRINTABLE = "not_printable"
    TOO_WIDE = "too_wide"
    THIN = "thin"
    LOW = "low"
    OVER_THE_EDGE = "over_the_edge"
    NOT_QUIET = "not_quiet"
    CONTRAST = "contrast"
    UNREAD = "unread"


SENTENCES = {
    Doubt.NOT_PRINTABLE: mark("This number cannot be printed as such a barcode. Leave the kind to the program."),
    Doubt.TOO_WIDE: mark(
        "The number is too long for the card: its bars need {needed} mm, and there are {found} mm. A QR code would fit."
    ),
    Doubt.THIN: mark(
        "The narrowest bars are {found} mm wide, and not every scanner reads what is below {needed} mm. "
        "A shorter number or a QR code helps."
    ),
    Doubt.LOW: mark("The bars are {found} mm high. Below {needed} mm scanners miss them when the card is held askew."),
    Doubt.OVER_THE_EDGE: mark("The white space beside the bars ends at the edge of the card. Put them in the middle."),
    Doubt.NOT_QUIET: mark(
        "Something is painted in the white space that the bars need beside them. Put them elsewhere, or on the other "
        "side of the card."
    ),
    Doubt.CONTRAST: mark(
        "Scanners see by red light, and there the bars stand out by {found} % only; {needed} % are needed. "
        "Print them in black."
    ),
    Doubt.UNREAD: mark("A reader cannot find the number on the card as it would be printed. Print the bars in black."),
}


class Problem(Struct, frozen=True):
    """One doubt: what was found, and what is needed, in millimetres or per cent."""

    doubt: Doubt
    found: float = 0
    needed: float = 0

    @property
    def sentence(self) -> str:
        """What is wrong and what would help, in the language in use."""
        places = 2 if self.doubt is Doubt.THIN else 0
        return tr(SENTENCES[self.doubt]).format(
            found=written(self.found, places=places), needed=written(self.needed, places=places)
        )


class Verdict(Struct, frozen=True):
    """All doubts about a card's barcode, the gravest first, and its figures: millimetres, and contrast of 0 to 1."""

    problems: tuple[Problem, ...] = ()
    module: float = 0
    height: float = 0
    contrast: float = 0

    @property
    def is_good(self) -> bool:
        """Whether scanners will read it."""
        return not self.problems


def verdict(look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80, dpi: int = DPI) -> Verdict:
    """Whether scanners will read this card of a size in mm from a printer of `dpi`: sizes first, then a reader.

    It takes some ten milliseconds, nearly all of them in `unread`.
    """
    found = measured(look, face, size=size, dpi=dpi)
    if found.problems:
        return found
    problem = unread(look, face, size=size, dpi=dpi)
    return Verdict((problem,), found.module, found.height, found.contrast) if problem else found


def measured(look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80, dpi: int = DPI) -> Verdict:
    """What the sizes and the inks alone tell, within a millisecond or two."""
    drawing = card_drawing(look, size, dpi=dpi)
    try:
        bars, ground = _bars(drawing, face)
    except CodeNotPrintable:
        return Verdict((Problem(Doubt.NOT_PRINTABLE),))
    except CodeTooWide as no:
        return Verdict((Problem(Doubt.TOO_WIDE, no.width_mm, no.needed_mm),))
    light = reflected_by((ground,), bars)
    problems = [*_sizes(bars, size)]
    if light.brightest - light.darkest > EVEN:
        problems.append(Problem(Doubt.NOT_QUIET))
    if light.contrast * 100 < LEAST_CONTRAST:
        problems.append(Problem(Doubt.CONTRAST, max(light.contrast, 0) * 100, LEAST_CONTRAST))
    return Verdict(tuple(problems), bars.module, bars.height, light.contrast)


def unread(look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80, dpi: int = DPI) -> Problem | None:
    """What a reader makes of the side with the bars, painted as it is printed; None when it reads the number.

    Raises CodeNotPrintable and CodeTooWide.
    """
    drawing = card_drawing(look, size, dpi=dpi)
    bars, ground = _bars(drawing, face)
    words = drawing.front_words(face) if drawing.is_coded_in_front else drawing.back_words(face)
    page = Page(*size, (ground, *words))
    read = read_back(page, bars.symbol, dpi=dpi) == bars.symbol.code and says_its_code(bars.symbol)
    return None if read else Problem(Doubt.UNREAD)


def _bars(drawing: CardDrawing, face: CardFace) -> tuple[Bars, Placed]:
    """The barcode and the ground it stands on."""
    in_front = drawing.is_coded_in_front
    words = drawing.front_words(face) if in_front else drawing.back_words(face)
    bars = bars_among(words)
    assert bars is not None  # every card has one
    return bars, Placed(drawing.front_ground if in_front else drawing.back_ground, -drawing.bleed, -drawing.bleed)


def _sizes(bars: Bars, size: tuple[float, float]) -> Iterator[Problem]:
    left, top, wide, high = quiet_box(bars)
    inside = left > -1e-6 and top > -1e-6 and left + wide < size[0] + 1e-6 and top + high < size[1] + 1e-6
    if not inside:
        yield Problem(Doubt.OVER_THE_EDGE)
    thinnest = THINNEST_SQUARE if bars.symbol.rows else THINNEST
    if bars.module < thinnest:
        yield Problem(Doubt.THIN, bars.module, thinnest)
    if bars.height < LOWEST and not bars.symbol.rows:
        yield Problem(Doubt.LOW, bars.height, LOWEST)
