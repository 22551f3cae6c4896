"""Invented customers: as the desk would take them, of all habits and alphabets."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from loyaltydesk.demo.people import Person, invent
from loyaltydesk.demo.stage import Year, stage
from loyaltydesk.model.customers import checked_profile
from loyaltydesk.model.phones import e164
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.demo.conftest import NOW

START = NOW.date() - timedelta(days=364)


def _people(count: int = 300, language: str = "en", seed: int = 1) -> list[Person]:
    return invent(Year(stage(language), START, NOW, Random(seed)), count)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_desk_takes_every_customer_as_they_are(language: str) -> None:
    for person in _people(language=language):
        profile = person.profile
        assert checked_profile(profile) == profile
        assert e164(profile.phone, "") == profile.phone


def test_there_are_as_many_as_were_asked_for_and_no_namesakes() -> None:
    names = [person.profile.name for person in _people()]
    named = [name for name in names if name]
    assert len(names) == 300
    assert len(named) == len(set(named)) > 285
    assert len(named) < 300, "somebody keeps the name to themselves"


def test_names_come_from_several_alphabets() -> None:
    names = " ".join(person.profile.name for person in _people())
    assert set("āēņšžłśżūйщо") <= set(names.lower())


def test_some_told_all_and_some_no_more_than_a_name() -> None:
    told = Counter(
        sum(map(bool, (each.profile.phone, each.profile.email, each.profile.birth_date))) for each in _people()
    )
    assert all(told[count] >= 30 for count in (0, 1, 2, 3))


def test_there_are_companies_with_their_tax_number() -> None:
    companies = [each.profile for each in _people() if each.profile.company]
    assert 2 <= len(companies) <= 20
    assert all(each.tax_id for each in companies)


def test_birthdays_are_near_the_last_day_and_one_is_on_it() -> None:
    near = {each.profile.birth_date[-5:] for each in _people(20)}
    wanted = {f"{NOW.date() + timedelta(days=away):%m-%d}" for away in (-3, -1, 0, 1, 2, 3)}
    assert wanted <= near


def test_a_leap_day_is_nobodys_birthday_by_appointment() -> None:
    leap = NOW.replace(year=2028, month=2, day=27)
    people = invent(Year(stage("en"), leap.date() - timedelta(days=364), leap, Random(1)), 20)
    assert people[0].profile.birth_date == "--02-28"


def test_everybody_joins_within_the_year_and_before_today() -> None:
    people = _people()
    assert all(START <= each.joined < NOW.date() for each in people)
    assert all(each.joined <= each.left <= NOW.date() for each in people)
    assert sum(each.joined < START + timedelta(days=35) for each in people) > 90
    assert sum(each.left < NOW.date() for each in people) > 30


def test_few_come_often() -> None:
    often = sorted(each.often for each in _people())
    assert often[-1] > 90
    assert often[len(often) // 2] < 20
