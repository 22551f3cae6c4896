"""The names and particulars the demo shop is made from."""

import pytest

from loyaltydesk.demo.stage import latin, nation, phone_pattern, stage
from loyaltydesk.model.money import currency
from loyaltydesk.model.phones import e164
from loyaltydesk.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_shop(language: str) -> None:
    shop = stage(language)
    assert shop.language == language
    assert sum(shop.people.values()) == 100
    assert len(shop.cashiers) >= 3
    assert currency(shop.currency)
    assert all(name and tax for name, tax in shop.companies)
    assert e164(phone_pattern(shop.region).replace("#", "4"), shop.region)


def test_a_language_without_a_shop_gets_the_english_one() -> None:
    assert stage("xx") == stage("en")


@pytest.mark.parametrize("key", ["lv", "pl", "ru", "lt", "en"])
def test_every_nation_has_names_for_men_and_women_and_a_phone_that_reads(key: str) -> None:
    names = nation(key)
    assert len(set(names.women)) == len(names.women) >= 10
    assert len(set(names.men)) == len(names.men) >= 10
    assert len(names.surnames) >= 10
    number = phone_pattern(names.region).replace("#", "7")
    assert e164(number, names.region) == number


def test_a_surname_is_his_and_hers_or_the_same_for_both() -> None:
    surnames = nation("pl").surnames
    assert ("Kowalski", "Kowalska") in surnames
    assert ("Nowak", "Nowak") in surnames


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Jānis Bērziņš", "janis.berzins"),
        ("Łucja Żółkiewska", "lucja.zolkiewska"),
        ("Юлия Щербакова", "iuliia.shcherbakova"),
        ("Семён Белый", "semen.belyi"),
        ("Seán O'Brien", "sean.obrien"),
        ("Grace Whitfield-Barnes", "grace.whitfieldbarnes"),
    ],
)
def test_a_name_is_written_as_an_e_mail_address_would(name: str, written: str) -> None:
    assert latin(name) == written
