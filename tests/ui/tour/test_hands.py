"""Hands at a window: what they type arrives, what they scan is heard as a scan, and keys set shortcuts off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.seams.scanner import Scanner
from ui.tour.guide import CONTROL
from ui.tour.hands import Hands


class Desk(QWidget):
    """A field and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Do")
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)
        self.field.setFocus()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    qtbot.waitExposed(desk)
    return desk


@pytest.fixture
def hands(desk: Desk) -> Hands:
    hands = Hands(desk)
    hands.come()
    return hands


def test_what_is_typed_stands_in_the_field_in_every_alphabet(desk: Desk, hands: Hands) -> None:
    hands.type("Łucja Žanete Юрьева 14,50")
    assert desk.field.text() == "Łucja Žanete Юрьева 14,50"


def test_enter_is_pressed_where_it_was_typed(qtbot: QtBot, desk: Desk, hands: Hands) -> None:
    with qtbot.waitSignal(desk.field.returnPressed):
        hands.type("14\r")
    with qtbot.waitSignal(desk.field.returnPressed):
        hands.enter()


def test_a_scan_is_heard_and_leaves_nothing_in_the_field(
    qtbot: QtBot, qapp: QApplication, desk: Desk, hands: Hands
) -> None:
    scanner = Scanner(qapp)
    scanner.install(desk)
    hands.type("ab")
    with qtbot.waitSignal(scanner.scanned) as heard:
        hands.scan("2610000000018")
    assert heard.args == ["2610000000018"]
    assert desk.field.text() == "ab"
    hands.type("cd")
    assert desk.field.text() == "abcd"


def test_keys_set_shortcuts_off(desk: Desk, hands: Hands) -> None:
    pressed: list[str] = []
    QShortcut(QKeySequence("F5"), desk, lambda: pressed.append("F5"))
    QShortcut(QKeySequence("Ctrl+2"), desk, lambda: pressed.append("Ctrl+2"))
    hands.press(Qt.Key.Key_F5)
    hands.press(Qt.Key.Key_2, CONTROL)
    assert pressed == ["F5", "Ctrl+2"]


def test_a_button_is_pressed_by_the_space_bar(qtbot: QtBot, desk: Desk, hands: Hands) -> None:
    with qtbot.waitSignal(desk.button.clicked):
        hands.push(desk.button)


def test_an_option_is_chosen_by_arrow_keys(desk: Desk, hands: Hands) -> None:
    choice, heard = QComboBox(), list[int]()
    for key in ("open", "closed", "all"):
        choice.addItem(key, key)
    choice.setParent(desk)
    choice.show()
    choice.activated.connect(heard.append)
    hands.choose(choice, "all")
    hands.choose(choice, "closed")
    assert (choice.currentData(), heard[-1]) == ("closed", 1)
    with pytest.raises(ValueError, match="gone"):
        hands.choose(choice, "gone")
