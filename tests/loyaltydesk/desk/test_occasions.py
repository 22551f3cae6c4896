"""Birthdays, name days and years with the shop: given once a year by the daily round, late rather than never."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from tests.shop import Clock, join, store_of

HEAD = '[programme]\nname = "Rīts"\ncurrency = "EUR"\n[points]\nexpire = "after"\nexpire_after = "30 days"\n'
REWARD = '[[reward]]\nid = "coffee"\nname = "Coffee"\ncost = 50\ngives = { product = "COFFEE" }\nvalid_days = 14\n'


def shop(clock: Clock, *tables: str) -> Desk:
    return Desk.in_memory(HEAD + "".join(tables), clock)


def occasion(on: str, more: str = "points = 150", name: str = "") -> str:
    return f'[[occasion]]\nid = "{name or on}"\non = "{on}"\n{more}\n'


def balance(desk: Desk, customer: str) -> int:
    return desk.customers.see(customer).balance


@pytest.mark.parametrize(
    ("on", "told"), [("birthday", {"birth_date": "1990-03-20"}), ("name_day", {"name_day_on": "03-20"})]
)
def test_points_come_on_the_day_and_once_a_year(clock: Clock, on: str, told: dict[str, str]) -> None:
    desk = shop(clock, occasion(on))
    anna, _ = join(desk, **told)
    other, _ = join(desk, "Other")
    for day, expected in (("2026-03-19", 0), ("2026-03-20", 150), ("2026-03-20", 150), ("2026-03-21", 150)):
        clock.to(f"{day}T00:00:01")
        desk.upkeep.day()
        assert (balance(desk, anna), balance(desk, other)) == (expected, 0)
    clock.to("2027-03-20T08:00:00")
    (gift,) = desk.upkeep.day().given
    assert (gift.customer, gift.occasion, gift.points) == (anna, on, 150)
    assert desk.shop.faults() == []


def test_days_before_may_lie_in_the_year_before(clock: Clock) -> None:
    desk = shop(clock, occasion("birthday", "points = 10\ndays_before = 5"))
    anna, _ = join(desk, birth_date="1990-01-02")
    for day, expected in (("2026-12-27", 0), ("2026-12-28", 10), ("2027-01-02", 10)):
        clock.to(f"{day}T09:00:00")
        desk.upkeep.day()
        assert balance(desk, anna) == expected
    clock.to("2027-12-28T09:00:00")
    assert len(desk.upkeep.day().given) == 1


def test_another_date_in_the_same_year_brings_nothing_more(clock: Clock) -> None:
    desk = shop(clock, occasion("birthday"))
    anna, _ = join(desk, birth_date="1990-03-20")
    clock.to("2026-03-20T09:00:00")
    desk.upkeep.day()
    desk.customers.change(anna, Profile(name="Anna", birth_date="1990-03-25"))
    clock.to("2026-03-25T09:00:00")
    assert desk.upkeep.day().given == []


def test_the_29th_of_february_is_the_28th_in_a_common_year(clock: Clock) -> None:
    clock.to("2026-01-10T09:00:00")
    desk = shop(clock, occasion("birthday"))
    anna, _ = join(desk, birth_date="2000-02-29")
    clock.to("2026-02-28T09:00:00")
    desk.upkeep.day()
    assert balance(desk, anna) == 150
    clock.to("2028-02-28T09:00:00")
    assert desk.upkeep.day().given == []
    clock.to("2028-02-29T09:00:00")
    assert len(desk.upkeep.day().given) == 1


def test_the_day_of_joining_is_kept_from_the_next_year_on(clock: Clock) -> None:
    desk = shop(clock, occasion("joined"))
    anna, _ = join(desk)
    assert desk.upkeep.day().given == []
    clock.to("2027-03-14T09:00:00")
    assert [gift.customer for gift in desk.upkeep.day().given] == [anna]


def test_a_reward_comes_as_a_voucher_that_costs_nothing(clock: Clock) -> None:
    desk = shop(clock, REWARD, occasion("birthday", 'reward = "coffee"'))
    anna, _ = join(desk, birth_date="1990-03-14")
    (gift,) = desk.upkeep.day().given
    assert desk.upkeep.day().given == []
    voucher = desk.rewards.voucher(gift.voucher)
    assert (voucher.customer, voucher.cost, voucher.reward) == (anna, 0, "coffee")
    desk.rewards.cancel(voucher.code)
    assert (balance(desk, anna), desk.upkeep.day().given) == (0, [])


@pytest.mark.parametrize(("closed", "given"), [(1, 1), (30, 1), (31, 0), (400, 0)])
def test_a_shop_that_was_closed_gives_late_and_not_after_a_month(clock: Clock, closed: int, given: int) -> None:
    desk = shop(clock, occasion("birthday"))
    join(desk, birth_date="1990-03-15")
    desk.upkeep.day()
    clock.forward(days=1 + closed)
    assert len(desk.upkeep.day().given) == given


def test_a_clock_that_steps_back_gives_nothing_twice(clock: Clock) -> None:
    desk = shop(clock, occasion("birthday"))
    anna, _ = join(desk, birth_date="1990-03-20")
    for day in ("2026-03-20", "2026-03-14", "2026-03-20"):
        clock.to(f"{day}T09:00:00")
        desk.upkeep.day()
    assert balance(desk, anna) == 150


def test_who_joined_after_the_day_waits_a_year(clock: Clock) -> None:
    desk = shop(clock, occasion("birthday"))
    desk.upkeep.day()
    clock.to("2026-03-17T09:00:00")
    join(desk, birth_date="1990-03-16")
    same_day, _ = join(desk, birth_date="1990-03-17")
    assert [gift.customer for gift in desk.upkeep.day().given] == [same_day]


def test_the_blocked_and_the_forgotten_get_nothing(clock: Clock) -> None:
    desk = shop(clock, occasion("birthday"))
    blocked, forgotten = (join(desk, birth_date="1990-03-14")[0] for _ in range(2))
    desk.customers.block(blocked, blocked=True)
    desk.customers.erase(forgotten)
    assert desk.upkeep.day().given == []


def test_outside_the_programmes_time_and_in_the_test_group_nothing_is_given(clock: Clock) -> None:
    over = HEAD.replace("[points]", "ends = 2026-03-13\n[points]")
    desk = Desk.in_memory(over + occasion("birthday"), clock)
    join(desk, birth_date="1990-03-14")
    assert desk.upkeep.day().given == []
    desk = shop(clock, occasion("birthday"), "[test_group]\nevery = 2\n")
    for _ in range(12):
        join(desk, birth_date="1990-03-14")
    assert 0 < len(desk.upkeep.day().given) < 12


def test_what_was_given_ends_like_other_points(clock: Clock) -> None:
    desk = shop(clock, occasion("birthday"))
    anna, _ = join(desk, birth_date="1990-03-14")
    desk.upkeep.day()
    clock.forward(days=31)
    assert [(ended.customer, ended.points) for ended in desk.upkeep.day().expired] == [(anna, 150)]
    kinds = store_of(desk).connection.execute("SELECT kind FROM entries ORDER BY lamport").fetchall()
    assert kinds == [("occasion",), ("expired",)]
