"""The list on the screen: typed in, sorted, opened by key, click and tap, and kept in place while it reloads."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.customers import Sort
from tests.shop import buy, join
from ui.seams.listing import Order

NAMES = ("Łukasz Żółty", "Jānis Bērziņš", "Пётр Иванов", "Anna Kowalska", "Zoë O'Neill")


@pytest.fixture
def crowd(desk):
    return {name: join(desk, name, phone=f"+3712000000{place}") for place, name in enumerate(NAMES)}


def shown(page):
    return [row.profile.name for row in page.list.listing.rows.rows]


def test_a_shop_without_customers_says_what_to_do(page, person):
    assert "No customers yet" in person.reads()
    assert "0 customers" in person.reads()
    person.tap(page.list.new_here)
    assert person.focus == "Name"


def test_all_are_shown_and_counted_and_typing_can_begin(crowd, page, person):
    assert shown(page) == ["Anna Kowalska", "Jānis Bērziņš", "Łukasz Żółty", "Zoë O'Neill", "Пётр Иванов"]
    assert "5 customers" in person.reads()
    assert person.focus == "Find a customer"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("lukasz", "Łukasz Żółty"),
        ("zolty luk", "Łukasz Żółty"),
        ("berz", "Jānis Bērziņš"),
        ("петр", "Пётр Иванов"),
        ("oneill", "Zoë O'Neill"),
        ("0003", "Anna Kowalska"),
    ],
)
def test_typing_finds_at_once_as_at_the_till(crowd, page, person, typed, name):
    person.type(typed)
    assert shown(page) == [name]
    assert "1 found" in person.reads()


def test_nobody_found_says_what_to_try_and_offers_to_register(crowd, page, person):
    person.type("zzzz")
    assert "Nobody found" in person.reads()
    person.tap(person.find(QPushButton, "New customer"))
    assert page.new.form.profile().name == "zzzz"


@pytest.mark.parametrize(("typed", "field"), [("+371 2999 9999", "phone"), ("new@example.com", "email")])
def test_what_was_looked_for_goes_into_the_field_it_fits(crowd, page, typed, field):
    page.list.search.setText(typed)
    page.list.new.click()
    assert getattr(page.new.form.profile(), field) == typed


def test_enter_opens_the_first_who_was_found(crowd, page, person):
    person.type("berz\r")
    assert page.customer.customer == crowd["Jānis Bērziņš"][0]
    assert "Jānis Bērziņš" in person.reads()


def test_enter_in_an_empty_field_opens_nobody(crowd, page, person):
    person.enter()
    assert page.list.isVisible()


def test_the_arrows_lead_into_the_list_and_enter_opens(crowd, page, person):
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.customer.customer == crowd["Jānis Bērziņš"][0]


def test_a_double_click_opens(crowd, page):
    table = page.list.table
    place = table.visualRect(table.rows_model.index(3, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.list.isVisible()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.customer.customer == crowd["Zoë O'Neill"][0]


def test_letters_typed_on_the_list_go_on_in_the_search(crowd, page, person):
    person.press(Qt.Key.Key_Down)
    person.type("an")
    assert page.list.search.text() == "an"
    assert shown(page) == ["Anna Kowalska"]


def test_escape_takes_the_search_back(crowd, page, person):
    person.type("zzzz")
    person.press(Qt.Key.Key_Escape)
    assert len(shown(page)) == 5
    assert person.focus == "Find a customer"


def test_a_click_on_a_header_sorts_and_another_turns_the_order(crowd, desk, page):
    for cents, name in enumerate(NAMES, 1):
        buy(desk, crowd[name][1], cents * 100)
    header = page.list.table.horizontalHeader()

    def click(column):
        middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))

    click(6)
    assert shown(page) == list(reversed(NAMES))
    click(6)
    assert shown(page) == list(NAMES)
    click(1)  # nobody is sorted by phone
    assert page.list.listing.order == Order(Sort.SPEND)


def test_the_order_can_be_chosen_and_turned_without_a_mouse(crowd, page, person):
    page.list.order.setFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.list.listing.order == Order(Sort.JOINED, down=True)
    assert shown(page) == list(reversed(NAMES))
    page.list.turn.setFocus()
    person.type(" ")
    assert shown(page) == list(NAMES)
    assert page.list.table.rows_model.headerData(7, Qt.Orientation.Horizontal) == "Joined ↑"


def test_a_blocked_customer_is_marked_in_words(crowd, desk, page):
    desk.customers.block(crowd["Anna Kowalska"][0], blocked=True)
    page.list.reload()
    index = page.list.table.rows_model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Anna Kowalska, Blocked"


def test_a_change_elsewhere_keeps_the_chosen_row_and_the_place(desk, page, session):
    for number in range(300):
        join(desk, f"Customer {number:03d}")
    page.list.reload()
    table = page.list.table
    table.scrollToBottom()
    while table.rows_model.canFetchMore():
        table.rows_model.fetchMore()
    chosen = table.rows_model.rows[200].id
    table.choose(chosen)
    scrolled = table.verticalScrollBar().value()
    assert scrolled > 0
    session.do(lambda desk: join(desk, "Aaron"))
    assert "Aaron" in shown(page)
    assert table.current().id == chosen
    assert table.verticalScrollBar().value() == scrolled


def test_scrolling_to_the_end_fetches_the_next_page_and_no_more(desk, page):
    for number in range(300):
        join(desk, f"Customer {number:03d}")
    page.list.reload()
    table = page.list.table
    assert len(shown(page)) == 128
    table.scrollToBottom()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert len(shown(page)) == 256


def test_it_says_that_more_were_found_than_are_shown(desk, page, person):
    for number in range(210):
        join(desk, f"Customer {number:03d}")
    person.type("cust")
    assert len(shown(page)) == 200
    assert "The first 200; more letters find fewer" in person.reads()
