"""The words of the customer display say what a customer may read, and nothing that others should not."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk.stamps import StampsLeft
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.parked import BillLine
from loyaltydesk.model.products import Product
from loyaltydesk.model.programme import Gives, StampCard
from loyaltydesk.model.purchases import Quote
from tests.shop import buy, join
from ui.display import shown
from ui.display.shown import House, Progress
from ui.seams.formats import QtFormats

SHOP = "Kafejnīca Rīts"


@pytest.fixture
def house(desk) -> House:
    programme = desk.shop.programme
    return House(SHOP, programme, QtFormats("en", programme.currency))


@pytest.fixture
def seen(desk):
    _customer, card = join(desk, "Anna Kowalska", phone="+37120012345", birth_date="--03-14")
    buy(desk, card, 3000)
    return desk.customers.scan(card)


def test_nobody_there_sees_the_cheapest_reward(desk, house):
    state = shown.idle(house)
    assert (state.shop, state.line, state.progress) == (SHOP, "50 points: Free coffee", None)


def test_a_programme_without_rewards_still_invites(desk, house):
    state = shown.idle(replace(house, programme=replace(house.programme, rewards=())))
    assert (state.greeting, state.line) == ("Collect points with each purchase", "")


def test_a_customer_is_greeted_by_the_first_name_alone(seen, house):
    state = shown.sale(house, seen, None)
    assert (state.greeting, state.line) == ("Hello, Anna!", "30 points")
    assert state.progress == Progress("Free coffee", "only 20 points to go", 30, 50)


def test_the_birthday_is_wished_on_the_day_alone(desk, clock, seen, house):
    assert shown.sale(house, seen, None).foot == "Happy birthday!"
    clock.forward(days=1)
    assert shown.sale(house, desk.customers.see(seen.customer.id), None).foot == ""


def test_the_name_day_is_wished_on_the_day_where_it_is_no_birthday(desk, clock, seen, house):
    anna = seen.customer.id
    desk.customers.change(anna, replace(seen.customer.profile, name_day_on="03-14"))
    assert shown.sale(house, desk.customers.see(anna), None).foot == "Happy birthday!"
    desk.customers.change(anna, replace(seen.customer.profile, birth_date="", name_day_on="03-15"))
    assert shown.sale(house, desk.customers.see(anna), None).foot == ""
    clock.forward(days=1)
    assert shown.sale(house, desk.customers.see(anna), None).foot == "Happy name day!"


def test_what_is_typed_moves_the_bar(seen, house):
    quote = Quote(total=2000, discount=0, value=2000, due=2000, earned=20)
    state = shown.sale(house, seen, quote)
    assert state.line == "30 points · +20 points today"
    assert state.progress == Progress("Free coffee", "Within reach!", 30, 50, 20)


def test_after_the_purchase_comes_the_thanks(seen, house):
    quote = Quote(total=2000, discount=0, value=2000, due=2000, earned=20)
    state = shown.done(house, seen, quote)
    assert (state.greeting, state.line) == ("Thank you, Anna!", "+20 points today · balance 30")
    nothing = shown.done(house, seen, replace(quote, earned=0))
    assert nothing.line == "balance 30"


def test_somebody_without_a_name_is_greeted_all_the_same(desk, house):
    customer, _card = desk.customers.register(Profile(), nameless=True)
    seen = desk.customers.see(customer)
    assert shown.hello(seen) == "Hello!"
    assert shown.done(house, seen, Quote(0, 0, 0)).greeting == "Thank you!"


def test_with_every_reward_reached_the_dearest_one_is_shown(desk, house, seen):
    buy(desk, seen.card.number, 50_000)
    progress = shown.sale(house, desk.customers.see(seen.customer.id), None).progress
    assert (progress.what, progress.left) == ("Five euros off", "Within reach!")


def test_the_last_lines_and_what_is_to_be_paid_are_shown(house, seen):
    lines = [BillLine(Product(f"P{n}", f"Cake {n}", price=100), 100, n) for n in range(1, 6)]
    state = shown.with_bill(shown.sale(house, seen, None), lines, 1400, house=house)
    assert state.greeting == "Hello, Anna!"
    assert state.bill == (
        ("3 × Cake 3", "€3.00"), ("4 × Cake 4", "€4.00"), ("5 × Cake 5", "€5.00"), ("To pay", "€14.00"),
    )  # fmt: skip


def test_a_guest_is_greeted_without_a_name(house):
    one = BillLine(Product("P", "Cake", price=100), 100)
    assert shown.with_bill(shown.guest(house), [one], 100, house=house).bill[0] == ("Cake", "€1.00")
    assert shown.guest(house).greeting == "Hello!"


def test_stamps_are_told_once_there_are_any_and_vouchers_to_take_along(house, seen):
    card, other = (StampCard(name.lower(), name, 10, Gives("product")) for name in ("Coffees", "Cakes"))
    stamped = replace(seen, stamps=(StampsLeft(card, 7), StampsLeft(other, 0)))
    quote = Quote(total=100, discount=0, value=100, stamps=(("cakes", 2),))
    assert shown.sale(house, seen, quote).extra == ""
    assert shown.sale(house, stamped, None).extra == "Coffees: 7 of 10"
    assert shown.sale(house, stamped, quote).extra == "Coffees: 7 of 10 · Cakes: 0 of 10 (+2)"
    assert shown.done(house, stamped, quote, vouchers=["Tea"]).extra == "A voucher for you: Tea · Coffees: 7 of 10"
    assert shown.done(house, seen, quote).extra == ""
    assert shown.guest_done(house, ["Tea", "Cake"]).extra == "Vouchers for you: Tea, Cake"
