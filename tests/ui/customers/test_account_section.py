"""Points by hand, a tier by hand, blocking and erasing: each in place, with a sentence on what it means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.refusals import UnknownCustomer
from tests.shop import join
from ui.customers.erasing import word_for
from ui.theme.forms import Field


@pytest.fixture
def account(her_page):
    her_page.show_section(her_page.account)
    return her_page.account


def balance(desk, anna):
    return desk.customers.statement(anna).balance


@pytest.fixture
def fill_in(account, person):
    def write(points, reason):
        for name, text in (("How many points", points), ("Reason", reason)):
            field = person.find(Field, name)
            field.setFocus()
            field.clear()
            person.type(text)

    return write


# --- points by hand


def test_points_are_added_with_a_reason(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    fill_in("25", "Spilt coffee")
    assert f"{before} → {before + 25}" in person.reads()
    person.enter()
    assert balance(desk, anna) == before + 25
    assert f"The balance is {before + 25} now." in person.reads()
    assert [person.find(Field, name).text() for name in ("How many points", "Reason")] == ["", ""]


def test_points_are_taken_away(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    person.tap(person.find(QPushButton, "Take points away"))
    fill_in("5", "Typed twice")
    assert f"{before} → {before - 5}" in person.reads()
    person.tap(account.adjusting.button)
    assert balance(desk, anna) == before - 5


@pytest.mark.parametrize(
    ("points", "reason", "sentence", "field"),
    [
        ("", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("0", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("-5", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("1e400", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("10.5", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("٥", "x", "Say how many points, more or fewer than none.", "How many points"),
        ("9" * 30, "x", "Say how many points, more or fewer than none.", "How many points"),
        ("1000000001", "x", "That is more points than can be given at once.", "How many points"),
        ("5", "", "Say why.", "Reason"),
        ("5", "   ", "Say why.", "Reason"),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(desk, anna, person, fill_in, points, reason, sentence, field):
    before = balance(desk, anna)
    fill_in("7", "y")
    fill_in(points, reason)
    person.enter()
    assert sentence in person.reads()
    assert person.focus == field
    assert balance(desk, anna) == before


def test_more_than_there_is_cannot_be_taken(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    person.tap(person.find(QPushButton, "Take points away"))
    fill_in("9999", "x")
    person.enter()
    assert f"9,999 points are needed, and the balance is {before}." in person.reads()
    assert balance(desk, anna) == before


def test_numbers_may_be_typed_in_groups(desk, anna, account, person, fill_in):
    before = balance(desk, anna)
    fill_in("1 000", "Moved from the paper card")
    person.enter()
    assert balance(desk, anna) == before + 1000


# --- tier


def test_a_tier_is_given_by_hand_and_taken_away(desk, anna, account, person):
    assert not account.floor_button.isEnabled()
    account.floor.choose("Gold")
    account.floor.chosen.emit("Gold")
    person.tap(account.floor_button)
    assert desk.customers.get(anna).floor == "Gold"
    assert "The tier is set." in person.reads()
    account.floor.choose("")
    account.floor.chosen.emit("")
    person.tap(account.floor_button)
    assert desk.customers.get(anna).floor is None


def test_a_programme_without_tiers_offers_none(desk, page, account, session):
    session.do(lambda desk: desk.shop.load_programme('[programme]\nname = "Rīts"\ncurrency = "EUR"\n'))
    assert not account.floor.isVisible()


# --- block


def test_blocking_is_done_at_once_and_undone(desk, anna, her_page, account, person):
    assert "Nothing is lost, and it can be undone." in person.reads()
    person.tap(account.block_button)
    assert desk.customers.get(anna).blocked
    assert her_page._blocked.isVisible()
    assert her_page._blocked.text() == "Blocked"
    person.tap(person.find(QPushButton, "Let the customer in again"))
    assert not desk.customers.get(anna).blocked
    assert not her_page._blocked.isVisible()


# --- erase


def test_erasing_says_what_goes_and_what_stays_and_wants_the_name(account, person):
    person.tap(account.erasing.button)
    said = person.reads()
    for words in ("Gone for good", "260 points", "Open vouchers are cancelled.", "What stays", "“Anna Kowalska”"):
        assert words in said
    assert not person.find(QPushButton, "Erase for good").isEnabled()
    person.type("anna kowalsk\r")
    assert not person.find(QPushButton, "Erase for good").isEnabled()


def test_the_name_typed_in_any_way_erases_and_leads_to_the_list(desk, anna, page, account, person):
    person.tap(account.erasing.button)
    person.type(" anna  KOWALSKA")
    person.tap(person.find(QPushButton, "Erase for good"))
    assert page.list.isVisible()
    assert "The customer is erased. The books are kept." in person.reads()
    assert "No customers yet" in person.reads()
    with pytest.raises(UnknownCustomer):
        desk.customers.get(anna)


def test_enter_after_the_name_erases_too(desk, anna, page, account, person):
    person.tap(account.erasing.button)
    person.type("Anna Kowalska\r")
    assert page.list.isVisible()
    assert desk.customers.count() == 0


def test_escape_erases_nobody(desk, account, person):
    person.tap(account.erasing.button)
    person.type("Anna Kowalska")
    person.press(Qt.Key.Key_Escape)
    assert not account.erasing.question.is_asked
    assert account.isVisible()
    assert desk.customers.count() == 1


def test_the_question_is_gone_when_somebody_else_is_opened(desk, page, account, person):
    person.tap(account.erasing.button)
    person.type("Anna Kowalska")
    page.open_customer(join(desk, "Jānis")[0])
    assert not account.erasing.question.is_asked


@pytest.mark.parametrize(
    ("name", "word"), [("Anna", "Anna"), ("👩‍👩‍👧", "erase"), ("x" * 100, "erase"), ("<b>x</b>", "<b>x</b>")]
)
def test_a_name_nobody_can_type_is_not_asked_for(desk, name, word):
    assert word_for(desk.customers.get(join(desk, name)[0])) == word


def test_the_question_scrolls_into_sight(qtbot, at_customers, anna, page):
    page = at_customers((1280, 720))
    page.open_customer(anna)
    account = page.customer.account
    page.customer.show_section(account)
    account.erasing.button.click()
    button = next(each for each in account.erasing.question.findChildren(QPushButton) if each.text() == "Go back")
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
