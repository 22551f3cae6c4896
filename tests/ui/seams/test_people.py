"""Customers, cards and tiers are called and coloured alike on every page."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.customers import Profile
from loyaltydesk.words import use
from tests.shop import join
from ui.seams.people import agreed, grouped, rules, shown_name, tier_tone


@pytest.mark.parametrize(
    ("profile", "card", "name"),
    [
        (Profile(name="Anna", company="Rīts"), "2600000000017", "Anna"),
        (Profile(company="Rīts"), "2600000000017", "Rīts"),
        (Profile(), "2600000000017", "Card 2600 0000 0001 7"),
        (Profile(), "", "No name"),
    ],
)
def test_somebody_without_a_name_is_called_by_what_there_is(desk, profile, card, name):
    customer = desk.customers.get(join(desk)[0])
    assert shown_name(replace(customer, profile=profile, card=card)).replace("\N{NO-BREAK SPACE}", " ") == name


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("2600000000017", "2600 0000 0001 7"),
        ("V7K39QXM2T4R", "V7K3-9QXM-2T4R"),
        ("CLUB-4711", "CLUB-4711"),
        ("AB-12345678", "AB-12345678"),
        ("1234567", "1234567"),
    ],
)
def test_a_long_number_is_read_out_in_groups(number, shown):
    assert grouped(number).replace("\N{NO-BREAK SPACE}", " ") == shown


def test_the_card_in_hand_says_more_than_the_newest_one(desk):
    customer = replace(desk.customers.get(join(desk)[0]), profile=Profile(), card="2600000000017")
    assert shown_name(customer, card="CLUB-4711") == "Card CLUB-4711"


@pytest.mark.parametrize(("tier", "tone"), [("Silver", ""), ("Gold", "info"), (None, ""), ("Gone", "")])
def test_tiers_have_their_colours_by_their_place(desk, tier, tone):
    assert tier_tone(desk.shop.programme, tier) == tone


def test_a_consent_is_kept_in_the_words_it_was_given_in():
    assert agreed(date(2026, 3, 14)) == "2026-03-14: Agrees to the programme rules and to greetings"
    use("pl")
    assert agreed(date(2026, 3, 14)) == f"2026-03-14: {rules()}"
    assert rules() != "Agrees to the programme rules and to greetings"
