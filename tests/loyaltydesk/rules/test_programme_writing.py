"""A programme that is written and read again is the same one, whatever is in it."""

import tomllib
from fractions import Fraction

import pytest
from hypothesis import given, settings

from loyaltydesk.model.money import currency
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.rules.programme_writing import exact, tables_of, written
from loyaltydesk.rules.ready import DEMO, READY, ready_programme
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.rules.programmes import programmes
from tests.loyaltydesk.rules.test_programme_file import FULL


@settings(max_examples=100)
@given(programmes())
def test_whatever_is_written_reads_as_the_same_programme(programme: Programme) -> None:
    assert read_programme(written(programme)) == programme


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*READY, DEMO])
def test_a_ready_programme_is_written_as_it_was_read(name: str, language: str) -> None:
    programme = read_programme(ready_programme(name, language, currency=currency("EUR")))
    assert read_programme(written(programme)) == programme


def test_what_has_its_usual_value_is_not_written() -> None:
    assert tables_of(Programme("Club", currency("EUR"))) == {"programme": {"name": "Club", "currency": "EUR"}}


def test_the_file_is_tidy_and_says_what_its_tables_are_for() -> None:
    text = written(read_programme(_CAFE))
    assert text == _CAFE


def test_writing_a_programme_twice_gives_the_same_file() -> None:
    text = written(read_programme(FULL.replace('from = "200"', 'from = "250.00"')))
    assert written(read_programme(text)) == text


def test_the_tables_are_those_of_the_file() -> None:
    assert tables_of(read_programme(_CAFE)) == tomllib.loads(_CAFE)


@pytest.mark.parametrize(
    ("number", "text"),
    [(Fraction(2), 2), (Fraction(3, 2), "1.5"), (Fraction(100), 100), (Fraction(1, 10**6), "0.000001")],
)
def test_an_exact_number_is_written_without_an_exponent(number: Fraction, text: int | str) -> None:
    assert exact(number) == text


_CAFE = """# The rules of your programme. Whatever stands behind a # is a note to you.

[programme]
name = "Rīts \\"Club\\""
currency = "EUR"
starts = 2026-01-01

# How points are counted, and how long they are valid.
[points]
rounding = "half_up"
expire = "after"
expire_after = "12 months"

# What brings points.
[[earn]]
id = "base"
points = 1
per = "1.00"

[[earn]]
id = "cake"
points = 5
each = "unit"
of = { category = ["cake"], not_shipping = true }
when = { weekdays = ["mon", "sat"], from = "16:00", to = "18:00" }

# What points can be exchanged for.
[[reward]]
id = "coffee"
name = "Free coffee"
cost = 150
gives = { product = "COFFEE" }
valid_days = 90
"""
