"""A programme in plain words."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.ready import ready_programme
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.programmes import promises

HEAD = '[programme]\nname = "Club"\ncurrency = "EUR"\n'


def _promises(text: str) -> list[str]:
    programme = read_programme(text)
    return promises(programme, BabelFormats("en", programme.currency))


def _ready(name: str) -> list[str]:
    return _promises(ready_programme(name, "en", currency=currency("EUR")))


def test_the_cafe_promises_points_for_money_and_rewards_by_their_price() -> None:
    assert _ready("cafe") == [
        "10 points for each €1",
        "300 points: Free coffee",
        "450 points: Piece of cake",
        "900 points: Breakfast",
        "Points are valid for 12 months",
    ]


def test_the_shop_promises_points_as_money_and_tiers() -> None:
    assert _ready("shop") == [
        "1 point for each €1",
        "100 points are worth €3",
        "Silver from €300 a year: 25% more points",
        "Gold from €900 a year: 50% more points, 3% off",
        "Points are valid for 24 months",
    ]


def test_visits_promise_a_point_for_each_purchase() -> None:
    assert _ready("visits") == [
        "1 point for each purchase of €3 or more",
        "5 points: 10% off",
        "10 points: Gift voucher, €5",
        "Points do not end",
    ]


def test_rules_for_some_products_hours_or_codes_are_left_out() -> None:
    rules = """
[[earn]]
id = "all"
points = 1
each = "unit"
[[earn]]
id = "cakes"
points = 5
each = "purchase"
of = { category = ["cake"] }
[[earn]]
id = "code"
points = 5
each = "purchase"
when = { code = "TEN" }
"""
    assert _promises(HEAD + rules) == ["1 point for each piece", "Points do not end"]


@pytest.mark.parametrize(
    ("points", "line"),
    [
        ('expire = "year_end"', "Points end with the year"),
        ('expire = "month_end"', "Points end with the month"),
        ('expire = "after"\nexpire_after = "1 year"', "Points are valid for 1 year"),
        ('expire = "after"\nexpire_after = "90 days"', "Points are valid for 90 days"),
    ],
)
def test_the_end_of_points_is_told(points: str, line: str) -> None:
    assert _promises(f"{HEAD}[points]\n{points}\n") == [line]


def test_a_tier_of_points_for_good_says_so_and_keeps_its_fractions() -> None:
    rules = (
        '[tiers]\nbasis = "points"\n'
        '[[tier]]\nname = "Friend"\nfrom = 100\n'
        '[[tier]]\nname = "Best friend"\nfrom = 500\nmultiply = "1.125"\ndiscount_percent = "2.5"\n'
        '[[earn]]\nid = "all"\npoints = 2\neach = "purchase"\n'
    )
    assert _promises(HEAD + rules) == [
        "2 points for each purchase",
        "Friend from 100 points: a sign of thanks",
        "Best friend from 500 points: 12.5% more points, 2.5% off",
        "Points do not end",
    ]


def test_a_fraction_is_written_with_the_sign_of_the_language() -> None:
    earn = '[[earn]]\nid = "all"\npoints = 1\nper = "1.00"\n'
    programme = read_programme(HEAD + '[[tier]]\nname = "Friend"\nfrom = "500.00"\nmultiply = "1.125"\n' + earn)
    assert "12,5% more points" in promises(programme, BabelFormats("lv", programme.currency))[1]
