"""What can be seen, and what is missed."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.tour import eyes


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    box = QVBoxLayout(window)
    hidden = QLabel("behind the curtain")
    off = QPushButton("Off")
    off.setEnabled(False)
    field = QLineEdit("24.50")
    for widget in (QLabel("Ready"), hidden, QPushButton("Salt && Pepper"), off, field):
        box.addWidget(widget)
    hidden.hide()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eyes, "PATIENCE_MS", 50)


def test_all_that_can_be_read_is_read_and_no_more(window: QWidget) -> None:
    assert eyes.words(window).splitlines() == ["Ready", "Salt & Pepper", "Off", "24.50"]


def test_a_button_is_known_by_the_beginning_of_its_name(window: QWidget) -> None:
    first = window.findChildren(QPushButton)[0]
    first.setAccessibleName("Use: Free coffee")
    assert eyes.button(window, "Use") is first


def test_a_button_that_cannot_be_pressed_is_none(window: QWidget) -> None:
    window.findChildren(QPushButton)[1].setAccessibleName("Off")
    with pytest.raises(eyes.NotSeen, match="Off"):
        eyes.button(window, "Off")


def test_a_dialog_is_seen_while_it_is_open(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    assert eyes.dialog(QDialog) is None
    dialog.open()
    assert eyes.dialog(QDialog) is dialog


def test_what_comes_after_a_while_is_waited_for() -> None:
    looks: Iterator[str] = iter(["", "", "there"])
    assert eyes.waited(lambda: next(looks), "something") == "there"


def test_what_never_comes_is_missed_by_its_name() -> None:
    with pytest.raises(eyes.NotSeen, match="something"):
        eyes.waited(lambda: False, "something")
