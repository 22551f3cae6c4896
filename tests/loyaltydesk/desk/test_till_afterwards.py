"""What a return or a forgotten card would come to is told before anything is recorded, exactly as it then happens."""

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Asked, Basket, Line
from loyaltydesk.model.refusals import AlreadyAttached, ReturnTooLarge
from tests.shop import PROGRAMME, buy, dump, join, store_of


@pytest.fixture
def card(desk) -> str:
    return join(desk)[1]


@pytest.mark.parametrize("asked", [Asked(), Asked(amount=1250), Asked(voids=True)])
def test_a_return_comes_to_what_it_was_said_to_come_to(desk, card, asked):
    buy(desk, card, 30_000)
    bought = desk.till.purchase(buy(desk, card, 5000, redeem_points=200).purchase)
    before = dump(store_of(desk).connection)
    said = desk.till.quote_back(bought, asked)
    assert dump(store_of(desk).connection) == before
    assert said.given_back > 0
    assert desk.till.bring_back(bought, asked) == said


def test_units_of_a_line_come_to_their_price(desk, card):
    lines = (Line(350, qty=2, sku="CAKE"), Line(250, sku="COFFEE"))
    bought = desk.till.purchase(desk.till.record(Basket(lines, card=card)).purchase)
    asked = Asked(lines=(("CAKE", 1),))
    said = desk.till.quote_back(bought, asked)
    assert (said.refunded, said.taken_back) == (350, 3)
    desk.till.bring_back(bought, asked)
    assert desk.till.units_back(bought) == {0: 1}


def test_too_large_a_return_is_refused_beforehand(desk, card):
    bought = desk.till.purchase(buy(desk, card, 1000).purchase)
    with pytest.raises(ReturnTooLarge):
        desk.till.quote_back(bought, Asked(amount=1001))


def test_a_guests_purchase_brings_what_it_was_said_to_bring(desk, card):
    buy(desk, card, 2000)
    bought = desk.till.purchase(buy(desk, "", 2450).purchase)
    before = dump(store_of(desk).connection)
    said = desk.till.quote_attached(bought, card=card)
    assert dump(store_of(desk).connection) == before
    assert (said.quote.earned, said.balance) == (24, 44)
    assert desk.till.attach(bought, card=card) == said
    with pytest.raises(AlreadyAttached):
        desk.till.quote_attached(bought, card=card)


def test_what_a_return_may_take_is_said_by_the_rules_of_the_purchase(desk, card):
    bought = desk.till.purchase(buy(desk, card, 15000).purchase)
    desk.rewards.redeem("five", card=card)
    desk.shop.load_programme(PROGRAMME + '[returns]\noverdraft = "negative"\n')
    back = desk.till.bring_back(bought, Asked())
    assert back.balance == 0
    later = desk.till.purchase(buy(desk, card, 15000).purchase)
    desk.rewards.redeem("five", card=card)
    assert desk.till.bring_back(later, Asked()).balance == -120


def test_stamps_and_thanks_of_a_forgotten_card_are_told_like_those_of_a_card_that_was_there(desk):
    stamps = '[[stamp_card]]\nid = "cups"\nname = "Cups"\nevery = 2\ngives = { product = "COFFEE" }\n'
    desk.shop.load_programme(f"{PROGRAMME}\n{stamps}\n[referral]\npoints_new = 50\npoints_referrer = 30\n")
    friend, _card = join(desk, "Jānis")
    customer, card = desk.customers.register(Profile(name="Anna"), referred_by=friend)
    lines = (Line(350, qty=3, sku="CAKE"),)
    guests = desk.till.purchase(desk.till.record(Basket(lines)).purchase)
    done = desk.till.attach(guests, card=card)
    assert [(given.customer, given.points) for given in done.given] == [(customer, 50), (friend, 30)]
    assert ([each.have for each in done.stamps], len(done.issued)) == ([1], 1)
    assert desk.customers.see(customer).stamps == done.stamps
