"""Labels stand within their sheet and not on each other, and each back behind its front."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.grids import Grid, checked_grid
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.stocks import BUSINESS_STOCKS, CARD_STOCKS, VOUCHER_STOCKS, Flip, Stock, stock_of

ALL = [*CARD_STOCKS.values(), *VOUCHER_STOCKS.values()]


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Sheets that can be."""
    label = draw(st.integers(4500, 12000)), draw(st.integers(2500, 12000))
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(1, 8))
    left, top, across, down = (draw(st.integers(0, 3000)) for _ in range(4))
    grid = Grid("Mine", 1, 1, *label, columns, rows, left, top, across, down)
    sheet = [min(max(side + draw(st.integers(0, 3000)), 5000), 60000) for side in (grid.width, grid.height)]
    return replace(grid, sheet_width=sheet[0], sheet_height=sheet[1])


def _fits(stock: Stock) -> None:
    for x, y in (*stock.places(), *stock.places(mirrored=True)):
        assert x >= -1e-6
        assert y >= -1e-6
        assert x + stock.label[0] <= stock.sheet[0] + 1e-6
        assert y + stock.label[1] <= stock.sheet[1] + 1e-6


def _lies_apart(stock: Stock) -> None:
    places = list(stock.places())
    assert len(set(places)) == stock.count
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[number + 1 :]:
            assert abs(x - other_x) >= stock.label[0] - 1e-6 or abs(y - other_y) >= stock.label[1] - 1e-6


def _meets(stock: Stock) -> None:
    """The back of each label covers what its front does, on the other side of the paper."""
    width, height = stock.sheet
    for (x, y), (back_x, back_y) in zip(stock.places(), stock.places(mirrored=True), strict=True):
        if (stock.flip is Flip.LONG_EDGE) is (width <= height):  # about an upright edge: left and right change
            assert (x, y) == pytest.approx((width - back_x - stock.label[0], back_y))
        else:
            assert (x, y) == pytest.approx((back_x, height - back_y - stock.label[1]))


@pytest.mark.parametrize("flip", Flip)
@pytest.mark.parametrize("stock", ALL, ids=lambda stock: stock.name)
def test_every_label_is_on_its_sheet_alone_and_its_back_behind_it(stock: Stock, flip: Flip) -> None:
    turned = replace(stock, flip=flip)
    _fits(turned)
    _lies_apart(turned)
    _meets(turned)


@given(grids(), st.sampled_from(Flip))
def test_so_it_is_on_every_grid_that_is_taken(grid: Grid, flip: Flip) -> None:
    if grid.width > grid.sheet_width or grid.height > grid.sheet_height:
        with pytest.raises(BadRequest) as refused:
            checked_grid(grid)
        assert refused.value.reason in ("grid_too_wide", "grid_too_high")
        return
    stock = replace(stock_of(checked_grid(grid)), flip=flip)
    _fits(stock)
    _lies_apart(stock)
    _meets(stock)
    assert stock.gaps[0] == pytest.approx(grid.across / 100 if grid.columns > 1 else stock.sheet[0])


def test_labels_are_where_the_makers_cut_them() -> None:
    a4, old, letter = (list(CARD_STOCKS[name].places()) for name in ("Avery C32011", "Avery L7414", "Avery 5371"))
    assert (a4[0], a4[1], a4[-1]) == ((15, 13.5), (110, 13.5), (110, 229.5))
    assert (old[0], old[1], old[-1]) == ((15, 18.5), (105, 18.5), (105, 226.5))
    assert letter[0] == pytest.approx((19.05, 12.7))
    assert letter[-1] == pytest.approx((19.05 + 88.9, 12.7 + 4 * 50.8))


@pytest.mark.parametrize("name", ["A4 to cut", "Letter to cut", "A4 to cut, with room"])
def test_plain_paper_has_cards_of_plastic_size_in_its_middle(name: str) -> None:
    stock = CARD_STOCKS[name]
    places = list(stock.places())
    assert stock.label == (85.60, 53.98)
    assert stock.marks
    assert places[0][0] == pytest.approx(stock.sheet[0] - places[-1][0] - stock.label[0])
    assert places[0][1] == pytest.approx(stock.sheet[1] - places[-1][1] - stock.label[1])


def test_two_sheets_of_one_layout_go_by_both_their_names() -> None:
    same = [replace(BUSINESS_STOCKS[name], name="") for name in ("Avery C32011", "Avery C32016")]
    assert same[0] == same[1]


def test_sheets_are_counted_from_the_first_free_label() -> None:
    stock = CARD_STOCKS["Avery C32011"]
    assert [stock.sheets(count) for count in (0, 1, 10, 11)] == [0, 1, 1, 2]
    begun = replace(stock, start=7)
    assert [begun.sheets(count) for count in (0, 3, 4, 13, 14)] == [0, 1, 2, 2, 3]


def test_each_side_is_moved_by_what_its_printing_is_off() -> None:
    stock = replace(CARD_STOCKS["Avery C32011"], shift=(1, 2), back_shift=(-0.5, 0.1))
    assert next(stock.places()) == (16, 15.5)
    assert next(stock.places(mirrored=True)) == pytest.approx((110 - 0.5, 13.6))
    both = replace(stock, back_shift=None)
    assert next(both.places(mirrored=True)) == pytest.approx((111, 15.5))
