"""The tiles of the till count what is really there."""

from datetime import date

import pytest

from loyaltydesk.desk.outlook import Week, kept_on
from loyaltydesk.model.customers import Profile
from tests.shop import buy, join


def test_a_quiet_shop_has_nothing_ahead(desk):
    assert desk.outlook.week() == Week(0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("day", "counted"), [("03-13", (0, 0)), ("03-14", (1, 0)), ("03-15", (0, 1)), ("03-20", (0, 1)), ("03-21", (0, 0))]
)
def test_birthdays_are_today_or_within_the_six_days_after(desk, day, counted):
    desk.customers.register(Profile(name="Anna", birth_date=f"--{day}"))
    week = desk.outlook.week()
    assert (week.birthdays_today, week.birthdays_soon) == counted
    desk.customers.register(Profile(name="Anna", name_day_on=day))
    week = desk.outlook.week()
    assert (week.name_days_today, week.name_days_soon) == counted


def test_a_birthday_on_29_february_is_kept_on_the_28th_of_a_common_year(desk, clock):
    desk.customers.register(Profile(name="Anna", birth_date="2000-02-29"))
    clock.to("2027-02-28T09:00:00")
    assert desk.outlook.week().birthdays_today == 1
    clock.to("2028-02-28T09:00:00")
    assert (desk.outlook.week().birthdays_today, desk.outlook.week().birthdays_soon) == (0, 1)


def test_who_keeps_no_name_day_or_was_forgotten_is_not_counted(desk):
    anna, _card = desk.customers.register(Profile(name="Anna", name_day_on="03-14"))
    desk.customers.register(Profile(name="Olga", name_day_on="none"))
    assert desk.outlook.week().name_days_today == 1
    desk.customers.erase(anna)
    assert desk.outlook.week().name_days_today == 0


def test_28_february_of_a_leap_year_is_nobody_elses_birthday():
    assert kept_on(date(2028, 2, 28)) == ["02-28"]
    assert kept_on(date(2027, 2, 28)) == ["02-28", "02-29"]


def test_vouchers_and_points_that_end_this_week_are_counted(desk, clock):
    _customer, card = join(desk)
    buy(desk, card, 10_000)
    desk.rewards.redeem("coffee", card=card)
    clock.forward(days=23)
    assert desk.outlook.week().vouchers_ending == 0
    clock.forward(days=1)
    assert desk.outlook.week().vouchers_ending == 1
    assert desk.outlook.week().losing_points == 0
    clock.to("2027-03-08T12:00:00")
    assert desk.outlook.week().losing_points == 1
