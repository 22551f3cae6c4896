"""A new customer: a name is enough, a card is scanned or made, and what cannot be is said at its field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.codes import new_voucher_code
from loyaltydesk.model.refusals import DiskFull
from tests.shop import PROGRAMME, join
from ui.theme.forms import Field

CARD = "9810000000013"


@pytest.fixture
def new(page):
    page.list.new.click()
    return page.new


def test_a_name_is_enough(desk, page, new, person):
    person.type("Jānis\r")
    (customer,) = desk.customers.find("janis")
    assert page.customer.customer == customer.id
    assert page.customer.isVisible()
    assert "Registered" in person.reads()
    assert len(desk.customers.cards(customer.id)) == 1


def test_a_scanned_card_is_the_new_customers(desk, new, person):
    person.scan(CARD)
    assert person.find(Field, "Card number").text() == CARD
    person.type("Jānis\r")
    assert desk.cards.owner(CARD).profile.name == "Jānis"


def test_a_voucher_is_no_card(new, person):
    code = new_voucher_code(lambda below: below - 1)
    person.scan(code)
    assert person.find(Field, "Card number").text() == ""
    assert "This is a voucher and no card." in person.reads()


def test_everything_told_is_kept(desk, new, person):
    for name, text in (("Name", "Jānis"), ("Phone", "+371 2001 2345"), ("Birthday", "14.03"), ("Company", "Rīts")):
        person.find(Field, name).setFocus()
        person.type(text)
    QTest.keyClick(new.window().windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (customer,) = desk.customers.find("janis")
    assert customer.profile.phone == "+37120012345"
    assert customer.profile.birth_date == "--03-14"
    assert customer.profile.company == "Rīts"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Name", "", "“Name” is missing."),
        ("Name", "   ", "“Name” is missing."),
        ("Name", "x" * 121, "“Name” is too long."),
        ("Phone", "abc", "This is no phone number."),
        ("Birthday", "31.02", "This is no date of birth."),
        ("Card number", "123", "A card number has 4 to 48 characters"),
        ("Card number", "9810000000014", "The last digit of 9810000000014 is wrong"),
        ("Card number", "kārtė", "A card number has letters, digits and plain signs only"),
    ],
)
def test_every_refusal_stands_at_its_field_and_nobody_is_registered(desk, new, person, name, typed, sentence):
    if name != "Name":
        person.type("Jānis")
    person.find(Field, name).setFocus()
    person.type(typed)
    person.enter()
    assert sentence in person.reads()
    assert person.focus == name
    assert desk.customers.count() == 0


def test_a_card_that_is_somebodys_is_refused_at_the_card(desk, new, person):
    _customer, card = join(desk)
    person.scan(card)
    person.type("Jānis\r")
    assert f"Card {card} is in use already." in person.reads()
    assert person.focus == "Card number"


def test_a_full_disk_is_said_in_place(monkeypatch, desk, new, person):
    def full(*_asked, **_named):
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.customers, "register", full)
    person.type("Jānis\r")
    assert "The disk is full" in person.reads()
    assert person.find(Field, "Name").text() == "Jānis"


def test_escape_leads_back_when_nothing_was_typed(page, new, person):
    person.press(Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_what_was_typed_is_not_lost_without_a_word(desk, page, new, person):
    person.type("Jānis")
    person.press(Qt.Key.Key_Escape)
    assert "Nobody is registered yet. Leave all the same?" in person.reads()
    person.press(Qt.Key.Key_Escape)
    assert person.find(Field, "Name").text() == "Jānis"
    person.tap(new.back_button)
    person.tap(person.find(QPushButton, "Do not register"))
    assert page.list.isVisible()
    page.list.new.click()
    assert person.find(Field, "Name").text() == ""


def test_somebody_with_a_known_phone_may_be_the_same_person(desk, anna, page, new, person):
    for name, text in (("Name", "Anna"), ("Phone", "+371 20012345")):
        person.find(Field, name).setFocus()
        person.type(text)
    person.enter()
    assert "Anna Kowalska has this phone number or e-mail address already." in person.reads()
    assert desk.customers.count() == 1
    person.tap(person.find(QPushButton, "It is the same person"))
    assert (page.customer.isVisible(), page.customer.customer) == (True, anna)


def test_or_another_one_all_the_same(desk, anna, new, person):
    for name, text in (("Name", "Jan Kowalski"), ("E-mail", "ANNA@example.com")):
        person.find(Field, name).setFocus()
        person.type(text)
    person.enter()
    person.tap(person.find(QPushButton, "Register all the same"))
    assert [each.profile.name for each in desk.customers.find("jan")] == ["Jan Kowalski"]


def test_typing_goes_on_behind_what_was_looked_for(desk, page, person):
    page.list.search.setFocus()
    person.type("Zoja")
    page.list.new.click()
    person.type(" Kalniņa\r")
    assert desk.customers.find("kalnina")[0].profile.name == "Zoja Kalniņa"


# --- brought by

BROUGHT = "Card, name or phone of whoever brought them"


@pytest.fixture
def thanking(desk):
    desk.shop.load_programme(PROGRAMME + "[referral]\npoints_referrer = 100\npoints_new = 50\n")


def test_nobody_is_asked_who_brought_them_where_there_is_nothing_for_it(new, person):
    assert not new.brought_row.isVisible()


def test_whoever_brought_them_is_found_by_name_and_kept(desk, thanking, anna, page, new, person):
    person.type("Jānis")
    person.find(Field, BROUGHT).setFocus()
    person.type("kowal\r")
    assert "Anna Kowalska" in person.reads()
    assert person.focus == "Name"
    person.enter()
    assert desk.accounts.brought(page.customer.customer).by.id == anna
    page.open_new()
    assert new.brought.customer == "", "the next one is not brought by her too"


def test_a_card_scanned_into_its_field_is_that_of_whoever_brought_them(desk, thanking, page, new, person):
    anna, card = join(desk)
    person.find(Field, BROUGHT).setFocus()
    person.scan(card)
    assert new.brought.customer == anna
    person.scan(CARD)
    person.type("Jānis\r")
    assert desk.cards.owner(CARD).profile.name == "Jānis"
    assert desk.accounts.brought(page.customer.customer).by.id == anna


def test_a_name_that_was_typed_and_not_chosen_is_not_lost_without_a_word(desk, thanking, new, person):
    person.find(Field, BROUGHT).setFocus()
    person.type("somebody")
    person.find(Field, "Name").setFocus()
    person.type("Jānis\r")
    assert "Choose who it was, or empty this field." in person.reads()
    assert (person.focus, desk.customers.count()) == (BROUGHT, 0)
    new.brought.clear()
    person.find(Field, "Name").setFocus()
    person.enter()
    assert desk.customers.count() == 1


def test_whoever_brought_them_is_not_lost_without_a_word_either(thanking, anna, page, new, person):
    new.brought.choose(anna)
    person.press(Qt.Key.Key_Escape)
    assert "Nobody is registered yet. Leave all the same?" in person.reads()
