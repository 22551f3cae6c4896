"""Greetings in the words of the shop's own people."""

from datetime import date

from msgspec.structs import replace

from loyaltydesk.model.greetings import CallKind, Holiday, Occasion, Outcome, State, Why
from loyaltydesk.rules.holidays import all_keys
from loyaltydesk.words import greetings as words
from tests.loyaltydesk.rules.greeted import birthday, person

GREETING = birthday(person())


def test_everything_has_its_words() -> None:
    assert set(words.OCCASIONS) == set(Occasion)
    assert set(words.STATES) == set(State)
    assert set(words.WHY) == set(Why)
    assert set(words.CALLS) == set(CallKind)
    assert set(words.OUTCOMES) == set(Outcome)
    assert set(words.HOLIDAYS) == set(all_keys())


def test_a_holiday_is_called_as_the_owner_calls_it() -> None:
    assert words.holiday_name(Holiday("easter", date(2026, 4, 5))) == "Easter"
    assert words.holiday_name(Holiday("own-1", date(2026, 4, 5), "Our day")) == "Our day"


def test_an_occasion_is_told_with_the_other_one_of_the_day() -> None:
    assert words.occasion_text(GREETING) == "Birthday"
    assert words.occasion_text(replace(GREETING, also=Occasion.NAME_DAY)) == "Birthday · Name day"
    holiday = replace(GREETING, occasion=Occasion.HOLIDAY, holiday="christmas")
    assert words.occasion_text(holiday) == "Christmas"
    assert words.occasion_text(replace(holiday, holiday="own-1")) == "Holiday"


def test_a_state_is_told_with_its_reason() -> None:
    assert words.state_text(GREETING) == "To do"
    skipped = replace(GREETING, state=State.SKIPPED, why=Why.NO_CONSENT)
    assert words.state_text(skipped) == "Left out: did not agree to greetings"
    by_hand = replace(skipped, why=Why.BY_HAND)
    assert words.state_text(by_hand) == "Left out"
    assert words.state_text(replace(by_hand, note="moved away")) == "Left out: moved away"
