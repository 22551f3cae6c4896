"""A fan stands between round numbers, and tells its points to a mouse, to the keyboard and to a screen reader."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from ui.theme.charts.fan import FanChart, Point
from ui.theme.tokens import LIGHT

POINTS = [(str(month), Point(-10 * month, 5 * month, 30 * month)) for month in range(1, 5)]


@pytest.fixture
def chart(qtbot, theme):
    made = FanChart(theme, words="€{}".format)
    made.resize(400, 240)
    made.show_fan(POINTS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_numbers_are_told_in_words(chart):
    assert chart.accessibleDescription() == "1: €5; 2: €10; 3: €15; 4: €20"
    assert chart.shown_text() == ""


def test_the_point_under_the_mouse_is_told_until_it_leaves(qtbot, chart):
    qtbot.mouseMove(chart, QPoint(110, 100))
    assert chart.shown_text() == "1: €5"
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.shown_text() == ""


def test_the_arrow_keys_go_from_point_to_point(qtbot, chart):
    with qtbot.waitActive(chart):
        chart.activateWindow()
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.shown_text() == "4: €20"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.shown_text() == "3: €15"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.shown_text() == "1: €5"
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.shown_text() == "4: €20"
    chart.clearFocus()
    assert chart.shown_text() == ""


def test_the_band_is_tinted_and_the_rest_is_not(chart, colour_at):
    assert colour_at(chart, 0.85, 0.3) not in (LIGHT.bg, LIGHT.surface)
    assert colour_at(chart, 0.3, 0.2) in (LIGHT.bg, LIGHT.surface)


@pytest.mark.parametrize("points", [[], POINTS[:1], [("1", Point(0, 0, 0))] * 3])
def test_few_points_and_none_are_painted_without_a_fault(qtbot, chart, points):
    chart.show_fan(points)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    chart.resize(60, 20)
    chart.grab()
