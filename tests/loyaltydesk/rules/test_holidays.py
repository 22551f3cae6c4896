"""Holidays fall where church and country have them."""

from datetime import date

import pytest

from loyaltydesk.model.greetings import OwnDay
from loyaltydesk.rules import holidays as rules


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [
        (2000, "04-23", "04-30"), (2008, "03-23", "04-27"), (2011, "04-24", "04-24"), (2016, "03-27", "05-01"),
        (2021, "04-04", "05-02"), (2024, "03-31", "05-05"), (2025, "04-20", "04-20"), (2026, "04-05", "04-12"),
        (2027, "03-28", "05-02"), (2038, "04-25", "04-25"), (1954, "04-18", "04-25"), (1981, "04-19", "04-26"),
    ],
)  # fmt: skip
def test_easter_falls_where_the_churches_kept_it(year: int, west: str, east: str) -> None:
    assert f"{rules.western_easter(year):%m-%d}" == west
    assert f"{rules.eastern_easter(year):%m-%d}" == east


@pytest.mark.parametrize("year", range(1950, 2100, 7))
def test_easter_is_a_sunday(year: int) -> None:
    assert rules.western_easter(year).weekday() == rules.eastern_easter(year).weekday() == 6


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("LV", "05-10"), ("PL", "05-26"), ("LT", "05-03"), ("EE", "05-10"), ("DE", "05-10"), ("RU", "11-29"),
        ("GB", "03-15"),
    ],
)  # fmt: skip
def test_mothers_day_is_another_day_in_every_country(country: str, day: str) -> None:
    (found,) = rules.holidays(2026, country, chosen=["mothers_day"])
    assert f"{found.day:%m-%d}" == day


def test_a_country_has_its_own_holidays_and_an_unknown_one_those_of_many() -> None:
    assert "midsummer" in rules.kept_in("LV")
    assert "midsummer" not in rules.kept_in("PL")
    assert rules.kept_in("XX") == rules.kept_in("GB")
    assert {key for country in ("LV", "LT", "EE", "PL", "RU", "DE", "GB") for key in rules.kept_in(country)} == set(
        rules.all_keys()
    )


@pytest.mark.parametrize("country", ["LV", "LT", "EE", "PL", "RU", "DE", "GB"])
def test_holidays_of_a_country_stand_in_the_order_of_the_year(country: str) -> None:
    found = [each.key for each in rules.holidays(2026, country, chosen=rules.kept_in(country))]
    assert set(found) == set(rules.kept_in(country))


def test_the_shops_own_days_come_with_their_names_and_only_when_chosen() -> None:
    own = (OwnDay("own-1", "Our birthday", "02-29"), OwnDay("own-2", "Other", "12-01"))
    found = rules.holidays(2026, "LV", chosen=["own-1", "new_year"], own=own)
    assert [(each.key, each.day, each.name) for each in found] == [
        ("new_year", date(2026, 1, 1), ""),
        ("own-1", date(2026, 2, 28), "Our birthday"),
    ]


def test_some_holidays_are_for_women_or_for_one_language() -> None:
    assert rules.for_women("womens_day")
    assert not rules.for_women("easter")
    assert not rules.for_women("own-1")
    assert rules.languages_of("orthodox_easter") == {"ru"}
    assert rules.languages_of("christmas") == frozenset()
