"""Currencies by name."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.words import LANGUAGES
from ui.firstrun.currencies import currencies


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_has_a_name(language: str) -> None:
    pairs = currencies(language)
    assert len(dict(pairs)) == len(pairs) > 150
    assert all(name.endswith(f" ({code})") for code, name in pairs)
    assert all(name[0].isupper() or not name[0].isalpha() for _, name in pairs)


def test_every_currency_is_one_that_a_till_takes() -> None:
    assert all(currency(code) for code, _ in currencies("en"))


@pytest.mark.parametrize(("language", "euro"), [("en", "Euro (EUR)"), ("lv", "Eiro (EUR)"), ("ru", "Евро (EUR)")])
def test_names_are_in_the_language(language: str, euro: str) -> None:
    assert dict(currencies(language))["EUR"] == euro


def test_the_order_is_the_alphabets_own() -> None:
    names = [name for _, name in currencies("lv")]
    assert names.index("Čehijas krona (CZK)") > names.index("Brazīlijas reāls (BRL)")
    assert names.index("Čehijas krona (CZK)") < names.index("Dānijas krona (DKK)")
