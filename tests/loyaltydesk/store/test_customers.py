"""Customers are read by card, by id and page by page, each exactly once."""

from datetime import date
from functools import partial

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import Customer, PageKey, Profile, Sort
from loyaltydesk.model.facts import CardIssued, Stamp
from loyaltydesk.model.purchases import Asked
from loyaltydesk.store.standings import Found
from tests.shop import Clock, buy, join, store_of


def test_a_card_is_found_with_its_customer(desk: Desk) -> None:
    anna, card = join(desk)
    found = store_of(desk).customers.by_card(card)
    assert found is not None
    assert found[0].number == card
    assert found[1] is not None
    assert (found[1].id, found[1].card) == (anna, card)


def test_a_card_is_found_as_readers_and_keyboards_give_it(desk: Desk) -> None:
    join(desk, "With zero", card="0123456789012")
    join(desk, "Letters", card="AB-1234")
    by_card = store_of(desk).customers.by_card
    for code, name in (("123456789012", "With zero"), ("0123456789012", "With zero"), (" ab-12 34\t", "Letters")):
        found = by_card(code)
        assert found is not None
        assert found[1] is not None
        assert found[1].profile.name == name
    assert by_card("") is None
    assert by_card("1234") is None


def test_a_blank_card_has_no_customer(desk: Desk) -> None:
    (number,) = desk.cards.make(1)
    found = store_of(desk).customers.by_card(number)
    assert found is not None
    assert found[1] is None


def test_the_newest_card_in_use_is_the_customers(desk: Desk) -> None:
    anna, first = join(desk)
    second = desk.cards.replace(first, "").replaced_by
    assert desk.customers.card_number(anna) == desk.customers.get(anna).card == second
    desk.cards.block(second)
    assert desk.customers.card_number(anna) == ""
    assert [card.number for card in desk.customers.cards(anna)] == [second, first]
    assert desk.customers.card_number("019ceb97-7e60-714c-b05c-3fb50fa319ac") == ""


def test_blank_cards_come_newest_first(desk: Desk) -> None:
    made = desk.cards.make(3)
    anna, _card = join(desk)
    desk.cards.link(made[1], anna)
    assert [card.number for card in desk.cards.blank()] == [made[2], made[0]]
    assert [card.number for card in desk.cards.blank(1)] == [made[2]]


def pages_from(desk: Desk, sort: Sort, key: PageKey | None, limit: int, *, descending: bool = False) -> list[Customer]:
    seen: list[Customer] = []
    while page := desk.customers.page(sort, key, limit, descending=descending):
        seen += page
        key = desk.customers.page_key(sort, page[-1])
        assert len(page) <= limit
    return seen


@pytest.fixture
def crowd(desk: Desk, clock: Clock) -> Desk:
    """Customers with many things in common, so that pages end among equals."""
    for number in range(40):
        clock.forward(hours=3)
        customer, card = join(desk, ("Anna", "Łukasz", "anna", "İpek", "Ёлкин")[number % 5])
        for _times in range(number % 4):
            buy(desk, card, 1000)
        if number % 7 == 0:
            desk.customers.erase(customer)
    return desk


ORDERS = {
    Sort.NAME: lambda customer: {"İpek": "ipek", "Anna": "anna", "anna": "anna", "Łukasz": "lukasz", "Ёлкин": "елкин"}[
        customer.profile.name
    ],
    Sort.POINTS: lambda customer: customer.account.balance,
    Sort.SPEND: lambda customer: customer.account.spend,
    Sort.VISIT: lambda customer: str(customer.account.last_visit or ""),
    Sort.JOINED: lambda customer: customer.registered,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_show_everybody_once_and_in_order(crowd: Desk, sort: Sort, limit: int, descending: bool) -> None:
    seen = pages_from(crowd, sort, None, limit, descending=descending)
    assert len({customer.id for customer in seen}) == len(seen) == crowd.customers.count() == 34
    values = [ORDERS[sort](customer) for customer in seen]
    assert values == sorted(values, reverse=descending)  # type: ignore[type-var]  # texts, numbers or times


def test_in_a_list_by_name_a_company_stands_by_its_own_and_the_nameless_come_last(desk: Desk) -> None:
    card = desk.customers.register(Profile(), card="AB-1234", nameless=True)[1]
    desk.customers.register(Profile(company="Mia Ltd"), nameless=True)
    anna, _card = join(desk, "Anna")
    zoja, _card = join(desk, "Zoja")
    assert [_called(person) for person in desk.customers.page(Sort.NAME, None, 10)] == ["Anna", "Mia Ltd", "Zoja", card]
    desk.customers.change(zoja, Profile(email="a@b.lv"))
    desk.customers.change(anna, Profile(company="Oak"))
    assert [_called(person) for person in desk.customers.page(Sort.NAME, None, 3)][:2] == ["Mia Ltd", "Oak"]


def _called(person: Customer) -> str:
    return person.profile.name or person.profile.company or person.card


def test_a_page_goes_on_where_it_ended_though_somebody_came_and_went(crowd: Desk) -> None:
    first = crowd.customers.page(Sort.NAME, None, 10)
    join(crowd, "Aaa")  # before the page
    newcomer, _card = join(crowd, "Zoja")
    crowd.customers.erase(first[3].id)
    rest = pages_from(crowd, Sort.NAME, crowd.customers.page_key(Sort.NAME, first[-1]), 10)
    assert {customer.id for customer in first} & {customer.id for customer in rest} == set()
    assert newcomer in {customer.id for customer in rest}
    assert len(first) + len(rest) == 34 + 1


def test_the_sums_of_some_days_leave_out_what_came_back(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    for _day in range(3):
        clock.forward(days=1)
        bought = buy(desk, card, 2000)
    desk.till.bring_back(desk.till.purchase(bought.purchase), Asked(amount=500))
    sums = store_of(desk).customers.sums
    assert sums(anna, first=None) == (5500, 55)
    assert sums(anna, first=date(2026, 3, 16)) == (3500, 35)
    assert sums(anna, first=date(2026, 3, 16), last=date(2026, 3, 16)) == (2000, 20)
    assert sums(anna, first=date(2027, 1, 1)) == (0, 0)


def test_points_that_are_over_name_their_customers_the_oldest_end_first(desk: Desk, clock: Clock) -> None:
    names = {}
    for name in ("Anna", "Jānis", "Olga"):
        clock.forward(days=1)
        names[name], card = join(desk, name)
        buy(desk, card, 2000)
    overdue = store_of(desk).customers.with_overdue_points
    assert overdue(date(2027, 3, 15)) == []
    assert overdue(date(2027, 3, 17)) == [names["Anna"], names["Jānis"]]
    assert overdue(date(2028, 1, 1)) == list(names.values())
    desk.customers.adjust(names["Jānis"], -20, reason="By hand")
    assert overdue(date(2028, 1, 1)) == [names["Anna"], names["Olga"]]


def test_birthdays_are_found_by_their_day(desk: Desk) -> None:
    pi = [join(desk, birth_date=born)[0] for born in ("1990-03-14", "--03-14")]
    leap, _card = join(desk, birth_date="2000-02-29")
    born_on = partial(store_of(desk).customers.celebrating, "birthday")
    assert (born_on(["03-14"]), born_on(["02-28", "02-29"]), born_on(["01-01"]), born_on([])) == (pi, [leap], [], [])
    desk.customers.erase(leap)
    assert born_on(["02-29"]) == []


def test_name_days_are_found_by_their_day_and_who_keeps_none_is_not(desk: Desk) -> None:
    anna, olga, _none = (join(desk, "A", name_day_on=day)[0] for day in ("07-26", "07-24", "none"))
    join(desk, "Emily")
    name_day_on = partial(store_of(desk).customers.celebrating, "name_day")
    assert (name_day_on(["07-26"]), name_day_on(["07-24", "07-26"]), name_day_on([""])) == ([anna], [anna, olga], [])
    desk.customers.change(olga, Profile(name="A", name_day_on="01-01"))
    assert (name_day_on(["07-24"]), name_day_on(["01-01"])) == ([], [olga])
    desk.customers.erase(anna)
    assert name_day_on(["07-26"]) == []


def test_the_day_of_joining_is_the_shops_own_and_comes_every_year(desk: Desk, clock: Clock) -> None:
    clock.to("2024-02-29T23:59:00")
    leap, _card = join(desk)
    clock.to("2026-03-14T00:00:00")
    anna, _card = join(desk)
    joined_on = partial(store_of(desk).customers.celebrating, "joined")
    assert (joined_on(["02-28", "02-29"]), joined_on(["03-14"]), joined_on(["03-13"])) == ([leap], [anna], [])
    desk.customers.erase(leap)
    assert joined_on(["02-29"]) == []


# --- what stands on a card for people


def _old_card(desk: Desk, number: str, printed: str, customer: str | None = None) -> None:
    store = store_of(desk)
    with store.writing():
        fact = CardIssued(id=store.ids(desk.now())(), customer=customer, number=number, printed=printed)
        store.record([fact], Stamp(desk.now()))


def test_a_printed_number_finds_the_card_where_it_stands_on_one_alone(desk: Desk) -> None:
    anna, _card = join(desk)
    _old_card(desk, "90817263", "123456", anna)
    found = store_of(desk).customers.by_card(" 123 456 ")
    assert found is not None
    assert (found[0].number, found[0].printed, found[1] and found[1].id) == ("90817263", "123456", anna)
    by_scan = store_of(desk).standings.by_card("123456")
    assert isinstance(by_scan, Found)
    assert by_scan.customer.id == anna
    jan, _other = join(desk, "Jānis")
    _old_card(desk, "90817264", "123456", jan)
    assert store_of(desk).customers.by_card("123456") is store_of(desk).standings.by_card("123456") is None
    assert [person.id for person in store_of(desk).customers.find("123 456", 5)] == [anna, jan]
    assert len(store_of(desk).customers.find("123456", 1)) == 1


def test_a_printed_number_never_takes_the_place_of_a_coded_one(desk: Desk) -> None:
    anna, _card = join(desk)
    jan, _other = join(desk, "Jānis", card="123456")
    _old_card(desk, "90817263", "123456", anna)
    found = store_of(desk).customers.by_card("123456")
    assert found is not None
    assert found[1] is not None
    assert found[1].id == jan
    by_scan = store_of(desk).standings.by_card("123456")
    assert isinstance(by_scan, Found)
    assert by_scan.customer.id == jan


def test_a_blank_old_card_is_found_by_what_stands_on_it(desk: Desk) -> None:
    _old_card(desk, "90817263", "AB 12".replace(" ", ""))
    assert isinstance(store_of(desk).standings.by_card("ab12"), Card)
    assert store_of(desk).customers.by_card("") is None
    assert store_of(desk).customers.find("", 5) == []


def test_with_its_person_a_printed_number_is_gone(desk: Desk) -> None:
    anna, _card = join(desk)
    _old_card(desk, "90817263", "123456", anna)
    desk.customers.erase(anna)
    assert store_of(desk).customers.by_card("123456") is store_of(desk).standings.by_card("123456") is None
    assert store_of(desk).customers.find("123456", 5) == []
    kept = "".join(map(str, store_of(desk).connection.execute("SELECT * FROM journal").fetchall()))
    assert "123456" not in kept
    assert "90817263" not in kept


def test_what_stands_on_a_card_is_looked_up_by_its_index(desk: Desk) -> None:
    plan = store_of(desk).connection.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM cards d WHERE d.printed = ? AND d.printed <> ''", ("1",)
    )
    assert "cards_by_printed" in plan.fetchone()[3]
