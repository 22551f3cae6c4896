"""Pages as dots: everything where the PDF has it, bars in whole dots, and nothing between black and white."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image as Pillow
from PIL import ImageChops

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.raster import page_picture
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
from loyaltydesk.printing.slip import Roll, SlipFace, slip_scene

SLIP = SlipFace(
    "Kafejnīca Rīts",
    ("Brīvības iela 12, Rīga",),
    (("Datums", "14.03.2026 10:05"), ("Kafija ķļģ", "2,50 €")),
    ("Итого", "12,50 €"),
    (("Points earned", "+12"),),
    ("Points now", "340"),
    "Only 10 points to go: żółć",
    (34, 50),
    "Paldies! Спасибо! Dziękujemy!",
    "2600000000017",
)
LOOK = CardLook(shop="Kafejnīca Rīts", heading="Show this card", rules="1 point.", footer="Found?", colour="#0B7A5B")
FACE = CardFace(code="2600000000017", name="Jānis Kļava")


def paint(*items: Item, dpi: float = 254, grey: bool = False, size: tuple[float, float] = (20, 10)) -> Pillow.Image:
    """Items on a small page; ten dots are a millimetre."""
    return page_picture(Page(*size, items), dpi, grey=grey)


def ink(picture: Pillow.Image) -> tuple[int, int, int, int] | None:
    """The box of everything dark."""
    return ImageChops.invert(picture.convert("L")).getbbox()


def dark(picture: Pillow.Image) -> float:
    """The share of the picture that is ink."""
    return 1 - sum(tone * count for tone, count in enumerate(picture.convert("L").histogram())) / 255 / (
        picture.width * picture.height
    )


@pytest.mark.parametrize("roll", list(Roll))
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_slip_in_dots_has_everything_where_its_pdf_has_it(
    picture: Callable[..., Pillow.Image], roll: Roll, dpi: int
) -> None:
    scene = slip_scene(SLIP, roll=roll, dpi=dpi)
    ours, theirs = page_picture(scene.pages[0], dpi), picture(pdf_bytes(scene), dpi=dpi)
    assert ours.mode == "1"
    assert ours.width == theirs.width
    assert abs(ours.height - theirs.height) <= 1
    # Blurred over half a millimetre, the two may differ in the sharpness of letters only.
    size = (ours.width // 5, ours.height // 5)
    apart = ImageChops.difference(ours.convert("L").resize(size), theirs.resize(size))
    worst = apart.getextrema()[1]
    assert isinstance(worst, (int, float))
    assert worst < 140
    assert dark(apart) > 0.97  # its own mean is near 0


@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_the_bars_of_a_card_are_read_from_its_dots(read: Callable[..., list[str]], dpi: int, grey: bool) -> None:
    back = page_picture(card_scene(LOOK, [FACE]).pages[1], dpi, grey=grey)
    assert read(back.convert("L")) == ["2600000000017"]


def test_grey_pages_have_the_tones_of_their_colours() -> None:
    seen = paint(Rect(0, 0, 5, 10, "#0B7A5B"), Text("m", 12, 8, 6), grey=True)
    assert seen.mode == "L"
    assert seen.getpixel((20, 50)) == round(0.299 * 0x0B + 0.587 * 0x7A + 0.114 * 0x5B)
    assert len(set(seen.crop((100, 0, 200, 100)).tobytes())) > 10  # smooth edges


def test_every_colour_becomes_black_or_white_and_words_on_it_are_still_read() -> None:
    seen = paint(Rect(0, 0, 10, 10, "#0B7A5B"), Text("Ж", 3, 8, 8, colour="#FFFFFF"), Rect(10, 0, 10, 10, "#FFE070"))
    assert set(seen.convert("L").tobytes()) == {0, 255}
    assert 0.6 < dark(seen.crop((0, 0, 100, 100))) < 0.95
    assert dark(seen.crop((100, 0, 200, 100))) == 0


def test_bars_are_whole_dots_wherever_they_stand() -> None:
    symbol = symbol_for("2600000000017")
    for x in (0, 1.234, 2.5):
        row = paint(Bars(x, 1, 43, 5, symbol, 3, 203), dpi=203, size=(47, 8)).convert("L").crop((0, 20, 375, 21))
        bits = "".join("0" if tone else "1" for tone in row.tobytes()).strip("0")
        assert bits == "".join(3 * module for module in symbol.modules)


def test_bars_for_a_finer_printer_are_chosen_anew_and_stay_within_their_width() -> None:
    symbol = symbol_for("2600000000017")
    row = paint(Bars(0, 0, 43, 5, symbol, 3, 203), dpi=600, size=(43, 6)).convert("L").crop((0, 20, 1015, 21))
    bits = "".join("0" if tone else "1" for tone in row.tobytes()).strip("0")
    assert bits in {"".join(dots * module for module in symbol.modules) for dots in (8, 9)}


def test_bars_turned_by_a_right_angle_are_whole_dots_too(read: Callable[..., list[str]]) -> None:
    bars = Bars(0, 0, 43, 12, symbol_for("2600000000017"), 3, 203)
    for turn, (x, y) in {0: (10, 10), 90: (30, 10), 180: (60, 30), 270: (30, 60)}.items():
        seen = page_picture(Page(70, 70, (Group((bars,), dx=x, dy=y, turn=turn),)), 203)
        assert read(seen.convert("L").rotate(turn)) == ["2600000000017"]


def test_a_thin_rule_is_never_lost() -> None:
    assert ink(paint(Rect(1, 1, 10, 0.01, "#000000"))) == (10, 10, 110, 11)


def test_a_clip_lets_nothing_out() -> None:
    round_hole = Group((Rect(-50, -50, 100, 100, "#000000"),), dx=5, dy=5, clip=Disc(0, 0, 3, "#000000"))
    assert ink(paint(round_hole)) == (20, 20, 80, 80)
    nowhere = Group((Rect(0, 0, 5, 5, "#000000"),), clip=Rect(500, 500, 1, 1))
    assert ink(paint(nowhere)) is None


def test_a_hole_in_a_path_stays_white() -> None:
    outer = (("M", (1.0, 1.0)), ("L", (9.0, 1.0)), ("L", (9.0, 9.0)), ("L", (1.0, 9.0)), ("Z", ()))
    inner = (("M", (3.0, 3.0)), ("L", (3.0, 7.0)), ("L", (7.0, 7.0)), ("L", (7.0, 3.0)), ("Z", ()))
    seen = paint(Path((*outer, *inner), fill="#000000"))
    assert ink(seen) == (10, 10, 90, 90)
    assert dark(seen.crop((31, 31, 69, 69))) == 0
    same_way = paint(Path((*outer, *reversed_corners(inner)), fill="#000000"))
    assert dark(same_way.crop((31, 31, 69, 69))) == 1


def reversed_corners(steps: tuple[tuple[str, tuple[float, ...]], ...]) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """The same four corners the other way round."""
    corners = [numbers for _step, numbers in steps[:-1]][::-1]
    return (("M", corners[0]), *(("L", each) for each in corners[1:]), ("Z", ()))


def test_a_curve_is_drawn_as_a_curve_and_a_stroke_as_wide_as_it_is() -> None:
    arch = Path((("M", (2, 8)), ("C", (2, 0, 12, 0, 12, 8))), stroke="#000000", stroke_width=1)
    box = ink(paint(arch))
    assert box is not None
    assert box[1] == pytest.approx(15, abs=2)  # the highest point of the curve is 2 mm down, the pen half a mm
    assert (box[0], box[2]) == (pytest.approx(15, abs=1), pytest.approx(125, abs=1))


def test_a_turned_group_is_turned_clockwise_about_its_corner() -> None:
    down = Group((Rect(0, 0, 8, 1, "#000000"),), dx=10, dy=1, turn=90)
    assert ink(paint(down)) == (90, 10, 100, 90)
    words = Group((Text("ll", 0, 0, 5, Role.BOLD),), dx=10, dy=1, turn=90, scale=1.2)
    box = ink(paint(words))
    assert box is not None
    assert box[3] - box[1] < box[2] - box[0]  # two upright strokes lie now
    assert box[0] >= 98


def test_a_hand_varies_its_letters_and_print_does_not() -> None:
    line = Text("Jāni", 2, 7, 6, Role.HAND)
    plain, same = paint(line, grey=True), paint(Written(line, (Letter(),)), grey=True)
    assert dark(ImageChops.invert(ImageChops.difference(plain, same))) < 0.03
    higher = paint(Written(line, (Letter(up=0.5),)), grey=True)
    assert (ink(higher) or (0, 0))[1] < (ink(plain) or (0, 99))[1] - 15


def test_a_line_stands_where_it_is_set() -> None:
    right = ink(paint(Text("HH", 19, 8, 5, align=Align.RIGHT)))
    assert right is not None
    assert right[2] == pytest.approx(187, abs=3)  # PT Sans leaves a little air beside an H
    assert right[3] == 80


def png(picture: Pillow.Image) -> bytes:
    """A picture as a file."""
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def test_a_photo_is_dithered_and_a_logo_is_not() -> None:
    photo = Pillow.linear_gradient("L")
    logo = Pillow.new("L", (60, 60), 255)
    logo.paste(10, (20, 0, 40, 60))
    dithered = paint(Image(0, 0, 10, 10, png(photo)))
    sharp = paint(Image(0, 0, 10, 10, png(logo)))
    rows = [set(dithered.convert("L").crop((0, y, 100, y + 1)).tobytes()) for y in range(30, 60)]
    assert all(row == {0, 255} for row in rows)
    assert ink(sharp) == (33, 0, 67, 100)
    assert dark(sharp.crop((34, 0, 66, 100))) == 1


def test_a_turned_picture_stays_within_its_corners() -> None:
    black = Pillow.new("RGB", (40, 20), "black")
    turned = Group((Image(0, 0, 8, 4, png(black)),), dx=10, dy=1, turn=90)
    seen = paint(turned, grey=True)
    box = ink(seen)
    assert box is not None
    assert box == pytest.approx((60, 10, 100, 90), abs=2)


def test_a_gradient_runs_from_one_tone_to_the_other_and_is_one_tone_in_black_and_white() -> None:
    field = Rect(0, 0, 20, 10, Gradient(0, 0, 20, 0, "#000000", "#FFFFFF"))
    row = paint(field, grey=True).crop((0, 50, 200, 51)).tobytes()
    assert list(row) == sorted(row)
    assert (row[1] < 8, row[-2] > 247, 110 < row[100] < 146) == (True, True, True)
    assert dark(paint(field)) in (0, 1)


def test_a_motif_is_painted_at_each_of_its_places() -> None:
    motif = Motif(5, 5, (Rect(1, 1, 3, 3, "#000000"),))
    assert ink(paint(Placed(motif, 0, 0), Placed(motif, 10, 4))) == (10, 10, 140, 80)


def test_strange_words_and_empty_pages_are_no_fault() -> None:
    for words in ("😀", "سلام", "漢字", "W" * 300, "\x1b@", "", "\ud800"):
        seen = paint(Text(words, 1, 8, 5, width=18), Group((Text(words, 0, 0, 5),), dx=5, dy=5, turn=10))
        assert seen.size == (200, 100)
    assert page_picture(Page(0.01, 0.01, ()), 203).size == (1, 1)
    assert Document((Page(1, 1, ()),), "x").pages
