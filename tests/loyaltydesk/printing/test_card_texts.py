"""The owner's own words with fields in them."""

import pytest

from loyaltydesk.printing.card_texts import FIELDS, filled, has_own_fields

ANNA = {"name": "Anna", "tier": "Gold", "since": "2024", "number": "4711", "shop": "Rīts"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{name} · {tier} since {since} · {number} · {shop}", "Anna · Gold since 2024 · 4711 · Rīts"),
        ("Tea", "Tea"),
        ("", ""),
        ("{who} {name.upper} {0} {} {{name}} %s", "{who} {name.upper} {0} {} {Anna} %s"),
        ("{NAME} { name }", "{NAME} { name }"),
    ],
)
def test_fields_are_filled_and_other_braces_stay(text: str, said: str) -> None:
    assert filled(text, ANNA) == said


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert filled("{name}", {**ANNA, "name": "{tier} \\1 {name}"}) == "{tier} \\1 {name}"


def test_words_with_an_empty_field_are_none() -> None:
    assert filled("Since {since}", {**ANNA, "since": ""}) == ""
    assert filled("Since {since}", {}) == ""


def test_words_about_the_shop_alone_are_the_same_on_all_cards() -> None:
    assert not has_own_fields("Welcome to {shop}, {whoever}")
    assert all(has_own_fields(f"x {{{field}}}") for field in FIELDS if field != "shop")
