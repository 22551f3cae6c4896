"""The ten traps into which loyalty programmes fall, each tried through the link or at the desk."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.exchange.customers_csv import csv_text as customers_as_csv
from loyaltydesk.model.exports import CustomerLine
from loyaltydesk.model.parked import Parked
from tests.loyaltydesk.exact.cases import BASE, CARD, CENT, HEAD, OTHER, Ask
from tests.shop import Clock, dump, store_of

FIVE = '[[reward]]\nid = "five"\nname = "Five off"\ncost = 100\ngives = { money = "5.00" }\n'
DAY = "2026-03-02T10:00:00"


class Shop:
    """A shop on the other end of the line, with Anna and Janis in it."""

    def __init__(self, tables: str, desk: Desk | None = None) -> None:
        self.desk = desk or Desk.in_memory(HEAD + tables, Clock("2026-03-02T12:00:00"))
        self._link = Link(self.desk)
        if desk is None:
            for card in (CARD, OTHER):
                assert self("register", "2026-01-02T09:00:00", name=f"Customer {card}", card=card)["ok"]

    def __call__(self, do: str, at: str = DAY, **asked: Any) -> Ask:
        answer = json.loads(self._link.answer(json.dumps({"do": do, "at": at, **asked}).encode()))
        assert isinstance(answer, dict)
        assert answer.get("refused") != "Fault", answer
        return answer

    def buy(self, amount: str, at: str = DAY, **asked: Any) -> Ask:
        return self("purchase", at, **{"card": CARD, "amount": amount, **asked})

    def give(self, points: int, at: str = "2026-01-03T09:00:00") -> Ask:
        return self("adjust", at, card=CARD, points=points, reason="To begin with")

    def seen(self, at: str = DAY, card: str = CARD) -> Ask:
        return self("scan", at, card=card)

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        return dump(store_of(self.desk).connection)


@pytest.fixture
def opened() -> Iterator[Any]:
    """Opens shops in memory; each must be whole when the test is over."""
    shops: list[Shop] = []

    def open_shop(tables: str = BASE) -> Shop:
        shops.append(Shop(tables))
        return shops[-1]

    yield open_shop
    for shop in shops:
        assert shop.desk.shop.faults() == []
        shop.desk.close()


# --- 1


@pytest.mark.parametrize("parts", [["9.99"], ["3.33", "3.33"], ["0.01"] * 9, ["4.99", "0.02", "4.97"], []])
def test_1_returns_in_parts_leak_no_point_whatever_the_rules_are_by_then(opened: Any, parts: list[str]) -> None:
    shop = opened(CENT + BASE)
    shop.give(100)
    bought = shop.buy("9.99", redeem_points=99)["purchase"]  # 9.00 is paid: 9 points, 99 are spent
    assert shop("programme", toml=HEAD + CENT + BASE.replace("points = 1", "points = 50"))["ok"]
    backs = [shop("return", purchase=bought, amount=part) for part in parts]
    rest = shop("return", purchase=bought)
    done = [back for back in (*backs, rest) if back["ok"]]
    assert sum(back["taken_back"] for back in done) == 9
    assert sum(back["given_back"] for back in done) == 99
    assert shop.seen()["balance"] == 100
    assert not shop("return", purchase=bought)["ok"]


# --- 2


@pytest.mark.parametrize(("by", "points"), [("1.5", 29), ("0.5", 10), ("2.5", 48)])  # 28.5, 9.5, 47.5
def test_2_a_half_is_rounded_up_and_never_to_the_even_number(opened: Any, by: str, points: int) -> None:
    multiply = f'[[multiply]]\nid = "m"\nby = "{by}"\n'
    assert opened('[points]\nrounding = "half_up"\n' + BASE + multiply).buy("19.00")["earned"] == points


def test_2_three_tenths_are_paid_to_the_cent(opened: Any) -> None:
    shop = opened(CENT)
    shop.give(30)
    lines = [{"sku": "A", "price": "0.10"}, {"sku": "B", "price": "0.20"}]
    done = shop("purchase", card=CARD, lines=lines, redeem_points=30)
    assert (done["total"], done["due"], done["balance"]) == ("0.30", "0.00", 0)


# --- 3


def test_3_points_that_were_spent_before_they_ended_are_not_taken_a_second_time(opened: Any) -> None:
    shop = opened('[points]\nexpire = "after"\nexpire_after = "30 days"\n' + CENT + BASE)
    shop.buy("100.00", "2026-01-10T10:00:00")
    shop.buy("1.00", "2026-01-11T10:00:00", redeem_points=100)
    shop.buy("50.00", "2026-02-01T10:00:00")
    assert shop("expire", "2026-02-20T10:00:00")["expired"] == []
    assert shop.seen("2026-02-20T10:00:00")["balance"] == 50


# --- 4


def test_4_two_tills_that_spend_the_same_points_at_once_spend_them_once(tmp_path: Path) -> None:
    file, clock = tmp_path / "shop.db", Clock("2026-03-02T12:00:00")
    desk = Desk.create(file, HEAD + CENT, clock)
    Shop("", desk)("register", "2026-01-02T09:00:00", name="Anna", card=CARD)
    Shop("", desk).give(100)
    desk.close()
    together, answers = Barrier(2), list[Ask]()

    def spend() -> None:
        till = Shop("", Desk.open(file, clock, alone=False))
        together.wait()
        answers.append(till.buy("5.00", redeem_points=100))
        till.desk.close()

    threads = [Thread(target=spend) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.get("refused", "") for answer in answers) == ["", "NotEnoughPoints"]
    desk = Desk.open(file, clock)
    assert (Shop("", desk).seen()["balance"], len(desk.till.newest()), desk.shop.faults()) == (0, 1, [])
    desk.close()


# --- 5


def test_5_a_retry_after_a_lost_answer_is_the_same_purchase_even_after_a_restart(tmp_path: Path) -> None:
    file, clock = tmp_path / "shop.db", Clock("2026-03-02T12:00:00")
    desk = Desk.create(file, HEAD + BASE, clock)
    Shop("", desk)("register", "2026-01-02T09:00:00", name="Anna", card=CARD)
    first = Shop("", desk).buy("150.00", key="till-1/4711")
    desk.close()
    desk = Desk.open(file, clock)
    again = Shop("", desk)
    assert again.buy("150.00", key="till-1/4711") == first
    assert again.seen()["balance"] == 150
    assert again.buy("150.00", key="till-1/4712")["balance"] == 300
    desk.close()


# --- 6


@pytest.mark.parametrize(("basis", "start"), [("points", "100"), ("spend", '"100.00"')])
def test_6_spending_points_costs_nobody_their_tier(opened: Any, basis: str, start: str) -> None:
    shop = opened(CENT + BASE + f'[tiers]\nbasis = "{basis}"\n[[tier]]\nname = "Silver"\nfrom = {start}\n')
    assert shop.buy("100.00")["tier"] == "Silver"
    assert shop.buy("1.00", redeem_points=100)["tier"] == "Silver"
    assert shop("review")["changed"] == []
    assert (shop.seen()["balance"], shop.seen()["tier"]) == (0, "Silver")


def test_6_points_given_by_hand_win_no_tier(opened: Any) -> None:
    shop = opened(BASE + '[tiers]\nbasis = "points"\n[[tier]]\nname = "Silver"\nfrom = 100\n')
    shop.give(1000)
    assert shop.buy("1.00")["tier"] is None


# --- 7


@pytest.mark.parametrize("wish", [{"redeem_points": 101}, {"rewards": [{"reward": "five", "times": 2}]},
                                  {"vouchers": ["V7K3-9QXM-2T4R"]}, {"discount": "50.01"}])  # fmt: skip
def test_7_what_is_refused_leaves_no_row_behind(opened: Any, wish: Ask) -> None:
    shop = opened(CENT + BASE + FIVE)
    shop.give(100)
    before = shop.rows()
    assert not shop.buy("50.00", **wish)["ok"]
    assert shop.rows() == before


def test_7_a_parked_purchase_touches_no_balance(opened: Any) -> None:
    shop = opened(CENT + BASE)
    shop.give(100)
    before = shop.seen()
    shop.desk.parking.park(Parked(amount=5000, customer=before["customer"], points=100))
    assert shop.seen() == before
    assert shop.desk.till.today() == (0, 0)


# --- 8


def test_8_an_ean_13_from_0_is_found_by_its_twelve_digits_and_the_other_way_round(opened: Any) -> None:
    shop = opened()
    assert shop("register", name="Olga", card="0123456789012")["ok"]
    assert shop("register", name="Leo", card="036000291452")["ok"]
    assert shop.seen(card="123456789012")["name"] == "Olga"
    assert shop.seen(card="0036000291452")["name"] == "Leo"
    assert shop("register", name="Olga", card="123456789012")["refused"] == "DuplicateCard"


def test_8_numbers_of_our_own_collide_with_no_label_of_a_scale_and_begin_with_no_zero(opened: Any) -> None:
    shop = opened()
    numbers = [shop("register", name=f"Customer {n}")["card"] for n in range(50)]
    scales = {"20", "21", "22", "23", "24", "25", "29"}  # what the labels of a shop's scales begin with
    assert all(number[0] != "0" and number[:2] not in scales for number in numbers)
    assert len({*numbers}) == 50


def test_8_a_spreadsheet_gets_numbers_that_it_cannot_shorten(opened: Any) -> None:
    shop = opened()
    shop("register", name="Olga", card="0123456789012")
    (person,) = shop.desk.customers.find("Olga")
    line = CustomerLine(person, "0123456789012", 0, None)
    text = "".join(customers_as_csv([line], shop.desk.shop.programme.currency, for_spreadsheet("pl")))
    assert '"=""0123456789012"""' in text


# --- 9


def test_9_what_points_and_vouchers_pay_is_no_turnover(opened: Any) -> None:
    shop = opened(CENT + FIVE + '[[tier]]\nname = "Silver"\nfrom = "100.00"\n')
    shop.give(5000)
    code = shop("redeem", card=CARD, reward="five")["voucher"]["code"]
    done = shop.buy("120.00", vouchers=[code], redeem_points=2000)
    assert (done["due"], done["tier"]) == ("95.00", None)
    assert shop.desk.till.today() == (1, 9500)
    assert shop.desk.customers.get(done["customer"]).account.spend == 9500


def test_9_money_that_a_voucher_brought_earns_no_second_time(opened: Any) -> None:
    shop = opened(BASE + FIVE)
    shop.give(100)
    code = shop("redeem", card=CARD, reward="five")["voucher"]["code"]
    earned = [shop.buy("3.00", vouchers=[code])["earned"], shop.buy("4.00", vouchers=[code])["earned"]]
    assert earned == [0, 2]  # 2.00 of the second bill are paid in money


# --- 10


def test_10_free_coffees_bring_no_free_coffee(opened: Any) -> None:
    card = '[[stamp_card]]\nid = "s"\nevery = 2\nof = { sku = ["COFFEE"] }\ngives = { product = "COFFEE" }\n'
    shop = opened(card + '[[earn]]\nid = "u"\npoints = 1\neach = "unit"\n')
    coffees = [{"sku": "COFFEE", "price": "3.00", "qty": 2}]
    code = shop("purchase", card=CARD, lines=coffees)["issued"][0]["code"]
    second = shop("purchase", card=CARD, lines=coffees, vouchers=[code])
    assert (second["due"], second["earned"], second["issued"]) == ("3.00", 1, [])
    assert [(each["id"], each["have"]) for each in second["stamps"]] == [("s", 1)]


def test_10_nor_do_units_that_a_promotion_made_free(opened: Any) -> None:
    card = '[[stamp_card]]\nid = "s"\nevery = 3\nof = { sku = ["COFFEE"] }\ngives = { product = "COFFEE" }\n'
    shop = opened(card + '[[promotion]]\nid = "p"\nbuy = 2\nget = 1\nget_percent = 100\n')
    done = shop("purchase", card=CARD, lines=[{"sku": "COFFEE", "price": "3.00", "qty": 3}])
    assert (done["due"], done["issued"], done["stamps"][0]["have"]) == ("6.00", [], 2)
