"""After a purchase: why these points, the slip, and undo for as long as it is the last."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.purchases import PurchaseState, VoucherState
from loyaltydesk.model.refusals import DiskFull
from tests.reading import words
from tests.shop import PROGRAMME, buy
from tests.ui.till.cards import ANNA, JANIS
from ui.paper.dialog import PaperDialog
from ui.till.counter import State

BRINGS = """
[[stamp_card]]
id = "cups"
name = "Cups"
every = 1
gives = { product = "COFFEE" }

[[next_purchase]]
id = "next"
name = "Two off"
gives = { money = "2.00" }
"""
F4, F5, F6, F7, ESC = Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_Escape


@pytest.fixture
def done(person, till) -> None:
    """Anna's purchase of 10 euros, just recorded."""
    person.scan(ANNA)
    person.type("10\r")


def test_why_these_points_folds_out_and_in(person, till, done):
    assert "10 points for €10.00" not in person.reads()
    person.press(F5)
    assert "10 points for €10.00, 10 × €1.00\n10 points more with Silver (× 2)" in person.reads()
    person.press(F5)
    assert "10 points for €10.00" not in person.reads()


def test_the_next_thanks_do_not_begin_unfolded(person, till, done):
    person.press(F5)
    person.scan(ANNA)
    person.type("20\r")
    assert "20 points for €20.00" not in person.reads()


def test_the_slip_can_be_printed(person, till, done):
    person.press(F7)
    assert person.window.findChild(PaperDialog).isVisible()


def test_a_slip_is_in_the_language_of_the_customer(desk, anna, done):
    from loyaltydesk.words import words_in
    from ui.till import papers

    assert papers.slip(desk, desk.till.newest(1)[0]).pages
    assert words_in("lv").language == "lv"


def test_f6_takes_the_last_purchase_back(desk, person, till, done):
    person.press(F6)
    assert desk.till.newest(1)[0].state is PurchaseState.VOIDED
    assert desk.customers.scan(ANNA).balance == 210
    assert "Taken back: €10.00" in person.reads()
    assert "−20 points · balance 210" in person.reads()
    assert not person.find(QPushButton, "Undo last").isEnabled()


def test_a_second_f6_takes_nothing_more_back(desk, person, till, done):
    person.press(F6, F6)
    assert desk.till.newest(2)[1].state is PurchaseState.DONE


def test_a_voucher_that_was_used_is_open_again(desk, person, till):
    code = desk.rewards.redeem("five", card=ANNA).code
    person.scan(code)
    person.type("20\r")
    person.press(F6)
    assert desk.rewards.voucher(code).state is VoucherState.OPEN


def test_undo_is_still_there_when_the_thanks_are_gone(desk, person, till, done):
    person.press(ESC)
    assert "Ready to scan" in person.reads()
    person.tap(person.find(QPushButton, "Undo last"))
    assert desk.till.newest(1)[0].state is PurchaseState.VOIDED


def test_there_is_no_undo_while_the_next_customer_is_served(desk, person, till, janis, done):
    person.scan(JANIS)
    assert not person.find(QPushButton, "Undo last").isEnabled()
    person.press(F6)
    assert desk.till.newest(1)[0].state is PurchaseState.DONE
    assert till.counter.state is State.SALE


def test_there_is_no_undo_once_another_purchase_came(desk, session, person, till, done):
    buy(desk, ANNA, 500)
    session.changed.emit()
    assert not person.find(QPushButton, "Undo last").isEnabled()
    person.press(F6)
    assert [each.state for each in desk.till.newest(2)] == [PurchaseState.DONE, PurchaseState.DONE]


def test_a_till_just_opened_has_nothing_to_undo(desk, person, till):
    buy(desk, ANNA, 500)
    person.press(F6)
    assert desk.till.newest(1)[0].state is PurchaseState.DONE


def test_an_undo_that_is_refused_says_so(desk, person, till, done, monkeypatch, sounds):
    def full(*_asked):
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.till, "bring_back", full)
    person.press(F6)
    assert "This cannot be taken back" in person.reads()
    assert "The disk is full" in person.reads()
    assert sounds.heard[-1] == "refused"


def test_keys_of_buttons_that_are_not_there_do_nothing(person, till):
    person.press(F5, F7)
    assert person.window.findChild(PaperDialog) is None


# --- vouchers that a purchase brought


@pytest.fixture
def brought(desk, anna, person, till) -> None:
    """Anna's purchase of 10 euros, which filled her stamp card and brought a voucher for the next one."""
    desk.shop.load_programme(PROGRAMME + BRINGS)
    person.scan(ANNA)
    person.type("10\r")


def test_vouchers_that_a_purchase_brought_are_told_and_printed_by_one_key(person, till, brought):
    assert "Vouchers to take along: Cups, Two off" in person.reads()
    assert "Cups: 0 of 1." in person.reads()
    person.press(F4)
    dialog = person.window.findChild(PaperDialog)
    assert dialog.isVisible()
    assert "Two off" in words(dialog._document)


def test_the_next_thanks_bring_no_vouchers_of_the_last(desk, person, till, brought):
    desk.shop.load_programme(PROGRAMME)
    person.scan(ANNA)
    person.type("10\r")
    assert "to take along" not in person.reads()
    person.press(F4)
    assert person.window.findChild(PaperDialog) is None


def test_vouchers_that_went_with_what_was_taken_back_are_told(desk, person, till, brought):
    person.press(F6)
    assert "−20 points · balance 210 · its vouchers count no more" in person.reads()


def test_a_guests_purchase_brings_its_vouchers_with_the_card(desk, anna, person, till):
    desk.shop.load_programme(PROGRAMME + BRINGS)
    person.press(Qt.Key.Key_F8)
    person.type("10\r")
    assert "to take along" not in person.reads()
    person.scan(desk.till.newest(1)[0].receipt)
    person.tap(person.find(QPushButton, "Give points to"))
    person.scan(ANNA)
    person.enter()
    assert "A voucher to take along: Cups" in person.reads()
