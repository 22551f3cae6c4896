"""Colours are chosen by what they look like, and told by name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fitting import nameless, small
from ui.theme.swatches import Swatch, Swatches
from ui.theme.theme import Theme


@pytest.fixture
def swatches(qtbot: QtBot, theme: Theme) -> Swatches:
    swatches = Swatches(theme, [("#0b7a5b", "Green"), ("#1D4E89", "Blue"), ("#3A3A3A", "Graphite")], name="Colour")
    qtbot.addWidget(swatches)
    swatches.choose("#0B7A5B")
    swatches.show()
    return swatches


def _on(swatches: Swatches) -> list[str]:
    return [each.accessibleName() for each in swatches.findChildren(Swatch) if each.isChecked()]


def test_the_one_that_is_pressed_is_told_and_the_only_one(swatches: Swatches, qtbot: QtBot) -> None:
    with qtbot.waitSignal(swatches.chosen) as chosen:
        QTest.mouseClick(swatches.findChildren(Swatch)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["#1D4E89"]
    assert _on(swatches) == ["Blue"]


def test_a_colour_that_is_none_of_them_turns_all_off(swatches: Swatches) -> None:
    assert _on(swatches) == ["Green"]
    swatches.choose("#FFFFFF")
    assert _on(swatches) == []


def test_each_shows_its_colour_is_large_enough_and_has_a_name(swatches: Swatches, colour_at) -> None:
    assert colour_at(swatches.findChildren(Swatch)[1], 0.25) == "#1D4E89"
    assert (small(swatches), nameless(swatches)) == ([], [])
