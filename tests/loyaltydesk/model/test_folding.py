"""Folding: names are found without diacritics, capitals or apostrophes, in Latin and Cyrillic."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.folding import fold, folded_words

FOUND = [
    ("lukasz", "Łukasz"), ("janis", "Jānis"), ("berzins", "Bērziņš"), ("петр", "Пётр"), ("елкин", "Ёлкин"),
    ("obrien", "O'Brien"), ("obrien", "O’Brien"), ("obrien", "Oʼbrien"), ("weiss", "Weiß"), ("weiss", "WEIẞ"),
    ("sahin", "ŞAHİN"), ("sahin", "şahin"), ("thorsdottir", "Þórsdóttir"), ("thorsdottir", "Thórsdóttir"),
    ("soren", "Søren"), ("dokovic", "Đoković"), ("zazolc gesla jazn", "ZAŻÓŁĆ GĘŚLĄ JAŹŃ"), ("aether", "Æther"),
    ("oeuvre", "Œuvre"), ("gudrun", "Guðrún"), ("dilan", "Dılan"), ("hal", "Ħal"), ("fi", "ﬁ"),
    ("otkir", "Oʻtkir"), ("strasse", "STRAßE"), ("inuk", "Inuĸ"), ("nguyen", "Nguyễn"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "stored"), FOUND)
def test_a_name_is_found_by_plain_letters(typed: str, stored: str) -> None:
    assert fold(stored) == typed


@pytest.mark.parametrize(("typed", "stored"), FOUND)
def test_it_makes_no_difference_how_a_letter_is_put_together(typed: str, stored: str) -> None:
    assert fold(unicodedata.normalize("NFD", stored)) == fold(unicodedata.normalize("NFC", stored)) == typed


@pytest.mark.parametrize("name", ["Николай", "Київ", "Ўлад", "Й"])
def test_a_letter_of_its_own_stays_one(name: str) -> None:
    assert fold(name) == name.lower()
    assert fold(unicodedata.normalize("NFD", name)) == name.lower()


def test_the_letter_yo_is_found_as_ye() -> None:
    assert fold("ПЁТР ёлкин") == "петр елкин"


def test_no_sign_of_unicode_is_folded_further_by_folding_it_again() -> None:
    signs = [chr(point) for point in range(0x110000) if not 0xD800 <= point < 0xE000]
    assert [sign for sign in signs if fold(fold(sign)) != fold(sign)] == []


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), max_size=20))
def test_capitals_make_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text.upper().lower())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Anna-Maria  O'Neill", ("anna", "maria", "oneill")), ("  Jānis   Bērziņš ", ("janis", "berzins")),
        ("SIA “Rīts”, Rīga", ("sia", "rits", "riga")), ("", ()), ("...", ()), ("Петров-Водкин", ("петров", "водкин")),
    ],
)  # fmt: skip
def test_a_name_falls_into_words(name: str, words: tuple[str, ...]) -> None:
    assert folded_words(name) == words
