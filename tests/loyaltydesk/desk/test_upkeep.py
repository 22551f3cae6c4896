"""What the desk does by itself: points end, tiers are looked at again, and doing it twice changes nothing."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.upkeep import Expired, TierChange
from loyaltydesk.model.purchases import Asked
from loyaltydesk.model.refusals import UnknownCustomer
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of

YEARLY = PROGRAMME + '[tiers]\nwindow = "WINDOW"\n'


def unchanged(desk: Desk, act: object) -> None:
    """Expects an action that is done again to leave every row as it was."""
    before = dump(store_of(desk).connection)
    assert callable(act)
    act()
    assert dump(store_of(desk).connection) == before


def test_each_lot_ends_for_itself_with_what_is_left_of_it(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    for cents in (6000, 3000):
        buy(desk, card, cents)
        clock.forward(days=1)
    desk.rewards.redeem("coffee", card=card)
    clock.to("2027-03-14T23:00:00")
    assert desk.upkeep.expire() == []
    clock.to("2027-03-15T00:00:00")
    assert desk.upkeep.expire() == [Expired(anna, 10)]
    assert desk.customers.scan(card).balance == 30
    clock.to("2027-03-16T00:00:00")
    assert desk.upkeep.expire() == [Expired(anna, 30)]
    assert [entry.points for entry in desk.customers.statement(anna).entries] == [-30, -10, -50, 30, 60]
    unchanged(desk, desk.upkeep.expire)


def test_lots_that_end_together_leave_a_line_each(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    for cents in (2000, 3000):
        buy(desk, card, cents)
    clock.forward(days=500)
    assert desk.upkeep.expire() == [Expired(anna, 20), Expired(anna, 30)]
    assert desk.customers.get(anna).account.balance == 0


def test_points_that_came_back_end_when_they_always_would_have(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    buy(desk, card, 20000)
    clock.forward(days=100)
    voucher = desk.rewards.redeem("five", card=card)
    clock.forward(days=10)
    desk.rewards.cancel(voucher.code)
    clock.to("2027-03-15T00:00:00")
    assert sum(ended.points for ended in desk.upkeep.expire()) == 400
    assert desk.customers.scan(card).balance == 0
    assert desk.customers.get(anna).account.balance == 0


@pytest.mark.parametrize("window", ["lifetime", "calendar_year", "12 months"])
def test_a_tier_is_won_with_the_purchase_that_reaches_it(desk: Desk, window: str) -> None:
    desk.shop.load_programme(YEARLY.replace("WINDOW", window))
    _anna, card = join(desk)
    assert buy(desk, card, 9999).quote.tier is None
    assert buy(desk, card, 1).quote.tier == "Silver"
    assert desk.customers.scan(card).tier == "Silver"
    assert desk.upkeep.review() == []


def test_a_tier_of_twelve_months_is_lost_after_them(desk: Desk, clock: Clock) -> None:
    desk.shop.load_programme(YEARLY.replace("WINDOW", "12 months"))
    anna, card = join(desk)
    buy(desk, card, 12000)
    clock.forward(days=364)
    assert desk.upkeep.review() == []
    clock.forward(days=3)
    assert desk.upkeep.review() == [TierChange(anna, "Silver", None)]
    unchanged(desk, desk.upkeep.review)


def test_a_tier_of_a_calendar_year_is_kept_through_the_next(desk: Desk, clock: Clock) -> None:
    desk.shop.load_programme(YEARLY.replace("WINDOW", "calendar_year"))
    anna, card = join(desk)
    buy(desk, card, 12000)
    clock.to("2027-12-31T12:00:00")
    assert desk.upkeep.review() == []
    clock.to("2028-01-01T00:00:00")
    assert desk.upkeep.review() == [TierChange(anna, "Silver", None)]


def test_a_return_takes_the_tier_back_that_it_won(desk: Desk) -> None:
    _anna, card = join(desk)
    done = buy(desk, card, 12000)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(amount=3000))
    assert desk.customers.scan(card).tier is None


def test_nobody_falls_below_a_tier_set_by_hand(desk: Desk) -> None:
    anna, card = join(desk)
    assert desk.upkeep.set_floor(anna, "Gold") == "Gold"
    assert buy(desk, card, 1000).quote.earned == 30
    assert desk.upkeep.review() == []
    assert desk.upkeep.set_floor(anna, None) is None
    assert desk.customers.scan(card).tier is None
    with refuses(desk, UnknownCustomer):
        desk.upkeep.set_floor("nobody", "Gold")


def test_the_round_is_made_once_a_day(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    buy(desk, card, 2000)
    assert desk.upkeep.is_due()
    desk.upkeep.day()
    assert not desk.upkeep.is_due()
    unchanged(desk, desk.upkeep.day)
    clock.forward(days=400)
    assert desk.upkeep.is_due()
    assert desk.upkeep.day() == ([], [Expired(anna, 20)], [])
    unchanged(desk, desk.upkeep.day)


def test_a_round_of_yesterday_does_not_put_the_calendar_back(desk: Desk, clock: Clock) -> None:
    desk.upkeep.day()
    desk.upkeep.day(desk.stamp(clock.at.replace(day=1)))
    assert not desk.upkeep.is_due()


def test_the_forgotten_have_nothing_that_ends(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    buy(desk, card, 20000)
    desk.customers.erase(anna)
    clock.forward(days=500)
    assert desk.upkeep.day() == ([], [], [])


def test_a_review_gives_the_tiers_that_new_rules_bring(desk: Desk) -> None:
    anna, card = join(desk)
    buy(desk, card, 7000)
    assert desk.customers.scan(card).tier is None
    desk.shop.load_programme(PROGRAMME.replace('from = "100.00"', 'from = "50.00"'))
    assert desk.upkeep.review() == [TierChange(anna, None, "Silver")]
    assert desk.customers.scan(card).tier == "Silver"
    unchanged(desk, desk.upkeep.review)
