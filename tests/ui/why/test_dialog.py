"""The window that says why: opened from the till and from a statement, copied, printed, and leading to the rules."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from loyaltydesk.desk import Desk
from tests.shop import buy, join
from tests.ui.fitting import cut, nameless, small
from tests.ui.person import Person
from ui.programme.page import ProgrammePage
from ui.theme.theme import Theme
from ui.why.dialog import WhyDialog, tell_why


@pytest.fixture
def receipt(desk: Desk) -> str:
    """The receipt number of a purchase for 120 euros, which made its customer Silver."""
    _customer, card = join(desk)
    return buy(desk, card, 12000).receipt


def _dialog() -> WhyDialog:
    QApplication.processEvents()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, WhyDialog) and each.isVisible())


def _opened(window, desk: Desk, receipt: str) -> WhyDialog:
    return tell_why(window.shown, desk.till.purchase(receipt))


def test_the_till_opens_it_for_a_purchase(window, person: Person, desk: Desk, receipt: str) -> None:
    person.scan(receipt)
    person.tap(person.find(QPushButton, "Step by step"))
    read = Person(_dialog()).reads()
    assert f"Purchase {receipt}" in read
    assert "120 points for €120.00, 120 × €1.00" in read
    assert "120 points more with Silver (× 2)" in read
    assert "Together: 240 points" in read
    assert "Rīts Club · version 1" in read
    _dialog().reject()


def test_a_statement_opens_it_for_an_entry(window, person: Person, desk: Desk, receipt: str) -> None:
    page = window.go("customers")
    page.open_customer(desk.till.purchase(receipt).customer)
    page.customer.show_section(page.customer.statement)
    person.tap(page.customer.statement.why)
    assert f"Purchase {receipt}" in Person(_dialog()).reads()
    _dialog().reject()


def test_points_that_were_added_later_tell_their_own_steps(window, person: Person, desk: Desk, receipt: str) -> None:
    guest = buy(desk, "", 1000)
    customer = desk.till.purchase(receipt).customer
    desk.till.attach(desk.till.purchase(guest.receipt), customer=customer)
    page = window.go("customers")
    page.open_customer(customer)
    page.customer.show_section(page.customer.statement)
    person.tap(page.customer.statement.why)
    assert "10 points for €10.00, 10 × €1.00" in Person(_dialog()).reads()
    _dialog().reject()


def test_it_leads_to_the_version_the_purchase_was_made_under(window, desk: Desk, receipt: str) -> None:
    desk.shop.load_programme(desk.shop.programme_text().replace("points = 1\n", "points = 5\n"))
    dialog = _opened(window, desk, receipt)
    Person(dialog).tap(dialog.version)
    page = window.shown
    assert isinstance(page, ProgrammePage)
    assert page.history.table.current().number == 1


def test_it_is_copied_as_text(window, desk: Desk, receipt: str) -> None:
    dialog = _opened(window, desk, receipt)
    Person(dialog).tap(dialog.copy)
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"Purchase {receipt}\n14 Mar 2026 10:05\n")
    assert copied.endswith("Together: 240 points\nRīts Club · version 1")
    assert "Paid: €120.00" in copied
    dialog.reject()


def test_it_is_printed(window, desk: Desk, receipt: str) -> None:
    dialog = _opened(window, desk, receipt)
    papers: list[object] = []
    dialog.show_paper = papers.append
    Person(dialog).tap(dialog.print)
    assert len(papers) == 1
    dialog.reject()


def test_escape_closes_it_and_the_till_goes_on(window, person: Person, desk: Desk, receipt: str, qtbot) -> None:
    dialog = _opened(window, desk, receipt)
    qtbot.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not any(isinstance(each, WhyDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


@pytest.mark.parametrize("percent", [100, 150])
def test_every_word_has_its_room(window, theme: Theme, desk: Desk, receipt: str, percent: int) -> None:
    theme.set(text_percent=percent)
    dialog = _opened(window, desk, receipt)
    for _round in range(4):
        QApplication.processEvents()
    assert (cut(dialog), small(dialog), nameless(dialog)) == ([], [], [])
    dialog.reject()
