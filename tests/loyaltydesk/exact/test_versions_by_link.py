"""Rules that change: each day has its own, each purchase keeps those it was made under; and money without cents."""

from datetime import date

import pytest

from tests.loyaltydesk.exact.cases import BASE, HEAD, Ask
from tests.loyaltydesk.exact.lone_shop import LoneShop

CARD = "ANNA-1"
DOUBLE = BASE.replace("points = 1", "points = 2")


def opened(programme: str) -> LoneShop:
    """A shop with Anna in it."""
    shop = LoneShop(programme)
    assert shop.ask(do="register", name="Anna", card=CARD, at="2026-01-02T09:00:00")["ok"]
    return shop


def buys(shop: LoneShop, amount: str, at: str, **more: object) -> Ask:
    return shop.ask(do="purchase", card=CARD, amount=amount, at=f"{at}T10:00:00", **more)


def test_rules_from_a_day_on_count_from_that_day_on() -> None:
    shop = opened(HEAD + BASE)
    shop.desk.shop.load_programme(HEAD + DOUBLE, from_day=date(2026, 4, 1))
    assert [buys(shop, "10.00", at)["earned"] for at in ("2026-03-31", "2026-04-01")] == [10, 20]


def test_of_two_versions_for_a_day_the_later_one_counts() -> None:
    shop = opened(HEAD + BASE)
    shop.desk.shop.load_programme(HEAD + BASE.replace("points = 1", "points = 7"), from_day=date(2026, 5, 1))
    shop.desk.shop.load_programme(HEAD + DOUBLE, from_day=date(2026, 4, 1))
    assert [buys(shop, "1.00", at)["earned"] for at in ("2026-03-31", "2026-04-01", "2026-05-01")] == [1, 2, 2]


def test_a_forgotten_card_brings_what_the_rules_of_the_purchase_brought() -> None:
    shop = opened(HEAD + BASE)
    shop.ask(do="purchase", amount="10.00", receipt="R1", at="2026-03-02T10:00:00")
    assert shop.ask(do="programme", toml=HEAD + DOUBLE, at="2026-03-03T10:00:00")["version"] == 2
    assert shop.ask(do="attach", receipt="R1", card=CARD, at="2026-03-04T10:00:00")["earned"] == 10
    assert buys(shop, "10.00", "2026-03-04")["earned"] == 20


def test_a_forgotten_card_is_lifted_by_the_window_of_the_rules_of_the_purchase() -> None:
    silver = '[[tier]]\nname = "Silver"\nfrom = "100.00"\nmultiply = 2\n'
    shop = opened(HEAD + BASE + silver)
    buys(shop, "95.00", "2026-12-02")
    shop.ask(do="purchase", amount="10.00", receipt="R1", at="2027-01-10T10:00:00")
    by_year = HEAD + BASE + '[tiers]\nwindow = "calendar_year"\n' + silver
    assert shop.ask(do="programme", toml=by_year, at="2027-01-11T10:00:00")["ok"]
    done = shop.ask(do="attach", receipt="R1", card=CARD, at="2027-01-12T10:00:00")
    assert (done["earned"], done["tier"]) == (20, "Silver")


@pytest.mark.parametrize(("before", "after", "taken"), [("clamp", "negative", 40), ("negative", "clamp", 100)])
def test_whether_a_balance_may_fall_below_nothing_is_up_to_the_rules_of_the_purchase(
    before: str, after: str, taken: int
) -> None:
    rules = f'{HEAD}[redeem]\npoints = 1\nworth = "0.01"\n{BASE}[returns]\noverdraft = '
    shop = opened(f'{rules}"{before}"\n')
    buys(shop, "100.00", "2026-03-02", receipt="R1")
    shop.ask(do="programme", toml=f'{rules}"{after}"\n', at="2026-03-03T10:00:00")
    buys(shop, "0.60", "2026-03-04", redeem_points=60)
    back = shop.ask(do="return", receipt="R1", at="2026-03-05T10:00:00")
    assert (back["taken_back"], back["balance"]) == (taken, 40 - taken)


def test_points_end_as_the_rules_said_when_they_came() -> None:
    after = '[points]\nexpire = "after"\nexpire_after = "{}"\n'
    shop = opened(HEAD + after.format("30 days") + BASE)
    buys(shop, "10.00", "2026-03-01")
    shop.ask(do="programme", toml=HEAD + after.format("60 days") + BASE, at="2026-03-02T10:00:00")
    buys(shop, "20.00", "2026-03-02")
    assert [each["points"] for each in shop.ask(do="expire", at="2026-04-01T10:00:00")["expired"]] == [10]
    assert [each["points"] for each in shop.ask(do="expire", at="2026-05-02T10:00:00")["expired"]] == [20]


@pytest.mark.parametrize(
    ("currency", "per", "amount", "paid", "earned"),
    [
        ("JPY", "100", "1250", "1205", 12),
        ("EUR", "1.00", "12.50", "12.05", 12),
        ("KWD", "1.000", "12.500", "12.455", 12),
    ],
)
def test_money_has_as_many_decimals_as_its_currency(
    currency: str, per: str, amount: str, paid: str, earned: int
) -> None:
    worth = {"JPY": "1", "EUR": "0.01", "KWD": "0.001"}[currency]
    redeem = f'[redeem]\npoints = 1\nworth = "{worth}"\n'
    shop = opened(HEAD.replace("EUR", currency) + redeem + BASE.replace("1.00", per))
    shop.ask(do="adjust", card=CARD, points=45, reason="To begin with", at="2026-01-03T10:00:00")
    done = buys(shop, amount, "2026-03-02", redeem_points=45)
    assert (done["total"], done["due"], done["earned"]) == (amount, paid, earned)
