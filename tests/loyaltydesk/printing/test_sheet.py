"""Sheets of ten: each card in its place, each back behind its front."""

from collections.abc import Callable

import pypdfium2
import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.model.cards import check_digit
from loyaltydesk.printing.card import CardFace, CardLook, Sides
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document, Group, Item, Text
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.stocks import CARD_STOCKS, Stock

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
    faces = _faces(10)
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
