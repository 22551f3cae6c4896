"""Dates as people type them: every shape is the same day, and what is none is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.exchange.days_in import Day, has_short_year, is_open, looks_like_day, order_of, read
from loyaltydesk.model.imports import DayOrder
from loyaltydesk.model.refusals import BadRequest

THE_DAY = Day(2026, 3, 14)


def _read(text: str, order: DayOrder = DayOrder.DAY_FIRST, latest: int = 2026) -> Day:
    return read(text, order, field="birth_date", latest=latest)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14", "2026-3-14", "2026.03.14", "2026/03/14", "20260314", "14.03.2026", "14.3.2026", "14. 3. 2026",
        "14-03-2026", "14/3/2026", "3/14/2026", "14.03.26", "14/3/'26", "14 marca 2026", "14 marca 2026 r.",
        "14. marts 2026", "2026. gada 14. marts", "2026. gada 14. martā", "14 марта 2026 г.", "14 марта 2026 года",
        "March 14, 2026", "14th March 2026", "14 Mar 26", "14-mar-2026", "46095", "46095.5", "2026-03-14 00:00:00",
        "2026-03-14T10:05:00+01:00", " 14.03.2026 ", "14.03.2026r.",
    ],
)  # fmt: skip
def test_each_shape_is_the_same_day(text: str) -> None:
    assert _read(text) == THE_DAY


@pytest.mark.parametrize("text", ["14.03", "14.3.", "14/3", "14 marca", "14. marts", "14 марта", "--03-14", "Mar 14"])
def test_without_a_year_it_is_a_day_of_every_year(text: str) -> None:
    assert _read(text) == Day(0, 3, 14)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1985", "year_alone"), ("31.02.1990", "day_impossible"), ("29.02.2025", "day_impossible"),
        ("2026-13-01", "day_impossible"), ("yesterday", "day_unreadable"), ("12", "day_unreadable"),
        ("1.2.3.4", "day_unreadable"), ("99999999", "day_unreadable"), ("14 marca maja", "day_unreadable"),
        ("0000-00-00", "day_impossible"), ("14.03.2026 albo 15", "day_unreadable"), ("", "day_unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        _read(text)
    assert refused.value.reason == reason


def test_slashes_follow_the_order_of_the_column() -> None:
    assert _read("3/4/2026", DayOrder.MONTH_FIRST) == Day(2026, 3, 4)
    assert _read("3/4/2026", DayOrder.DAY_FIRST) == Day(2026, 4, 3)
    assert _read("3.4.2026", DayOrder.MONTH_FIRST) == Day(2026, 4, 3)


def test_a_date_tells_its_order_only_where_it_can_have_no_other() -> None:
    assert [order_of(text) for text in ("14/3/2026", "3/14/2026", "3/4/2026", "14.3.2026")] == [
        DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST, None, None,
    ]  # fmt: skip
    assert [is_open(text) for text in ("3/4/2026", "3/3/2026", "14/3/2026")] == [True, False, False]


def test_a_short_year_is_the_last_one_there_was() -> None:
    assert [_read(f"1.1.{year}").year for year in ("26", "27", "00", "99")] == [2026, 1927, 2000, 1999]
    assert _read("1.1.30", latest=2099).year == 2030
    assert has_short_year("1.1.85")
    assert not has_short_year("1.1.1985")


def test_a_number_alone_does_not_look_like_a_date() -> None:
    assert [looks_like_day(text) for text in ("46095", "14.03.2026", "Anna", "14 marca")] == [False, True, False, True]


@given(st.dates(date(1901, 1, 2), date(2099, 12, 31)))
def test_every_day_comes_back_from_every_shape(day: date) -> None:
    wanted = Day(day.year, day.month, day.day)
    serial = str((day - date(1899, 12, 30)) // timedelta(days=1))
    shapes = [day.isoformat(), f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}", f"{day:%Y%m%d}", f"{day:%B %d, %Y}"]
    for text in [*shapes, serial] if len(serial) == 5 else shapes:
        assert _read(text) == wanted


@given(st.text(max_size=40))
def test_anything_at_all_is_a_day_or_refused(text: str) -> None:
    try:
        found = _read(text)
    except BadRequest:
        return
    date(found.year or 2000, found.month, found.day)
