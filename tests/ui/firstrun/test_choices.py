"""Currencies and countries by name."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.words import LANGUAGES
from ui.firstrun.choices import countries, currencies


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_and_country_has_a_name(language: str) -> None:
    for pairs in (currencies(language), countries(language)):
        assert len(dict(pairs)) == len(pairs)
        for code, name in pairs:
            assert name[0].isupper() or not name[0].isalpha()
            assert len(name) > len(code)


def test_every_currency_is_one_that_a_till_takes() -> None:
    assert all(currency(code) for code, _ in currencies("en"))


@pytest.mark.parametrize(
    ("language", "euro", "latvia"),
    [
        ("en", "Euro (EUR)", "Latvia (+371)"),
        ("lv", "Eiro (EUR)", "Latvija (+371)"),
        ("ru", "Евро (EUR)", "Латвия (+371)"),
    ],
)
def test_names_are_in_the_language(language: str, euro: str, latvia: str) -> None:
    assert dict(currencies(language))["EUR"] == euro
    assert dict(countries(language))["LV"] == latvia


def test_the_order_is_the_alphabets_own() -> None:
    names = [name for _, name in countries("lv")]
    assert names.index("Čehija (+420)") > names.index("Brazīlija (+55)")
    assert names.index("Čehija (+420)") < names.index("Dānija (+45)")
