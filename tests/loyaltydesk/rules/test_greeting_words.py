"""Greetings in words: chosen, filled, and never with a gap."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.greetings import Greeting, GreetingText, Occasion, Register
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules.given_names import Gender
from loyaltydesk.rules.greeting_book import book
from loyaltydesk.rules.greeting_words import (
    Filling,
    call_words,
    checked_text,
    filling,
    salutation,
    text_key,
    worded,
)
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.rules.greeted import birthday, person

FORMAL, FAMILIAR = Register


def words_for(greeting: Greeting, register: Register = FORMAL, *own: GreetingText, **values: str):
    known = filling(greeting.customer.profile.name, greeting.language, **values)
    return worded(greeting, known, own=own, register=register)


@pytest.mark.parametrize(
    ("name", "language", "register", "expected"),
    [
        ("Anna Kowalska", "pl", FORMAL, "Szanowna Pani Anno!"), ("Piotr Żak", "pl", FORMAL, "Szanowny Panie Piotrze!"),
        ("Anna Kowalska", "pl", FAMILIAR, "Droga Anno!"), ("Marek Nowak", "pl", FAMILIAR, "Drogi Marku!"),
        ("Jānis Kalniņš", "pl", FORMAL, "Szanowny Panie!"), ("Jānis Kalniņš", "pl", FAMILIAR, "Cześć!"),
        ("Xyz", "pl", FORMAL, "Dzień dobry!"), ("Jānis Kalniņš", "lv", FORMAL, "Cienījamais Jāni!"),
        ("Anna Bērziņa", "lv", FAMILIAR, "Mīļā Anna!"), ("Ольга", "lv", FORMAL, "Labdien!"),
        ("Ольга Петрова", "ru", FAMILIAR, "Дорогая Ольга!"), ("Айбек", "ru", FORMAL, "Здравствуйте, Айбек!"),
        ("Emily Smith", "en", FORMAL, "Dear Emily,"), ("123", "en", FAMILIAR, "Hello,"),
    ],
)  # fmt: skip
def test_everybody_is_addressed_in_a_form_that_is_right(
    name: str, language: str, register: Register, expected: str
) -> None:
    assert words_for(birthday(person(name), language), register).salutation == expected


def test_a_company_is_addressed_as_many() -> None:
    greeting = birthday(person("", company="SIA Rīts"), "lv")
    assert salutation(greeting, filling("", "lv"), FORMAL) == "Cienījamie draugi!"


def test_not_everybody_gets_the_same_and_nobody_the_same_twice_running() -> None:
    texts = {words_for(birthday(person(number=number)), shop="x").text for number in range(40)}
    assert len(texts) == 4
    for number in range(20):
        years = [words_for(birthday(person(number=number), year=year)).text for year in (2026, 2027, 2028)]
        assert years[0] != years[1] != years[2]
        assert years[0] == words_for(birthday(person(number=number))).text


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({}, "birthday"), ({"years": 40}, "birthday_round"), ({"years": 41}, "birthday"),
        ({"years": 40, "also": Occasion.NAME_DAY}, "both_days"), ({"occasion": Occasion.NAME_DAY}, "name_day"),
        ({"occasion": Occasion.ANNIVERSARY, "years": 10}, "anniversary"),
        ({"occasion": Occasion.HOLIDAY, "holiday": "easter"}, "easter"),
    ],
)  # fmt: skip
def test_every_greeting_has_its_kind_of_words(change: dict[str, object], key: str) -> None:
    assert text_key(replace(birthday(person()), **change)) == key


def test_gifts_are_told_of_as_far_as_there_are_any() -> None:
    bare = words_for(birthday(person())).text
    voucher = words_for(birthday(person()), voucher="Coffee", until="4 May 2026").text
    endless = words_for(birthday(person()), voucher="Coffee").text
    points = words_for(birthday(person()), points="50 points").text
    assert voucher == f"{bare} There is a little present inside: Coffee. It is waiting for you until 4 May 2026."
    assert endless == f"{bare} There is a little present inside: Coffee."
    assert points == f"{bare} A little something from us is on your card: 50 points."


def test_a_sentence_of_the_owners_without_its_field_is_left_out() -> None:
    own = GreetingText("Hey {name}!", "All the best. You are {age} today! Come by.\nYours, {shop}")
    known = words_for(birthday(person()), FORMAL, own, age="42 years", shop="Rīts")
    assert (known.heading, known.text) == ("Hey Anna!", "All the best. You are 42 years today! Come by.\nYours, Rīts")
    assert words_for(birthday(person()), FORMAL, own, shop="Rīts").text == "All the best. Come by.\nYours, Rīts"
    nothing = GreetingText("You are {age}!", "You are {age}!")
    assert words_for(birthday(person()), FORMAL, nothing).heading in {
        each.heading for each in book("en").wordings("birthday", FORMAL)
    }


def test_an_owners_wording_may_have_its_own_salutation_and_closing() -> None:
    own = GreetingText("Hi", "Hello there.", "{Kochana|Kochany} {name}", "Wasz {shop}")
    words = words_for(birthday(person("Piotr"), "pl"), FORMAL, own, shop="Świt")
    assert (words.salutation, words.closing) == ("Kochany Piotrze", "Wasz Świt")
    words = words_for(birthday(person("Xyz"), "pl"), FORMAL, own)
    assert words.salutation == "Dzień dobry!"
    assert words.closing in book("pl").closings["formal"]


def test_the_owners_heading_stands_above_whatever_wording() -> None:
    known = filling("Anna", "en")
    assert (
        worded(birthday(person()), known, own=(), register=FORMAL, heading="Hurray, {name}!").heading == "Hurray, Anna!"
    )
    assert worded(birthday(person()), known, own=(), register=FORMAL, heading="You are {age}!").heading != ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (GreetingText("Hi", "You are {old}."), "unknown_field"), (GreetingText("Hi {", "x."), "lone_brace"),
        (GreetingText("Hi", "x.", closing="}"), "lone_brace"), (GreetingText("", "x."), "missing"),
        (GreetingText("Hi", " "), "missing"), (GreetingText("Hi", "x" * 1001), "too_long"),
        (GreetingText("{0}", "x"), "lone_brace"), (GreetingText("{name", "x|y}"), "lone_brace"),
    ],
)  # fmt: skip
def test_what_cannot_be_filled_is_refused(text: GreetingText, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_text(text)
    assert refused.value.reason == reason


def test_hers_and_his_are_chosen_by_the_name() -> None:
    text = "{she|he} came"
    assert Filling({}, Gender.WOMAN).line(text) == "she came"
    assert Filling({}, Gender.MAN).line(text) == "he came"
    assert Filling({}).line(text) is None


def test_call_words_fall_back_to_what_can_be_said() -> None:
    texts = book("pl").call_texts("absent", FORMAL)
    woman, stranger = (filling(name, "pl", shop="Świt") for name in ("Anna", "Xyz"))
    assert "Panią" in call_words(texts, woman, "Szanowna Pani Anno!")[0]
    assert call_words(texts, stranger, "Dzień dobry!")[0].startswith(
        "Dzień dobry! Dawno się nie widzieliśmy. Serdecznie"
    )
    assert call_words((), stranger, "Hello,") == ("Hello,", "Hello,")


HOSTILE = [
    "{name}",
    "Anna {",
    "<font>",
    "&",
    "🎂",
    "A" * 200,
    "مريم",
    "王芳",
    "\u202eabc",
    "{a|b}",
    "Anna\nBcc: x",
    "%s",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_leaves_a_gap_or_breaks_a_line(name: str, language: str) -> None:
    for key in book("en").texts:
        greeting = replace(birthday(person(name), language, years=40), occasion=Occasion.HOLIDAY, holiday=key)
        for register in Register:
            words = words_for(greeting, register, shop=name, years="4", points=name, voucher=name, until="x", day=name)
            said = (words.heading, words.salutation, words.text, words.closing)
            assert all(said)
            assert not any("{" in each or "}" in each or "\n" in each for each in said)


@settings(max_examples=60)
@given(st.text(max_size=60), st.sampled_from(sorted(LANGUAGES)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_any_name_gives_words(name: str, language: str, day: date) -> None:
    greeting = Greeting(person(name), day, Occasion.BIRTHDAY, language)
    words = words_for(greeting, shop=name)
    assert all((words.heading, words.salutation, words.text, words.closing))
    assert "{" not in "".join((words.heading, words.salutation, words.text, words.closing))


@given(st.text(max_size=80), st.text(max_size=200))
def test_a_wording_is_either_refused_or_can_be_filled(heading: str, text: str) -> None:
    try:
        own = checked_text(GreetingText(heading, text))
    except BadRequest:
        return
    words = words_for(birthday(person()), FORMAL, own, shop="x", age="x", years="x")
    assert words.heading
    assert words.text
