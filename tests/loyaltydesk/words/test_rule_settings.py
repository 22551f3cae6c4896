"""What a programme has once, in plain words."""

import pytest

from tests.loyaltydesk.words.rules_in_words import said


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ("", "Parts of a point are left out · what points or a voucher paid for brings none"),
        (
            'rounding = "half_up"\nearn_on = "full"',
            "Half a point and more becomes a whole one · points for the whole bill",
        ),
        (
            'rounding = "ceil"\nearn_on = "none_when_redeeming"\ntax = "net"\npending_days = 14',
            "Every part of a point becomes a whole one · no points where points or a voucher pay"
            " · counted without the tax · to be spent 14 days after the purchase",
        ),
    ],
)
def test_how_points_are_counted(points: str, words: str) -> None:
    assert said(f"[points]\n{points}\n", "points") == words


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ('expire = "never"', "Points do not end"),
        ('expire_after = "1 years"', "Points are valid for 1 year"),
        ('expire_after = "30 days"', "Points are valid for 30 days"),
        ('expire = "month_end"', "Points end with the month"),
        ('expire = "year_end"', "Points end with the year"),
        (
            'expire = "month_end"\nexpire_after = "12 months"',
            "Points are valid for 12 months · and to the end of that month",
        ),
        ('expire = "year_end"\nexpire_after = "2 years"', "Points are valid for 2 years · and to the end of that year"),
    ],
)
def test_how_long_points_are_valid(points: str, words: str) -> None:
    assert said(f"[points]\n{points}\n", "expire") == words


@pytest.mark.parametrize(
    ("redeem", "words"),
    [
        ("", "100 points are worth €1"),
        (
            "minimum = 500\nmax_percent = 50",
            "100 points are worth €1 · at least 500 points at once · 50% of a bill at most",
        ),
    ],
)
def test_what_points_are_worth(redeem: str, words: str) -> None:
    assert said(f'[redeem]\npoints = 100\nworth = "1.00"\n{redeem}\n', "redeem") == words


def test_a_tier_says_where_it_begins_and_what_it_brings() -> None:
    tier = '[[tier]]\nname = "Silver"\nfrom = {}\nmultiply = "1.5"\ndiscount_percent = 5\n'
    assert said(tier.format('"100.00"'), "tier") == "Silver from €100 · points × 1.5 · 5% off each bill"
    by_points = '[tiers]\nbasis = "points"\nwindow = "12 months"\n'
    assert said(by_points + tier.format("500"), "tier").startswith("Silver: 500 points and more · ")
    assert said(by_points + tier.format("500"), "tiers") == (
        "By points collected, spent ones too · over the last 12 months"
    )


@pytest.mark.parametrize(
    ("tables", "table", "words"),
    [
        (
            "[referral]\npoints_referrer = 100\npoints_new = 50",
            "referral",
            "100 points for whoever brings a customer · 50 points for the new customer",
        ),
        (
            "[approval]\nadjust_above = 500",
            "approval",
            "Large changes by hand need a second person · without one: 500 points at most",
        ),
        (
            "[test_group]\nevery = 10\nsince = 2026-03-01",
            "test_group",
            "1 new customer in 10 goes without offers · from 1 Mar 2026 on",
        ),
        ("", "returns", "A return takes back no more points than are there"),
        ('[returns]\noverdraft = "negative"', "returns", "A return may take the balance below nothing"),
    ],
)
def test_what_else_is_settled(tables: str, table: str, words: str) -> None:
    assert said(tables + "\n", table) == words
