"""Money in the window, as each language writes it, and as people say it."""

from datetime import date

import pytest

from loyaltydesk.model.money import currency
from ui.seams.formats import QtFormats


@pytest.mark.parametrize(
    ("language", "code", "minor", "written", "said"),
    [
        ("en", "EUR", 1250, "€12.50", "€12.50"), ("en", "EUR", 1200, "€12.00", "€12"),
        ("en", "EUR", -1200, "-€12.00", "-€12"), ("ru", "RUB", 3000000, "30 000,00 ₽", "30 000 ₽"),
        ("lv", "KWD", 500, "0,500 KWD", "0,500 KWD"), ("lv", "KWD", 5000, "5,000 KWD", "5 KWD"),
        ("en", "JPY", 100, "¥100", "¥100"), ("pl", "PLN", 500, "5,00 zł", "5 zł"),
    ],
)  # fmt: skip
def test_a_price_has_no_decimals_that_are_nothing(
    language: str, code: str, minor: int, written: str, said: str
) -> None:
    formats = QtFormats(language, currency(code))
    plain = [text.replace("\u00a0", " ") for text in (formats.money(minor), formats.price(minor))]
    assert plain == [written, said]


@pytest.mark.parametrize(("language", "said"), [("en", "4 Mar"), ("pl", "04.03"), ("lv", "04.03"), ("ru", "04.03")])
def test_a_day_of_a_list_ends_without_a_sign(language, said):
    assert QtFormats(language, currency("EUR")).short_day(date(2026, 3, 4)) == said
