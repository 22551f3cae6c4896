"""The Cards page shows one view at a time, leads to the one that is asked for, and says what is not saved yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.shop import join
from tests.ui.cards.printed import pages
from ui.cards.choosing import Way


def test_views_are_chosen_in_the_title_bar(page, person):
    assert page.switch.current() == "design"
    assert person.find(QPushButton, "Use this design").isVisible()
    person.tap(person.find(QPushButton, "Print"))
    assert page.view is page.view_of("print")
    assert page.view.isVisible()
    assert "Use this design" not in person.names(QPushButton)


def test_views_are_chosen_by_keys(page, person):
    person.find(QPushButton, "Design").setFocus()
    person.press(Qt.Key.Key_Right)
    assert page.switch.current() == "print"


def test_another_page_can_ask_for_a_customer(desk, window, page):
    customer, _card = join(desk, "Anna Kowalska")
    window.shown.wanted.emit("cards", customer)
    assert page.switch.current() == "print"
    assert page.view.choosing.way is Way.CUSTOMER
    assert page.view.choosing.order().customers == (customer,)


def test_a_view_that_was_not_seen_shows_the_shop_as_it_is_now_when_it_is(desk, page, designing, printing):
    page.go("design")
    page.session.do(lambda desk: desk.cards.make(3))
    page.go("print")
    printing.choosing.go(Way.WAITING)
    page.go("design")
    page.session.do(lambda desk: desk.cards.make(2))
    assert page.go("print").choosing.order().count == 5


def test_what_is_not_saved_yet_is_said_where_cards_are_printed(desk, page, designing, person, printed):
    designing.details.front.name.setFocus()
    designing.details.front.name.selectAll()
    person.type("Morning")
    page.go("print")
    assert "Design not saved yet" in person.reads()
    person.tap(person.find(QPushButton, "Print 10 cards"))
    assert "Kafejnīca Rīts" in pages(printed[0])[0][1]
    person.tap(person.find(QPushButton, "Use this design"))
    assert desk.shop.settings().name == "Morning"
    assert not page.unsaved.isVisible()
    person.tap(person.find(QPushButton, "Print 10 cards"))
    assert "Morning" in pages(printed[1])[0][1]
