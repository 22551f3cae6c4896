"""Charts stand in their places, choose round numbers, and tell their values to a mouse and to a screen reader."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication

from ui.theme.charts import BarChart, Spark, round_ticks, short_enough
from ui.theme.tokens import LIGHT


@pytest.fixture
def spark(qtbot, theme):
    made = Spark(theme)
    made.resize(200, 40)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def chart(qtbot, theme):
    made = BarChart(theme, words="€{}".format)
    made.resize(400, 200)
    made.show_bars(["Jan", "Feb"], [40, 80])
    qtbot.addWidget(made)
    return made


def test_the_newest_bar_stands_out_and_an_empty_week_is_still_there(spark, colour_at):
    spark.show_values([4, 0, 2, 4])
    assert [colour_at(spark, at, 0.98) for at in (0.125, 0.375, 0.625, 0.875)] == [
        LIGHT.accent_ghost,
        LIGHT.surface_hover,
        LIGHT.accent_ghost,
        LIGHT.accent,
    ]
    assert colour_at(spark, 0.875, 0.2) == LIGHT.accent
    assert colour_at(spark, 0.625, 0.2) != LIGHT.accent_ghost  # half as high


@pytest.mark.parametrize("values", [(), (0, 0, 0), (0,)])
def test_nothing_to_show_is_painted_without_a_fault(spark, values):
    spark.show_values(values)
    spark.grab()
    assert spark.accessibleDescription() == ", ".join(map(str, values))


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (143, [0, 50, 100, 150]),
        (400, [0, 100, 200, 300, 400]),
        (401, [0, 200, 400, 600]),
        (123_456_789_012, [i * 50_000_000_000 for i in range(4)]),
    ],
)
def test_the_axis_has_few_round_numbers_that_reach_the_top(top, ticks):
    assert round_ticks(top) == ticks


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


def test_a_chart_without_bars_shows_its_axis(chart):
    chart.show_bars([], [])
    chart.grab()
    assert chart.accessibleDescription() == ""


@pytest.mark.parametrize(("room", "shown"), [(60, ["июнь", "сент."]), (35, ["июн", "сен"]), (3, ["и", "с"])])
def test_names_below_bars_lose_letters_before_they_run_into_each_other(room, shown):
    assert short_enough(["июнь", "сент."], room, lambda text: 10 * len(text)) == shown
    assert short_enough([], room, len) == []
