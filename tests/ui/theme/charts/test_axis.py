"""An axis has round numbers beside it, and below it as many names as have room."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from ui.theme.charts.axis import axis_in, round_ticks, shown_names, ticks_between
from ui.theme.charts.look import PAPER, Look
from ui.theme.tokens import COMFORTABLE, LIGHT

pytestmark = pytest.mark.usefixtures("theme")  # fonts need an application
MONTHS = ("апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.", "янв.", "февр.", "март")


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


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 0, [0, 1]),
        (-5, 10, [-5, 0, 5, 10]),
        (-90_000, 270_000, [-100_000, 0, 100_000, 200_000, 300_000]),
        (-10, -5, [-10, -5, 0]),
        (20, 40, [0, 10, 20, 30, 40]),
    ],
)
def test_the_axis_has_round_numbers_around_nothing(low, high, ticks):
    assert ticks_between(low, high) == ticks


@pytest.mark.parametrize("width", [80, 200, 320, 480, 900])
@pytest.mark.parametrize("percent", [100, 150])
def test_names_never_run_into_each_other_and_the_newest_is_among_them(width, percent):
    look, room = Look(LIGHT, COMFORTABLE.enlarged(percent)), QRectF(0, 0, width, 200)
    axis = axis_in(room, look, ticks=[0, 100], columns=12, words=str)
    shown = shown_names(axis.middles, MONTHS, look, within=room)
    assert shown[-1][0] == 11
    for (_one, left), (_other, right) in pairwise(shown):
        assert left.right() < right.left()
    assert all(at.left() >= 0 and at.right() <= width for _place, at in shown)


def test_all_names_are_there_where_they_have_room():
    axis = axis_in(QRectF(0, 0, 900, 200), PAPER, ticks=[0, 100], columns=12, words=str)
    assert [place for place, _at in shown_names(axis.middles, MONTHS, PAPER, within=axis.room)] == list(range(12))


def test_a_room_without_room_has_an_axis_too():
    axis = axis_in(QRectF(0, 0, 3, 2), PAPER, ticks=[0, 100], columns=3, words=str)
    assert axis.plot.width() >= 1
    assert axis.y(0) >= axis.y(100)
