"""Cards go on sheets, on plastic, or on paper that is cut; always the same cards, and always read."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.model.cards import check_digit
from loyaltydesk.printing.card import CR80, CardFace, CardLook, Sides
from loyaltydesk.printing.card_paper import Sheet, with_cutting
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.stocks import A4_WITH_ROOM, CARD_STOCKS

LOOK = CardLook("Kafejnīca Rīts")
FACES = [CardFace(stem + check_digit(stem)) for stem in (f"26{number:010}" for number in range(3))]
A4 = CARD_STOCKS["Avery C32011"]


@pytest.mark.parametrize(("marks", "bleed"), [(False, False), (True, False), (True, True)])
@pytest.mark.parametrize("stock", [None, A4, CARD_STOCKS[A4_WITH_ROOM]])
def test_on_every_paper_every_card_is_read(
    picture: Callable[..., Image.Image],
    read: Callable[..., list[str]],
    stock: object,
    *,
    marks: bool,
    bleed: bool,
) -> None:
    sheet = with_cutting(Sheet(stock), marks=marks, bleed=bleed)  # type: ignore[arg-type]  # a stock or none
    document = sheet.document(LOOK, FACES)
    file = pdf_bytes(document)
    backs = [code for page in range(1, len(document.pages), 2) for code in read(picture(file, page))]
    assert sorted(backs) == [face.code for face in FACES]
    assert len(document.pages) == (6 if stock is None else 2)


def test_single_cards_are_as_large_as_plastic_and_have_paper_around_them_to_be_cut() -> None:
    plain, cut = Sheet(None), with_cutting(Sheet(None), marks=True, bleed=False)
    assert plain.size == cut.size == CR80
    pages = [(sheet.document(LOOK, FACES).pages[0].width, sheet.document(LOOK, FACES).pages[0].corner > 0)
             for sheet in (plain, cut)]  # fmt: skip
    assert pages == [(85.60, True), (pytest.approx(105.6), False)]


@pytest.mark.parametrize(("sides", "pages"), [(Sides.BOTH, 6), (Sides.FRONTS, 3), (Sides.BACKS, 3)])
def test_cut_cards_have_the_sides_that_are_wanted(sides: Sides, pages: int) -> None:
    document = with_cutting(Sheet(None, sides), marks=True, bleed=True).document(LOOK, FACES)
    assert len(document.pages) == pages
    assert document.duplex is (sides is Sides.BOTH)


def test_each_page_knows_its_cards() -> None:
    begun = Sheet(replace(A4, start=3))
    assert [begun.cards_on(page) for page in range(4)] == [range(7), range(7), range(7, 17), range(7, 17)]
    assert Sheet(A4, Sides.FRONTS).cards_on(1) == range(10, 20)
    assert [Sheet(None).cards_on(page) for page in (1, 2)] == [range(1), range(1, 2)]


def test_sheets_are_counted() -> None:
    assert [Sheet(A4).sheets(count) for count in (1, 10, 11)] == [1, 1, 2]
    assert Sheet(None).sheets(5) == 0


@pytest.mark.parametrize("sheet", [Sheet(None), Sheet(A4), Sheet(None, marks=True)])
def test_a_card_without_room_for_its_bars_is_refused_before_anything_is_made(sheet: Sheet) -> None:
    with pytest.raises(CodeTooWide):
        sheet.document(LOOK, [*FACES, CardFace("X" * 48)])
