"""The margin is kept for the shop, and only it makes a gain of more turnover."""

from hashlib import sha256

import pytest

from tests.shop import PROGRAMME, buy, join
from tests.ui.insights.conftest import SPECS
from tests.ui.person import Person


@pytest.fixture
def compared(desk, open_window):
    """The window of a shop whose members with offers buy more than those of its test group."""
    desk.shop.load_programme(PROGRAMME + "[test_group]\nevery = 2\n")
    for number in range(20):
        customer, card = join(desk, f"Customer {number}")
        without = int(sha256(customer.encode()).hexdigest(), 16) % 2 == 0
        buy(desk, card, 1000 if without else 3000)
    window = open_window(SPECS)
    window.go("insights")
    return window


def gain(part):
    return next(row for row in part.chart.drawing.rows if row.name == "Gain by the test group")


def test_another_margin_is_kept_and_the_gain_follows(compared, desk):
    part, person = compared.shown.view.cost, Person(compared)
    before = gain(part)
    assert part.margin.text() == "Margin: 60%"
    assert not part.test_button.isVisible()
    person.tap(part.margin)
    part.margin.field.setValue(30)
    part.margin.keep.click()
    assert desk.insights.margin == 30_00
    assert part.margin.text() == "Margin: 30%"
    assert abs(gain(part).value * 2 - before.value) <= 1
    assert gain(part).low <= gain(part).value <= gain(part).high


def test_without_a_test_group_there_is_no_margin_to_choose(overview):
    assert not overview.cost.margin.isVisible()
    assert overview.cost.test_button.isVisible()
