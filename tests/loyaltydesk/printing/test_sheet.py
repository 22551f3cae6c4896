"""Sheets of ten: each card in its place, each back behind its front."""

import tracemalloc
from collections.abc import Callable, Sequence
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.model.cards import check_digit
from loyaltydesk.printing.card import CardFace, CardLook, Sides
from loyaltydesk.printing.pdf import pdf_bytes, pdf_parts
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Document, Group, Item, Placed, Rect, Text
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.stocks import A4_TO_CUT, A4_WITH_ROOM, CARD_STOCKS, Flip, Stock

LOOK = CardLook("Kafejnīca Rīts", "Coffee", "Show this card", "10 points for each euro.", "Brīvības iela 12")
A4 = CARD_STOCKS["Avery C32011"]


def _faces(count: int) -> list[CardFace]:
    stems = (f"26{number:010}" for number in range(count))
    return [CardFace(stem + check_digit(stem), f"Customer {number}") for number, stem in enumerate(stems)]


def _texts(items: tuple[Item, ...], x: float = 0, y: float = 0) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for item in items:
        if isinstance(item, Text):
            found[item.text] = (x + item.x, y + item.y)
        elif isinstance(item, Group):
            found |= _texts(item.items, x + item.dx, y + item.dy)
    return found


def _names(scene: Document, page: int) -> dict[str, tuple[float, float]]:
    return {text: place for text, place in _texts(scene.pages[page].items).items() if "Customer" in text}


@pytest.mark.parametrize("stock", CARD_STOCKS.values(), ids=lambda stock: stock.name)
def test_every_card_of_a_sheet_is_read(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]], stock: Stock
) -> None:
    faces = _faces(stock.count)
    image = picture(pdf_bytes(sheet_scene(LOOK, faces, stock=stock)), 1)
    assert read(image) == sorted(face.code for face in faces)


@pytest.mark.parametrize(
    ("count", "sides", "pages"), [(10, Sides.BOTH, 2), (11, Sides.BOTH, 4), (11, Sides.BACKS, 2), (0, Sides.BOTH, 0)]
)
def test_there_are_as_many_sheets_as_the_cards_need(count: int, sides: Sides, pages: int) -> None:
    assert len(sheet_scene(LOOK, _faces(count), stock=A4, sides=sides).pages) == pages


def test_names_stand_seven_millimetres_within_their_labels() -> None:
    names = _names(sheet_scene(LOOK, _faces(10), stock=A4), 0)
    assert [(round(x - 7, 3), round(y - 54 + 8.8, 3)) for x, y in names.values()] == list(A4.places())


def test_a_back_lies_behind_its_front(picture: Callable[..., Image.Image]) -> None:
    faces = _faces(7)
    image = picture(pdf_bytes(sheet_scene(LOOK, faces, stock=A4)), 1)
    found = {code.text: code.position.top_left.x / 300 * 25.4 for code in zxingcpp.read_barcodes(image)}
    for face, (x, _y) in zip(faces, A4.places(mirrored=True), strict=False):
        assert x < found[face.code] < x + 85


def test_a_shift_moves_everything_and_keeps_the_bars_whole(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]]
) -> None:
    faces = _faces(10)
    moved = replace(A4, shift=(1.3, -0.7))
    plain, shifted = (_names(sheet_scene(LOOK, faces, stock=stock), 0) for stock in (A4, moved))
    for name, (x, y) in plain.items():
        assert shifted[name] == pytest.approx((x + 1.3, y - 0.7))
    assert read(picture(pdf_bytes(sheet_scene(LOOK, faces, stock=moved)), 1)) == sorted(face.code for face in faces)


def test_the_look_of_the_cards_is_in_the_file_once() -> None:
    small, large = (
        len(pdf_bytes(sheet_scene(LOOK, _faces(count), stock=A4, sides=Sides.FRONTS))) for count in (10, 200)
    )
    assert large - small < 19 * 2000


def test_names_in_all_alphabets_are_in_the_text_layer(words: Callable[..., str]) -> None:
    names = ["Łukasz Żółć", "Jānis Bērziņš", "Пётр Щукин", "Anna <b>"]
    file = pdf_bytes(sheet_scene(LOOK, [CardFace("LD-0012345", name) for name in names], stock=A4))
    assert [name for name in names if name in words(file, 0)] == names


def test_a_sheet_has_the_size_of_its_paper() -> None:
    page = pypdfium2.PdfDocument(pdf_bytes(sheet_scene(LOOK, _faces(1), stock=A4)))[0]
    assert [side / 72 * 25.4 for side in page.get_size()] == pytest.approx([210, 297], abs=0.05)


# --- a sheet that was begun, turned and cut


def _middles(image: Image.Image) -> dict[str, tuple[float, float]]:
    """The middle of each code on a page of 300 dpi, in mm."""
    found = {}
    for code in zxingcpp.read_barcodes(image):
        corners = (code.position.top_left, code.position.bottom_right)
        found[code.text] = tuple(sum(getattr(corner, side) for corner in corners) / 600 * 25.4 for side in "xy")
    return found  # type: ignore[return-value]  # pairs


def test_a_sheet_that_was_begun_is_filled_up_and_the_next_one_is_whole(picture: Callable[..., Image.Image]) -> None:
    faces, begun = _faces(5), replace(A4, start=7)
    scene = sheet_scene(LOOK, faces, stock=begun)
    assert len(scene.pages) == 4
    assert list(_names(scene, 0)) == ["Customer 0", "Customer 1", "Customer 2"]
    assert list(_names(scene, 2)) == ["Customer 3", "Customer 4"]
    places = list(A4.places())
    assert _names(scene, 0)["Customer 0"] == pytest.approx((places[7][0] + 7, places[7][1] + 54 - 8.8))
    assert _names(scene, 2)["Customer 3"] == pytest.approx((places[0][0] + 7, places[0][1] + 54 - 8.8))
    assert len(_middles(picture(pdf_bytes(scene), 1))) == 3


@pytest.mark.parametrize("flip", Flip)
def test_on_either_edge_a_back_lies_behind_its_front(picture: Callable[..., Image.Image], flip: Flip) -> None:
    faces, turned = _faces(7), replace(A4, flip=flip, start=1)
    image = picture(pdf_bytes(sheet_scene(LOOK, faces, stock=turned)), 1)
    if flip is Flip.SHORT_EDGE:  # seen from where the top of the fronts is
        image = image.rotate(180)
    found = _middles(image)
    for face, (x, y) in zip(faces, list(A4.places(mirrored=True))[1:], strict=False):
        assert x < found[face.code][0] < x + 85
        assert y < found[face.code][1] < y + 54


def test_nothing_but_plain_paper_has_marks_unless_they_are_wanted() -> None:
    def rectangles(stock: Stock) -> list[Rect]:
        ground = sheet_scene(LOOK, _faces(1), stock=stock).pages[0].items[0]
        assert isinstance(ground, Placed)
        return [item for item in ground.motif.items if isinstance(item, Rect)]

    assert rectangles(A4) == []
    assert len(rectangles(replace(A4, marks=True))) > 10
    assert len(rectangles(CARD_STOCKS[A4_TO_CUT])) > 10


def _clips(scene: Document, page: int) -> list[Rect]:
    sheet = scene.pages[page].items[0]
    assert isinstance(sheet, Placed)
    seen = [item.items[0] for item in sheet.motif.items if isinstance(item, Group)]
    return [each.clip for each in seen if isinstance(each, Group) and isinstance(each.clip, Rect)]


def test_colour_runs_beyond_the_edges_as_far_as_paper_is_free() -> None:
    tight, roomy = (replace(CARD_STOCKS[name], bleed=3) for name in (A4_TO_CUT, A4_WITH_ROOM))
    clips = _clips(sheet_scene(LOOK, _faces(10), stock=tight), 0)
    assert clips[0] == Rect(-3, -3, pytest.approx(85.6 + 3), pytest.approx(53.98 + 3))  # two edges are free
    assert clips[-1] == Rect(0, 0, pytest.approx(85.6 + 3), pytest.approx(53.98 + 3))
    clips = _clips(sheet_scene(LOOK, _faces(8), stock=tight), 1)
    assert clips[0] == Rect(0, -3, pytest.approx(85.6 + 3), pytest.approx(53.98 + 3))  # on the back right is left
    for clip in _clips(sheet_scene(LOOK, _faces(8), stock=roomy), 0):
        assert clip == Rect(pytest.approx(-3), pytest.approx(-3), pytest.approx(91.6), pytest.approx(59.98))


class _Faces(Sequence[CardFace]):
    """A great many cards, none of which is kept."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(self._count))]
        if place >= self._count:
            raise IndexError(place)
        return CardFace(_code(place), f"Anna {place}")


def _code(number: int) -> str:
    stem = f"26{number:010}"
    return stem + check_digit(stem)


def test_a_thousand_cards_take_no_more_memory_than_a_hundred() -> None:
    def most(count: int) -> int:
        scene = sheet_scene(LOOK, _Faces(count), stock=A4)
        tracemalloc.start()
        for _part in pdf_parts(scene):
            pass
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(300)  # some hundred lines of words are remembered, and their measures
    assert most(1000) < most(300) * 1.1


@pytest.mark.parametrize("wrong", ["A" * 30, "Łódź", "", "1" * 48])
@pytest.mark.parametrize("sides", list(Sides))
def test_a_code_without_room_is_refused_before_any_sheet_is_made(wrong: str, sides: Sides) -> None:
    faces = [*_Faces(25), CardFace(wrong)]
    with pytest.raises((CodeTooWide, CodeNotPrintable)):
        sheet_scene(LOOK, faces, stock=A4, sides=sides)


def test_digits_are_looked_at_for_each_length_and_kind() -> None:
    long = CardFace("1" * 46)  # as Code 128, which is wider than the place
    for faces in ([long], [*_Faces(3), CardFace("1" * 44), CardFace("2600000000018"), long]):
        with pytest.raises(CodeTooWide):
            sheet_scene(LOOK, faces, stock=A4)
    with pytest.raises(CodeNotPrintable):
        sheet_scene(LOOK, [*_Faces(3), CardFace("2600000000018", symbology="ean13")], stock=A4)


def test_a_print_dialog_is_told_what_the_sheets_are() -> None:
    both, turned, fronts = (
        sheet_scene(LOOK, _faces(1), stock=stock, sides=sides)
        for stock, sides in ((A4, Sides.BOTH), (replace(A4, flip=Flip.SHORT_EDGE), Sides.BOTH), (A4, Sides.FRONTS))
    )
    assert [(each.kind, each.duplex, each.short_edge) for each in (both, turned)] == [
        ("cards", True, False),
        ("cards", True, True),
    ]
    assert not fronts.duplex
