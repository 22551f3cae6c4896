"""The one place where a fraction becomes whole."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.programme import Rounding
from loyaltydesk.rules.exact import percent_of, rounded, total


@pytest.mark.parametrize(
    ("value", "down", "near", "up"),
    [
        ("28.5", 28, 29, 29), ("29.5", 29, 30, 30), ("2.4999999999999999999", 2, 2, 3), ("0", 0, 0, 0),
        ("7", 7, 7, 7), ("1/3", 0, 0, 1), ("2/3", 0, 1, 1), ("-0.5", -1, 0, 0),
    ],
)  # fmt: skip
def test_a_fraction_is_made_whole(value: str, down: int, near: int, up: int) -> None:
    ways = (Rounding.FLOOR, Rounding.HALF_UP, Rounding.CEIL)
    assert tuple(rounded(Fraction(value), way) for way in ways) == (down, near, up)
    assert rounded(Fraction(value)) == down


@given(st.fractions())
def test_whole_is_never_further_than_it_must_be(value: Fraction) -> None:
    assert rounded(value) == floor(value)
    assert rounded(value, Rounding.CEIL) == ceil(value)
    assert Fraction(-1, 2) < rounded(value, Rounding.HALF_UP) - value <= Fraction(1, 2)


def test_huge_numbers_stay_exact() -> None:
    assert rounded(Fraction(10**40 + 1, 2)) == 5 * 10**39
    assert rounded(Fraction(10**40 + 1, 2), Rounding.HALF_UP) == 5 * 10**39 + 1


@pytest.mark.parametrize(
    ("amount", "percent", "off"),
    [(1000, "5", 50), (1999, "10", 200), (1994, "10", 199), (1995, "10", 200), (1, "50", 1), (333, "33.333333", 111)],
)
def test_a_percentage_is_of_the_nearest_minor_unit(amount: int, percent: str, off: int) -> None:
    assert percent_of(amount, Fraction(percent)) == off


@given(st.lists(st.integers() | st.fractions()))
def test_a_total_is_the_sum(values: list[int | Fraction]) -> None:
    assert total(values) == sum(values)
