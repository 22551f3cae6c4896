"""What is shown and what is ticked follows from the greetings, the sieve and somebody's hand."""

from datetime import timedelta

import pytest

from loyaltydesk.model.greetings import GreetingRules, Why
from ui.greetings.roll import Roll, Sieve
from ui.seams.lines import Tick


@pytest.fixture
def roll(shop) -> Roll:
    shop.greetings.save_rules(GreetingRules(holidays=("easter",)))
    roll = Roll()
    today = shop.now().date()
    roll.read(shop, first=today, last=today + timedelta(days=30))
    return roll


def _names(roll: Roll) -> list[str]:
    return [each.customer.profile.name for each in roll.ticked()]


def test_single_greetings_are_ticked_and_holidays_are_not(roll):
    assert _names(roll) == ["Anna Bērziņa", "Jānis Kalniņš", "Łucja Żółkiewska", "Next Month"]
    assert roll.count() == 8
    (group,) = roll.groups
    assert roll.group_tick(group) is Tick.OFF


def test_a_whole_holiday_is_ticked_and_one_of_it_taken_out(shop, roll):
    roll.look_into(shop, "easter/2026")
    roll.turn_tick("easter/2026")
    assert len(roll.ticked()) == 8
    roll.turn_tick(roll.ticked()[-1].id)
    assert len(roll.ticked()) == 7
    assert roll.group_tick(roll.groups[0]) is Tick.PARTLY
    roll.turn_tick("easter/2026")
    assert roll.group_tick(roll.groups[0]) is Tick.ON


def test_ticks_outlive_a_fresh_reading_as_far_as_the_greetings_do(shop, roll):
    roll.turn_tick(roll.greetings[0].id)
    today = shop.now().date()
    roll.read(shop, first=today, last=today + timedelta(days=6))
    assert _names(roll) == ["Jānis Kalniņš", "Łucja Żółkiewska"]


def test_what_the_sieve_hides_is_not_printed(roll):
    roll.sieve = Sieve.SENT
    assert roll.ticked() == []
    assert roll.shown() == []


def test_a_holiday_stands_before_the_birthdays_of_its_day_and_opens(shop, roll):
    keys = [place.key for place in roll.shown()]
    assert keys.index("easter/2026") == 3  # on 5 April; Next Month is on the 9th
    roll.look_into(shop, "easter/2026")
    roll.turn("easter/2026")
    assert [place.within for place in roll.shown()] == [False] * 4 + [True] * 4 + [False]


def test_reasons_are_counted(roll):
    assert roll.left_out() == {Why.NO_CONSENT: 1}
