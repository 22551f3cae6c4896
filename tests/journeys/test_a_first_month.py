"""A customer's first month, through the window alone: joins, buys, forgets the card, loses it, takes a reward home."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.cards import CardState
from loyaltydesk.model.purchases import VoucherState
from tests.ui.person import Person
from ui.paper.dialog import PaperDialog

ESC, F4, F6, F8 = Qt.Key.Key_Escape, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8


@pytest.fixture
def cards(desk) -> list[str]:
    """Two blank cards from the drawer."""
    return desk.cards.make(2)


def receipt_of(desk) -> str:
    return desk.till.newest(1)[0].receipt


def test_a_first_month_leaves_exactly_what_happened(desk, clock, cards, person: Person):
    first, second = cards

    # joins with a blank card and buys at once
    person.scan(first)
    person.type("Ilze Kalniņa\r\r14.3\r")
    person.type("60\r")
    customer = desk.cards.owner(first).id
    assert desk.customers.see(customer).balance == 60

    # a slip of the finger is undone before the next one comes
    person.scan(first)
    person.type("600\r")
    person.press(F6)
    assert desk.customers.see(customer).balance == 60

    # a week later the card is at home; the receipt brings the points the next day
    clock.forward(days=7)
    person.press(F8)
    person.type("45.50\r")
    forgotten = receipt_of(desk)
    clock.forward(days=1)
    person.scan(forgotten)
    person.tap(person.find(QPushButton, "Give points to…"))
    person.scan(first)
    person.enter()
    assert desk.customers.see(customer).balance == 60 + 90  # the 45 euros lift her to Silver, which counts twice

    # half of it comes back
    person.scan(forgotten)
    person.type("20\r")
    assert desk.till.purchase(forgotten).returned == 2000

    # the card is lost, and another takes its place
    person.scan(second)
    person.tap(person.find(QPushButton, "Replace a lost card"))
    person.type("kaln\r")
    assert desk.cards.get(first).state is CardState.REPLACED
    person.press(ESC)
    person.scan(first)
    assert "was replaced by" in person.reads()
    person.press(ESC)

    # a coffee to take home as a voucher, which pays its way on the next visit
    person.scan(second)
    person.press(F4)
    person.tap(person.find(QPushButton, "As a voucher: Free coffee"))
    person.window.findChild(PaperDialog).reject()
    (voucher,) = desk.customers.vouchers(customer)
    person.press(ESC)
    clock.forward(days=5)
    person.scan(voucher.code)
    person.type("3.20\r")
    assert desk.rewards.voucher(voucher.code).state is VoucherState.USED

    # and the books agree with every one of these days
    statement = desk.customers.statement(customer)
    assert statement.balance == sum(entry.points for entry in statement.entries)
    assert desk.customers.get(customer).account.visits == 3
