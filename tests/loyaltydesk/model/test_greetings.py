"""Greetings by name: one of its kind in a year, and round years."""

from datetime import UTC, date, datetime

import pytest

from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.greetings import Greeting, Occasion, Outcome

ANNA = Customer("019ceb97-7e60-7258-ac37-727541eb7ef6", Profile("Anna"), datetime(2025, 1, 1, tzinfo=UTC), Account())


def greeting(day: date = date(2026, 3, 14), years: int | None = None, holiday: str = "") -> Greeting:
    occasion = Occasion.HOLIDAY if holiday else Occasion.BIRTHDAY
    return Greeting(ANNA, day, occasion, "en", holiday=holiday, years=years)


def test_a_greeting_is_the_same_on_another_day_of_the_year() -> None:
    assert greeting().id == greeting(date(2026, 5, 1)).id == f"birthday/2026/{ANNA.id}"
    assert greeting().id != greeting(date(2027, 3, 14)).id
    assert greeting(holiday="easter").id == f"easter/2026/{ANNA.id}"


def test_a_seed_is_the_greetings_own_and_fits_32_bits() -> None:
    assert greeting().seed == greeting().seed != greeting(holiday="easter").seed
    assert 0 <= greeting().seed < 2**32


@pytest.mark.parametrize(
    ("years", "expected"), [(None, False), (1, False), (10, True), (18, True), (42, False), (60, True)]
)
def test_some_years_are_round(years: int | None, expected: bool) -> None:
    assert greeting(years=years).is_round is expected


def test_who_was_not_reached_is_tried_again() -> None:
    assert [each for each in Outcome if not each.is_final] == [Outcome.NO_ANSWER, Outcome.LATER]
