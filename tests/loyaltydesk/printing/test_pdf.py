"""The PDF file itself: what is in it, what is not, and that bars are whole dots."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import groupby

import pypdfium2
import pytest
from PIL import Image as Pillow

from loyaltydesk.printing.bars import dots_for, symbol_for
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

CODES = ["2600000000017", "LD-0012345", "990012345", "4711"]
HOSTILE = [
    "<b>Anna</b>",
    '<img src="/etc/passwd">',
    "&amp; &lt;",
    "Smith <b",
    "<unichar name='x'/>",
    "(unbalanced",
    "back\\slash)",
    "%PDF-1.7 endstream",
    "{name}",
    "=1+1",
]


def _document(*items: Item, dpi: int = 300, width: float = 90, height: float = 30) -> Document:
    return Document((Page(width, height, items),), "Cards", "Rīts", dpi)


def _bars(code: str, dpi: int, x: float = 5) -> Bars:
    symbol = symbol_for(code)
    return Bars(x, 5, 80, 16, symbol, dots_for(symbol, 80, dpi=dpi), dpi)


def _runs(image: Pillow.Image, y: int) -> list[tuple[bool, int]]:
    """Black and white stretches of a row of pixels."""
    row = (image.getpixel((x, y)) < 128 for x in range(image.width))  # type: ignore[operator]
    return [(black, len(list(some))) for black, some in groupby(row)]


def test_the_same_scene_is_the_same_file() -> None:
    scene = _document(Text("Anna", 5, 10, 5), _bars(CODES[0], 300))
    assert pdf_bytes(scene) == pdf_bytes(scene)


def test_title_and_author_are_there_and_no_date() -> None:
    facts = pypdfium2.PdfDocument(pdf_bytes(_document())).get_metadata_dict()
    assert (facts["Title"], facts["Author"]) == ("Cards", "Rīts")
    assert facts["CreationDate"] == facts["ModDate"] == ""


def test_only_our_own_fonts_are_named_and_all_are_embedded() -> None:
    file = pdf_bytes(
        _document(Text("Jānis Пётр", 5, 10, 5), Text("Łukasz", 5, 20, 5, Role.BOLD), Text("ы" * 3, 5, 25, 5))
    )
    fonts = re.findall(rb"/BaseFont /(\S+)", file)
    assert {font.split(b"+")[1] for font in fonts} == {b"PTSans-Regular", b"PTSans-Bold"}
    assert len(re.findall(rb"/FontFile2 ", file)) == len(fonts)
    assert b"Helvetica" not in file


def test_a_viewer_is_asked_not_to_shrink_the_page() -> None:
    assert re.search(rb"/PrintScaling\s*/None", pdf_bytes(_document()))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_customer_calls_himself_is_printed_letter_by_letter(words: Callable[..., str], text: str) -> None:
    assert words(pdf_bytes(_document(Text(text, 5, 10, 4)))) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [("nul\x00l", "null"), ("שלום", "????"), ("🎂 Anna", "Anna"), ("\u202eAnna", "Anna"), ("", ""), ("\ud800", "")],
)
def test_what_cannot_be_printed_does_no_harm(words: Callable[..., str], text: str, seen: str) -> None:
    file = pdf_bytes(Document((Page(90, 30, (Text(text, 5, 10, 4),)),), text, text))
    assert words(file) == seen


def test_five_thousand_characters_stay_on_the_card(picture: Callable[..., Pillow.Image]) -> None:
    image = picture(pdf_bytes(_document(Text("W" * 5000, 5, 10, 5, width=80))))
    ink = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert ink is not None
    assert ink[2] <= 85 / 25.4 * 300


def test_all_letters_of_all_languages_are_in_the_text_layer(words: Callable[..., str]) -> None:
    for text in ("Zażółć gęślą jaźń ŁÓDŹ", "Glāžšķūņa rūķīši ĢĒŅI", "Съешь же ещё этих мягких булок ЁЖ"):
        assert words(pdf_bytes(_document(Text(text, 5, 10, 3), Text(text, 5, 20, 3, Role.BOLD)))).split("\r\n") == [
            text,
            text,
        ]


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("code", CODES)
def test_each_bar_is_whole_dots_and_the_quiet_zones_are_kept(
    picture: Callable[..., Pillow.Image], read: Callable[..., list[str]], dpi: int, code: str
) -> None:
    bars = _bars(code, dpi)
    frame = Rect(bars.left - 1, 2, bars.symbol.width * bars.module + 2, 24, stroke="#000000", stroke_width=0.3)
    image = picture(pdf_bytes(_document(bars, frame, dpi=dpi)), dpi=dpi)
    runs = _runs(image, image.height // 2)
    assert runs[0][0] is False
    bars_only = runs[3:-3]  # paper, frame, quiet zone, bars, quiet zone, frame, paper
    expected = [len(list(some)) * bars.dots for _, some in groupby(bars.symbol.modules)]
    assert [length for _, length in bars_only] == expected
    one_millimetre = dpi / 25.4
    assert runs[2][1] >= bars.symbol.quiet_left * bars.dots + one_millimetre * 0.7
    assert runs[-3][1] >= bars.symbol.quiet_right * bars.dots + one_millimetre * 0.7
    assert read(image) == [code]


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_bars_made_for_one_printer_can_be_read_from_another(
    picture: Callable[..., Pillow.Image], read: Callable[..., list[str]], dpi: int
) -> None:
    file = pdf_bytes(_document(_bars(CODES[0], 300, 0), Group((_bars(CODES[1], 300, 0),), 0, 30), height=60))
    assert read(picture(file, dpi=dpi)) == sorted(CODES[:2])


def test_bars_stay_on_the_dots_wherever_their_group_stands(picture: Callable[..., Pillow.Image]) -> None:
    bars = _bars(CODES[0], 300)
    expected = [len(list(some)) * bars.dots for _, some in groupby(bars.symbol.modules)]
    for dx in (0.01, 0.037, 1.234):
        image = picture(pdf_bytes(_document(Group((bars,), dx, 0.05))))
        assert [length for _, length in _runs(image, image.height // 2)[1:-1]] == expected


@pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0), (Align.CENTRE, 0.5), (Align.RIGHT, 1)])
def test_bars_stand_where_their_alignment_says(
    picture: Callable[..., Pillow.Image], align: Align, share: float
) -> None:
    symbol = symbol_for(CODES[0])
    bars = Bars(5, 5, 80, 16, symbol, 4, 300, align)
    image = picture(pdf_bytes(_document(bars)))
    first = _runs(image, image.height // 2)[0][1]
    free = 80 / 25.4 * 300 - symbol.width * 4
    assert first == pytest.approx(5 / 25.4 * 300 + free * share + symbol.quiet_left * 4, abs=1)
    assert bars.middle / 25.4 * 300 == pytest.approx(first + 95 * 2, abs=1)


def test_a_motif_is_kept_once_and_painted_each_time() -> None:
    pattern = tuple(Disc(2 + n * 0.1, 2, 1.5, f"#0000{n:02X}") for n in range(200))
    motif = Motif(20, 4, pattern)
    once = pdf_bytes(_document(Placed(motif, 0, 0)))
    often = pdf_bytes(_document(*(Placed(motif, 0, n * 0.3) for n in range(40))))
    assert len(often) < len(once) * 1.3
    page = pypdfium2.PdfDocument(often)[0].render(scale=4).to_pil()
    assert page.getpixel((round(2 * 4 * 72 / 25.4), round(12 * 4 * 72 / 25.4))) == (0, 0, 5)


def test_motifs_within_motifs_keep_their_gradients_and_pictures() -> None:
    dot = BytesIO()
    Pillow.new("RGB", (4, 4), "#FF0000").save(dot, "PNG")
    inner = Motif(
        10, 10, (Rect(0, 0, 10, 10, Gradient(0, 0, 10, 0, "#000000", "#0000FF")), Image(0, 8, 2, 2, dot.getvalue()))
    )
    outer = Motif(20, 10, (Placed(inner, 10, 0),))
    page = pypdfium2.PdfDocument(pdf_bytes(_document(Rect(0, 0, 90, 30, "#FFFFFF"), Placed(outer, 5, 5))))[0]
    image = page.render(scale=10 * 25.4 / 72).to_pil()  # ten pixels to the millimetre
    assert image.getpixel((100, 100)) == (255, 255, 255)
    assert image.getpixel((155, 60))[2] < 30
    assert image.getpixel((245, 60))[2] > 225
    assert image.getpixel((160, 140)) == (255, 0, 0)


def test_a_group_is_seen_only_within_its_clip() -> None:
    scene = _document(Group((Rect(0, 0, 40, 20, "#00FF00"),), 10, 5, Disc(10, 10, 8, "#000000")))
    image = pypdfium2.PdfDocument(pdf_bytes(scene))[0].render(scale=10 * 25.4 / 72).to_pil()
    assert image.getpixel((200, 150)) == (0, 255, 0)
    assert image.getpixel((130, 80)) == (255, 255, 255)
    assert image.getpixel((290, 150)) == (255, 255, 255)


def test_nothing_in_the_file_is_transparent() -> None:
    file = pdf_bytes(_document(Rect(0, 0, 9, 9, Gradient(0, 0, 9, 9, "#000000", "#FFFFFF"))))
    assert not re.search(rb"/SMask|/ca |/CA ", file)


def test_a_page_is_whole_dots_large() -> None:
    page = pypdfium2.PdfDocument(pdf_bytes(_document(width=85.6, height=53.98)))[0]
    assert [side / 72 * 300 for side in page.get_size()] == pytest.approx([1011, 638], abs=1e-3)
