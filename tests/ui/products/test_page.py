"""The owner keeps the list by hand: found, sorted, changed, taken off; nothing typed is lost without a word."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import DiskFull
from tests.shop import join
from tests.ui.products.conftest import CAKE, SOUP, TEA
from ui.products.list_view import ProductList

Key = Qt.Key


def rows(page) -> list[str]:
    return [product.sku for product in page.list.listing.rows.rows]


def test_an_empty_list_says_what_it_is_for_and_how_to_begin(page, person):
    assert {"No products yet", "0 products"} <= set(person.reads().splitlines())
    assert not page.list.give_out.isEnabled()
    person.tap(page.list.new_here)
    assert person.focus == "Product name"


@pytest.mark.usefixtures("shelf")
def test_the_list_is_sorted_by_name_and_by_whatever_is_chosen(page, person):
    page.reload()
    assert rows(page) == ["CAKE", "TEA", "102"]
    page.list._on_header_clicked(5)
    assert rows(page) == ["TEA", "CAKE", "102"]
    page.list._on_header_clicked(5)
    assert rows(page) == ["102", "CAKE", "TEA"]
    page.list.order.chosen.emit("code")
    assert rows(page) == ["102", "CAKE", "TEA"]
    page.list._on_header_clicked(3)  # a barcode is no order
    assert rows(page) == ["102", "CAKE", "TEA"]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("typed", "found"), [("carr", "CAKE"), ("zur", "102"), ("47500000000", "CAKE"), ("tea", "TEA")]
)
def test_a_product_is_found_as_one_types_and_enter_opens_it(page, person, typed, found):
    page.reload()
    person.type(typed)
    assert found in rows(page)
    person.enter()
    assert page.product._kept.sku == found


@pytest.mark.usefixtures("shelf")
def test_what_is_not_there_says_so_and_escape_takes_the_search_back(page, person):
    page.reload()
    person.type("zzz")
    assert {"Nothing found", "0 found"} <= set(person.reads().splitlines())
    person.press(Key.Key_Escape)
    assert len(rows(page)) == 3
    person.press(Key.Key_Escape)
    assert person.window.key == "till"


@pytest.mark.usefixtures("shelf")
def test_arrows_lead_into_the_table_and_letters_back_into_the_field(page, person):
    page.reload()
    person.press(Key.Key_Down, Key.Key_Down)
    assert page.list.table.current() == TEA
    person.type("c")
    assert page.list.search.text() == "c"


def test_a_product_is_typed_by_keyboard_alone(desk, page, person):
    page.open_new()
    person.type("Carrot cake\t3,90\t4750000000048\tCakes\tCAKE")
    page.product.form._fields["sku"].setText("CAKE")
    person.type("\t21")
    person.enter()
    assert desk.products.get("CAKE") == CAKE
    assert "Carrot cake is saved." in person.reads()
    assert isinstance(page._view, ProductList)


def test_a_new_product_is_offered_the_next_number(desk, page, person):
    desk.products.save(replace(SOUP, sku="204"))
    page.open_new()
    assert page.product.form._fields["sku"].text() == "205"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", "", "“Product name” is missing."),
        ("price", "", "“Price” is missing."),
        ("barcode", "4750000000049", "The last digit of the barcode is wrong: scan it again."),
        ("barcode", TEA.barcode, "Another product has this barcode already."),
        ("barcode", "4.75E+12", "A spreadsheet has shortened “Barcode”"),
        ("tax", "abc", "“Tax, percent” is a percentage between 0 and 100, with two decimals at most."),
        ("tax", "101", "“Tax, percent” is a percentage between 0 and 100, with two decimals at most."),
        ("category", "x" * 200, "“Category” is too long."),
    ],
)
def test_what_cannot_be_is_said_at_its_field(desk, page, person, field, text, said):
    page.open("CAKE")
    page.product.form._fields[field].setText(text)
    page.product.save()
    assert said in person.reads()
    assert page.product.form._fields[field].hasFocus()
    assert desk.products.get("CAKE") == CAKE


@pytest.mark.usefixtures("shelf")
def test_a_code_that_is_taken_is_refused_and_one_that_is_kept_cannot_change(page, person):
    page.open_new()
    form = page.product.form
    for name, text in (("name", "Tea"), ("price", "1"), ("sku", "CAKE")):
        form._fields[name].setText(text)
    page.product.save()
    assert "Another product has this code already." in person.reads()
    page.product.open(CAKE)
    assert form._fields["sku"].isReadOnly()


@pytest.mark.usefixtures("shelf")
def test_a_price_changes_and_nothing_else_does(desk, page, person):
    page.open("102")
    person.find(QLineEdit, "Price").setText("13.00")
    person.tap(page.product.button)
    assert desk.products.get("102") == replace(SOUP, price=1300)


@pytest.mark.usefixtures("shelf")
def test_a_product_is_taken_off_after_a_question(desk, page, person):
    page.open("CAKE")
    person.tap(page.product.remove_button)
    assert "Take Carrot cake off the list? Purchases that were made keep it." in person.reads()
    person.press(Key.Key_Escape)
    assert desk.products.get("CAKE") == CAKE
    person.tap(page.product.remove_button)
    person.tap(person.find(QPushButton, "Take off"))
    assert desk.products.get("CAKE") is None
    assert "Carrot cake is off the list." in person.reads()


@pytest.mark.usefixtures("shelf")
def test_what_was_typed_is_not_lost_without_a_word(desk, page, person):
    page.open("CAKE")
    person.type("x")
    person.press(Key.Key_Escape)
    assert "What was typed is not saved yet." in person.reads()
    person.press(Key.Key_Escape)
    assert page.product.form.is_changed
    person.press(Key.Key_Escape)
    person.tap(person.find(QPushButton, "Leave without saving"))
    assert isinstance(page._view, ProductList)
    assert desk.products.get("CAKE") == CAKE


@pytest.mark.usefixtures("shelf")
def test_a_scan_opens_a_product_fills_the_barcode_or_begins_a_new_one(page, person, sounds):
    person.scan(CAKE.barcode)
    assert page.product._kept == CAKE
    person.scan("96385074")
    assert page.product.form._fields["barcode"].text() == "96385074"
    page.open_list()
    person.scan("96385074")
    assert page.product._is_new
    assert page.product.form._fields["barcode"].text() == "96385074"
    assert sounds.heard == ["found", "unknown"]


def test_a_customers_card_is_the_tills(desk, page, person):
    _customer, card = join(desk)
    person.scan(card)
    assert person.window.key == "till"


def test_a_misread_code_is_the_tills_to_refuse(page, person):
    person.scan("4750000000049")
    assert person.window.key == "till"


@pytest.mark.usefixtures("shelf")
def test_categories_in_use_are_offered(page):
    page.open_new()
    completer = page.product.form._fields["category"].completer()
    completer.setCompletionPrefix("la")
    assert completer.completionCount() == 0
    completer.setCompletionPrefix("cA")
    assert completer.currentCompletion() == "Cakes"


@pytest.mark.usefixtures("shelf")
def test_a_change_elsewhere_is_seen_and_what_is_typed_stays(session, page, person):
    page.open("CAKE")
    person.type("New name")
    session.do(lambda desk: desk.products.save(Product("NEW", "New")))
    assert page.product.form._fields["name"].text() == "New name"
    page.product.form._fields["name"].setText("Carrot cake")
    page.open_list()
    assert "NEW" in rows(page)


@pytest.mark.usefixtures("shelf")
def test_a_full_disk_is_said_and_the_form_stays(desk, page, person, monkeypatch):
    def full(*_asked, **_named):
        raise DiskFull("shop.db")

    page.open("CAKE")
    monkeypatch.setattr(desk.products, "save", full)
    person.type("x")
    person.enter()
    assert "The disk is full, and nothing was written." in person.reads()
    assert page.product.form.is_changed


@pytest.mark.usefixtures("shelf")
def test_names_with_signs_of_markup_are_shown_as_they_are(desk, page, person):
    desk.products.save(replace(CAKE, name="<b>Salt & pepper</b>"))
    page.open("CAKE")
    person.tap(page.product.remove_button)
    assert "Take <b>Salt & pepper</b> off the list?" in person.reads()
