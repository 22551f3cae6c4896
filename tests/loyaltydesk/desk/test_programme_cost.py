"""What the programme cost, counted by hand, and what of its gain can be held against it."""

from hashlib import sha256

import pytest

from loyaltydesk.desk import Desk, forecast
from loyaltydesk.model.insights import Preset
from loyaltydesk.model.purchases import Asked, RewardWish
from loyaltydesk.model.refusals import BadRequest
from tests.shop import PROGRAMME, Clock, buy, join, refuses

SHELTER = """
[[reward]]
id = "shelter"
name = "Shelter"
cost = 100
gives = { donate = "Shelter", money = "3.00" }
"""


def test_what_goes_out_without_a_bill_is_part_of_the_cost(desk: Desk) -> None:
    desk.shop.load_programme(PROGRAMME + SHELTER)
    anna, card = join(desk)
    desk.customers.adjust(anna, 1000, reason="To begin with")
    desk.rewards.redeem("shelter", card=card)
    desk.rewards.use(desk.rewards.redeem("five", card=card).code)
    desk.rewards.cancel(desk.rewards.redeem("five", card=card).code)
    desk.rewards.use(desk.rewards.redeem("coffee", card=card).code)  # without a bill it has no price
    period = desk.insights.period(Preset.DAYS_30)
    assert desk.insights.cost(period).apart.now == 300 + 500
    assert desk.insights.cost(period).cost.now == 800
    assert desk.insights.cost(period.before).cost.now == 0


def test_a_gift_that_came_back_with_its_purchase_costs_nothing(desk: Desk) -> None:
    desk.shop.load_programme(PROGRAMME + SHELTER)
    anna, card = join(desk)
    desk.customers.adjust(anna, 500, reason="To begin with")
    done = buy(desk, card, 1000, rewards=(RewardWish("shelter"),))
    period = desk.insights.period(Preset.DAYS_30)
    assert desk.insights.cost(period).apart.now == 300
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked())
    assert desk.insights.cost(period).apart.now == 0


def test_what_comes_back_takes_its_share_of_what_was_taken_off(desk: Desk) -> None:
    _anna, card = join(desk)
    done = buy(desk, card, 1000, discount=200)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(amount=200))
    assert desk.insights.cost(desk.insights.period(Preset.DAYS_30)).off.now == 150


def test_a_voucher_for_the_bearer_costs_the_shop_whoever_pays_with_it(desk: Desk) -> None:
    bearer = '[[reward]]\nid = "gift"\nname = "Gift"\ncost = 100\nbearer = true\ngives = { money = "4.00" }\n'
    desk.shop.load_programme(PROGRAMME + bearer)
    anna, card = join(desk)
    desk.customers.adjust(anna, 100, reason="To begin with")
    buy(desk, "", 1000, vouchers=(desk.rewards.redeem("gift", card=card).code,))
    assert desk.insights.cost(desk.insights.period(Preset.DAYS_30)).paid.now == 400


def test_only_the_margin_of_more_turnover_is_held_against_the_cost(desk: Desk, clock: Clock) -> None:
    desk.shop.load_programme(PROGRAMME + "[test_group]\nevery = 2\n")
    people = [join(desk, f"Customer {number}") for number in range(30)]
    for customer, card in people:
        buy(desk, card, 1000 if is_without(customer, 2) else 3000)
    clock.forward(days=9)
    gain = desk.insights.cost(desk.insights.period(Preset.MONTHS_12)).gain
    assert gain is not None
    assert gain.more == 3000 * 365 // 120 - 1000 * 365 // 120  # ten days of membership each
    assert gain.whole == gain.more * gain.others * 10 * 12 // 365  # and not the year that nobody was here
    assert gain.kept == gain.whole * 60 // 100  # what a forecast supposes
    desk.insights.keep_margin(25_00)
    other = desk.insights.cost(desk.insights.period(Preset.MONTHS_12)).gain
    assert other is not None
    assert (other.margin, other.kept) == (25_00, gain.whole // 4)


@pytest.mark.parametrize("margin", [-1, 100_01])
def test_a_margin_is_a_share(desk: Desk, margin: int) -> None:
    with refuses(desk, BadRequest):
        desk.insights.keep_margin(margin)
    assert desk.insights.margin == 60_00


def is_without(customer: str, every: int) -> bool:
    """Whether somebody is in the test group, by the digest of the number."""
    return int(sha256(customer.encode()).hexdigest(), 16) % every == 0


def test_chance_is_drawn_once_as_long_as_nobody_buys(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.shop.load_programme(PROGRAMME + "[test_group]\nevery = 2\n")
    cards = [join(desk, f"Customer {number}")[1] for number in range(20)]
    for number, card in enumerate(cards):
        buy(desk, card, 777 + number)
    drawn: list[object] = []
    compared = forecast.compared_sides
    monkeypatch.setattr(forecast, "compared_sides", lambda *sides: (drawn.append(sides), compared(*sides))[1])
    found = [desk.insights.cost(desk.insights.period(preset)).gain for preset in Preset]
    assert len({gain.more for gain in found if gain}) == len(drawn) == 1
    buy(desk, cards[0], 999)
    assert desk.insights.cost(desk.insights.period(Preset.DAYS_30)).gain
    assert len(drawn) == 2
