"""Figures in words, and whether a change is good, bad or nothing."""

from datetime import date

import pytest

from loyaltydesk.model.insights import Figure, Period
from ui.insights.figures import (
    month_names,
    months_with_years,
    share,
    signed_money,
    signed_points,
    signed_share,
    tone_of,
    trend,
)


@pytest.fixture
def formats(session):
    return session.formats


@pytest.mark.parametrize(("thousandths", "said"), [(104, "+10%"), (-34, "−3%"), (4, "as before"), (-4, "as before")])
def test_a_growth_has_its_sign_and_none_is_told_as_none(formats, thousandths, said):
    assert signed_share(thousandths, formats) == said


@pytest.mark.parametrize(("thousandths", "said"), [(34, "+3"), (-15, "−2"), (0, "as before")])
def test_a_change_of_a_share_is_told_in_hundredths(formats, thousandths, said):
    assert signed_points(thousandths, formats) == said


@pytest.mark.parametrize(("minor", "said"), [(210, "+€2.10"), (-40, "−€0.40"), (0, "as before"), (300, "+€3")])
def test_a_change_of_money_has_its_sign(formats, minor, said):
    assert signed_money(minor, formats) == said


def test_a_share_is_rounded_to_the_nearest(formats):
    assert [share(part, formats) for part in (0, 4, 5, 624, 1000)] == ["0%", "0%", "1%", "62%", "100%"]


@pytest.mark.parametrize(
    ("now", "before", "tone"), [(110, 100, "accent"), (90, 100, "danger"), (101, 100, ""), (5, 0, ""), (None, 5, "")]
)
def test_growth_is_good_and_shrinking_bad_but_little_says_nothing(now, before, tone):
    assert tone_of(Figure(now, before)) == tone


def test_a_series_names_its_days_and_leaves_out_what_nobody_knows(formats):
    period = Period(date(2026, 3, 1), date(2026, 3, 12))
    found = trend(Figure(1, 1, (None, 5, 6)), period, formats, words=str)
    assert list(found.names) == ["5 Mar to 8 Mar", "9 Mar to 12 Mar"]
    assert list(found.values) == [5, 6]


def test_a_series_of_single_days_has_a_day_each(formats):
    period = Period(date(2026, 3, 1), date(2026, 3, 2))
    assert list(trend(Figure(1, 1, (4, 5)), period, formats, words=str).names) == ["1 Mar", "2 Mar"]


def test_without_a_series_there_is_no_line(formats):
    assert trend(Figure(1, None), Period(date(2026, 3, 1), date(2026, 3, 2)), formats, words=str).count == 0


def test_months_of_more_than_a_year_name_the_year_once(formats):
    months = Period(date(2025, 3, 1), date(2026, 3, 31)).months()
    assert month_names(months, formats)[9:12] == ("Dec", "2026", "Feb")
    assert month_names(months[1:], formats)[9] == "Jan"
    assert months_with_years(months, formats)[-1] == "Mar 2026"


def test_of_many_years_each_month_has_its_own(formats):
    several = Period(date(2016, 3, 1), date(2026, 3, 14)).months()
    names = month_names(several, formats)
    assert (names[0], names[7], names[-1]) == ("Mar 2016", "Oct 2016", "Mar 2026")
    assert "2026" in month_names(several[-15:], formats)
