"""Customers are divided by the shop's own pace, and each of them is in one group."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.insights import Group, Lines
from loyaltydesk.rules.insights_groups import group_of, limits, lines, much

TODAY = date(2026, 3, 14)
LINES = Lines(TODAY, pace=30, measured=True, much=200_00)


@pytest.mark.parametrize(
    ("away", "visits", "spend", "group"),
    [
        (0, 1, 500_00, Group.NEW),
        (30, 2, 500_00, Group.PROMISING),
        (30, 4, 10, Group.PROMISING),
        (30, 5, 199_99, Group.LOYAL),
        (30, 5, 200_00, Group.CHAMPIONS),
        (31, 5, 200_00, Group.ATTENTION),
        (60, 1, 10, Group.ATTENTION),
        (61, 1, 10, Group.SLIPPING),
        (120, 99, 900_00, Group.SLIPPING),
        (121, 99, 900_00, Group.LOST),
        (-3, 1, 10, Group.NEW),
    ],
)
def test_everybody_has_a_group(away: int, visits: int, spend: int, group: Group) -> None:
    assert group_of(LINES, TODAY - timedelta(days=away), visits=visits, spend=spend) is group


def test_who_bought_nothing_is_in_none_of_the_others() -> None:
    assert group_of(LINES, None, visits=0, spend=0) is Group.NOT_YET


@given(st.integers(-5, 400), st.integers(1, 12), st.integers(-100, 400_00))
def test_the_limits_of_exactly_one_group_hold_for_whoever_bought(away: int, visits: int, spend: int) -> None:
    day = TODAY - timedelta(days=away)

    def within(group: Group) -> bool:
        found = limits(LINES, group)
        first, last = found.days
        return (
            (first is None or first <= day)
            and (last is None or day <= last)
            and found.visits[0] <= visits <= found.visits[1]
            and found.spend[0] <= spend <= found.spend[1]
        )

    there = [group for group in Group if group is not Group.NOT_YET and within(group)]
    assert there == [group_of(LINES, day, visits=visits, spend=spend)]


@pytest.mark.parametrize(
    ("gaps", "pace", "measured"),
    [
        ([], 30, False),
        ([(3, 19)], 30, False),
        ([(3, 20)], 14, True),
        ([(20, 90), (50, 10)], 20, True),
        ([(20, 89), (50, 11)], 50, True),
        ([(300, 50)], 120, True),
    ],
)
def test_the_pace_is_that_of_nine_in_ten_once_there_are_enough(
    gaps: list[tuple[int, int]], pace: int, measured: bool
) -> None:
    found = lines(TODAY, gaps, [])
    assert (found.pace, found.measured) == (pace, measured)


@pytest.mark.parametrize(
    ("spenders", "expected"),
    [([], 1), ([(0, 5)], 1), ([(1000, 80), (2000, 15), (5000, 5)], 2000), ([(1000, 81), (5000, 19)], 1000)],
)
def test_much_is_the_largest_round_amount_that_a_fifth_reached(spenders: list[tuple[int, int]], expected: int) -> None:
    assert much(spenders) == expected
