"""Somebody is listed for what they do much more often than all others, and never without a comparison."""

import pytest

from loyaltydesk.rules.staff_patterns import often


@pytest.mark.parametrize(
    ("times", "purchases", "listed"),
    [
        ({"Ilze": 5}, {"Ilze": 10, "Marta": 10}, [("Ilze", 500, 0)]),
        ({"Ilze": 4}, {"Ilze": 10, "Marta": 10}, []),  # too few to say anything
        ({"Ilze": 50}, {"Ilze": 10}, []),  # nobody to compare with
        ({"Ilze": 6, "Marta": 2}, {"Ilze": 10, "Marta": 10}, []),  # just three times as often
        ({"Ilze": 7, "Marta": 2}, {"Ilze": 10, "Marta": 10}, [("Ilze", 700, 200)]),
        ({"Ilze": 7, "Marta": 2}, {"Ilze": 100, "Marta": 10}, []),  # but ten times the purchases
        ({"Olga": 5}, {"Marta": 10}, [("Olga", 5000, 0)]),  # never at the till
        ({}, {}, []),
    ],
)
def test_often_is_more_than_three_times_as_often(
    times: dict[str, int], purchases: dict[str, int], listed: list[tuple[str, int, int]]
) -> None:
    assert list(often(times, purchases)) == listed
