"""The keypad says which figure was tapped, and leaves the focus where it was."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from loyaltydesk.model.money import currency
from ui.seams.formats import QtFormats
from ui.till.keypad import BACK, Keypad


@pytest.fixture
def keypad(theme, qtbot):
    def made(code: str, language: str = "en") -> Keypad:
        keypad = Keypad(theme, QtFormats(language, currency(code)))
        qtbot.addWidget(keypad)
        return keypad

    return made


def tapped(keypad: Keypad) -> dict[str, str]:
    """What each button says when it is tapped, by its name."""
    told: list[str] = []
    keypad.pressed.connect(told.append)
    buttons = keypad.findChildren(QPushButton)
    for button in buttons:
        button.click()
    return dict(zip([button.accessibleName() for button in buttons], told, strict=True))


def test_every_button_has_a_name_and_its_own_figure(keypad):
    figures = {figure: figure for figure in "1234567890"}
    assert tapped(keypad("EUR")) == figures | {"Decimal sign": ".", "Delete the last figure": BACK}


def test_a_currency_without_decimals_has_two_noughts_in_their_place(keypad):
    assert tapped(keypad("JPY"))["00"] == "00"


def test_the_decimal_sign_is_that_of_the_language(keypad):
    (sign,) = [
        each for each in keypad("EUR", "lv").findChildren(QPushButton) if each.accessibleName() == "Decimal sign"
    ]
    assert sign.text() == ","


def test_a_tap_takes_the_focus_from_nobody(keypad, qtbot):
    window, field, pad = QWidget(), QLineEdit(), keypad("EUR")
    box = QVBoxLayout(window)
    box.addWidget(field)
    box.addWidget(pad)
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    for button in pad.findChildren(QPushButton):
        button.click()
    assert window.focusWidget() is field
