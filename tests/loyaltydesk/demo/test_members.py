"""The customers of the demo shop as they join: with a card mostly, and some because a friend told them."""

from random import Random

import pytest

from loyaltydesk.demo.members import Members
from loyaltydesk.demo.people import invent
from loyaltydesk.demo.stage import Year, stage
from loyaltydesk.desk import Desk
from loyaltydesk.model.money import currency
from loyaltydesk.rules.ready import DEMO, ready_programme
from tests.loyaltydesk.demo.conftest import NOW
from tests.shop import store_of


@pytest.fixture
def shop() -> Desk:
    programme = ready_programme(DEMO, "en", currency=currency("EUR"))
    return Desk.in_memory(programme, lambda: NOW, Random(1).randrange)


@pytest.fixture
def members(shop: Desk) -> Members:
    year = Year(stage("en"), NOW.date(), NOW, Random(1))
    return Members(shop, year, invent(Year(stage("en"), NOW.date().replace(year=2025), NOW, Random(1)), 40))


def _friend(shop: Desk, members: Members, number: int) -> str:
    member = members.known(number)
    assert member
    return store_of(shop).customers.referrer(member.id)


def test_every_seventh_was_brought_by_somebody_who_is_there_already(shop: Desk, members: Members) -> None:
    for number in range(12):
        members.join(number)
    anna = members.known(0)
    assert anna
    assert [number for number in range(12) if _friend(shop, members, number)] == [3, 10]
    assert _friend(shop, members, 3) == anna.id


def test_nobody_is_brought_by_one_who_has_not_joined_or_must_stay_out(shop: Desk, members: Members) -> None:
    members.join(31)
    assert _friend(shop, members, 31) == ""
    anna = members.before_visit(0)
    anna.is_out = True
    members.join(17)
    assert _friend(shop, members, 17) == ""


def test_whoever_was_brought_is_thanked_for_in_the_demo(desk: Desk) -> None:
    (anna,) = desk.customers.find("anna berzina")
    kinds = [entry.kind.value for entry in desk.customers.statement(anna.id, 1000).entries]
    assert kinds.count("referral") >= 2
