"""Marks on sheets of vouchers lie on the cuts, and only where they are wanted."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.scene import Rect
from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS
from loyaltydesk.printing.voucher_marks import cutting_marks


def _middles(name: str) -> set[tuple[float, float]]:
    marks = cutting_marks(replace(VOUCHER_STOCKS[name], marks=True))
    assert all(isinstance(mark, Rect) for mark in marks)
    return {(round(mark.x + mark.width / 2, 2), round(mark.y + mark.height / 2, 2)) for mark in marks}


def test_a_sheet_without_marks_has_none() -> None:
    assert cutting_marks(VOUCHER_STOCKS["A4 thirds"]) == ()


def test_thirds_have_a_tick_at_both_ends_of_each_cut() -> None:
    assert _middles("A4 thirds") == {(6.2, 99), (203.8, 99), (6.2, 198), (203.8, 198)}


def test_four_to_a_sheet_have_a_cross_in_the_middle_too() -> None:
    middle = (148.5, 105)
    assert _middles("A4") == {middle, (148.5, 6.2), (148.5, 203.8), (6.2, 105), (290.8, 105)}


def test_a_leaf_of_its_own_is_not_cut() -> None:
    assert _middles("A6") == set()


@pytest.mark.parametrize("name", ["Avery C32011", "A4 to cut"])
def test_cards_have_their_marks_outside(name: str) -> None:
    stock = replace(CARD_STOCKS[name], marks=True)
    (left, top), last = stock.origin, list(stock.places())[-1]
    marks = cutting_marks(stock)
    assert marks
    for mark in marks:
        assert isinstance(mark, Rect)
        outside = mark.x + mark.width < left or mark.x > last[0] + stock.label[0]
        assert outside or mark.y + mark.height < top or mark.y > last[1] + stock.label[1]
