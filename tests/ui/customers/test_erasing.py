"""Erasing says what goes and what stays, and wants the name typed before it is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.refusals import UnknownCustomer
from tests.shop import join
from ui.customers.erasing import word_for


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
