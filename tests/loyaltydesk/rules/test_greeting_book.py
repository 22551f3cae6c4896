"""The ready words are there in every language for every occasion, and agree with each other."""

import re

import pytest

from loyaltydesk.model.campaigns import Subject
from loyaltydesk.model.greetings import CallKind, Register
from loyaltydesk.rules.given_names import Gender
from loyaltydesk.rules.greeting_book import book, counted
from loyaltydesk.rules.greeting_words import FIELDS, Filling, checked_text
from loyaltydesk.rules.holidays import all_keys
from loyaltydesk.words import LANGUAGES

OCCASIONS = ("birthday", "birthday_round", "both_days", "name_day", "anniversary", "own")
VALUES = dict.fromkeys(FIELDS, "x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_occasion(language: str) -> None:
    assert set(book(language).texts) == {*OCCASIONS, *all_keys(), *Subject}
    kinds = {kind.value for kind in CallKind if kind is not CallKind.CAMPAIGN}
    assert set(book(language).calls) == {*kinds, *Subject}, "a campaign is called about its subject"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("register", Register)
def test_every_subject_of_a_campaign_has_three_wordings_and_words_to_call(language: str, register: Register) -> None:
    bare = Filling({**VALUES, "name": "", "voucher": "", "until": ""})
    for subject in Subject:
        fit = [each for each in book(language).wordings(subject, register) if bare.line(each.text) is not None]
        woman = Filling({**VALUES, "name": "Anno"}, Gender.WOMAN)
        named = [each for each in book(language).wordings(subject, register) if woman.line(each.text) is not None]
        assert len(fit) >= 2
        assert len({each.text for each in named}) >= 3
        calls = book(language).call_texts(subject, register)
        assert "{voucher}" in calls[0].message, "with a gift the gift is told first"
        assert any(bare.line(each.message) and bare.line(each.spoken) for each in calls), "and nothing of it without"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("register", Register)
def test_there_are_two_ways_at_least_to_greet_somebody_of_whom_little_is_known(
    language: str, register: Register
) -> None:
    stranger = Filling({**VALUES, "name": ""})
    for key in book("en").texts:
        fit = [each for each in book(language).wordings(key, register) if stranger.line(each.text) is not None]
        assert len(fit) >= 2, (key, register)
        assert len({each.text for each in fit}) == len(fit)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_could_have_been_written_by_an_owner(language: str) -> None:
    for registers in book(language).texts.values():
        assert set(registers) <= {"both", "formal", "familiar"}
        for text in (text for texts in registers.values() for text in texts):
            assert checked_text(text) == text
            assert "  " not in text.text
            assert text.text[-1] in ".!"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("register", Register)
def test_a_register_never_speaks_in_the_other_one(language: str, register: Register) -> None:
    familiar = {
        "pl": r"\b(Ci|Cię|Twoje|Twój|świętujesz|jesteś)\b",
        "lv": r"\b(Tu|Tev|Tevi|Tava|esi)\b",
        "ru": r"\b(ты|тебе|тебя|твой)\b",
    }
    formal = {"pl": r"\b(Pani|Panu|Pana|Panią)\b", "lv": r"\b(Jūs|Jums|Jūsu|esat)\b", "ru": r"\b(Вы|Вам|Вас|Вашем)\b"}
    wrong = (familiar if register is Register.FORMAL else formal).get(language)
    if wrong is None:
        return
    for key in book("en").texts:
        for each in book(language).wordings(key, register):
            assert not re.search(wrong, f"{each.heading} {each.text}"), each


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("register", Register)
def test_every_salutation_ends_with_one_that_needs_nothing(language: str, register: Register) -> None:
    pages = book(language)
    assert Filling({}).line(pages.addressing(register)[-1])
    assert len(pages.closings[register.value]) >= 2
    assert pages.salutations.company


@pytest.mark.parametrize(
    ("language", "noun", "expected"),
    [
        ("en", "years", {1: "1 year", 2: "2 years", 21: "21 years"}),
        ("pl", "years", {1: "1 rok", 2: "2 lata", 5: "5 lat", 12: "12 lat", 22: "22 lata", 25: "25 lat"}),
        ("ru", "years", {1: "1 год", 2: "2 года", 5: "5 лет", 11: "11 лет", 21: "21 год", 42: "42 года"}),
        ("lv", "years", {1: "1 gadu", 2: "2 gadus", 10: "10 gadus", 11: "11 gadus", 21: "21 gadu"}),
        ("lv", "age", {1: "1 gads", 11: "11 gadi", 42: "42 gadi"}),
        ("pl", "points", {1: "1 punkt", 3: "3 punkty", 150: "150 punktów"}),
        ("ru", "points", {1: "1 балл", 3: "3 балла", 150: "150 баллов"}),
        ("lv", "points", {1: "1 punkts", 3: "3 punkti", 150: "150 punktu"}),
    ],
)
def test_a_number_has_its_noun_in_the_right_form(language: str, noun: str, expected: dict[int, str]) -> None:
    assert {number: counted(language, noun, number=number) for number in expected} == expected
