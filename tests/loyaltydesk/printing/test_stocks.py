"""Labels stand within their sheet and not on each other."""

import pytest

from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS, Stock

ALL = [*CARD_STOCKS.values(), *VOUCHER_STOCKS.values()]


@pytest.mark.parametrize("stock", ALL, ids=lambda stock: stock.name)
def test_no_label_leaves_the_sheet(stock: Stock) -> None:
    for x, y in (*stock.places(), *stock.places(mirrored=True)):
        assert x >= 0
        assert y >= 0
        assert x + stock.label[0] <= stock.sheet[0] + 1e-6
        assert y + stock.label[1] <= stock.sheet[1] + 1e-6


@pytest.mark.parametrize("stock", ALL, ids=lambda stock: stock.name)
def test_no_label_lies_on_another(stock: Stock) -> None:
    places = list(stock.places())
    assert len(set(places)) == stock.count
    for number, (x, y) in enumerate(places):
        for other_x, other_y in places[number + 1 :]:
            assert abs(x - other_x) >= stock.label[0] - 1e-6 or abs(y - other_y) >= stock.label[1] - 1e-6


@pytest.mark.parametrize("stock", CARD_STOCKS.values(), ids=lambda stock: stock.name)
def test_the_back_of_each_label_lies_behind_its_front(stock: Stock) -> None:
    for (x, y), (mirrored_x, mirrored_y) in zip(stock.places(), stock.places(mirrored=True), strict=True):
        assert x + mirrored_x + stock.label[0] == pytest.approx(stock.sheet[0])
        assert y == mirrored_y


def test_the_first_label_and_the_last_are_where_the_maker_cuts_them() -> None:
    a4, letter = list(CARD_STOCKS["Avery C32011"].places()), list(CARD_STOCKS["Avery 5371"].places())
    assert (a4[0], a4[1], a4[-1]) == ((15, 13.5), (110, 13.5), (110, 229.5))
    assert letter[0] == pytest.approx((19.05, 12.7))
    assert letter[-1] == pytest.approx((19.05 + 88.9, 12.7 + 4 * 50.8))
