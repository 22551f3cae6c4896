"""What points are worth: as money, or by the reward that gives most for a point."""

from fractions import Fraction

from loyaltydesk.rules.insights_worth import breakage, expected, worth_of_a_point
from loyaltydesk.rules.programme_file import read_programme
from tests.shop import PROGRAMME

REWARDS = PROGRAMME.replace('[redeem]\npoints = 100\nworth = "1.00"\nminimum = 100\n', "")


def test_as_money_a_point_has_its_price() -> None:
    assert worth_of_a_point(read_programme(PROGRAMME), {"COFFEE": 900}) == 1


def test_else_the_best_reward_says() -> None:
    programme = read_programme(REWARDS)
    assert worth_of_a_point(programme, {}) == Fraction(500, 120)
    assert worth_of_a_point(programme, {"COFFEE": 300}) == 6


def test_without_either_points_are_worth_nothing_that_is_known() -> None:
    bare = REWARDS[: REWARDS.index("[[reward]]")]
    assert worth_of_a_point(read_programme(bare), {}) is None


def test_what_ended_unused_is_a_share_of_what_was_given() -> None:
    assert [breakage(0, 0), breakage(300, 100), breakage(100, 120), breakage(100, -5)] == [None, 333, 1000, 0]
    assert [expected(1000, None), expected(1000, 333), expected(1000, 1000)] == [1000, 667, 0]
