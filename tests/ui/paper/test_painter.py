"""A page painted by Qt: the bars of a printer, the words of the PDF, the shapes of the scene."""

from collections.abc import Callable
from io import BytesIO
from itertools import groupby

import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

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
    Motif,
    Page,
    Placed,
    Rect,
    Role,
    Text,
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


def test_what_is_seen_is_what_the_pdf_prints(card: Document) -> None:
    for number, page in enumerate(card.pages):
        pdf = pypdfium2.PdfDocument(pdf_bytes(card))[number].render(scale=300 / 72).to_pil().convert("RGB")
        seen = _painted(page, 300).convertToFormat(QImage.Format.Format_RGB888)
        raw = Pillow.frombuffer(
            "RGB", (seen.width(), seen.height()), seen.constBits(), "raw", "RGB", seen.bytesPerLine(), 1
        )
        unlike = ImageChops.difference(pdf.crop((0, 0, *raw.size)), raw)
        assert max(ImageStat.Stat(unlike).mean) < 2
        assert max(ImageStat.Stat(unlike.reduce(12)).extrema[0]) < 100  # nothing the size of a letter is elsewhere


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
