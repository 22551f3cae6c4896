"""A page painted by Qt: the bars of a printer, the words of the PDF, the shapes of the scene."""

from collections.abc import Callable
from io import BytesIO
from itertools import groupby

import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTransform

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.fonts import width_of
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import (
    Align,
    Bars,
    Disc,
    Document,
    Gradient,
    Group,
    Image,
    Item,
    Letter,
    Motif,
    Page,
    Path,
    Placed,
    Rect,
    Role,
    Text,
    Written,
)
from ui.paper.painter import EM, _font, paint_page

pytestmark = pytest.mark.usefixtures("qapp")


def _painted(page: Page, dpi: float, *, whole_dots: bool = True) -> QImage:
    scale = dpi / 25.4
    image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint_page(painter, page, whole_dots=whole_dots)
    return image


def _page(*items: Item) -> Page:
    return Page(90, 30, items)


def _bars(code: str, *, dpi: int = 300, x: float = 5, width: float = 80, align: Align = Align.CENTRE) -> Bars:
    symbol = symbol_for(code)
    return Bars(x, 5, width, 16, symbol, dots_for(symbol, width, dpi=dpi), dpi, align)


def _runs(image: QImage) -> list[int]:
    y = image.height() * 13 // 30
    row = (image.pixelColor(x, y).lightness() for x in range(image.width()))
    lengths = [(shade, len(list(some))) for shade, some in groupby(row)]
    assert {shade for shade, _ in lengths} <= {0, 255}
    return [length for _, length in lengths]


@pytest.mark.parametrize("code", ["2600000000017", "LD-0012345", "990012345", "4711"])
@pytest.mark.parametrize(("dpi", "dots"), [(203, 3), (300, 4), (600, 8), (1200, 16), (180, 2)])
def test_on_any_printer_each_bar_is_whole_dots(
    read: Callable[[QImage], list[str]], code: str, dpi: int, dots: int
) -> None:
    bars = _bars(code)
    image = _painted(_page(Group((bars,), 0.037, 0.01)), dpi)
    runs = _runs(image)
    assert runs[1:-1] == [len(list(some)) * dots for _, some in groupby(bars.symbol.modules)]
    assert read(image) == [code]


def test_bars_planned_for_another_printer_stay_within_their_place() -> None:
    narrow = _bars("2600000000017", width=29)
    assert narrow.dots == 3
    runs = _runs(_painted(_page(narrow), 203))
    assert sum(runs[1:-1]) == 95 * 2
    assert runs[0] >= 5 / 25.4 * 203 + 11 * 2 - 1


@pytest.mark.parametrize("align", list(Align))
def test_bars_stand_where_the_pdf_has_them(align: Align) -> None:
    bars = _bars("LD-0012345", align=align)
    first = _runs(_painted(_page(bars), 300))[0] / 300 * 25.4
    assert first == pytest.approx(bars.left + bars.symbol.quiet_left * bars.module, abs=0.1)


@pytest.mark.parametrize("dpi", [144, 192, 250])
def test_bars_on_a_screen_can_be_read_too(read: Callable[[QImage], list[str]], dpi: int) -> None:
    assert read(_painted(_page(_bars("2600000000017")), dpi, whole_dots=False)) == ["2600000000017"]


def _unlike_the_pdf(document: Document, number: int = 0) -> tuple[float, float]:
    """How far what is seen is from the PDF (0 to 255): all over, and where a letter's size differs most."""
    pdf = pypdfium2.PdfDocument(pdf_bytes(document))[number].render(scale=300 / 72).to_pil().convert("RGB")
    seen = _painted(document.pages[number], 300).convertToFormat(QImage.Format.Format_RGB888)
    size = (seen.width(), seen.height())
    raw = Pillow.frombuffer("RGB", size, seen.constBits(), "raw", "RGB", seen.bytesPerLine(), 1)
    unlike = ImageChops.difference(pdf.crop((0, 0, *size)), raw)
    return max(ImageStat.Stat(unlike).mean), max(ImageStat.Stat(unlike.reduce(12)).extrema[0])


@pytest.mark.parametrize("number", [0, 1])
def test_what_is_seen_is_what_the_pdf_prints(card: Document, number: int) -> None:
    mean, most = _unlike_the_pdf(card, number)
    assert mean < 2
    assert most < 100  # nothing the size of a letter is elsewhere


def test_words_are_as_wide_as_they_were_measured() -> None:
    page = _page(Text("ŁÓDŹ ĒĢĶ ЖЩЫ", 5, 20, 8, Role.BOLD, width=60), Text("M", 85, 20, 8, align=Align.RIGHT))
    image = _painted(page, 300)
    dark = [
        x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]
    assert dark[0] == pytest.approx(5 / 25.4 * 300, abs=12)
    assert dark[-1] == pytest.approx(85 / 25.4 * 300, abs=12)


@pytest.mark.parametrize("text", ["", " ", "\x00", "<b>x</b>", "&amp;", "שלום", "🎂", "W" * 5000, "\u202ex"])
def test_odd_words_do_no_harm(text: str) -> None:
    image = _painted(_page(Text(text, 5, 20, 6, width=60)), 100)
    assert all(
        image.pixelColor(x, y).lightness() > 250 for x in range(260, image.width()) for y in range(image.height())
    )


def test_shapes_gradients_pictures_and_clips_stand_in_their_places() -> None:
    file = BytesIO()
    Pillow.new("RGB", (4, 4), "#FF0000").save(file, "PNG")
    motif = Motif(10, 10, (Rect(0, 0, 10, 10, Gradient(0, 0, 10, 0, "#000000", "#0000FF")),))
    page = _page(
        Placed(motif, 5, 5),
        Image(20, 5, 10, 10, file.getvalue()),
        Disc(45, 10, 5, "#00FF00"),
        Group((Rect(0, 0, 30, 30, "#FFFF00"),), 55, 5, Disc(5, 5, 5, "#000000")),
        Rect(75, 5, 10, 10, stroke="#FF00FF", stroke_width=1),
    )
    image = _painted(page, 254)  # ten pixels to the millimetre

    def colour(x: float, y: float) -> str:
        return image.pixelColor(round(x * 10), round(y * 10)).name()

    assert colour(5.2, 10)[-2:] < "10"
    assert colour(14.8, 10)[-2:] > "f0"
    assert colour(25, 10) == "#ff0000"
    assert (colour(45, 10), colour(41, 6)) == ("#00ff00", "#ffffff")
    assert (colour(60, 10), colour(55.5, 5.5), colour(70, 20)) == ("#ffff00", "#ffffff", "#ffffff")
    assert (colour(75, 10), colour(80, 10)) == ("#ff00ff", "#ffffff")


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    "text", ["Kafejnīca, coffee fi ffi fl", "AVATo Tr. W,", "Съешь же ещё ЖЩЫ", "1 485,00 € – „“ …"]
)
def test_qt_sets_words_exactly_as_wide_as_the_pdf(role: Role, text: str) -> None:
    assert QFontMetricsF(_font(role)).horizontalAdvance(text) == pytest.approx(width_of(text, role, size=EM), abs=1)


HEART = (("M", (10, 18)), ("C", (0, 10, 2, 0, 10, 6)), ("C", (18, 0, 20, 10, 10, 18)), ("Z", ()))
LETTERS = (Letter(), Letter(0.01, 0.02, 3, 1.1), Letter(-0.01, -0.02, -4, 0.9))


@pytest.mark.parametrize(
    "item",
    [
        *(Written(Text("Łucjo − ½ Ω ģ Щ", 5, 15, 8, role, "#123456", width=60), LETTERS) for role in Role),
        Text("−½ ₽ Ω 🎂", 5, 15, 8, Role.ROUND),
        Path(HEART, Gradient(0, 0, 20, 18, "#FF8080", "#A00020"), "#000000", 0.6),
        Group((Path(HEART, "#FF0000"), Text("Ж", 2, 5, 5)), 40, 10, turn=30, scale=0.7),
        Group((Group((Rect(0, 0, 10, 10, "#AA0000"),), 5, 5, turn=45, clip=Rect(0, 0, 6, 6)),), 40, 5, turn=-20),
    ],
)
def test_hands_drawings_and_turns_are_seen_as_the_pdf_has_them(item: Item) -> None:
    mean, most = _unlike_the_pdf(Document((_page(item),), ""))
    assert mean < 2
    assert most < 100


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize(("dpi", "dots"), [(203, 3), (300, 4), (600, 8)])
def test_bars_that_are_turned_stay_on_whole_dots(
    read: Callable[[QImage], list[str]], turn: int, dpi: int, dots: int
) -> None:
    symbol = symbol_for("2600000000017")
    bars = Bars(-22.013, -6.01, 44, 12, symbol, 4, 300)
    image = _painted(Page(60, 50, (Group((Group((bars,), 0.1, 0.03),), 30.037, 25.051, turn=turn),)), dpi)
    upright = image.transformed(QTransform().rotate(-turn))
    row = (upright.pixelColor(x, upright.height() // 2).lightness() for x in range(upright.width()))
    runs = [(shade, len(list(some))) for shade, some in groupby(row)]
    assert {shade for shade, _ in runs} == {0, 255}
    assert [length for _, length in runs[1:-1]] == [len(list(some)) * dots for _, some in groupby(symbol.modules)]
    assert read(upright) == ["2600000000017"]
