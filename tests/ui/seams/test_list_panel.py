"""The panel with a list says what is wanted of it, and leads from the search to the list and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.seams.lines import Line
from ui.seams.list_panel import ListPanel

SIEVES = [("all", "All"), ("open", "To answer")]


@pytest.fixture
def panel(qtbot, theme):
    panel = ListPanel(theme, "Voices", SIEVES, kinds=[("", "Every kind"), ("praise", "Praise")])
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    panel.show_lines([Line("1", "Anna", "Oat milk", "heart"), Line("2", "Olga", "late", "heart")], "2 voices")
    return panel


@pytest.mark.parametrize(
    "change",
    [
        lambda panel: panel.search.setText("oat"),
        lambda panel: panel.sieve.chosen.emit("open"),
        lambda panel: panel.kinds.chosen.emit("praise"),
    ],
)
def test_another_part_of_the_list_is_wanted(panel, change):
    sifted = []
    panel.sifted.connect(lambda: sifted.append(True))
    change(panel)
    assert sifted == [True]


def test_without_kinds_there_is_no_choice_of_them(qtbot, theme):
    panel = ListPanel(theme, "Partners", SIEVES)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.sieve.isVisible()
    assert not panel.kinds.isVisible()


def test_arrows_lead_from_the_search_to_the_list(panel):
    panel.search.setFocus()
    QTest.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.lines.hasFocus()


def test_going_back_takes_the_search_away_once(panel):
    panel.search.setText("oat")
    assert panel.go_back()
    assert panel.search.text() == ""
    assert not panel.go_back()


def test_a_line_that_is_the_current_one_by_itself_was_chosen_by_nobody(panel):
    chosen = []
    panel.lines.chosen.connect(chosen.append)
    panel.show_lines([Line("3", "Jānis", "far away", "heart")], "1 voice")
    assert (panel.lines.key, chosen) == ("3", [])
    panel.show_lines([Line("1", "Anna", "Oat milk", "heart"), Line("2", "Olga", "late", "heart")], "2 voices")
    panel.lines.choose("2")
    assert chosen == ["2"]
