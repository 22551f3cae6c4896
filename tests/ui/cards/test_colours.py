"""A colour is one of the ready ones, one of the shop's own, or left to the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.cards.colours import ACCENTS, Colours


@pytest.fixture
def colours(qtbot, theme):
    colours = Colours(theme, "Second colour", ACCENTS)
    qtbot.addWidget(colours)
    colours.choose("")
    colours.show()
    colours.said = []
    colours.chosen.connect(colours.said.append)
    colours.mixed.connect(colours.said.append)
    return colours


def _tap(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_ready_colour_is_picked_with_the_mouse_and_with_arrows(colours):
    _tap(colours.swatches["#C9A24B"])
    QTest.keyClick(colours.swatches["#C9A24B"], Qt.Key.Key_Right)
    assert colours.said == ["#C9A24B", "#C4CBD0"]


def test_another_colour_begins_with_the_one_before_and_opens_the_mixing(colours):
    _tap(colours.swatches["#C4CBD0"])
    _tap(colours.own)
    assert colours.mixing.isVisible()
    assert colours.said[-1] == "#C4CBD0"
    colours.mixing.lightness.setValue(20)
    assert colours.own.colour == colours.said[-1] == colours.mixing.code.text()


def test_the_mixing_is_folded_away_and_opened_again(colours):
    _tap(colours.own)
    _tap(colours.own)
    assert not colours.mixing.isVisible()
    assert colours.own.isChecked()


def test_an_own_colour_that_is_kept_is_shown_as_one(colours):
    colours.choose("#123456")
    assert (colours.own.isChecked(), colours.own.colour, colours.mixing.isVisible()) == (True, "#123456", False)
    colours.choose("")
    assert (colours.swatches[""].isChecked(), colours.own.colour) == (True, "")


def test_a_ready_colour_that_is_mixed_by_chance_does_not_close_the_mixing(colours):
    _tap(colours.own)
    colours.mixing.code.setText("#F2C14E")
    colours.mixing.code.textEdited.emit("#F2C14E")
    colours.choose("#F2C14E")
    assert colours.mixing.isVisible()
    assert colours.own.isChecked()


def test_the_choice_is_told_by_more_than_colour(colours):
    picture = colours.swatches["#C9A24B"].grab().toImage()
    colours.choose("#C9A24B")
    assert colours.swatches["#C9A24B"].grab().toImage() != picture
    assert [each.accessibleName() for each in (*colours.swatches.values(), colours.own)] == [
        "Chosen by the program", "Gold", "Silver", "Copper", "Yellow", "Another colour…",
    ]  # fmt: skip
