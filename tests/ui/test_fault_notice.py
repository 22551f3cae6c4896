"""After a bug the work goes on: a notice above the page offers the report, and whatever was typed stays."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from tests.shop import join

REPORT, FILE = "Loyalty Desk\nKeyError\n  page.py:12 in reload\n", "/home/shop/report.txt"


def test_the_amount_that_is_typed_and_the_focus_stay(desk, window, person):
    _customer, card = join(desk)
    person.scan(card)
    person.type("14.5")
    focus = person.focus
    window.tell_fault(REPORT, FILE)
    assert "the work of the shop goes on" in person.reads()
    assert FILE in person.reads()
    person.tap(person.find(QPushButton, "Copy report"))
    assert QGuiApplication.clipboard().text() == REPORT
    assert (person.focus, window.shown.counter.buy.amount.text()) == (focus, "14.5")
    person.type("0\r")
    assert desk.till.newest(1)[0].value == 1450


def test_it_says_that_it_was_copied_and_goes_when_it_is_closed(window, person):
    window.tell_fault(REPORT, "")
    assert "It is in" not in person.reads()
    notice = window._fault
    person.tap(notice.copy_button)
    assert notice.copy_button.text() == "Copied"
    person.tap(notice.close_button)
    assert not notice.isVisible()
    window.tell_fault(REPORT, FILE)
    assert (notice.isVisible(), notice.copy_button.text()) == (True, "Copy report")
