"""Every key does what the foot of the page says, and the focus is always where work goes on."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.person import Person
from tests.ui.till.cards import ANNA
from ui.seams.page import Page
from ui.till.counter import State
from ui.till.page import TillPage
from ui.window import PageSpec

Key = Qt.Key
FIELD = "Scan a card, or type a name or phone"


class Other(Page):
    """A page that wants no scans, and remembers what it is asked to open."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.opened = ""

    def open(self, what: str) -> None:
        self.opened = what


@pytest.fixture
def two_pages(anna, open_window):
    """A window with the till and another page, where customers are."""
    specs = [PageSpec("till", "scan-barcode", "Till", TillPage), PageSpec("customers", "users", "Customers", Other)]
    return open_window(specs)


def test_the_till_is_ready_with_the_focus_in_the_one_field(person, till):
    assert (till.counter.state, person.focus) == (State.READY, FIELD)
    assert "Ready to scan" in person.reads()
    assert not till.counter.buy.record.isEnabled()


def test_a_scan_is_heard_wherever_the_focus_is_and_leaves_no_trace_in_a_field(person, till):
    for key in (Key.Key_F2, Key.Key_F3, Key.Key_F8):
        person.press(key)
        person.scan(ANNA)
        assert till.counter.state is State.SALE
        assert till.top.search.text() == ""
        person.press(Key.Key_Escape)


@pytest.mark.parametrize("key", [Key.Key_F3, Key.Key_F8, Key.Key_F2])
def test_escape_always_leads_back(person, till, key):
    person.press(key, Key.Key_Escape)
    assert (till.counter.state, person.focus) == (State.READY, FIELD)
    person.press(Key.Key_Escape)
    assert "Ready to scan" in person.reads()


def test_escape_from_a_sale_drops_it(desk, person, till):
    person.scan(ANNA)
    person.type("5")
    person.press(Key.Key_Escape)
    assert (till.counter.state, desk.till.today()) == (State.READY, (0, 0))


def test_escape_out_of_the_one_field_leads_back_to_the_amount_first(person, till):
    person.scan(ANNA)
    person.type("5")
    person.press(Key.Key_F2, Key.Key_Escape)
    assert (till.counter.state, till.counter.buy.amount.minor, person.focus) == (State.SALE, 500, "Purchase amount")
    person.press(Key.Key_Escape)
    assert till.counter.state is State.READY


def test_what_a_key_does_is_seen_although_something_was_found(desk, person, till):
    person.scan(ANNA)
    person.type("5")
    person.press(Key.Key_F2)
    person.type("kow")
    person.press(Key.Key_F4)
    assert (till.counter.is_finding, person.focus) == (False, "Use: Free coffee")
    person.press(Key.Key_Escape)
    person.enter()
    person.type("kow")
    person.press(Key.Key_F6)
    assert "Taken back: €5.00" in person.reads()
    assert (till.top.search.text(), desk.till.today()) == ("", (0, 0))


@pytest.mark.parametrize(
    ("name", "state"), [("New customer", State.NEW), ("Find", State.READY), ("Without card", State.GUEST)]
)
def test_what_the_keys_do_can_be_tapped_as_well(person, till, name, state):
    person.tap(person.find(QPushButton, name))
    assert till.counter.state is state


def test_f12_and_the_cashiers_name_lock_the_window(person, till):
    person.press(Key.Key_F12)
    assert person.window.is_locked
    person.type("Marta\r")
    assert not person.window.is_locked
    person.tap(person.find(QPushButton, "Switch cashier: Marta"))
    assert person.window.is_locked


def test_tab_leads_through_the_sale_in_reading_order(person, till):
    person.scan(ANNA)
    person.type("5")
    till.top.search.setFocus()
    seen = []
    for _ in range(8):
        person.press(Key.Key_Tab)
        seen.append(person.focus)
    assert seen == [
        "Park",
        "Switch cashier: Marta",
        "Suggestion",
        "Profile",
        "Use now: Enough points for: Five euros off",
        "Purchase amount",
        "Rewards and points",
        "Record purchase",
    ]


def test_enter_presses_the_button_that_has_the_focus(person, till):
    till.counter.ready.guest.setFocus()
    person.enter()
    assert till.counter.state is State.GUEST


def test_profile_leads_to_the_customers_page_and_back(anna, two_pages):
    two_pages.shown.take_scan(ANNA)
    two_pages.shown.counter.customer.hero.profile.click()
    assert (type(two_pages.shown), two_pages.shown.opened) == (Other, anna)
    two_pages.shown.wanted.emit("till", anna)
    assert two_pages.shown.counter.state is State.SALE


def test_a_scan_on_a_page_that_does_not_want_it_goes_to_the_till(two_pages):
    two_pages.go("customers")
    Person(two_pages).scan(ANNA)
    assert isinstance(two_pages.shown, TillPage)
    assert two_pages.shown.counter.state is State.SALE


def test_the_sale_is_as_it_was_after_a_look_at_another_page(two_pages):
    till = two_pages.shown
    till.take_scan(ANNA)
    till.counter.buy.amount.setText("12.00")
    two_pages.go("customers")
    two_pages.go("till")
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.SALE, 1200)
    assert two_pages.focusWidget() is till.counter.buy.amount


def test_what_the_week_brings_stands_below(desk, anna, session, person, till):
    profile = desk.customers.get(anna).profile
    session.do(lambda desk: desk.customers.change(anna, replace(profile, birth_date="--03-14")))
    words = person.reads()
    assert "1 birthday\n" in words
    for part in ("today, 0 more this week", "0 vouchers", "end this week", "0 customers", "lose points this week"):
        assert part in words


def test_a_demo_shop_can_be_left_where_nobody_is_in_hand(qtbot, desk, open_window):
    desk.shop.save("shop", "shop", fields={"demo": True})
    window = open_window()
    person, ready = Person(window), window.shown.counter.ready
    with qtbot.waitSignal(window.shown.session.own_shop_wanted):
        person.tap(person.find(QPushButton, "Begin your own shop"))
    person.press(Qt.Key.Key_F8)
    person.type("5")
    person.enter()
    assert (ready.isVisible(), ready.own_shop.isVisible()) == (True, False)
    person.press(Qt.Key.Key_Escape)
    assert ready.own_shop.isVisible()


def test_ones_own_shop_is_not_to_be_left(till):
    assert not till.counter.ready.own_shop.isVisible()
