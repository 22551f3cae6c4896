"""Marks to cut by stand in line with each cut, and never on a card or on the colour around it."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.crop import BLEED, ROUND_A_CARD, sheet_marks, with_marks
from loyaltydesk.printing.scene import Group, Item, Page, Rect
from loyaltydesk.printing.stocks import CARD_STOCKS, Flip, Stock


def _rectangles(items: tuple[Item, ...]) -> list[Rect]:
    return [item for item in items if isinstance(item, Rect)]


def _cuts(marks: list[Rect]) -> tuple[list[float], list[float]]:
    """Where upright marks stand, and where level ones do."""
    upright = sorted({round(mark.x + mark.width / 2, 3) for mark in marks if mark.height > mark.width})
    level = sorted({round(mark.y + mark.height / 2, 3) for mark in marks if mark.width > mark.height})
    return upright, level


@pytest.mark.parametrize("bleed", [0, BLEED])
@pytest.mark.parametrize("stock", CARD_STOCKS.values(), ids=lambda stock: stock.name)
@pytest.mark.parametrize("flip", Flip)
def test_every_cut_has_its_marks_and_no_card_has_one_on_it(stock: Stock, flip: Flip, bleed: float) -> None:
    stock = replace(stock, bleed=bleed, flip=flip)
    for mirrored in (False, True):
        marks = _rectangles(sheet_marks(stock, mirrored=mirrored))
        corners = list(stock.places(mirrored=mirrored))
        edges = [
            sorted({round(corner[side] + part, 3) for corner in corners for part in (0, stock.label[side])})
            for side in (0, 1)
        ]
        assert _cuts(marks) == tuple([edge for edge in each if edge] for each in edges)
        for mark in marks:
            assert mark.x >= 0
            assert mark.y >= 0
            assert mark.x + mark.width <= stock.sheet[0]
            assert mark.y + mark.height <= stock.sheet[1]
            for x, y in corners:
                beside = mark.x + mark.width <= x - bleed or mark.x >= x + stock.label[0] + bleed
                above = mark.y + mark.height <= y - bleed or mark.y >= y + stock.label[1] + bleed
                assert beside or above


def test_a_margin_too_narrow_for_a_mark_has_none() -> None:
    full = replace(CARD_STOCKS["Avery C32011"], origin=(0, 2.4), pitch=(125, 60))
    marks = _rectangles(sheet_marks(full))
    assert all(mark.x + mark.width <= 210 for mark in marks)
    assert not any(mark.x < 1 and mark.width > mark.height for mark in marks)


def test_a_single_card_gets_paper_all_around_and_two_marks_at_each_corner() -> None:
    card = Page(85.6, 53.98, (Rect(-3, -3, 91.6, 59.98, "#0B7A5B"),), 3.18)
    page = with_marks(card)
    assert (page.width, page.height) == (pytest.approx(85.6 + 20), pytest.approx(53.98 + 20))
    assert page.corner == 0
    (group,) = (item for item in page.items if isinstance(item, Group))
    assert (group.dx, group.dy, group.items) == (ROUND_A_CARD, ROUND_A_CARD, card.items)
    assert group.clip == Rect(-3, -3, pytest.approx(91.6), pytest.approx(59.98))
    marks = _rectangles(page.items)
    assert len(marks) == 8
    assert _cuts(marks) == ([10, 95.6], [10, 63.98])
