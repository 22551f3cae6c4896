"""How well the codes of every paper are read: as printed, in one bit, blurred, turned, and all of that at once.

Each paper is made into a PDF, that is made into dots of 203, 300 and 600 dpi, and two readers look at what becomes of
them. The second one is a library of the system's; where that is missing its column says so.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.reading import FORMATS
from loyaltydesk.printing.scene import MM_PER_INCH
from tests.bench.papers import Box, Paper, codes_of, papers

DPI = (203, 300, 600)
BLUR = 0.10  # mm, as a phone or a scanner a little out of focus
TURN = 3.0  # degrees
Look = Callable[[Image.Image, int], Image.Image]
Reader = Callable[[Image.Image, Symbology], set[str]]


def _as_it_is(picture: Image.Image, _dpi: int) -> Image.Image:
    return picture


def _dithered(picture: Image.Image, _dpi: int) -> Image.Image:
    return picture.convert("1").convert("L")


def _blurred(picture: Image.Image, dpi: int) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(BLUR / MM_PER_INCH * dpi))


def _turned(picture: Image.Image, _dpi: int) -> Image.Image:
    return picture.rotate(TURN, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _all_at_once(picture: Image.Image, dpi: int) -> Image.Image:
    """As it comes about: printed in one bit, held at a slant, seen out of focus."""
    return _blurred(_turned(_dithered(picture, dpi), dpi), dpi)


LOOKS: dict[str, Look] = {
    "clean": _as_it_is,
    "one bit": _dithered,
    "blurred": _blurred,
    "turned": _turned,
    "all": _all_at_once,
}
PROMISED = ("clean", "one bit", "blurred", "turned")  # by the first reader, from PROMISED_DPI on
PROMISED_DPI = 300


def zxing(picture: Image.Image, kind: Symbology) -> set[str]:
    """What a reader finds that looks at a picture as it lies."""
    found = zxingcpp.read_barcodes(
        picture, formats=FORMATS[kind], try_rotate=False, try_downscale=False, try_invert=False
    )
    return {_plain(each.text, kind) for each in found}


def zbar_or_none() -> Reader | None:
    """The second reader; None where the system has not its library."""
    with suppress(ImportError, OSError):
        library = import_module("pyzbar.pyzbar")
        return lambda picture, kind: _zbar(library, picture, kind)
    return None


ZBAR_NAMES = {
    Symbology.EAN13: "EAN13",
    Symbology.EAN8: "EAN8",
    Symbology.UPC_A: "EAN13",  # a UPC-A by itself is not looked for
    Symbology.CODE128: "CODE128",
    Symbology.CODE39: "CODE39",
    Symbology.ITF: "I25",
    Symbology.CODABAR: "CODABAR",
    Symbology.QR: "QRCODE",
}


def _zbar(library: ModuleType, picture: Image.Image, kind: Symbology) -> set[str]:
    found = library.decode(picture, symbols=[library.ZBarSymbol[ZBAR_NAMES[kind]]])
    return {_plain(each.data.decode("latin-1"), kind) for each in found}


def _plain(text: str, kind: Symbology) -> str:
    """Without what readers add: the letters around a Codabar, the 0 before a UPC-A."""
    if kind is Symbology.CODABAR:
        return text.strip("ABCD")
    return text[1:] if kind is Symbology.UPC_A and len(text) == 13 else text


@dataclass
class Rate:
    """How many codes of one paper were read at one resolution, as they look in each way; and how many misread."""

    paper: Paper
    dpi: int
    tried: int = 0
    right: dict[tuple[str, str], int] = field(default_factory=dict)  # by look and reader
    wrong: dict[str, int] = field(default_factory=dict)  # by reader

    @property
    def missed(self) -> list[str]:
        """In which of the promised looks the first reader did not read all of them."""
        return [look for look in PROMISED if self.right[look, "zxing"] < self.tried]

    @property
    def holds(self) -> bool:
        """Whether all that is promised was read, at the resolutions it is promised for."""
        return self.dpi < PROMISED_DPI or not self.missed

    def percent(self, look: str, reader: str) -> str:
        """A share as people read it, a dash for a reader there is not."""
        if (look, reader) not in self.right:
            return "-"
        return f"{100 * self.right[look, reader] / self.tried:.0f}"


def rates(
    count: int, *, dpis: Sequence[int] = DPI, some: Sequence[Paper] | None = None, second: bool = True
) -> list[Rate]:
    """The rates of every paper, or of `some`, from so many codes of each; by both readers, or by the first."""
    readers: dict[str, Reader] = {"zxing": zxing}
    other = zbar_or_none() if second else None
    if other:
        readers["zbar"] = other
    return [rate for paper in (papers() if some is None else some) for rate in _rates(paper, count, (dpis, readers))]


def _rates(paper: Paper, count: int, how: tuple[Sequence[int], dict[str, Reader]]) -> Iterator[Rate]:
    dpis, readers = how
    codes = codes_of(paper.kind, count)
    document = paper.make(codes)
    pieces = list(paper.pieces(document, codes))
    with pypdfium2.PdfDocument(pdf_bytes(document)) as file:
        for dpi in dpis:
            rate, rendered = Rate(paper, dpi), dict[int, Image.Image]()
            for piece in pieces:
                if piece.page not in rendered:
                    rendered = {piece.page: file[piece.page].render(scale=dpi / 72).to_pil().convert("L")}
                held = _cut(rendered[piece.page], piece.box, dpi)
                upright = held.transpose(Image.Transpose.ROTATE_90) if piece.lies else held
                _try(rate, piece.code, upright, readers=readers)
            yield rate


def _cut(page: Image.Image, box: Box, dpi: int) -> Image.Image:
    """The part of a page that somebody holds in their hand."""
    left, top, wide, high = (side / MM_PER_INCH * dpi for side in box)
    return page.crop((round(left), round(top), round(left + wide), round(top + high)))


def _try(rate: Rate, code: str, picture: Image.Image, *, readers: dict[str, Reader]) -> None:
    rate.tried += 1
    for look, change in LOOKS.items():
        seen = change(picture, rate.dpi)
        for name, read in readers.items():
            found = read(seen, rate.paper.kind)
            rate.right[look, name] = rate.right.get((look, name), 0) + (code in found)
            rate.wrong[name] = rate.wrong.get(name, 0) + len(found - {code})


def decode_table(found: Sequence[Rate]) -> str:
    """The rates under their heads, both readers in each column."""
    second = "zbar" if any(reader == "zbar" for rate in found for _look, reader in rate.right) else "zbar missing"
    heads = ("paper", "dpi", *LOOKS, "misread", "verdict")
    cells = [heads, *(_cells(rate) for rate in found)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(heads))]
    lines = (
        "  ".join(cell.ljust(width) if place == 0 else cell.rjust(width) for place, (cell, width) in enumerate(pairs))
        for pairs in (zip(line, widths, strict=True) for line in cells)
    )
    return "\n".join((f"Codes read, in percent (zxing/{second})", *lines))


def _cells(rate: Rate) -> tuple[str, ...]:
    shares = (f"{rate.percent(look, 'zxing')}/{rate.percent(look, 'zbar')}" for look in LOOKS)
    misread = f"{rate.wrong['zxing']}/{rate.wrong.get('zbar', '-')}"
    return rate.paper.name, str(rate.dpi), *shares, misread, "holds" if rate.holds else "BELOW"
