"""The way to the next reward, without and with a purchase in hand."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.purchases import Basket, Line, Quote, RewardWish
from tests.shop import buy, join
from ui.seams.reach import Reach, reach


@pytest.fixture
def card(desk: Desk) -> str:
    return join(desk)[1]


def _seen(desk: Desk, card: str) -> Seen:
    return desk.customers.see(desk.cards.owner(card).id)


def _quote(desk: Desk, card: str, cents: int, **asked: object) -> Quote:
    return desk.till.quote(Basket((Line(cents),), card=card, **asked)).quote


def test_the_next_reward_is_the_cheapest_that_is_out_of_reach(desk, card):
    buy(desk, card, 2000)
    assert reach(_seen(desk, card), None, desk.shop.programme) == Reach("Free coffee", 20, 50, 0, 30)


def test_what_a_purchase_brings_comes_on_top(desk, card):
    buy(desk, card, 2000)
    way = reach(_seen(desk, card), _quote(desk, card, 3500), desk.shop.programme)
    assert way == Reach("Free coffee", 20, 50, 35, -5)


def test_what_a_purchase_takes_goes_off(desk, card):
    buy(desk, card, 6000)
    quote = _quote(desk, card, 0, rewards=(RewardWish("coffee"),))
    assert reach(_seen(desk, card), quote, desk.shop.programme) == Reach("Five euros off", 10, 120, 0, 110)


def test_with_everything_within_reach_it_is_the_dearest(desk, card):
    buy(desk, card, 20000)
    way = reach(_seen(desk, card), None, desk.shop.programme)
    assert way is not None
    assert (way.reward, way.left < 0) == ("Five euros off", True)


def test_a_programme_without_rewards_leads_nowhere(desk, card):
    assert reach(replace(_seen(desk, card), next_reward=None), None, replace(desk.shop.programme, rewards=())) is None
