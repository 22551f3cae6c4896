"""The PDF file itself: what is in it, what is not, and that bars are whole dots."""

import re
from collections.abc import Callable
from io import BytesIO
from itertools import groupby

import pypdfium2
import pytest
from PIL import Image as Pillow
from PIL import ImageChops, ImageStat

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
from tests.reading import codes

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
    [("nul\x00l", "null"), ("שלום", "????"), ("🎂 Anna", "◊ Anna"), ("\u202eAnna", "Anna"), ("", ""), ("\ud800", "")],
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


HAND_WRITTEN = (
    "Happy birthday, dear Zoë!",
    "Wszystkiego najlepszego, Łucjo − ½ ₽ Ω",
    "Daudz laimes dzimšanas dienā, Ģirt!",
    "С днём рождения, объявленная Юлия!",
)
LETTERS = tuple(Letter(n % 3 * 0.01, n % 5 * 0.02 - 0.04, n % 7 - 3, 0.94 + n % 4 * 0.04) for n in range(35))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("text", HAND_WRITTEN)
def test_what_is_written_is_found_as_its_words(words: Callable[..., str], role: Role, text: str) -> None:
    written = Written(Text(text, 5, 20, 7, role), LETTERS)
    assert words(pdf_bytes(_document(written, width=200))) == text
    printed = Text(text, 5, 20, 7, role)
    assert words(pdf_bytes(_document(printed, width=200))) == text


def test_letters_that_do_not_vary_look_as_if_they_were_printed(picture: Callable[..., Pillow.Image]) -> None:
    text = Text("Łucja − ½ Ω", 5, 20, 9, Role.ROUND)
    printed, written = (
        picture(pdf_bytes(_document(each))) for each in (text, Written(text, (Letter(),)))
    )  # each letter is placed for itself, to a thousandth of a point
    unlike = ImageChops.difference(printed, written)
    assert ImageStat.Stat(unlike).mean[0] < 0.2


def test_letters_move_turn_and_grow(picture: Callable[..., Pillow.Image]) -> None:
    def ink(letter: Letter) -> tuple[int, int, int, int]:
        image = picture(pdf_bytes(_document(Written(Text("l", 40, 20, 10), (letter,)), width=80)), dpi=254)
        box = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
        assert box is not None
        return box

    plain = ink(Letter())
    assert ink(Letter(right=0.5))[0] - plain[0] == pytest.approx(50, abs=1)
    assert plain[1] - ink(Letter(up=0.5))[1] == pytest.approx(50, abs=1)
    assert ink(Letter(turn=90))[2] - plain[2] == pytest.approx(60, abs=15)  # clockwise: its head is on the right
    grown = ink(Letter(size=1.5))
    assert grown[3] - grown[1] == pytest.approx((plain[3] - plain[1]) * 1.5, abs=2)
    assert (grown[0] + grown[2]) / 2 == pytest.approx((plain[0] + plain[2]) / 2, abs=4)


def _colours(*items: Item) -> Callable[[float, float], tuple[int, ...]]:
    """The colour of a place of a page, in millimetres."""
    image = pypdfium2.PdfDocument(pdf_bytes(_document(*items)))[0].render(scale=10 * 25.4 / 72).to_pil()
    return lambda x, y: image.getpixel((round(x * 10), round(y * 10)))  # type: ignore[return-value]


def test_a_path_is_filled_and_stroked_with_round_ends() -> None:
    steps = (("M", (10, 20)), ("L", (30, 20)), ("C", (30, 10, 10, 10, 10, 20)), ("Z", ()))
    colour = _colours(
        Path(steps, fill="#00FF00"), Path((("M", (50, 10)), ("L", (60, 10))), stroke="#0000FF", stroke_width=4)
    )
    assert [colour(20, 18), colour(20, 21), colour(11, 13)] == [(0, 255, 0), (255, 255, 255), (255, 255, 255)]
    assert [colour(48.3, 10), colour(48.4, 8.4), colour(61.7, 10)] == [(0, 0, 255), (255, 255, 255), (0, 0, 255)]


def test_a_path_within_a_path_is_filled_where_both_run_the_same_way_round() -> None:
    def square(x: float, side: float, *, back: bool = False) -> tuple[tuple[str, tuple[float, ...]], ...]:
        corners = [(x, x), (x + side, x), (x + side, x + side), (x, x + side)][:: -1 if back else 1]
        return (("M", corners[0]), *(("L", corner) for corner in corners[1:]), ("Z", ()))

    assert _colours(Path((*square(2, 20), *square(8, 8)), "#FF0000"))(12, 12) == (255, 0, 0)
    assert _colours(Path((*square(2, 20), *square(8, 8, back=True)), "#FF0000"))(12, 12) == (255, 255, 255)


def test_a_path_may_be_filled_with_a_gradient() -> None:
    steps = (("M", (10, 5)), ("L", (50, 5)), ("L", (50, 25)), ("L", (10, 25)), ("Z", ()))
    colour = _colours(Path(steps, Gradient(10, 0, 50, 0, "#000000", "#FF0000")))
    assert colour(10.5, 15)[0] < 20 < 200 < colour(49.5, 15)[0]
    assert colour(55, 15) == (255, 255, 255)


def test_a_turned_group_turns_clockwise_about_its_own_corner_and_grows_from_there() -> None:
    colour = _colours(
        Group((Rect(0, 0, 10, 2, "#FF0000"),), 40, 10, turn=90), Group((Rect(1, 1, 2, 2, "#00FF00"),), 60, 5, scale=4)
    )
    assert [colour(39, 15), colour(41, 15), colour(45, 11)] == [(255, 0, 0), (255, 255, 255), (255, 255, 255)]
    assert [colour(63, 8), colour(65, 10), colour(71, 16), colour(73, 18)] == [
        (255, 255, 255), (0, 255, 0), (0, 255, 0), (255, 255, 255)
    ]  # fmt: skip


def test_groups_within_turned_groups_turn_with_them_and_what_follows_does_not() -> None:
    inner = Group((Rect(0, 0, 4, 1, "#0000FF"),), 10, 0, turn=90, clip=Rect(0, 0, 2, 1))
    colour = _colours(Group((inner,), 30, 10, turn=90), Rect(0, 0, 2, 2, "#FF0000"))
    assert colour(29, 19.5) == (0, 0, 255)
    assert [colour(27, 19.5), colour(29, 21)] == [(255, 255, 255)] * 2
    assert colour(1, 1) == (255, 0, 0)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_bars_that_are_turned_are_whole_dots_and_are_read(picture: Callable[..., Pillow.Image], turn: int) -> None:
    symbol = symbol_for(CODES[0])
    bars = Bars(-20.013, -6.01, 40, 12, symbol, 4, 300)
    image = picture(
        pdf_bytes(_document(Group((Group((bars,), 0.1, 0.03),), 30.037, 30.051, turn=turn), width=60, height=60))
    )
    upright = image.rotate(turn)
    expected = [len(list(some)) * 4 for _, some in groupby(symbol.modules)]
    assert [length for _, length in _runs(upright, upright.height // 2)[1:-1]] == expected
    assert codes(upright) == [CODES[0]]


def test_nothing_in_the_file_is_transparent() -> None:
    file = pdf_bytes(_document(Rect(0, 0, 9, 9, Gradient(0, 0, 9, 9, "#000000", "#FFFFFF"))))
    assert not re.search(rb"/SMask|/ca |/CA ", file)


@pytest.mark.parametrize("side", range(40, 80, 4))
def test_no_page_is_a_pixel_more_than_its_dots(picture: Callable[..., Pillow.Image], side: int) -> None:
    assert picture(pdf_bytes(_document(width=side, height=side))).width == round(side / 25.4 * 300)


def test_a_page_is_whole_dots_large() -> None:
    page = pypdfium2.PdfDocument(pdf_bytes(_document(width=85.6, height=53.98)))[0]
    assert [side / 72 * 300 for side in page.get_size()] == pytest.approx([1011, 638], abs=5e-3)
