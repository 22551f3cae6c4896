"""The test group: every so many new customers collect points like everybody, and have no offers."""

from hashlib import sha256

import pytest

from tests.loyaltydesk.exact.cases import BASE, HEAD, Ask
from tests.loyaltydesk.exact.lone_shop import LoneShop

OFFERS = """
[[promotion]]
id = "all"
percent = 10
[[promotion]]
id = "members"
of = { sku = ["SOAP"] }
percent = 50
members = true
[[next_purchase]]
id = "next"
gives = { money = "2.00" }
[[occasion]]
id = "birthday"
on = "birthday"
points = 150
"""
BILL = [{"sku": "SOAP", "price": "20.00"}]
BIRTHDAY = "2026-06-15"


def joined(shop: LoneShop, number: int, at: str = "2026-03-02T09:00:00") -> tuple[str, str]:
    """The card and the id of somebody new."""
    card = f"CARD-{number}"
    answer = shop.ask(do="register", name=f"Customer {number}", card=card, birth_date="1985-06-15", at=at)
    return card, answer["customer"]


def is_chosen(customer: str, every: int) -> bool:
    return int(sha256(customer.encode()).hexdigest(), 16) % every == 0


def buys(shop: LoneShop, card: str) -> Ask:
    return shop.ask(do="purchase", card=card, lines=BILL, at="2026-03-10T09:00:00")


@pytest.mark.parametrize("every", [2, 3])
def test_the_group_is_chosen_by_the_digest_of_an_id_and_goes_without_offers(every: int) -> None:
    shop = LoneShop(f"{HEAD}[test_group]\nevery = {every}\n{BASE}{OFFERS}")
    people = [joined(shop, number) for number in range(24)]
    chosen = {customer for _card, customer in people if is_chosen(customer, every)}
    assert 0 < len(chosen) < len(people)
    for card, customer in people:
        done = buys(shop, card)
        # 20.00 less half, or not; less a tenth, which is for everybody
        without, withs = ("18.00", 18, 0), ("9.00", 9, 1)
        assert (done["due"], done["earned"], len(done["issued"])) == (without if customer in chosen else withs)
    gifts = shop.ask(do="day", at=f"{BIRTHDAY}T09:00:00")["given"]
    assert {gift["customer"] for gift in gifts} == {customer for _card, customer in people} - chosen
    assert shop.desk.shop.faults() == []


def test_who_was_there_before_the_group_is_not_in_it() -> None:
    shop = LoneShop(f"{HEAD}[test_group]\nevery = 2\nsince = 2026-03-03\n{BASE}{OFFERS}")
    people = [joined(shop, number) for number in range(12)]
    assert [buys(shop, card)["due"] for card, _customer in people] == ["9.00"] * 12


def test_a_guest_is_in_no_group_and_has_what_is_for_everybody() -> None:
    shop = LoneShop(f"{HEAD}[test_group]\nevery = 2\n{BASE}{OFFERS}")
    assert shop.ask(do="purchase", lines=BILL, at="2026-03-10T09:00:00")["due"] == "18.00"
