"""A bill while it is worked out: free units, discounts, and the part of each line that earns."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.programme import EarnOn, PointRules, Scope
from loyaltydesk.model.purchases import Line
from loyaltydesk.rules.bill import bill_lines, discounted, value_of, with_bases

LINES = [Line(300, 2, "CAKE"), Line(250, 3, "COFFEE"), Line(100, 1), Line(200, 2, "COFFEE")]
GOODS = st.lists(st.builds(Line, st.integers(0, 10**6), st.integers(1, 20)), min_size=1, max_size=6)


def test_free_units_come_off_the_first_lines_of_their_product() -> None:
    assert [line.units for line in bill_lines(LINES, {"COFFEE": 4})] == [2, 0, 1, 1]
    assert [line.units for line in bill_lines(LINES, {"COFFEE": 99, "TEA": 1})] == [2, 0, 1, 0]
    assert value_of(bill_lines(LINES, {"COFFEE": 4})) == 600 + 100 + 200


def test_a_line_without_a_product_is_never_free() -> None:
    assert [line.units for line in bill_lines([Line(100)], {"": 1})] == [1]


def test_a_line_without_a_paid_unit_is_covered_by_nothing() -> None:
    (line,) = bill_lines([Line(250, 1, "COFFEE")], {"COFFEE": 1})
    assert not line.covered(Scope())


@given(GOODS, st.data())
def test_a_discount_is_shared_out_to_the_last_fraction(goods: list[Line], data: st.DataObject) -> None:
    lines = bill_lines(goods, {})
    discount = data.draw(st.integers(0, int(value_of(lines))))
    left = discounted(lines, discount)
    assert value_of(left) == value_of(lines) - discount
    for before, after in zip(lines, left, strict=True):
        assert 0 <= after.net <= before.net
        assert after.net * value_of(lines) == before.net * value_of(left)


@given(GOODS, st.data())
def test_what_was_paid_with_points_is_taken_off_the_bases_in_all(goods: list[Line], data: st.DataObject) -> None:
    lines = bill_lines(goods, {})
    paid = data.draw(st.integers(0, int(value_of(lines))))
    assert sum(line.base for line in with_bases(lines, PointRules(), paid)) == value_of(lines) - paid
    whole = with_bases(lines, PointRules(earn_on=EarnOn.FULL), paid)
    assert [line.base for line in whole] == [line.net for line in lines]


@pytest.mark.parametrize(("tax", "base"), [(0, 12100), (2100, 10000), (555, Fraction(12100 * 10000, 10555))])
def test_the_net_base_is_exact(tax: int, base: Fraction) -> None:
    (line,) = with_bases(bill_lines([Line(12100, tax=tax)], {}), PointRules(net_of_tax=True), 0)
    assert line.base == base


def test_a_bill_of_nothing_stays_one() -> None:
    lines = bill_lines([Line(0, 3)], {})
    assert [line.base for line in with_bases(discounted(lines, 0), PointRules(), 0)] == [0]
