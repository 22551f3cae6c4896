"""Whose card is seen while it is designed: a sample of a usual or a long name, or a customer's."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shop import join
from ui.cards.shown import Shown, Who


@pytest.fixture
def shown(qtbot, theme, session, desk):
    join(desk, "Anna Kowalska")
    join(desk, "Annija Ozola")
    shown = Shown(theme, session)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _pick(shown: Shown, who: Who) -> None:
    shown.who.choose(who)
    shown.who.chosen.emit(who)


def test_at_first_a_sample_is_seen(shown):
    assert (shown.kind, shown.customer(), shown.search.isVisible()) == (Who.USUAL, "", False)


def test_a_customer_is_found_as_one_types_and_with_the_arrows(desk, shown):
    _pick(shown, Who.CUSTOMER)
    QTest.keyClicks(shown.search, "ann")
    first = shown.customer()
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    assert {first, shown.customer()} == {person.id for person in desk.customers.find("ann")}
    QTest.keyClick(shown.search, Qt.Key.Key_Up)
    assert shown.customer() == first


def test_nobody_found_is_a_sample(shown):
    _pick(shown, Who.CUSTOMER)
    QTest.keyClicks(shown.search, "xyz")
    assert (shown.customer(), shown._found.text()) == ("", "Nobody found")


def test_somebody_found_elsewhere_is_shown_and_taken_back(desk, shown):
    person = desk.customers.find("Ozola")[0]
    shown.show_customer(person)
    assert (shown.customer(), shown._found.text()) == (person.id, "Annija Ozola")
    assert shown.forget()
    assert (shown.kind, shown.customer()) == (Who.USUAL, "")
    assert not shown.forget()
