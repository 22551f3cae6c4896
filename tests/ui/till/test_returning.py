"""A recorded purchase: brought back in part or whole, or given to the customer who had forgotten the card."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSpinBox

from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Asked, Basket, Line, PurchaseState
from loyaltydesk.model.refusals import AlreadyAttached
from tests.shop import buy
from tests.ui.till.cards import ANNA, JANIS, MISREAD, PRODUCT
from ui.till.counter import State

ESC = Qt.Key.Key_Escape


@pytest.fixture
def bought(desk, anna) -> str:
    """The receipt number of a purchase of Anna's for 30 euros, 60 points."""
    return buy(desk, ANNA, 3000).receipt


@pytest.fixture
def guests(desk, anna) -> str:
    """The receipt number of somebody's purchase without a card."""
    return buy(desk, "", 2450).receipt


def test_a_receipt_number_opens_the_purchase_with_all_of_it_to_bring_back(person, till, bought):
    person.type(f"{bought}\r")
    assert (till.counter.state, person.focus) == (State.BOUGHT, "Amount to bring back")
    assert {f"Purchase {bought}", "Anna Kowalska", "€30.00", "Marta", "60"} <= set(person.reads().splitlines())
    assert till.counter.buy.amount.minor == 3000
    assert {"€30.00 back", "−60 points · balance 210"} <= set(person.reads().splitlines())


def test_the_purchase_says_why_it_brought_its_points(person, till, bought):
    person.scan(bought)
    assert "30 points for €30.00, 30 × €1.00\n30 points more with Silver (× 2)" in person.reads()
    assert "Enter takes back all of it. For a part, type its amount." in person.reads()


def test_enter_brings_all_of_it_back(desk, person, till, bought, sounds):
    person.scan(bought)
    person.enter()
    assert desk.till.purchase(bought).state is PurchaseState.RETURNED
    assert "€30.00 back" in person.reads()
    assert (till.counter.state, sounds.heard) == (State.READY, ["found", "done"])


def test_typing_replaces_the_amount_by_a_part(desk, person, till, bought):
    person.scan(bought)
    person.type("10")
    assert {"€10.00 back", "−20 points · balance 250"} <= set(person.reads().splitlines())
    person.enter()
    assert (desk.till.purchase(bought).returned, desk.till.purchase(bought).taken_back) == (1000, 20)
    person.scan(bought)
    assert till.counter.buy.amount.minor == 2000
    assert "Brought back" in person.reads()


@pytest.mark.parametrize("typed", ["0", "0.00"])
def test_nothing_cannot_be_brought_back_and_that_is_said(desk, person, till, bought, typed):
    person.scan(bought)
    person.type(f"{typed}\r")
    assert "Type the amount first." in person.reads()
    person.press(Qt.Key.Key_Backspace, *[Qt.Key.Key_Backspace] * 4)
    person.enter()
    assert "Type the amount first." in person.reads()
    assert desk.till.purchase(bought).returned == 0


def test_more_than_is_left_is_refused_in_place(desk, person, till, bought, sounds):
    person.scan(bought)
    person.type("30.01")
    assert "At most €30.00 of this purchase can be brought back." in person.reads()
    assert not till.counter.buy.record.isEnabled()
    person.enter()
    assert desk.till.purchase(bought).returned == 0
    assert sounds.heard[-1] == "refused"


def test_lines_are_brought_back_by_units(desk, person, till):
    lines = (Line(350, qty=2, sku="CAKE"), Line(250, sku="COFFEE"))
    receipt = desk.till.record(Basket(lines, card=ANNA)).receipt
    person.scan(receipt)
    spin = person.find(QSpinBox, "Units of CAKE brought back")
    spin.setValue(1)
    assert "€3.50 back" in person.reads()
    assert not till.counter.buy.amount.isEnabled()
    spin.setFocus()
    person.enter()
    assert desk.till.purchase(receipt).returned == 350
    person.scan(receipt)
    assert person.find(QSpinBox, "Units of CAKE brought back").maximum() == 1


def test_a_scanned_product_leads_to_its_line_and_enter_takes_it_back(desk, person, till):
    desk.products.save(Product("CAKE", "Cake", barcode=PRODUCT))
    receipt = desk.till.record(Basket((Line(350, qty=2, sku="CAKE"), Line(250, sku="COFFEE")), card=ANNA)).receipt
    person.scan(receipt)
    person.scan(PRODUCT)
    assert (person.focus, till.counter.buy.amount.minor) == ("Units of Cake brought back", 350)
    assert not till.counter.buy.amount.selectedText()
    assert "Enter takes back all of it." not in person.reads()
    person.enter()
    assert desk.till.purchase(receipt).returned == 350


def test_without_units_it_is_all_of_it_again(desk, person, till):
    person.scan(desk.till.record(Basket((Line(350, qty=2, sku="CAKE"),), card=ANNA)).receipt)
    spin = person.find(QSpinBox, "Units of CAKE brought back")
    for units, minor in ((1, 350), (0, 700)):
        spin.setValue(units)
        assert till.counter.buy.amount.minor == minor
    assert "Enter takes back all of it." in person.reads()


def test_more_units_than_a_spin_box_can_count_are_listed_all_the_same(desk, person, till):
    person.scan(desk.till.record(Basket((Line(1, qty=3 * 10**9, sku="SCREW"),), card=ANNA)).receipt)
    assert person.find(QSpinBox, "Units of SCREW brought back").maximum() == 2**31 - 1
    person.enter()
    assert "€30,000,000.00 back" in person.reads()


def test_used_points_come_back_and_that_is_said_beforehand(desk, person, till):
    receipt = desk.till.record(Basket((Line(2000),), card=ANNA, redeem_points=100)).receipt
    person.scan(receipt)
    assert "100 used points given back" in person.reads()
    person.enter()
    assert desk.customers.scan(ANNA).balance == 210


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Asked(voids=True), "This purchase was taken back before."),
        (Asked(), "Everything of this purchase was brought back before."),
    ],
)
def test_what_is_gone_cannot_be_brought_back(desk, person, till, bought, asked, says):
    desk.till.bring_back(desk.till.purchase(bought), asked)
    person.scan(bought)
    assert says in person.reads()
    assert not till.counter.buy.record.isEnabled()
    person.press(ESC)
    assert till.counter.state is State.READY


# --- the card was forgotten


def test_a_guests_purchase_is_given_to_the_card_that_is_scanned(desk, anna, person, till, guests, sounds):
    person.scan(guests)
    assert "Without card" in person.reads()
    person.tap(person.find(QPushButton, "Give points to…"))
    assert f"Who gets the points of purchase {guests}?" in person.reads()
    person.scan(ANNA)
    assert "Anna Kowalska: +48 points" in person.reads()
    assert (person.focus, desk.till.purchase(guests).customer) == ("Give the points", None)
    person.enter()
    assert desk.till.purchase(guests).customer == anna
    assert f"+48 points for purchase {guests}" in person.reads()
    assert (till.counter.state, sounds.heard[-1]) == (State.READY, "done")


@pytest.mark.parametrize(
    ("code", "says"), [(MISREAD, "is wrong: scan it again"), (PRODUCT, "looks like the barcode of a product")]
)
def test_a_scan_that_is_no_answer_leaves_the_search_for_somebody_open(person, till, guests, sounds, code, says):
    person.scan(guests)
    person.tap(person.find(QPushButton, "Give points to"))
    person.scan(code)
    assert says in person.reads()
    assert (till.counter.is_finding, sounds.heard[-1]) == (True, "refused")
    person.type("a")
    assert says not in person.reads()
    person.scan(ANNA)
    assert person.focus == "Give the points"


def test_or_to_somebody_found_by_name(desk, janis, person, till, guests):
    person.scan(guests)
    person.tap(person.find(QPushButton, "Give points to…"))
    person.type("berz\r")
    person.enter()
    assert desk.till.purchase(guests).customer == janis


def test_escape_gives_the_points_to_nobody(desk, person, till, guests):
    person.scan(guests)
    person.tap(person.find(QPushButton, "Give points to…"))
    person.scan(ANNA)
    person.press(ESC)
    assert (till.counter.state, desk.till.purchase(guests).customer) == (State.READY, None)


def test_nothing_can_be_taken_back_by_mistake_while_points_are_to_be_given(desk, person, till, guests):
    person.scan(guests)
    person.tap(person.find(QPushButton, "Give points to…"))
    person.scan(ANNA)
    assert not till.counter.buy.record.isEnabled()
    assert not till.counter.buy.amount.isEnabled()


def test_a_blocked_card_gets_no_points_and_that_is_said(desk, person, till, guests, sounds):
    desk.cards.block(ANNA)
    person.scan(guests)
    person.tap(person.find(QPushButton, "Give points to…"))
    person.scan(ANNA)
    assert f"Card {ANNA} is blocked." in person.reads()
    assert sounds.heard[-1] == "refused"


def test_points_that_somebody_else_gave_meanwhile_are_refused_in_place(desk, janis, person, till, guests, monkeypatch):
    person.scan(guests)
    person.tap(person.find(QPushButton, "Give points to…"))
    person.scan(JANIS)

    def refuse(*_asked, **_named):
        raise AlreadyAttached("x")

    monkeypatch.setattr(desk.till, "attach", refuse)
    person.enter()
    assert "This purchase has its customer already." in person.reads()
    assert till.counter.state is State.BOUGHT


def test_a_purchase_of_somebody_who_was_forgotten_has_no_name(desk, anna, person, till, bought):
    desk.customers.erase(anna)
    person.scan(bought)
    assert "Somebody who was forgotten" in person.reads()
