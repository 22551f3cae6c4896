"""Days as people count them, up to the last one there is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.programme import Expire, PointRules, Span
from loyaltydesk.rules.calendar import (
    a_year_before,
    after,
    anniversary_in,
    days_after,
    is_anniversary,
    last_valid_day,
)

SPANS = st.builds(Span, st.integers(1, 9999), st.sampled_from(["days", "months", "years"]))


@pytest.mark.parametrize(
    ("day", "number", "unit", "then"),
    [
        ("2026-01-31", 1, "months", "2026-02-28"), ("2024-01-31", 1, "months", "2024-02-29"),
        ("2026-01-31", 2, "months", "2026-03-31"), ("2026-03-31", 1, "months", "2026-04-30"),
        ("2026-12-31", 2, "months", "2027-02-28"), ("2026-12-15", 1, "months", "2027-01-15"),
        ("2026-11-30", 3, "months", "2027-02-28"), ("2026-03-14", 12, "months", "2027-03-14"),
        ("2024-02-29", 12, "months", "2025-02-28"), ("2024-02-29", 1, "years", "2025-02-28"),
        ("2024-02-29", 4, "years", "2028-02-29"), ("2026-01-10", 30, "days", "2026-02-09"),
        ("2024-02-28", 1, "days", "2024-02-29"), ("2100-01-31", 1, "months", "2100-02-28"),
        ("9999-12-31", 1, "days", "9999-12-31"), ("9999-12-01", 1, "months", "9999-12-31"),
        ("2026-03-14", 9999, "years", "9999-12-31"), ("2026-03-14", 0, "days", "2026-03-14"),
    ],
)  # fmt: skip
def test_a_span_later(day: str, number: int, unit: str, then: str) -> None:
    assert after(date.fromisoformat(day), Span(number, unit)).isoformat() == then


@given(st.dates(), SPANS)
def test_later_is_later_and_never_in_another_month_than_meant(day: date, span: Span) -> None:
    then = after(day, span)
    assert then > day or then == date.max
    if span.unit != "days" and then != date.max:
        months = (then.year - day.year) * 12 + then.month - day.month
        assert months == span.number * (12 if span.unit == "years" else 1)
        assert then.day == day.day or (then.day < day.day and (then + timedelta(days=1)).day == 1)


@given(st.dates(), st.integers(0, 40_000))
def test_days_later_stop_at_the_last_day_there_is(day: date, days: int) -> None:
    assert days_after(day, days).toordinal() == min(day.toordinal() + days, date.max.toordinal())


@pytest.mark.parametrize(
    ("expire", "span", "day", "last"),
    [
        (Expire.NEVER, Span(12, "months"), "2026-03-14", None), (Expire.AFTER, Span(1, "months"), "2026-01-31",
        "2026-02-28"),
        (Expire.AFTER, Span(30, "days"), "2026-01-10", "2026-02-09"),
        (Expire.MONTH_END, Span(1, "months"), "2026-01-31", "2026-02-28"),
        (Expire.MONTH_END, Span(12, "months"), "2026-03-14", "2027-03-31"),
        (Expire.MONTH_END, Span(0, "days"), "2024-02-01", "2024-02-29"),
        (Expire.YEAR_END, Span(0, "days"), "2026-03-14", "2026-12-31"),
        (Expire.YEAR_END, Span(1, "years"), "2026-12-31", "2027-12-31"),
        (Expire.YEAR_END, Span(9999, "years"), "2026-12-31", "9999-12-31"),
    ],
)  # fmt: skip
def test_the_last_day_of_points(expire: Expire, span: Span, day: str, last: str | None) -> None:
    found = last_valid_day(PointRules(expire=expire, expire_after=span), date.fromisoformat(day))
    assert (found and found.isoformat()) == last


@given(st.dates(), SPANS, st.sampled_from([Expire.AFTER, Expire.MONTH_END, Expire.YEAR_END]))
def test_points_never_end_before_they_came(day: date, span: Span, expire: Expire) -> None:
    last = last_valid_day(PointRules(expire=expire, expire_after=span), day)
    assert last is not None
    assert last >= after(day, span)


@pytest.mark.parametrize(
    ("month", "day", "today", "is_it"),
    [
        (3, 14, "2026-03-14", True), (3, 14, "2026-03-15", False), (2, 29, "2026-02-28", True),
        (2, 29, "2024-02-28", False), (2, 29, "2024-02-29", True), (2, 28, "2024-02-28", True),
        (2, 29, "2026-03-01", False), (12, 31, "2026-12-31", True), (2, 29, "2100-02-28", True),
    ],
)  # fmt: skip
def test_the_day_comes_round_each_year(month: int, day: int, today: str, is_it: bool) -> None:
    assert is_anniversary((month, day), date.fromisoformat(today)) is is_it


@given(st.integers(1, 9999), st.dates())
def test_every_year_has_every_anniversary_once(year: int, born: date) -> None:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366) if n < 365 or year % 4 == 0]
    found = [day for day in days if day.year == year and is_anniversary((born.month, born.day), day)]
    assert found == [anniversary_in(year, (born.month, born.day))]


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-03-14", "2025-03-14"),
        ("2024-02-29", "2023-02-28"),
        ("2025-02-28", "2024-02-28"),
        ("0001-01-03", "0001-01-01"),
    ],
)
def test_a_year_before(day: str, before: str) -> None:
    assert a_year_before(date.fromisoformat(day)).isoformat() == before
