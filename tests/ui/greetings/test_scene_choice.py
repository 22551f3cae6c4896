"""What is printed can be chosen by its picture, with the mouse and with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loyaltydesk.printing.scene import Page, Rect
from tests.ui.fitting import nameless, small
from ui.greetings.scene_choice import SceneChoices
from ui.theme.theme import Theme

OPTIONS = [("red", "Red paper"), ("blue", "Blue paper"), ("green", "Green paper")]


def _paper(colour: str, size: tuple[float, float] = (148, 105)) -> Page:
    return Page(*size, (Rect(0, 0, *size, colour),))


@pytest.fixture
def choices(qtbot: QtBot, theme: Theme) -> SceneChoices:
    choices = SceneChoices(theme, OPTIONS, name="Design", columns=2)
    qtbot.addWidget(choices)
    choices.show_pages({"red": _paper("#AA0000"), "blue": _paper("#0000AA"), "green": _paper("#00AA00", (105, 148))})
    choices.choose("red")
    choices.resize(300, 400)
    choices.show()
    return choices


def test_the_paper_itself_is_seen(choices: SceneChoices, colour_at) -> None:
    assert colour_at(choices.choices["red"], 0.5) == "#AA0000"
    choices.show_pages({"red": _paper("#123456")})
    assert colour_at(choices.choices["red"], 0.5) == "#123456"


def test_one_that_is_pressed_is_told_and_the_only_one(choices: SceneChoices, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.chosen) as chosen:
        QTest.mouseClick(choices.choices["blue"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["blue"]
    assert [key for key, choice in choices.choices.items() if choice.isChecked()] == ["blue"]


def test_arrows_and_the_space_bar_choose(choices: SceneChoices, qtbot: QtBot) -> None:
    choices.choices["red"].setFocus()
    qtbot.keyClick(choices.choices["red"], Qt.Key.Key_Space)
    with qtbot.waitSignal(choices.chosen) as chosen:
        qtbot.keyClick(choices.choices["red"], Qt.Key.Key_Right)
    assert chosen.args == ["blue"]


def test_what_there_is_not_turns_all_off(choices: SceneChoices) -> None:
    choices.choose("gold")
    assert not any(choice.isChecked() for choice in choices.choices.values())


def test_each_is_large_enough_and_has_a_name(choices: SceneChoices) -> None:
    assert (small(choices), nameless(choices)) == ([], [])
