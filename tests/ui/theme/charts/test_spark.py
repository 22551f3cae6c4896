"""Small charts show how it went, and tell each value."""

import pytest
from PySide6.QtCore import QRectF

from ui.theme.charts.look import PAPER
from ui.theme.charts.spark import Spark, Trend
from ui.theme.tokens import LIGHT


@pytest.fixture
def spark(qtbot, theme):
    made = Spark(theme)
    made.resize(200, 40)
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


def test_a_trend_reaches_from_its_lowest_to_its_highest_value():
    trend = Trend(names="abc", values=(5, 1, 9))
    tops = [mark.center().y() for mark in trend.marks(QRectF(0, 0, 84, 30), PAPER)]
    assert tops[1] > tops[0] > tops[2]
    assert 0 < tops[2] < 6
    assert 24 < tops[1] < 30


@pytest.mark.parametrize("values", [(7,), (3, 3, 3)])
def test_a_trend_that_never_changes_lies_in_the_middle(values):
    trend = Trend(names="abc"[: len(values)], values=values)
    marks = trend.marks(QRectF(0, 0, 84, 30), PAPER)
    assert {mark.center().y() for mark in marks} == {15}
    assert marks[-1].right() <= 84


def test_a_trend_tells_each_value_with_its_name():
    assert Trend(names=("Jan", "Feb"), values=(1, 2), words="€{}".format).all_spoken() == "Jan: €1; Feb: €2"
