"""What a purchase or a return comes to is said in few words, and each figure is there."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.desk.stamps import StampsLeft
from loyaltydesk.desk.till import Done, Returned
from loyaltydesk.model.facts import PointsGiven
from loyaltydesk.model.programme import Gives, StampCard
from loyaltydesk.model.purchases import GiftCause, Quote, TakenReward
from tests.ui.till.cards import ANNA
from ui.seams.formats import QtFormats
from ui.till.outcomes import back_words, brought_words, done_words, quote_words, signed_points

QUOTE = Quote(total=2450, discount=0, value=2450, due=2450, earned=24)


@pytest.fixture
def formats(desk) -> QtFormats:
    return QtFormats("en", desk.shop.programme.currency)


@pytest.fixture
def seen(desk, anna):
    return desk.customers.scan(ANNA)


def done(quote: Quote, balance: int | None = 234) -> Done:
    return Done("purchase", "R-7", "customer", quote, balance)


def test_points_have_their_sign_and_plural(formats):
    assert [signed_points(points, formats) for points in (1, 245, -1, -500)] == [
        "+1 point",
        "+245 points",
        "−1 point",
        "−500 points",
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ("+24 points", "210 → 234", "")),
        ({"earned": 0}, ("0 points", "210 → 234", "")),
        ({"discount": 245, "due": 2205}, ("+24 points", "210 → 234", "discount €2.45 · to pay: €22.05")),
        ({"redeemed": 100, "due": 2350}, ("+24 points", "210 → 234", "−100 points · to pay: €23.50")),
        ({"earned": 0, "redeemed": 100}, ("", "210 → 234", "−100 points")),
        ({"from_day": date(2026, 3, 28)}, ("+24 points", "210 → 234", "they count from 28 Mar 2026")),
    ],
)
def test_what_is_typed_comes_to(seen, formats, changes, words):
    assert quote_words(seen, done(replace(QUOTE, **changes)), formats) == words


def test_a_guest_gets_no_points_and_is_told_so(formats):
    assert quote_words(None, done(QUOTE, None), formats) == ("", "", "No points without a card")
    title, hint = done_words(done(QUOTE, None), formats, before=None, after=None)
    assert (title, hint) == (
        "€24.50 recorded without a card",
        "Receipt R-7: with it the points can be given later.",
    )


def test_what_was_recorded_is_told_with_the_way_to_the_next_reward(desk, seen, formats):
    ahead = replace(seen, balance=40, next_reward=desk.customers.see(seen.customer.id).next_reward)
    title, hint = done_words(done(QUOTE), formats, before=seen, after=ahead)
    assert title == "€24.50 recorded for Anna Kowalska"
    assert hint.startswith("+24 points. The balance is 40.")


def test_what_was_used_and_a_tier_that_was_won_are_told(seen, formats):
    quote = replace(QUOTE, redeemed=100, earned=0)
    _title, hint = done_words(done(quote), formats, before=seen, after=replace(seen, tier="Gold"))
    assert hint == "100 points used. The balance is 210. New tier: Gold!"


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        (Returned("p", 1000, 20, 0, 190), ("€10.00 back", "−20 points · balance 190")),
        (Returned("p", 1000, 0, 1, 211), ("€10.00 back", "1 used point given back · balance 211")),
        (Returned("p", 1000, 0, 0, None), ("€10.00 back", "")),
    ],
)
def test_what_comes_back_is_told_with_what_becomes_of_the_points(formats, returned, words):
    assert back_words(returned, formats) == words


def test_what_a_purchase_brought_besides_points_is_told(formats):
    card = StampCard("cups", "Cups", 10, Gives("product"))
    thanks = [
        PointsGiven(id=who, customer=who, points=points, cause=cause)
        for who, points, cause in (("customer", 50, GiftCause.REFERRED), ("friend", 1, GiftCause.REFERRAL))
    ]
    shelter = TakenReward("dogs", "Dogs", 2, 40, cause="Animal shelter", money=600)
    quote = replace(QUOTE, stamps=(("cups", 2),), rewards=(shelter,))
    words = brought_words(replace(done(quote), given=tuple(thanks), stamps=(StampsLeft(card, 7),)), formats)
    assert words == [
        "+50 points for joining through a friend.", "+1 point for the friend who brought them.",
        "€6.00 go to Animal shelter. Thank you!", "Cups: 7 of 10.",
    ]  # fmt: skip
    assert brought_words(replace(done(QUOTE), stamps=(StampsLeft(card, 7),)), formats) == []


def test_a_guest_is_told_what_is_to_be_paid_after_a_voucher(formats):
    quote = replace(QUOTE, by_vouchers=450, due=2000)
    assert quote_words(None, done(quote, None), formats)[2] == "No points without a card · to pay: €20.00"
