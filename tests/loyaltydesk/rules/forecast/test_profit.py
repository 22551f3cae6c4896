"""The answers of a forecast follow the formula, and the band holds what it says."""

from datetime import date
from fractions import Fraction

import pytest

from loyaltydesk.rules.forecast import Assumed, Background, Period, forecast
from loyaltydesk.rules.forecast.period import months_before
from tests.loyaltydesk.rules.forecast.past import YEAR, bought, person, replayed
from tests.loyaltydesk.rules.shopping import base, programme

RULES = '[points]\nearn_on = "full"\n' + base() + '[redeem]\npoints = 100\nworth = "5.00"\n'  # 5 percent as money
PEOPLE = [person(*(bought(f"2025-{m:02}-20", 1000 * n) for m in range(4, 13)), name=f"C{n}") for n in range(1, 30)]
DONE = replayed(programme(RULES), *PEOPLE, background=Background(YEAR, 70_00, purchase=1000))


def test_what_is_needed_is_worked_out_exactly() -> None:
    """(r·u·k + F/S) / (m − r·u·k) with r = 5 %, u = 50 %, k = 1, m = 60 %."""
    sales = DONE.figures.sales
    need = forecast(DONE, Assumed(use=50_00, fixed=100_00)).break_even
    cost = Fraction(5, 100) / 2
    assert need == (cost + Fraction(12 * 100_00, sales)) / (Fraction(60, 100) - cost)
    assert forecast(DONE, Assumed(margin=1_00)).break_even is None


def test_at_the_uplift_that_is_needed_the_middle_of_the_years_is_about_nothing() -> None:
    need = forecast(DONE, Assumed(use=70_00)).break_even
    assert need is not None
    year = forecast(DONE, Assumed(use=70_00, uplift=int(need * 10_000))).after_a_year
    assert year.low < 0 < year.high
    assert abs(year.middle) < (year.high - year.low) // 6


def test_the_band_lies_around_the_line_and_more_uplift_means_more() -> None:
    less, more = (forecast(DONE, Assumed(uplift=uplift, startup=500_00)) for uplift in (2_00, 20_00))
    for month in (*less.months, *more.months):
        assert month.low <= month.middle <= month.high
    assert less.after_a_year.middle < more.after_a_year.middle
    assert (less.chance, less.pays_in) == (0, None)
    assert more.chance > 90_00
    assert more.pays_in is not None
    assert less.months[0].middle < -400_00


def test_twice_the_share_of_members_is_twice_the_profit_in_the_end_but_not_at_the_beginning() -> None:
    replay = replayed(programme(RULES), *PEOPLE)
    assert replay.share == 100_00
    half, whole = (forecast(replay, Assumed(share=share)) for share in (50_00, 100_00))
    assert half.after_a_year.middle == pytest.approx(whole.after_a_year.middle / 2, rel=0.01)


def test_the_period_is_cut_into_months_that_stand_for_a_year() -> None:
    assert (YEAR.months, YEAR.days, YEAR.month(date(2025, 3, 15)), YEAR.month(date(2026, 3, 14))) == (12, 365, 0, 11)
    assert YEAR.in_a_month(700) == 700
    short = Period(date(2026, 3, 1), date(2026, 3, 10))
    assert (short.months, short.of_the_year()) == (1, (0,) * 12)
    assert short.in_a_month(1200) == 1200 * 365 // 120
    two = Period(date(2024, 3, 15), date(2026, 3, 14))
    assert two.of_the_year() == tuple(range(12, 24))
    assert months_before(date(2026, 3, 14), 12) == date(2025, 3, 15)
    assert months_before(date(2026, 3, 31), 1) == date(2026, 3, 1)


def test_nobody_gives_a_forecast_of_nothing() -> None:
    nothing = forecast(replayed(programme(RULES)), Assumed(startup=100_00))
    assert (nothing.break_even, nothing.chance, nothing.after_a_year.middle) == (None, 0, -100_00)
