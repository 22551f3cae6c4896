"""The loyalty card: its words, its bars, and what becomes of too many of either."""

from collections.abc import Callable

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.printing.card import CORNER, CR80, CardDrawing, CardFace, CardLook, Sides, card_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.scene import Align, Text

LOOK = CardLook(
    "Kafejnīca Rīts",
    "Coffee, cake and time",
    "Show this card each time you buy",
    "10 points for each euro.",
    "Brīvības iela 12, Rīga",
)
FACE = CardFace("2600000000017", "Anna Kowalska", "Gold member")


def _white(image: Image.Image) -> Callable[[int, int], bool]:
    return lambda x, y: bool(image.getpixel((x, y)) > 250)  # type: ignore[operator]


def test_a_card_has_a_front_and_a_back(words: Callable[..., str]) -> None:
    file = pdf_bytes(card_scene(LOOK, [FACE]))
    front = words(file, 0).split("\r\n")
    assert front == ["KR Kafejnīca Rīts", "Coffee, cake and time", "Gold member", "Anna Kowalska"]
    back = words(file, 1).split("\r\n")
    assert back == [LOOK.heading, LOOK.rules, LOOK.footer, "2 600000 000017"]


def test_its_pages_are_the_size_of_a_bank_card_with_rounded_corners() -> None:
    scene = card_scene(LOOK, [FACE])
    assert {(page.width, page.height, page.corner) for page in scene.pages} == {(*CR80, CORNER)}


@pytest.mark.parametrize(("sides", "pages"), [(Sides.BOTH, 4), (Sides.FRONTS, 2), (Sides.BACKS, 2)])
def test_only_the_wanted_sides_are_printed(sides: Sides, pages: int) -> None:
    assert len(pypdfium2.PdfDocument(pdf_bytes(card_scene(LOOK, [FACE, FACE], sides=sides)))) == pages


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("code", ["2600000000017", "LD-0012345", "4711", "9912345678", "A" * 22, "1234567890" * 4])
def test_its_bars_are_read(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]], dpi: int, code: str
) -> None:
    assert read(picture(pdf_bytes(card_scene(LOOK, [CardFace(code)], dpi=dpi)), 1, dpi)) == [code]


@pytest.mark.parametrize("place", list(Align))
def test_wherever_the_bars_stand_their_quiet_zones_are_white(picture: Callable[..., Image.Image], place: Align) -> None:
    for code, quiet in (("2600000000017", (11, 7)), ("LD-0012345", (10, 10))):
        image = picture(pdf_bytes(card_scene(replace(LOOK, bars_at=place), [CardFace(code)])), 1)
        y = round(30 / 25.4 * 300)
        black = [x for x in range(image.width) if not _white(image)(x, y)]
        assert black[0] >= quiet[0] * 4
        assert image.width - 1 - black[-1] >= quiet[1] * 4


def test_bars_are_at_least_sixteen_millimetres_high(picture: Callable[..., Image.Image]) -> None:
    image = picture(pdf_bytes(card_scene(replace(LOOK, rules="", heading="", footer=""), [FACE])), 1)
    columns = image.point(lambda grey: 255 if grey < 128 else 0)
    left, top, _right, _bottom = columns.getbbox() or (0, 0, 0, 0)
    bar = [y for y in range(top, image.height) if not _white(image)(left, y)]
    assert len(bar) / 300 * 25.4 >= 16


def test_a_code_too_long_for_the_card_is_refused() -> None:
    with pytest.raises(CodeTooWide) as refused:
        card_scene(LOOK, [CardFace("A" * 30)])
    assert refused.value.needed_mm > refused.value.width_mm > 70


def test_a_card_may_show_another_number_than_its_bars_say(words: Callable[..., str]) -> None:
    assert "Nr. 4711" in words(pdf_bytes(card_scene(LOOK, [CardFace("2600000000017", number="Nr. 4711")])), 1)


@pytest.mark.parametrize(
    "name", ["Maria Magdalena Brzęczyszczykiewicz-Kowalska", "Константин Константинопольский-Преображенский"]
)
def test_a_long_name_takes_two_lines_before_it_is_cut(words: Callable[..., str], name: str) -> None:
    shown = words(pdf_bytes(card_scene(LOOK, [replace(FACE, name=name)])), 0)
    assert "".join(shown.split()).endswith("".join(name.split()))


@pytest.mark.parametrize("name", ["W" * 5000, "Anna " * 1000, "<b>Anna</b>\n\x00" * 50, "🎂" * 300])
def test_no_name_leaves_the_card(picture: Callable[..., Image.Image], name: str) -> None:
    odd = replace(LOOK, shop=name, second_line=name, heading=name, rules=name, footer=name)
    file = pdf_bytes(card_scene(odd, [CardFace("2600000000017", name, name)]))
    image, margin = picture(file, 1), round(4.5 / 25.4 * 300)
    assert {image.getpixel((x, y)) for x in (margin, 1010 - margin) for y in range(image.height)} == {255}


def test_a_card_without_a_name_is_a_blank_card(words: Callable[..., str]) -> None:
    assert words(pdf_bytes(card_scene(CardLook("Rīts"), [CardFace("2600000000017")])), 0).split() == ["R", "Rīts"]


def test_the_colour_runs_to_the_edge() -> None:
    page = pypdfium2.PdfDocument(pdf_bytes(card_scene(LOOK, [FACE])))[0].render(scale=300 / 72).to_pil()
    corners = [page.getpixel((x, y)) for x in (0, page.width - 1) for y in (0, page.height - 1)]
    assert all(red < 40 and green > 60 for red, green, _blue in corners)


@pytest.mark.parametrize(
    ("name", "shown"), [("🎉 Zoë 🍰 B", "◊ Zoë ◊ B"), ("山田太郎", ""), ("محمد عبد الله", ""), ("Anna 山田", "Anna ??")]
)
def test_a_name_that_the_typeface_has_not_leaves_room_to_write_it(
    words: Callable[..., str], name: str, shown: str
) -> None:
    front = words(pdf_bytes(card_scene(LOOK, [replace(FACE, name=name)])), 0).split("\r\n")
    assert front[2:] == ["Gold member", *([shown] if shown else [])]


def test_a_name_with_its_accents_apart_is_as_large_as_any() -> None:
    apart, joined = (
        CardDrawing(LOOK).front_words(replace(FACE, name=name))[1] for name in ("Ja\u0304nis", "J\u0101nis")
    )
    assert isinstance(apart, Text)
    assert isinstance(joined, Text)
    assert apart.size == joined.size


def test_pages_are_made_of_the_cards_as_they_are_when_they_are_looked_at(words: Callable[..., str]) -> None:
    faces = [replace(FACE, name=name) for name in ("Anna", "Ilze")]
    scene = card_scene(LOOK, faces)
    faces[1] = replace(FACE, name="Ольга")
    assert "Ольга" in words(pdf_bytes(scene), 2)
    assert (scene.kind, scene.duplex, len(scene.pages)) == ("plastic", True, 4)
    assert not card_scene(LOOK, faces, sides=Sides.BACKS).duplex
