"""Products are scanned onto the bill, with or without a customer, and corrected by keyboard and finger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSpinBox, QToolButton

from loyaltydesk.model.purchases import Line
from tests.shop import PROGRAMME
from tests.ui.till.cards import ANNA, PRODUCT
from tests.ui.till.shelf import CAKE, CAPPUCCINO, SOUP, shelf  # noqa: F401 - a fixture
from ui.till.counter import State

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("shelf")


def bought(desk) -> tuple[Line, ...]:
    return desk.till.recorded(desk.till.newest(1)[0]).lines


def test_a_scanned_product_begins_a_guests_bill_and_the_same_again_is_one_more(desk, till, person, sounds):
    for product in (CAPPUCCINO, CAKE, CAPPUCCINO):
        person.scan(product.barcode)
    assert till.counter.state is State.GUEST
    assert [(line.product.sku, line.qty) for line in till.counter.bill.lines] == [("CAPPUCCINO", 2), ("CAKE", 1)]
    assert {"Cappuccino", "€3.20", "€6.40", "Carrot cake", "€10.30", "To pay"} <= set(person.reads().splitlines())
    assert sounds.heard == ["found"] * 3
    person.enter()
    assert bought(desk) == (
        Line(320, 2, "CAPPUCCINO", "Coffee", 2100), Line(390, 1, "CAKE", "Cakes", 2100),
    )  # fmt: skip
    assert desk.till.newest(1)[0].due == 1030
    assert till.counter.bill.lines == ()


@pytest.mark.parametrize("card_first", [True, False])
def test_the_card_may_come_before_or_behind_the_products(desk, anna, till, person, card_first):
    for code in (ANNA, CAKE.barcode) if card_first else (CAKE.barcode, ANNA):
        person.scan(code)
    assert till.counter.state is State.SALE
    assert "+6 points" in person.reads()
    person.enter()
    newest = desk.till.newest(1)[0]
    assert (newest.customer, newest.due) == (anna, 390)


def test_a_customer_who_joins_in_the_middle_keeps_the_bill(desk, till, person):
    person.scan(CAKE.barcode)
    person.scan(desk.cards.make(1)[0])
    assert till.counter.state is State.NEW
    person.scan(CAPPUCCINO.barcode)
    assert "Finish the new customer first, then scan Cappuccino." in person.reads()
    assert {"Further amount", "€3.90"} <= set(person.reads().splitlines())
    assert not till.counter.bill.start()  # it cannot be seen now
    person.type("Ilze\r\r\r")
    assert till.counter.state is State.SALE
    person.enter()
    newest = desk.till.newest(1)[0]
    assert (newest.due, desk.customers.get(newest.customer).profile.name) == (390, "Ilze")


def test_an_amount_beside_the_lines_is_a_line_without_a_product(desk, till, person):
    person.scan(CAKE.barcode)
    person.type("5")
    assert {"Further amount", "Amount without a product", "€8.90"} <= set(person.reads().splitlines())
    person.enter()
    assert bought(desk)[1] == Line(500)
    assert desk.till.newest(1)[0].due == 890


def test_an_amount_alone_is_as_quick_as_ever(desk, till, person):
    person.scan(ANNA)
    person.type("14.50\r")
    assert bought(desk) == (Line(1450),)


def test_arrow_up_leads_to_the_quantity_and_enter_back_to_the_amount(desk, till, person):
    person.scan(CAKE.barcode)
    person.press(Key.Key_Up)
    assert person.focus == "How many: Carrot cake"
    person.type("3\r")
    assert person.focus == "Further amount"
    person.enter()
    assert bought(desk) == (Line(390, 3, "CAKE", "Cakes", 2100),)


def test_delete_takes_a_line_off_and_the_last_one_leaves_a_plain_amount(till, person):
    person.scan(CAKE.barcode)
    person.scan(CAPPUCCINO.barcode)
    person.press(Key.Key_Up)
    row = till.counter.bill._rows[1]
    QTest.keyClick(row.face, Key.Key_Delete)
    assert [line.product.sku for line in till.counter.bill.lines] == ["CAKE"]
    person.tap(person.find(QToolButton, "Take off: Carrot cake"))
    assert till.counter.bill.lines == ()
    assert "Purchase without a card" in person.reads()
    assert person.focus == "Purchase amount"


def test_a_finger_changes_the_quantity_and_the_price(desk, till, person):
    person.scan(CAKE.barcode)
    person.find(QSpinBox, "How many: Carrot cake").stepUp()
    person.tap(person.find(QPushButton, "Carrot cake, €3.90: change the price"))
    assert person.focus == "Price of Carrot cake"
    person.type("1,95\r")
    assert {"€1.95 in place of €3.90", "€3.90"} <= set(person.reads().splitlines())
    person.enter()
    assert bought(desk) == (Line(195, 2, "CAKE", "Cakes", 2100),)


def test_escape_in_the_price_leaves_it_and_the_sale_as_they_are(till, person):
    person.scan(CAKE.barcode)
    person.tap(person.find(QPushButton, "Carrot cake"))
    person.type("1")
    person.press(Key.Key_Escape)
    assert [line.price for line in till.counter.bill.lines] == [390]
    assert (till.counter.state, person.focus) == (State.GUEST, "Further amount")


def test_the_price_is_reached_by_keyboard_alone(till, person):
    person.scan(CAKE.barcode)
    person.press(Key.Key_Up, Key.Key_Tab)
    assert person.focus == "Carrot cake, €3.90: change the price"
    person.enter()
    person.type("2\r")
    assert [line.price for line in till.counter.bill.lines] == [200]
    assert person.focus == "Further amount"


def test_a_scan_while_a_line_is_changed_is_a_scan(till, person):
    person.scan(CAKE.barcode)
    person.press(Key.Key_Up)
    person.scan(CAPPUCCINO.barcode)
    assert [(line.product.sku, line.qty) for line in till.counter.bill.lines] == [("CAKE", 1), ("CAPPUCCINO", 1)]
    assert person.focus == "Further amount"


def test_the_next_piece_after_a_corrected_price_costs_what_the_list_says(till, person):
    person.scan(CAKE.barcode)
    person.tap(person.find(QPushButton, "Carrot cake"))
    person.type("1\r")
    person.scan(CAKE.barcode)
    assert [(line.price, line.qty) for line in till.counter.bill.lines] == [(100, 1), (390, 1)]


def test_escape_on_a_line_leads_back_and_the_next_asks_before_the_bill_is_dropped(desk, till, person):
    person.scan(CAKE.barcode)
    person.press(Key.Key_Up, Key.Key_Escape)
    assert (till.counter.state, person.focus) == (State.GUEST, "Further amount")
    person.press(Key.Key_Escape)
    assert "€3.90 for a customer without a card is not recorded yet" in person.reads()
    person.press(Key.Key_Escape)
    assert (till.counter.state, till.counter.bill.lines) == (State.READY, ())
    assert desk.till.today() == (0, 0)


def test_a_scan_beside_a_question_records_or_drops_the_whole_bill(desk, janis, till, person):
    person.scan(ANNA)
    person.scan(CAKE.barcode)
    person.scan("2600000000024")
    assert "€3.90 for Anna Kowalska is not recorded yet" in person.reads()
    person.enter()
    assert desk.till.newest(1)[0].due == 390
    assert till.counter.bill.lines == ()


@pytest.mark.parametrize("typed", ["soup", "4750000000048", "carr"])
def test_a_product_is_found_in_the_one_field_by_name_or_code(till, person, typed):
    person.press(Key.Key_F2)
    person.type(f"{typed}\r")
    assert till.counter.bill.lines[0].product in (SOUP, CAKE)


def test_a_product_that_is_not_on_the_list_says_so_and_what_to_do(till, person, sounds):
    person.scan(CAKE.barcode)
    person.scan(PRODUCT)
    assert f"{PRODUCT} is not on the product list. Type its price, or add it under Products." in person.reads()
    assert (sounds.heard[-1], len(till.counter.bill.lines)) == ("refused", 1)


def test_a_blocked_customer_buys_nothing(desk, till, person, sounds):
    desk.cards.block(ANNA)
    person.scan(ANNA)
    person.scan(CAKE.barcode)
    assert (till.counter.bill.lines, sounds.heard[-1]) == ((), "refused")


def test_promotions_and_free_pieces_stand_on_the_bill(session, till, person):
    rules = """
[[promotion]]
id = "third"
name = "Every third cake"
of = { category = ["Cakes"] }
buy = 2
get = 1
get_percent = 100
"""
    session.do(lambda desk: desk.shop.load_programme(PROGRAMME + rules))
    for _ in range(3):
        person.scan(CAKE.barcode)
    assert {"Every third cake", "-€3.90", "1 free", "€7.80"} <= set(person.reads().splitlines())


def test_a_bill_far_beyond_all_measure_is_asked_about(desk, till, person):
    person.scan(CAKE.barcode)
    person.press(Key.Key_Up)
    person.type("999\r")
    person.type("99999\r")
    assert "is far more than usual" in person.reads()
    assert desk.till.today() == (0, 0)


def test_units_of_a_line_come_back_under_the_name_of_the_product_and_by_scan(desk, till, person):
    for _ in range(3):
        person.scan(CAKE.barcode)
    person.scan(CAPPUCCINO.barcode)
    person.enter()
    person.scan(desk.till.newest(1)[0].receipt)
    assert {"Carrot cake", "3 × €3.90", "Cappuccino"} <= set(person.reads().splitlines())
    person.scan(CAKE.barcode)
    person.scan(CAKE.barcode)
    person.press(Key.Key_F2)
    person.type("soup\r")
    assert "Soup of the day is not part of this purchase." in person.reads()
    person.tap(person.find(QPushButton, "Take back"))
    assert desk.till.newest(1)[0].refunded == 780


def test_the_prompts_are_seen_above_the_bill_one_by_one(desk, anna, till, person):
    from msgspec.structs import replace

    profile = desk.customers.get(anna).profile
    desk.customers.change(anna, replace(profile, birth_date="--03-15"))
    person.scan(CAKE.barcode)
    person.scan(ANNA)
    assert "Birthday tomorrow" in person.reads()
    person.tap(person.find(QPushButton, "Wished"))
    assert "Birthday tomorrow" not in person.reads()
    assert len(till.counter.bill.lines) == 1


def test_another_currency_empties_the_bill(session, till, person):
    person.scan(CAKE.barcode)
    till.counter.bill.show_formats(session.formats)
    assert len(till.counter.bill.lines) == 1
