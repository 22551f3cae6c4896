"""A line stands over bars on one axis, leaves gaps where nothing is known, and marks its newest value."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme.charts.line import Line, Series
from ui.theme.charts.look import PAPER
from ui.theme.tokens import LIGHT

pytestmark = pytest.mark.usefixtures("theme")  # fonts need an application
ROOM = QRectF(0, 0, 480, 260)
ACTIVE, JOINED = Series("Active", (100, 200, 300, 400)), Series("Joined", (20, 0, 40, 60))
NAMES = ("Jan", "Feb", "Mar", "Apr")


def painted(drawing, at=-1):
    picture = QImage(480, 260, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    with QPainter(picture) as painter:
        drawing.paint(painter, ROOM, PAPER, at=at)
    return picture


def count(picture, colour):
    wanted = QColor(colour).rgb()
    return sum(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


def test_equal_steps_lie_on_a_straight_line():
    spots = [mark.center() for mark in Line(names=NAMES, line=ACTIVE).marks(ROOM, PAPER)]
    steps = {(round(b.x() - a.x(), 6), round(b.y() - a.y(), 6)) for a, b in pairwise(spots)}
    assert len(steps) == 1


def test_a_point_is_told_with_all_that_is_known_of_it():
    before = Series("A year before", (None, None, 250, 260))
    line = Line(names=NAMES, line=ACTIVE, bars=JOINED, before=before, words="{:,}".format)
    assert line.spoken(0) == "Jan: Active 100, Joined 20"
    assert line.spoken(3) == "Apr: Active 400, Joined 60, A year before 260"


def test_bars_are_painted_and_the_one_pointed_at_stands_out():
    line = Line(names=NAMES, line=ACTIVE, bars=JOINED)
    assert count(painted(line), LIGHT.accent_ghost) > count(painted(line, at=3), LIGHT.accent_ghost) > 0


def test_nothing_leads_over_what_is_not_known():
    whole, broken = (Line(names=NAMES, line=Series("Active", (9, second, 9, 9))) for second in (9, None))
    assert count(painted(broken), LIGHT.accent) < count(painted(whole), LIGHT.accent)


@pytest.mark.parametrize("values", [(None,) * 4, ()])
def test_a_line_of_which_nothing_is_known_is_empty(values):
    assert Line(names=NAMES[: len(values)], line=Series("Active", values)).count == 0


@pytest.mark.parametrize(
    "values", [(0, 0, 0, 0), (-5, 3, -7, 2), (10**15, 0, -(10**15), 1), (None, None, 5, None), (5, None, None, None)]
)
def test_any_whole_numbers_are_painted_within_the_room(values):
    line = Line(names=NAMES, line=Series("Active", values), bars=Series("Joined", values))
    painted(line)
    painted(line, at=1)
    assert all(ROOM.contains(place) for place in line.places(ROOM, PAPER))


def test_each_series_has_a_value_for_each_name():
    with pytest.raises(ValueError, match="zip"):
        Line(names=NAMES, line=ACTIVE, bars=Series("Joined", (1, 2)))


def test_the_painter_is_left_as_it_was():
    picture = QImage(480, 260, QImage.Format.Format_RGB32)
    with QPainter(picture) as painter:
        pen = painter.pen()
        Line(names=NAMES, line=ACTIVE).paint(painter, ROOM, PAPER)
        assert painter.pen() == pen
