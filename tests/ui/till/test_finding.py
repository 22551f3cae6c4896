"""The one field finds customers as somebody types, and opens whatever a number is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.customers import Profile
from tests.shop import join
from tests.ui.till.cards import ANNA, JANIS, OURS_UNKNOWN
from tests.ui.till.shelf import CAKE, SOUP
from ui.seams.table_view import TableView
from ui.till.counter import State
from ui.till.finding import Sought, Task

F2, ESC, UP, DOWN = Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down
FIELD = "Scan a card, or type a name or phone"


def found(till) -> list[str]:
    return [hit.what for hit in till.counter.results.table.rows_model.rows]


@pytest.mark.parametrize("typed", ["lukasz", "Łuk", "wójcik", "WÓJCIK ŁUK", "601 222", "2333"])
def test_customers_are_found_by_any_word_or_the_phone(desk, person, till, typed):
    join(desk, "Łukasz Wójcik", phone="+48601222333")
    person.type(typed)
    assert found(till) == ["Łukasz Wójcik"]


@pytest.mark.parametrize(("typed", "name"), [("janis", "Jānis Bērziņš"), ("петр", "Пётр Иванов")])
def test_diacritics_and_capitals_do_not_matter(desk, person, till, janis, typed, name):
    join(desk, "Пётр Иванов")
    person.type(typed)
    assert found(till) == [name]


def test_arrows_and_enter_open_somebody(desk, anna, person, till):
    second = join(desk, "Annabel Smith", card=JANIS)[0]
    person.type("ann")
    assert found(till) == ["Anna Kowalska", "Annabel Smith"]
    person.press(DOWN, DOWN, UP, DOWN)
    assert person.focus == FIELD
    person.enter()
    assert (till.counter.state, till._flows.selling.sale.customer) == (State.SALE, second)
    assert (person.focus, till.top.search.text()) == ("Purchase amount", "")


def test_a_purchase_of_somebody_found_by_name_is_theirs(desk, anna, person, till):
    person.type("kowa\r")
    person.type("6\r")
    assert desk.till.newest(1)[0].customer == anna


def test_a_tap_opens_a_row_and_rows_are_high_enough_for_a_finger(person, till, qtbot):
    person.type("anna")
    table = person.find(TableView, "Found")
    assert table.rowHeight(0) >= 44
    index = table.model().index(0, 0)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert till.counter.state is State.SALE


def test_nobody_found_offers_to_register(person, till):
    person.type("zzz")
    assert "Nobody found for “zzz”" in person.reads()
    assert "Arrows choose, Enter opens." not in person.reads()
    person.enter()
    assert till.counter.is_finding
    (offer,) = [each for each in till.counter.results.findChildren(QPushButton) if each.isVisible()]
    person.tap(offer)
    assert (till.counter.state, person.focus) == (State.NEW, "Phone")


def test_a_list_too_long_to_show_says_so(desk, person, till):
    for number in range(21):
        join(desk, f"Zoja {number}")
    person.type("zoja")
    assert "These are the first 20. Type more of the name to find fewer." in person.reads()
    person.type(" 7")
    assert "Arrows choose, Enter opens." in person.reads()


def test_escape_puts_the_list_away_and_the_sale_is_as_it_was(person, till):
    person.scan(ANNA)
    person.type("5")
    person.press(F2)
    assert person.focus == FIELD
    person.type("ja")
    assert till.counter.is_finding
    person.press(ESC)
    assert (till.counter.is_finding, till.counter.state, person.focus) == (False, State.SALE, "Purchase amount")
    assert till.counter.buy.amount.minor == 500


def test_an_emptied_field_shows_what_was_there_before(person, till):
    person.scan(ANNA)
    person.press(F2)
    person.type("j")
    person.press(Qt.Key.Key_Backspace)
    assert (till.counter.is_finding, person.focus) == (False, FIELD)


def test_a_typed_card_number_is_that_customer(anna, person, till):
    person.type(ANNA)
    assert found(till) == ["Anna Kowalska"]
    person.enter()
    assert till._flows.selling.sale.customer == anna


def test_a_typed_voucher_code_and_a_blank_card_are_found_by_their_number(desk, anna, person, till):
    voucher, blank = desk.rewards.redeem("coffee", card=ANNA).code, desk.cards.make(1)[0]
    person.type(voucher)
    assert found(till) == ["Voucher: Free coffee"]
    person.enter()
    assert person.find(QPushButton, "Uses: Free coffee")
    person.press(ESC)
    person.type(blank)
    assert found(till) == ["Blank card"]
    person.enter()
    assert till.counter.state is State.NEW


def test_a_typed_number_that_nobody_has_is_a_new_card(person, till):
    person.type(f"{OURS_UNKNOWN}\r")
    assert till.counter.state is State.NEW


def test_somebody_without_a_name_is_found_under_the_card(desk, anna, person, till):
    desk.customers.register(Profile(phone="+37129999888"), card=JANIS, nameless=True)
    person.type("9888")
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in found(till)] == ["Card 2600 0000 0002 4"]


def test_letters_typed_with_the_focus_on_a_button_go_into_the_field(person, till):
    till.counter.ready.guest.setFocus()
    person.type("an")
    assert (person.focus, till.top.search.text(), found(till)) == (FIELD, "an", ["Anna Kowalska"])


def test_products_stand_below_the_customers_and_the_one_with_the_very_code_first(desk, person, till):
    join(desk, "Carl Cakeman")
    for product in (CAKE, SOUP):
        desk.products.save(product)
    person.type("cake")
    assert found(till) == ["Carl Cakeman", "Carrot cake"]
    till.top.search.clear()
    person.type(CAKE.barcode)
    assert found(till)[0] == "Carrot cake"
    assert found(till).count("Carrot cake") == 1


def test_no_product_is_offered_where_somebody_is_looked_for(desk, person, till):
    desk.products.save(CAKE)
    person.scan(OURS_UNKNOWN)
    till._flows.finding.seek(Sought(Task.LINK, OURS_UNKNOWN))
    person.type("carrot")
    assert found(till) == []
    person.scan(CAKE.barcode)
    assert till.counter.is_finding
