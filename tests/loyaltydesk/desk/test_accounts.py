"""What lies behind a customer's figures: the fact of an entry, and the money of each month."""

from datetime import UTC, date, datetime

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.accounts import Brought
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import PointsAdjusted, PurchaseRecorded
from loyaltydesk.model.purchases import Asked, Basket, Entry, Line
from loyaltydesk.model.refusals import UnknownCustomer

PROGRAMME = '[programme]\nname = "Rīts"\ncurrency = "EUR"\n[[earn]]\nid = "base"\npoints = 1\nper = "1.00"\n'


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 1, 5, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(clock: Clock) -> Desk:
    return Desk.in_memory(PROGRAMME, clock)


def _buy(desk: Desk, clock: Clock, customer: str, day: date, cents: int) -> str:
    clock.time = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return desk.till.record(Basket((Line(cents),), customer=customer)).purchase


def _entries(desk: Desk, customer: str) -> list[Entry]:
    return desk.customers.statement(customer).entries


def test_an_entry_leads_to_what_left_it(desk: Desk, clock: Clock) -> None:
    customer, _card = desk.customers.register(Profile(name="Anna"))
    purchase = _buy(desk, clock, customer, date(2026, 1, 6), 1000)
    desk.at_work("Marta", "1")
    desk.customers.adjust(customer, 5, reason="spilt coffee")
    adjusted, earned = (desk.accounts.behind(entry) for entry in _entries(desk, customer))
    assert isinstance(earned.fact, PurchaseRecorded)
    assert earned.fact.id == purchase
    assert isinstance(adjusted.fact, PointsAdjusted)
    assert (adjusted.fact.reason, adjusted.stamp.staff) == ("spilt coffee", "Marta")


def test_the_months_end_with_this_one_and_leave_none_out(desk: Desk, clock: Clock) -> None:
    customer, _card = desk.customers.register(Profile(name="Anna"))
    _buy(desk, clock, customer, date(2026, 1, 31), 1000)
    _buy(desk, clock, customer, date(2026, 3, 1), 500)
    _buy(desk, clock, customer, date(2026, 3, 31), 250)
    assert desk.accounts.months(customer, 4) == [
        (date(2025, 12, 1), 0),
        (date(2026, 1, 1), 1000),
        (date(2026, 2, 1), 0),
        (date(2026, 3, 1), 750),
    ]
    assert desk.accounts.months(customer, 0) == []


def test_what_came_back_is_counted_off_its_month(desk: Desk, clock: Clock) -> None:
    customer, _card = desk.customers.register(Profile(name="Anna"))
    bought = _buy(desk, clock, customer, date(2026, 1, 31), 1000)
    clock.time = datetime(2026, 2, 2, 12, tzinfo=UTC)
    desk.till.bring_back(desk.till.purchase(bought), Asked(amount=400))
    assert [sum_ for _month, sum_ in desk.accounts.months(customer, 2)] == [600, 0]


def test_a_card_tells_when_it_was_made(desk: Desk, clock: Clock) -> None:
    customer, number = desk.customers.register(Profile(name="Anna"))
    assert desk.cards.get(number).issued == clock.time
    assert [card.issued for card in desk.customers.cards(customer)] == [clock.time]


def test_the_tier_is_the_highest_of_won_given_and_everybodys(desk: Desk) -> None:
    customer, _card = desk.customers.register(Profile(name="Anna"))
    assert desk.accounts.tier(desk.customers.get(customer)) is None
    desk.shop.load_programme(
        PROGRAMME + '[[tier]]\nname = "Basic"\nfrom = "0"\n[[tier]]\nname = "Gold"\nfrom = "100"\n'
    )
    assert desk.accounts.tier(desk.customers.get(customer)) == "Basic"
    desk.upkeep.set_floor(customer, "Gold")
    assert desk.accounts.tier(desk.customers.get(customer)) == "Gold"


def test_who_brought_a_customer_and_how_many_they_brought(desk: Desk) -> None:
    anna, card = desk.customers.register(Profile(name="Anna"))
    jan, _card = desk.customers.register(Profile(name="Jan"), referred_by=card)
    eva, _card = desk.customers.register(Profile(name="Eva"), referred_by=anna)
    assert desk.accounts.brought(anna) == Brought(None, 2)
    assert desk.accounts.brought(jan) == Brought(desk.customers.get(anna), 0)
    desk.customers.erase(eva)
    assert desk.accounts.brought(anna).others == 1
    desk.customers.erase(anna)
    assert desk.accounts.brought(jan) == Brought(None, 0)
    with pytest.raises(UnknownCustomer):
        desk.accounts.brought(anna)


def test_whom_a_merged_record_brought_is_brought_by_the_one_that_stays(desk: Desk) -> None:
    (anna, _), (twin, _) = (desk.customers.register(Profile(name=name)) for name in ("Anna", "Ania"))
    jan, _card = desk.customers.register(Profile(name="Jan"), referred_by=twin)
    again, _card = desk.customers.register(Profile(name="Janek"), referred_by=anna)
    desk.accounts.merge(keep=anna, drop=twin)
    desk.accounts.merge(keep=jan, drop=again)
    assert desk.accounts.brought(anna).others == 1
    by = desk.accounts.brought(jan).by
    assert by
    assert by.id == anna
