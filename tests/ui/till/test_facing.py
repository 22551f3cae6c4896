"""The customer display follows the till, and shows nothing that is for the cashier."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from shiboken6 import delete, isValid

from tests.ui.till.cards import ANNA
from tests.ui.till.shelf import CAKE, CAPPUCCINO
from ui.display.window import CustomerDisplay

F9, ESC = Qt.Key.Key_F9, Qt.Key.Key_Escape


@pytest.fixture
def display(person, till) -> CustomerDisplay:
    person.press(F9)
    return till.findChild(CustomerDisplay)


def reads(display: CustomerDisplay) -> str:
    return "\n".join(each.text() for each in display.findChildren(QLabel) if each.isVisible() and each.text())


def test_f9_shows_it_and_takes_it_away(person, till, tools, display):
    assert (display.isVisible(), display.isWindow(), tools.preferences.display) == (True, True, True)
    person.press(F9)
    assert (display.isVisible(), tools.preferences.display) == (False, False)


def test_nobody_there_means_the_shops_name_and_an_invitation(display):
    assert "Kafejnīca Rīts" in reads(display)
    assert {"50 points: Free coffee", "No card yet? Ask us for one."} <= set(reads(display).splitlines())


def test_it_follows_the_sale_from_scan_to_thanks_and_on(person, till, display):
    person.scan(ANNA)
    assert {"Hello, Anna!", "210 points", "Silver"} <= set(reads(display).splitlines())
    person.type("10")
    assert "210 points · +20 points today" in reads(display)
    person.enter()
    assert {"Thank you, Anna!", "+20 points today · balance 230"} <= set(reads(display).splitlines())
    person.press(ESC)
    assert "Collect points with each purchase" in reads(display)


def test_it_tells_neither_family_name_nor_phone_nor_earlier_visits(person, till, display):
    person.scan(ANNA)
    person.type("10")
    for secret in ("Kowalska", "2001", "€80", "Oat milk", "€"):
        assert secret not in reads(display)


def test_a_guest_is_thanked_too(person, till, display):
    person.press(Qt.Key.Key_F8)
    person.type("10\r")
    assert "Thank you!" in reads(display)


def test_it_is_on_again_when_the_till_is_opened_anew(tools, anna, open_window):
    tools.preferences.display = True
    window = open_window()
    assert window.shown.findChild(CustomerDisplay).isVisible()


def test_it_ends_with_the_till(till, display):
    delete(till)
    assert not isValid(display)


def test_behind_the_lock_it_knows_of_nobody(person, till, display):
    person.scan(ANNA)
    person.press(Qt.Key.Key_F12)
    assert "Anna" not in reads(display)
    assert "Collect points with each purchase" in reads(display)
    person.type("Marta\r")
    assert "Hello, Anna!" in reads(display)


def test_it_comes_and_goes_by_the_preference_whatever_page_is_shown(window, till, tools, person):
    window.go("settings")
    tools.preferences.display = True
    display = till.findChild(CustomerDisplay)
    assert (display.isVisible(), "Kafejnīca Rīts" in reads(display)) == (True, True)
    tools.preferences.display = False
    assert not display.isVisible()


def test_what_is_scanned_is_seen_with_its_price_and_what_is_to_be_paid(desk, person, till, display):
    for product in (CAPPUCCINO, CAKE):
        desk.products.save(product)
    person.scan(CAKE.barcode)
    assert {"Hello!", "Carrot cake", "€3.90", "To pay"} <= set(reads(display).splitlines())
    person.scan(ANNA)
    person.scan(CAPPUCCINO.barcode)
    person.scan(CAPPUCCINO.barcode)
    assert {"Hello, Anna!", "2 × Cappuccino", "€6.40", "€10.30"} <= set(reads(display).splitlines())
    person.enter()
    assert "Cappuccino" not in reads(display)
