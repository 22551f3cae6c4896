"""Periods and what follows from their days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.insights import Cohort, Figure, Period, Preset

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("preset", "today", "first"),
    [
        (Preset.DAYS_30, date(2026, 3, 14), date(2026, 2, 13)),
        (Preset.DAYS_90, date(2026, 3, 14), date(2025, 12, 15)),
        (Preset.MONTHS_12, date(2026, 3, 14), date(2025, 3, 15)),
        (Preset.MONTHS_12, date(2024, 2, 29), date(2023, 3, 1)),
        (Preset.MONTHS_12, date(2025, 2, 28), date(2024, 2, 29)),
    ],
)
def test_a_preset_ends_today(preset: Preset, today: date, first: date) -> None:
    assert Period.of(preset, today) == Period(first, today)


@given(DAYS, st.integers(0, 3000))
def test_slices_are_the_period_and_nothing_else(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days))
    slices = period.slices()
    assert (slices[0].first, slices[-1].last) == (period.first, period.last)
    assert all(two.first - one.last == timedelta(days=1) for one, two in pairwise(slices))
    assert len(slices) == min(12, period.days)
    assert max(each.days for each in slices) - min(each.days for each in slices) <= 1


@given(DAYS, st.integers(0, 3000))
def test_the_period_before_is_as_long_and_ends_the_day_before(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days))
    assert (period.before.days, period.before.last) == (period.days, period.first - timedelta(days=1))


def test_before_the_calendar_there_is_no_day() -> None:
    assert Period(date(1, 1, 5), date(1, 2, 4)).before == Period(date(1, 1, 1), date(1, 1, 4))


def test_the_months_that_a_period_touches() -> None:
    months = Period(date(2025, 11, 30), date(2026, 2, 1)).months()
    assert months == (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1))


def test_a_figure_tells_how_it_grew() -> None:
    assert (Figure(12, 10).change, Figure(12, 10).growth) == (2, 200)
    assert (Figure(12, 0).change, Figure(12, 0).growth) == (12, None)
    assert (Figure(None, 3).change, Figure(3, None).growth) == (None, None)


def test_a_share_of_a_month_that_is_still_to_come_is_not_known() -> None:
    cohort = Cohort(date(2026, 1, 1), 3, (3, 2))
    assert [cohort.share(after) for after in range(3)] == [1000, 666, None]
