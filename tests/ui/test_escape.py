"""Escape leads from every page back to the till, one step at a time, by the key itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.shop import join
from ui.cards.choosing import Way
from ui.pages import page_specs

ESC, CONTROL = Qt.Key.Key_Escape, Qt.KeyboardModifier.ControlModifier
NUMBERS = {spec.key: Qt.Key(Qt.Key.Key_0 + number % 10) for number, spec in enumerate(page_specs(), 1)}
PLACES = {key: NUMBERS[key] for key in ("customers", "cards", "products", "settings")}


@pytest.fixture
def at(window, qtbot):
    """Goes to a page by its key."""

    def go(name):
        qtbot.keyClick(window.windowHandle(), PLACES[name], CONTROL)
        assert window.key == name
        return window.shown

    return go


@pytest.mark.parametrize("name", list(PLACES))
def test_escape_leads_to_the_till_from_wherever_the_focus_is(window, person, at, name):
    page = at(name)
    stops = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for stop in (page, *(each for each in stops if each.isVisible() and each.isEnabled())):
        stop.setFocus()
        person.press(ESC)
        assert window.key == "till", stop
        assert person.focus.startswith("Scan a card")
        at(name)


def test_escape_takes_back_what_is_looked_for_first(desk, window, person, at):
    join(desk)
    at("customers")
    person.type("anna")
    person.press(ESC)
    assert (window.key, window.shown.list.search.text()) == ("customers", "")
    person.press(ESC)
    assert window.key == "till"


def test_escape_leads_from_a_customer_to_the_list_and_then_to_the_till(desk, window, person, at):
    customer, _card = join(desk)
    page = at("customers")
    page.open_customer(customer)
    seen = [page.customer.isVisible()]
    for _ in range(2):
        person.press(ESC)
        seen.append((window.key, page.list.isVisible()))
    assert seen == [True, ("customers", True), ("till", False)]


def test_what_was_typed_of_a_new_customer_is_asked_about(window, person, at):
    page = at("customers")
    page.open_new()
    person.type("Ilze")
    person.press(ESC)
    assert (window.key, page.new.question.is_asked) == ("customers", True)
    person.press(ESC)
    assert (window.key, page.new.question.is_asked, page.new.form.profile().name) == ("customers", False, "Ilze")


def test_escape_forgets_whose_card_was_to_be_printed_first(desk, window, person, at):
    customer, _card = join(desk)
    page = at("cards")
    page.open(customer)
    assert page.view.choosing.way is Way.CUSTOMER
    person.press(ESC)
    assert (window.key, page.view.choosing.order().count) == ("cards", 0)
    person.press(ESC)
    assert window.key == "till"


def test_escape_stops_measuring_the_scanner_first(window, person, at):
    page = at("settings")
    page.open("scanner")
    trial = page.section("scanner").trial
    person.tap(trial.measure)
    assert trial.is_measuring
    person.press(ESC)
    assert (window.key, trial.is_measuring) == ("settings", False)
    person.press(ESC)
    assert window.key == "till"


def test_escape_does_not_get_past_the_lock(window, person, at):
    at("cards")
    person.press(Qt.Key.Key_F12)
    person.press(ESC)
    assert (window.is_locked, window.key) == (True, "cards")
