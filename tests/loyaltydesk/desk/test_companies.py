"""Companies through the desk: found by name, number and card, and who carries each card is forgotten with them."""

from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Asked
from loyaltydesk.model.refusals import BadRequest, DuplicateCard, UnknownCard
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.model.tax_numbers import TaxFault
from tests.shop import Clock, buy, join, refuses, store_of

ICE = Profile("Anna Kalniņa", phone="+37120012345", company="SIA Baltais Ledus", tax_id="LV 4000-300-9497")


def _names(desk: Desk, text: str) -> list[str]:
    return [each.profile.company for each in desk.companies.find(text)]


def test_a_company_is_registered_with_its_first_card_and_who_carries_it(desk: Desk) -> None:
    customer, number = desk.companies.register(ICE, holder=" Jānis \n Ozols ")
    company = desk.companies.get(customer)
    assert company.customer.profile.company == "SIA Baltais Ledus"
    assert [(each.card.number, each.holder, each.purchases) for each in company.cards] == [(number, "Jānis Ozols", 0)]


def test_a_company_needs_a_name_and_no_contact(desk: Desk) -> None:
    with refuses(desk, BadRequest):
        desk.companies.register(Profile("Anna"))
    customer, _card = desk.companies.register(Profile(company="Harbour Books"))
    assert desk.customers.get(customer).profile.called == "Harbour Books"


def test_nothing_is_registered_when_the_card_is_somebodys(desk: Desk) -> None:
    _customer, card = join(desk)
    with refuses(desk, DuplicateCard):
        desk.companies.register(ICE, card=card)
    with refuses(desk, BadRequest):
        desk.companies.register(ICE, holder="x" * 121)


@pytest.mark.parametrize(
    "text",
    [
        "sia", "Baltais", "baltais led", "kalnina", "20012345", "LV40003009497", "40003009497", "4000 3009", "lv4000",
        "SIA Balt",
    ],
)  # fmt: skip
def test_a_company_is_found_by_its_name_contact_phone_and_tax_number(desk: Desk, text: str) -> None:
    desk.companies.register(ICE)
    join(desk, "Siarhei Baltais", phone="+37120012346")
    assert _names(desk, text) == ["SIA Baltais Ledus"]


def test_a_company_is_found_by_any_of_its_cards(desk: Desk) -> None:
    customer, _number = desk.companies.register(ICE)
    desk.cards.link("ICE-0002", customer)
    _private, card = join(desk)
    assert _names(desk, "ice-0002") == ["SIA Baltais Ledus"]
    assert _names(desk, card) == []


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "'", "\x00", "<?>", "x" * 500, "LV", "--"])
def test_nothing_is_found_by_hostile_words(desk: Desk, text: str) -> None:
    desk.companies.register(ICE)
    assert _names(desk, text) == []


def test_companies_are_paged_by_name_in_either_order(desk: Desk) -> None:
    names = ["Żuk", "beta", "Ābele", "„Gamma”", "abele", "Zoo", "Ёлка", "***", "'", "Эхо"]
    for name in names:
        desk.companies.register(Profile(company=name))
    join(desk, "Not a company")
    expected = ["***", "Ābele", "abele", "beta", "„Gamma”", "Zoo", "Żuk", "Ёлка", "Эхо", "'"]
    for descending in (False, True):
        seen, last = [], None
        while page := desk.companies.page(last, 2, descending=descending):
            seen += [each.profile.company for each in page]
            last = page[-1]
        assert seen == (expected[::-1] if descending else expected)
    assert desk.companies.count() == 10
    assert _names(desk, "ABELE") == ["Ābele", "abele"]
    assert _names(desk, "gam") == ["„Gamma”"]


def test_what_each_card_bought_in_twelve_months_is_told_apart(desk: Desk, clock: Clock) -> None:
    customer, first = desk.companies.register(ICE)
    second = desk.cards.link("ICE-0002", customer).number
    buy(desk, first, 900)
    clock.forward(days=300)
    buy(desk, second, 1000)
    done = buy(desk, second, 2000)
    buy(desk, second, 400)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    company = desk.companies.get(customer)
    told = {each.card.number: (each.purchases, each.spent) for each in company.cards}
    assert told == {first: (1, 900), second: (2, 1400)}
    assert (company.purchases, company.spent) == (3, 2300)
    clock.forward(days=66)
    told = {each.card.number: (each.purchases, each.spent) for each in desk.companies.get(customer).cards}
    assert told == {first: (0, 0), second: (2, 1400)}


def test_who_carries_a_card_can_change_and_go(desk: Desk) -> None:
    customer, number = desk.companies.register(ICE, holder="Jānis")
    assert desk.companies.give(number, " <b>Ilze</b> ") == "<b>Ilze</b>"
    before = store_of(desk).journal.count()
    desk.companies.give(number, "<b>Ilze</b>")
    assert store_of(desk).journal.count() == before
    assert desk.companies.get(customer).cards[0].holder == "<b>Ilze</b>"
    desk.companies.give(number, "")
    assert desk.companies.get(customer).cards[0].holder == ""
    with refuses(desk, BadRequest):
        desk.companies.give(number, "x" * 121)
    with refuses(desk, UnknownCard):
        desk.companies.give("NOBODYS-1", "Jānis")


def test_whoever_carried_a_lost_card_carries_the_new_one(desk: Desk) -> None:
    customer, number = desk.companies.register(ICE, holder="Jānis")
    desk.cards.replace(number, "ICE-0002")
    assert {each.card.number: each.holder for each in desk.companies.get(customer).cards} == {
        number: "Jānis",
        "ICE-0002": "Jānis",
    }


def test_the_till_hears_who_carries_the_card_and_looks_for_nobody_with_a_private_one(desk: Desk) -> None:
    _customer, number = desk.companies.register(ICE, holder="Jānis")
    _private, card = join(desk)
    assert desk.customers.scan(number).holder == "Jānis"
    asked: list[str] = []
    store_of(desk).connection.set_trace_callback(asked.append)
    assert desk.customers.scan(card).holder == ""
    store_of(desk).connection.set_trace_callback(None)
    assert not [sql for sql in asked if "holder" in sql]


def test_two_records_of_one_company_keep_who_carries_which_card(desk: Desk) -> None:
    one, first = desk.companies.register(ICE, holder="Jānis")
    other, second = desk.companies.register(Profile(company="Ledus"), holder="Ilze")
    desk.accounts.merge(keep=one, drop=other)
    assert {each.card.number: each.holder for each in desk.companies.get(one).cards} == {first: "Jānis", second: "Ilze"}
    desk.companies.give(second, "Marta")
    assert desk.companies.get(other).cards[0].holder == "Marta"
    assert desk.companies.count() == 1


def test_who_carried_a_card_is_forgotten_with_the_company(filed: Desk, shop_file: Path) -> None:
    word = "Zebrahaltestelle"
    customer, number = filed.companies.register(ICE, holder="Jānis")
    filed.companies.give(number, word)
    filed.cards.replace(number, "ICE-0002")
    filed.customers.erase(customer)
    assert filed.companies.count() == 0
    store_of(filed).settle()
    files = [shop_file, *shop_file.parent.glob(f"{shop_file.name}-*")]
    assert not any(word.encode() in file.read_bytes() for file in files)


def test_a_doubt_about_a_tax_number_is_read_in_the_shops_country(desk: Desk) -> None:
    assert desk.companies.doubt("5260250275") is None
    desk.shop.save_settings(ShopSettings("Shop", region="PL"))
    found = desk.companies.doubt("5260250275")
    assert found
    assert found.fault is TaxFault.CHECK_DIGIT
