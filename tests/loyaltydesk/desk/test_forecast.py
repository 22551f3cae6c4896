"""The forecast of a shop: on its own history, what of it stands, told while it goes on, and given up."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.forecast import Wanted
from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from loyaltydesk.model.refusals import BadProgramme
from loyaltydesk.rules.forecast import Assumed, Questions, forecast
from tests.shop import PROGRAMME, Clock, buy, dump, join, store_of

DOUBLE = PROGRAMME.replace("points = 1\n", "points = 2\n")


@pytest.fixture
def clock() -> Clock:
    return Clock("2025-05-01T10:00:00")


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk.in_memory(PROGRAMME, clock)


def test_the_shops_own_purchases_are_played_and_nothing_is_changed(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    buy(desk, card, 3000)
    clock.forward(days=30)
    buy(desk, card, 1550)
    desk.till.record(Basket((Line(700),)))
    before = dump(store_of(desk).connection)
    done = desk.forecast.replay(DOUBLE, Wanted(use=0))
    assert (done.figures.given, done.in_force and done.in_force.given) == (90, 45)
    assert (done.figures.sales, done.figures.guests_sales, done.share) == (4550, 700, 86_66)
    basis = done.basis
    assert (basis.purchases, basis.customers, basis.invented, basis.measured) == (2, 1, False, False)
    assert (str(basis.first), str(basis.last)) == ("2025-05-01", "2025-05-31")
    assert dump(store_of(desk).connection) == before


def test_what_was_returned_or_voided_does_not_count(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    voided, returned, partly = (desk.till.purchase(buy(desk, card, 1000).receipt) for _ in range(3))
    desk.till.bring_back(voided, Asked(voids=True))
    desk.till.bring_back(returned, Asked())
    clock.forward(days=1)
    desk.till.bring_back(partly, Asked(amount=250))
    figures = desk.forecast.replay(DOUBLE, Wanted(use=0)).figures
    assert (figures.purchases, figures.sales, figures.given) == (1, 750, 15)


def test_what_was_had_for_points_was_not_bought_and_a_cashiers_discount_stays(desk: Desk) -> None:
    _anna, card = join(desk)
    buy(desk, card, 6000, discount=1000)
    coffee = Basket((Line(300, sku="COFFEE"), Line(500)), card=card, rewards=(RewardWish("coffee"),))
    desk.till.record(coffee)
    done = desk.forecast.replay(PROGRAMME, Wanted(use=0))
    assert (done.figures.sales, done.figures.given, done.figures.off) == (5500, 55, 0)
    assert done.guessed == ()  # the bill says what a coffee costs


def test_only_the_months_that_were_asked_for_are_played(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    buy(desk, card, 1000)
    clock.forward(days=70)
    buy(desk, card, 500)
    assert desk.forecast.replay(PROGRAMME, Wanted(months=2)).figures.sales == 500
    assert desk.forecast.replay(PROGRAMME).figures.sales == 1500


def test_what_people_use_is_measured_after_three_months(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    buy(desk, card, 10_000)
    clock.forward(days=91)
    desk.rewards.redeem("coffee", card=card)
    buy(desk, card, 100)
    basis = desk.forecast.replay(PROGRAMME).basis
    assert basis.measured
    assert 20_00 < basis.use < 30_00  # 50 of about 200


def test_a_forgotten_customers_purchases_are_still_the_shops(desk: Desk) -> None:
    anna, card = join(desk)
    buy(desk, card, 1000)
    desk.customers.erase(anna)
    assert desk.forecast.replay(PROGRAMME).figures.sales == 1000


def test_who_bought_nothing_may_lose_a_tier_too(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    buy(desk, card, 12_000)
    clock.forward(days=400)
    _eva, other = join(desk, "Eva")
    buy(desk, other, 100)
    yearly = PROGRAMME.replace("[[tier]]", '[tiers]\nwindow = "12 months"\n\n[[tier]]', 1)
    changes = desk.forecast.replay(yearly).tiers
    assert (changes.lose, changes.win, [each.customer for each in changes.losers]) == (1, 0, [anna])


def test_without_history_customers_are_made_up_and_the_same_each_time(desk: Desk) -> None:
    join(desk)
    wanted = Wanted(questions=Questions(members=20, visits=30, basket=900, share=50_00))
    first, second = (desk.forecast.replay(PROGRAMME, wanted) for _ in range(2))
    assert first == second
    assert first.basis.invented
    assert (first.figures.customers, first.figures.purchases) == (20, 782)
    assert abs(first.share - 50_00) < 3_00
    assert desk.forecast.replay(PROGRAMME, Wanted(seed=2, questions=wanted.questions)).figures != first.figures
    assert forecast(first, Assumed()).break_even is not None


def test_it_tells_how_far_it_is_and_can_be_given_up(desk: Desk) -> None:
    _anna, card = join(desk)
    for _ in range(3):
        buy(desk, card, 1000)
    told: list[tuple[int, int]] = []
    desk.forecast.replay(PROGRAMME, progress=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (3, 3)

    def enough(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.forecast.replay(PROGRAMME, progress=enough)
    buy(desk, card, 1000)  # nothing is held on to


def test_rules_that_cannot_be_read_or_count_in_other_money_are_refused(desk: Desk) -> None:
    _anna, card = join(desk)
    buy(desk, card, 1000)
    with pytest.raises(BadProgramme) as refusal:
        desk.forecast.replay(PROGRAMME.replace("EUR", "PLN"))
    assert refusal.value.reason == "currency_fixed"
    with pytest.raises(BadProgramme):
        desk.forecast.replay("[programme")


def test_the_test_group_is_compared_once_there_is_one(desk: Desk, clock: Clock) -> None:
    assert desk.forecast.comparison() is None
    for number in range(12):
        _id, card = join(desk, f"C{number}")
        buy(desk, card, 1000)
    desk.shop.load_programme(PROGRAMME + "[test_group]\nevery = 2\n")
    found = desk.forecast.comparison()
    assert found is not None
    assert found.without.members + found.others.members == 12
    assert found.without.basket.middle == 1000
