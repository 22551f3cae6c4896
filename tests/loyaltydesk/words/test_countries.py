"""Countries are named in the shop's language and stand in its order."""

import pytest

from loyaltydesk.model.phones import e164
from loyaltydesk.words import LANGUAGES
from loyaltydesk.words.countries import countries

LATVIA = {"en": "Latvia (+371)", "pl": "Łotwa (+371)", "lv": "Latvija (+371)", "ru": "Латвия (+371)"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_country_has_its_name_in_each_language(language: str) -> None:
    assert dict(countries(language))["LV"] == LATVIA[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name_and_stands_once(language: str) -> None:
    codes = [code for code, _name in countries(language)]
    assert len(codes) == len(set(codes)) > 200
    assert [code for code, name in countries(language) if name.startswith(f"{code} ")] == []


def test_letters_with_signs_stand_beside_those_without() -> None:
    names = [name for _code, name in countries("pl")]
    assert names.index("Litwa (+370)") < names.index("Łotwa (+371)") < names.index("Maroko (+212)")


def test_phone_numbers_are_read_in_every_country_that_can_be_chosen() -> None:
    for code, _name in countries("en"):
        assert e164("+37120012345", code) == "+37120012345"
