"""Who brought a new customer: found, scanned, shown, and taken back."""

import pytest

from tests.shop import join
from ui.customers.brought_field import BroughtField


@pytest.fixture
def field(desk, theme, session, qtbot):
    made = BroughtField(theme, session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def test_whoever_is_found_and_chosen_is_shown_and_can_be_taken_back(desk, field, qtbot):
    anna, _card = join(desk)
    with qtbot.waitSignal(field.chosen):
        qtbot.keyClicks(field.finder.field, "anna\r")
    assert (field.customer, field._name.text()) == (anna, "Anna Kowalska")
    assert not field.finder.isVisible()
    field.clear_button.click()
    assert (field.customer, field.finder.isVisible(), field.clear_button.isVisible()) == ("", True, False)


def test_something_typed_is_not_somebody_chosen(desk, field, qtbot):
    assert not field.is_undecided
    qtbot.keyClicks(field.finder.field, "nobody\r")
    assert (field.customer, field.is_undecided) == ("", True)
    field.clear()
    assert not field.is_undecided


def test_enter_in_the_empty_field_goes_on(field, qtbot):
    with qtbot.waitSignal(field.submitted):
        field.finder.field.returnPressed.emit()


def test_enter_after_something_unknown_does_not(field, qtbot):
    field.finder.field.setText("nobody")
    with qtbot.assertNotEmitted(field.submitted):
        field.finder.field.returnPressed.emit()


def test_a_card_is_taken_only_while_the_field_waits_for_it(desk, field, qtbot):
    anna, card = join(desk)
    field.finder.field.clearFocus()
    assert not field.take_scan(card)
    field.setFocus()
    qtbot.waitUntil(field.finder.field.hasFocus)
    assert field.take_scan(card)
    assert field.customer == anna


def test_a_card_of_nobody_is_said_to_be_nobodys(desk, field, qtbot):
    field.setFocus()
    qtbot.waitUntil(field.finder.field.hasFocus)
    assert field.take_scan("9810000000013")
    assert (field.customer, field.is_undecided, field.finder._nobody.isVisible()) == ("", True, True)
