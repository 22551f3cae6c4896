"""The lock hides what is on the screen, and lets in whoever says who it is."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from loyaltydesk.model.refusals import DiskFull
from tests.shop import join
from ui.till.counter import State

F12 = Qt.Key.Key_F12


@pytest.fixture
def window(desk, open_window, tools):
    """A window at which Marta works, with Anna's amount typed and not recorded."""
    tools.preferences.cashier = "Marta"
    desk.at_work("Marta", "Till 1")
    desk.shop.save("cashier", "Ilze", fields={"name": "Ilze"})
    join(desk, "Anna Kowalska", card="2600000000017")
    return open_window()


@pytest.fixture
def busy(person):
    person.scan("2600000000017")
    person.type("12.50")
    return person


def test_f12_hides_the_customer_and_asks_who_is_here(busy):
    busy.press(F12)
    assert busy.window.is_locked
    assert "Anna" not in busy.reads()
    assert "Who is at the till now?" in busy.reads()
    assert busy.names(QPushButton) == ["Marta", "Ilze", "Unlock"]
    assert busy.focus == "Marta"


def test_enter_lets_in_whoever_was_here_and_the_sale_goes_on(busy, desk):
    busy.press(F12)
    busy.enter()
    till = busy.window.shown
    assert (busy.window.is_locked, desk.cashier, till.counter.state) == (False, "Marta", State.SALE)
    assert (till.counter.buy.amount.minor, busy.focus) == (1250, "Purchase amount")


def test_the_arrows_choose_somebody_else(busy, desk, tools):
    busy.press(F12, Qt.Key.Key_Down)
    busy.enter()
    assert (desk.cashier, tools.preferences.cashier) == ("Ilze", "Ilze")
    assert busy.find(QPushButton, "Switch cashier: Ilze")
    busy.enter()
    assert desk.till.newest(1)[0].staff == "Ilze"


def test_a_new_name_is_typed_and_known_from_then_on(busy, desk):
    busy.press(F12)
    busy.find(QLineEdit, "Name").setFocus()
    busy.type("  Jānis \r")
    assert (desk.cashier, desk.shop.names("cashier")) == ("Jānis", ["Ilze", "Jānis"])
    busy.press(F12)
    assert busy.names(QPushButton) == ["Jānis", "Ilze", "Unlock"]


def test_nobody_does_not_unlock(busy):
    busy.press(F12)
    busy.find(QLineEdit, "Name").setFocus()
    busy.enter()
    assert busy.window.is_locked
    assert "Type your name, or choose it above." in busy.reads()
    assert busy.focus == "Name"


def test_no_scan_and_no_key_of_the_pages_reaches_behind_the_lock(busy, desk, sounds):
    busy.press(F12)
    busy.scan("2600000000017")
    assert sounds.heard[-1] == "refused"
    busy.press(Qt.Key.Key_F3, Qt.Key.Key_F8, Qt.Key.Key_Escape)
    assert busy.window.is_locked
    busy.find(QPushButton, "Marta").click()
    assert busy.window.shown.counter.state is State.SALE


def test_a_full_disk_keeps_nobody_out(busy, desk, monkeypatch):
    def full(*_asked, **_named):
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.shop, "save", full)
    busy.press(F12)
    busy.find(QLineEdit, "Name").setFocus()
    busy.type("Zane\r")
    assert (busy.window.is_locked, desk.cashier) == (False, "Zane")


def test_many_names_are_scrolled_and_all_of_them_can_be_reached(busy, desk):
    for number in range(12):
        desk.shop.save("cashier", f"Cashier {number:02}", fields={"name": "x"})
    busy.press(F12)
    for _ in range(12):
        busy.press(Qt.Key.Key_Down)
    assert busy.focus == "Cashier 11" or busy.focus == "Ilze"


def test_with_a_list_of_the_staff_only_they_can_be_chosen(busy, desk):
    desk.staff.take_in(["Olga", "Zane"])
    desk.staff.save(replace(desk.staff.members()[1], is_active=False))
    busy.press(F12)
    assert busy.names(QPushButton) == ["Olga"]
    assert not busy.names(QLineEdit)
    busy.enter()
    assert (busy.window.is_locked, desk.cashier) == (False, "Olga")
