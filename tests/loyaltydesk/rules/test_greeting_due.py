"""Greetings fall due on the right days, and whoever is left out is left out for a reason."""

from collections.abc import Iterable
from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.greetings import Greeting, GreetingRules, Holiday, Mark, Occasion, State, Why
from loyaltydesk.rules import greeting_due as due
from tests.loyaltydesk.rules.greeted import person

RULES = GreetingRules()


def greetings(
    occasion: Occasion, people: Iterable[Customer], first: str, last: str, *, known: due.Known | None = None
) -> list[Greeting]:
    days = due.days_kept(date.fromisoformat(first), date.fromisoformat(last))
    return list(due.greetings_on(occasion, people, days, known=known or due.Known(RULES)))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-02-27", "2026-03-01", ["2026-02-28"]), ("2028-02-27", "2028-03-01", ["2028-02-29"]),
        ("2026-03-01", "2026-03-31", []), ("2027-06-01", "2028-05-31", ["2028-02-29"]),
    ],
)  # fmt: skip
def test_a_leap_day_is_kept_on_the_28th_in_a_common_year(first: str, last: str, expected: list[str]) -> None:
    found = greetings(Occasion.BIRTHDAY, [person(birth_date="2000-02-29")], first, last)
    assert [each.day.isoformat() for each in found] == expected


def test_days_over_the_turn_of_the_year_belong_to_their_own_years() -> None:
    people = [person(birth_date="1984-12-31"), person(birth_date="--01-01", number=2)]
    found = greetings(Occasion.BIRTHDAY, people, "2026-12-28", "2027-01-03")
    assert [(each.day.year, each.years) for each in found] == [(2026, 42), (2027, None)]


def test_a_span_of_a_year_names_nobody_twice_and_a_longer_one_is_cut() -> None:
    found = greetings(Occasion.BIRTHDAY, [person(birth_date="1984-06-01")], "2026-01-01", "2030-01-01")
    assert [each.day.year for each in found] == [2026]
    assert due.days_kept(date(2026, 1, 2), date(2026, 1, 1)) == {}


def test_years_with_the_shop_begin_with_the_first_full_one() -> None:
    people = [person(joined="2026-03-14"), person(joined="2025-03-14", number=2), person(joined="2016-03-14", number=3)]
    found = greetings(Occasion.ANNIVERSARY, people, "2026-03-14", "2026-03-14")
    assert [each.years for each in found] == [1, 10]
    assert [each.is_round for each in found] == [False, True]


@pytest.mark.parametrize(
    ("told", "count"),
    [({"company": "SIA Rīts"}, 1), ({"name": "SIA Rīts", "company": "SIA Rīts"}, 0), ({"name": "", "company": "X"}, 0)],
)
def test_a_company_is_not_born_and_a_person_of_it_is(told: dict[str, str], count: int) -> None:
    somebody = person(**{"name": "Anna", "birth_date": "1984-03-14", **told})
    assert len(greetings(Occasion.BIRTHDAY, [somebody], "2026-03-14", "2026-03-14")) == count


def test_nobody_is_wished_well_without_a_name_or_before_they_came() -> None:
    people = [person("", birth_date="1984-03-14"), person(birth_date="1984-03-14", joined="2026-03-15", number=2)]
    assert greetings(Occasion.BIRTHDAY, people, "2026-03-14", "2026-03-14") == []
    new_year = Holiday("new_year", date(2026, 3, 14))
    assert list(due.holiday_greetings(new_year, people, known=due.Known(RULES))) == []


@pytest.mark.parametrize(
    ("change", "rules", "why"),
    [
        ({}, RULES, None),
        ({"consent": ""}, RULES, Why.NO_CONSENT),
        ({"consent": ""}, GreetingRules(only_agreed=False), None),
        ({"blocked": True}, RULES, Why.BLOCKED),
        ({"unwanted": True}, RULES, Why.NOT_WANTED),
    ],
)
def test_whoever_is_left_out_is_left_out_for_a_reason(
    change: dict[str, object], rules: GreetingRules, why: Why | None
) -> None:
    somebody = person(birth_date="1984-03-14", consent=str(change.get("consent", "Agreed")))
    somebody = replace(somebody, blocked=bool(change.get("blocked")))
    known = due.Known(rules, unwanted=frozenset([somebody.id] if change.get("unwanted") else []))
    (found,) = greetings(Occasion.BIRTHDAY, [somebody], "2026-03-14", "2026-03-14", known=known)
    assert (found.state, found.why) == (State.SKIPPED if why else State.TO_DO, why)


def test_what_was_sent_stays_sent_and_what_was_set_aside_keeps_its_note() -> None:
    sent, aside, back = (person(number=each, birth_date="1984-03-14", consent="") for each in (1, 2, 3))
    marks = {
        sent.id: Mark(State.SENT, at="2026-03-10T10:00:00"),
        aside.id: Mark(State.SKIPPED, Why.BY_HAND, "moved away"),
        back.id: Mark(State.TO_DO),
    }
    known = due.Known(GreetingRules(only_agreed=False), marks={("birthday", 2026): marks})
    found = greetings(Occasion.BIRTHDAY, [sent, aside, back], "2026-03-14", "2026-03-14", known=known)
    assert [(each.state, each.why, each.note, each.at) for each in found] == [
        (State.SENT, None, "", "2026-03-10T10:00:00"),
        (State.SKIPPED, Why.BY_HAND, "moved away", ""),
        (State.TO_DO, None, "", ""),
    ]
    strict = replace(known, rules=RULES)
    (again, *_) = greetings(Occasion.BIRTHDAY, [sent], "2026-03-14", "2026-03-14", known=strict)
    assert again.state is State.SENT


def test_two_occasions_on_a_day_make_one_card_unless_one_went_out() -> None:
    anna = person(birth_date="1984-07-26", name_day_on="07-26")
    both = [
        each
        for occasion in (Occasion.NAME_DAY, Occasion.BIRTHDAY)
        for each in greetings(occasion, [anna], "2026-07-20", "2026-07-30")
    ]
    (one,) = due.joined(both)
    assert (one.occasion, one.also) == (Occasion.BIRTHDAY, Occasion.NAME_DAY)
    assert len(due.joined([replace(both[0], state=State.PRINTED), both[1]])) == 2
    assert [each.occasion for each in due.in_order(both)] == [Occasion.BIRTHDAY, Occasion.NAME_DAY]


def test_a_holiday_is_for_those_who_keep_it() -> None:
    people = [
        person("Anna Bērziņa", number=1, language="lv"),
        person("Иван Петров", number=2, language="ru"),
        person("Xyz", number=3),
        person("", number=4, company="SIA Rīts"),
    ]
    named = {
        key: [each.customer.profile.called for each in due.holiday_greetings(holiday, people, known=due.Known(RULES))]
        for key in ("easter", "orthodox_easter", "womens_day")
        for holiday in [Holiday(key, date(2026, 4, 5))]
    }
    assert named == {
        "easter": ["Anna Bērziņa", "Иван Петров", "Xyz", "SIA Rīts"],
        "orthodox_easter": ["Иван Петров"],
        "womens_day": ["Anna Bērziņa"],
    }


@pytest.mark.parametrize(
    ("told", "shop", "expected"), [("lv", "pl", "lv"), ("", "pl", "pl"), ("fi", "pl", "pl"), ("fi", "fi", "en")]
)
def test_the_language_is_the_customers_or_the_shops(told: str, shop: str, expected: str) -> None:
    assert due.language_of(person(language=told), shop) == expected
