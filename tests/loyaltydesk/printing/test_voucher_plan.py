"""The places on a voucher lie within it, whatever label it is on."""

import pytest

from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS, Stock
from loyaltydesk.printing.voucher_plan import EDGE, plan_of


@pytest.mark.parametrize("stock", VOUCHER_STOCKS.values(), ids=lambda stock: stock.name)
def test_everything_is_within_the_label(stock: Stock) -> None:
    plan = plan_of(stock.label)
    assert plan.width + 2 * plan.inset == pytest.approx(stock.label[0])
    assert plan.height + 2 * plan.inset == pytest.approx(stock.label[1])
    left, end, top, height = plan.bars
    assert plan.stub < left < plan.first < end <= plan.width
    assert height >= 14
    assert top + height + 5 < plan.small.y < plan.height
    for text in (plan.gives, plan.whom, plan.valid, plan.small):
        assert text.x > plan.stub
        assert text.x + (text.width or 0) < plan.width


def test_paper_that_printers_do_not_print_to_its_edge_has_an_edge() -> None:
    own = VOUCHER_STOCKS.keys() - CARD_STOCKS.keys()
    assert {plan_of(VOUCHER_STOCKS[name].label).inset for name in own} == {EDGE}
    assert {plan_of(stock.label).inset for stock in CARD_STOCKS.values()} == {0.0}
