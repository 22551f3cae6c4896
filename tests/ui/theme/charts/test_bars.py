"""Bars stand over their names, and tell their values to a mouse and to a screen reader."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.charts.bars import BarChart
from ui.theme.tokens import LIGHT


@pytest.fixture
def chart(qtbot, theme):
    made = BarChart(theme, words="€{}".format)
    made.resize(400, 200)
    made.show_bars(["Jan", "Feb"], [40, 80])
    qtbot.addWidget(made)
    return made


def test_the_numbers_are_told_in_words(chart):
    assert chart.accessibleDescription() == "Jan: €40; Feb: €80"


def test_the_bar_under_the_mouse_stands_out_and_the_newest_when_it_leaves(qtbot, chart, colour_at):
    with qtbot.waitExposed(chart):
        chart.show()
    assert (colour_at(chart, 0.32, 0.8), colour_at(chart, 0.77, 0.8)) == (LIGHT.accent_ghost, LIGHT.accent)
    qtbot.mouseMove(chart, QPoint(120, 100))
    assert (colour_at(chart, 0.32, 0.8), colour_at(chart, 0.77, 0.8)) == (LIGHT.accent, LIGHT.accent_ghost)
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert colour_at(chart, 0.77, 0.8) == LIGHT.accent


def test_a_name_for_each_value_is_required(chart):
    with pytest.raises(ValueError, match="zip"):
        chart.show_bars(["Jan"], [1, 2])


def test_a_chart_without_bars_says_why(qtbot, theme):
    chart = BarChart(theme, hint="Nothing was bought yet.")
    qtbot.addWidget(chart)
    chart.grab()
    assert chart.accessibleDescription() == "Nothing was bought yet."
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
