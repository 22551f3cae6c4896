"""Money, numbers and days as each language writes them, exact however large."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.money import LARGEST, currency
from loyaltydesk.words import LANGUAGES
from loyaltydesk.words.formats import BabelFormats


def _plain(text: str) -> str:
    """No-break spaces as spaces, so that a test can be read."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "code", "minor", "written"),
    [
        ("en", "EUR", 1250, "€12.50"), ("en", "EUR", -1250, "-€12.50"), ("en", "EUR", 0, "€0.00"),
        ("en", "EUR", 123456789, "€1,234,567.89"), ("en", "KWD", 1250, "KWD1.250"), ("pl", "PLN", 1250, "12,50 zł"),
        ("pl", "EUR", 123456789, "1 234 567,89 €"), ("pl", "JPY", 1250, "1 250 JPY"), ("lv", "EUR", 1250, "12,50 €"),
        ("lv", "EUR", -5, "-0,05 €"), ("lv", "KWD", 1, "0,001 KWD"), ("ru", "RUB", 1250, "12,50 ₽"),
        ("ru", "JPY", 123456, "123 456 ¥"), ("ru", "EUR", LARGEST, "10 000 000 000,00 €"),
    ],
)  # fmt: skip
def test_money(language: str, code: str, minor: int, written: str) -> None:
    assert _plain(BabelFormats(language, currency(code)).money(minor)) == written


@pytest.mark.parametrize(
    ("language", "code", "minor", "said"),
    [
        ("en", "EUR", 1250, "€12.50"), ("en", "EUR", 1200, "€12"), ("en", "EUR", -1200, "-€12"),
        ("ru", "RUB", 3000000, "30 000 ₽"), ("lv", "KWD", 500, "0,500 KWD"), ("lv", "KWD", 5000, "5 KWD"),
        ("en", "GBP", 100, "£1"), ("pl", "PLN", 500, "5 zł"),
    ],
)  # fmt: skip
def test_a_price_has_no_decimals_that_are_nothing(language: str, code: str, minor: int, said: str) -> None:
    assert _plain(BabelFormats(language, currency(code)).price(minor)) == said


@given(st.integers(-(2**63), 2**63), st.sampled_from(sorted(LANGUAGES)), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_no_digit_of_a_sum_is_lost(minor: int, language: str, code: str) -> None:
    unit = currency(code)
    written = BabelFormats(language, unit).money(minor)
    digits = re.sub(r"\D", "", written)
    assert int(digits) == abs(minor)
    assert digits == str(abs(minor)).rjust(unit.exponent + 1, "0")
    assert ("-" in written) is (minor < 0)


@given(st.integers(-(2**63), 2**63), st.sampled_from(sorted(LANGUAGES)))
def test_no_digit_of_a_number_is_lost(number: int, language: str) -> None:
    written = BabelFormats(language, currency("EUR")).number(number)
    assert int(re.sub(r"[^\d-]", "", written)) == number


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [
        ("en", "1,234,567", "4 Mar 2026"), ("pl", "1 234 567", "4 mar 2026"),
        ("lv", "1 234 567", "2026. gada 4. marts"), ("ru", "1 234 567", "4 мар. 2026 г."),
    ],
)  # fmt: skip
def test_numbers_and_days(language: str, number: str, day: str) -> None:
    formats = BabelFormats(language, currency("EUR"))
    assert (_plain(formats.number(1234567)), _plain(formats.day(date(2026, 3, 4)))) == (number, day)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_the_first_and_the_last_day_there_are_can_be_written(language: str) -> None:
    formats = BabelFormats(language, currency("EUR"))
    assert "9999" in formats.day(date.max)
    assert formats.day(date.min)
