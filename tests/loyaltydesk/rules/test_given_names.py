"""Given names are found in whatever somebody wrote, and tell her from him only where they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.rules.given_names import Gender, address, gender_of
from loyaltydesk.words import LANGUAGES


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Anna Bērziņa", Gender.WOMAN), ("Jānis Kalniņš", Gender.MAN), ("Ilze", Gender.WOMAN), ("Piotr", Gender.MAN),
        ("Ольга Петрова", Gender.WOMAN), ("Илья Иванов", Gender.MAN), ("Игорь", Gender.MAN), ("Любовь", Gender.WOMAN),
        ("Саша Белый", None), ("Саша Иванович Белый", Gender.MAN), ("Гульнара Рашидовна", Gender.WOMAN),
        ("Айгуль", Gender.WOMAN), ("Никита", Gender.MAN), ("Nikita", None), ("Xyz", None), ("", None),
        ("Emily Smith", None), ("Bērziņa Anna", Gender.WOMAN), ("ANNA BĒRZIŅA", Gender.WOMAN), ("Hugo", Gender.MAN),
    ],
)  # fmt: skip
def test_a_name_tells_her_from_him_or_does_not(name: str, gender: Gender | None) -> None:
    assert gender_of(name) is gender


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("Kowalska Anna", "pl", "Anno"), ("anna kowalska", "pl", "Anno"), ("PIOTR NOWAK", "pl", "Piotrze"),
        ("Dr. Anna Nowak", "pl", "Anno"), ("Anna-Maria Nowak", "pl", "Anno-Mario"), ("„Anna”", "pl", "Anno"),
        ("Anna-Xyz", "pl", ""), ("Ольга Петрова", "ru", "Ольга"), ("Ольга Ивановна Петрова", "ru", "Ольга Ивановна"),
        ("Петрова Ольга Ивановна", "ru", "Ольга Ивановна"), ("Jānis Kalniņš", "ru", "Jānis"), ("Айбек", "ru", "Айбек"),
        ("Zoë Smith", "en", "Zoë"), ("123 Smith", "en", ""), ("A" * 200, "en", ""), ("Ольга", "en", "Ольга"),
        ("Anete-Marija", "lv", "Anete-Marija"), ("Jānis-Pēteris", "lv", "Jāni-Pēteri"),
    ],
)  # fmt: skip
def test_the_given_name_is_found_and_bent(name: str, language: str, form: str) -> None:
    assert address(name, language).name == form


@given(st.text(max_size=200), st.sampled_from(sorted(LANGUAGES)))
def test_no_name_is_too_strange(name: str, language: str) -> None:
    found = address(name, language)
    assert len(found.name) <= 90
    assert "\n" not in found.name
