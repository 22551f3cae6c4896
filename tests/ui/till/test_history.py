"""The look back counts what really happened, and keeps quiet about what is too little to tell."""

from datetime import date, timedelta

import pytest

from loyaltydesk.model.purchases import Asked
from tests.shop import buy, join
from ui.till.history import WEEKS, History, history, paid, points_kept


@pytest.fixture
def card(desk, clock) -> str:
    clock.forward(days=-120)
    number = join(desk)[1]
    clock.forward(days=120)
    return number


def look_back(desk, card) -> History:
    return history(desk.customers.purchases(desk.cards.owner(card).id, 120), desk.now().date())


def buy_before(desk, clock, card, cents, days) -> str:
    clock.forward(days=-days)
    done = buy(desk, card, cents)
    clock.forward(days=days)
    return done.purchase


def test_somebody_new_has_no_history(desk, card):
    assert look_back(desk, card) == History()


def test_two_visits_are_no_rhythm_and_no_average_yet(desk, clock, card):
    for days in (14, 7):
        buy_before(desk, clock, card, 1000, days)
    found = look_back(desk, card)
    assert (len(found.purchases), found.every_days, found.average) == (2, None, None)


def test_rhythm_and_average_come_from_the_visits(desk, clock, card):
    for days, cents in ((20, 1000), (13, 1001), (7, 1000), (7, 1003)):
        buy_before(desk, clock, card, cents, days)
    found = look_back(desk, card)
    assert (found.every_days, found.average) == (7, 1001)  # 13 days in two steps, and 4004 in four purchases


def test_the_newest_week_stands_last_and_old_visits_in_none(desk, clock, card):
    for days in (0, 6, 7, 90, 91):
        buy_before(desk, clock, card, 500, days)
    weeks = look_back(desk, card).weeks
    assert (len(weeks), weeks[-1], weeks[-2], weeks[0], sum(weeks)) == (WEEKS, 2, 1, 1, 4)


def test_what_was_voided_never_happened_and_what_came_back_counts_less(desk, clock, card):
    undone, back = buy_before(desk, clock, card, 4900, 3), buy_before(desk, clock, card, 1000, 2)
    desk.till.bring_back(desk.till.purchase(undone), Asked(voids=True))
    desk.till.bring_back(desk.till.purchase(back), Asked(amount=400))
    (left,) = look_back(desk, card).purchases
    assert (paid(left), points_kept(left)) == (600, 6)


def test_points_that_were_used_count_against_those_that_came(desk, card):
    buy(desk, card, 30_000)
    bought = desk.till.purchase(buy(desk, card, 1000, redeem_points=100).purchase)
    assert points_kept(bought) == bought.earned - 100


def test_visits_of_one_day_are_no_rhythm(desk, card):
    for _ in range(4):
        buy(desk, card, 100)
    assert look_back(desk, card).every_days is None
    assert history([], date(2026, 3, 14) + timedelta(days=1)) == History()
