"""Rows under each other have bars as long as their values, names that are cut before bars are, and whiskers."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ui.theme.charts.look import PAPER, Look
from ui.theme.charts.ranked import MUTED, Rank, Ranked
from ui.theme.tokens import COMFORTABLE, LIGHT

pytestmark = pytest.mark.usefixtures("theme")  # fonts need an application
GROUPS = (Rank("loyal", "Loyal", 80), Rank("slip", "Slipping away", 40, role="danger"), Rank("lost", "Lost", 0))


def painted(drawing, width=400, height=120, at=-1):
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    with QPainter(picture) as painter:
        drawing.paint(painter, QRectF(picture.rect()), PAPER, at=at)
    return picture


def length(picture, y, colour):
    wanted = QColor(colour).rgb()
    return sum(picture.pixel(x, y) == wanted for x in range(picture.width()))


def test_a_bar_is_as_long_as_its_value_and_has_its_colour():
    picture = painted(Ranked(rows=GROUPS))
    loyal, slipping = length(picture, 20, LIGHT.accent), length(picture, 60, LIGHT.danger)
    assert abs(loyal - 2 * slipping) <= 3
    assert length(picture, 100, LIGHT.accent) == 0


def test_bars_begin_at_nothing_which_is_in_between_where_something_is_below_it():
    ranked = Ranked(rows=(Rank("", "Cost", 30, role="warning"), Rank("", "Loss", -30, role="danger")))
    picture = painted(ranked, height=60)
    assert abs(length(picture, 15, LIGHT.warning) - length(picture, 45, LIGHT.danger)) <= 2


def test_a_whisker_reaches_from_the_least_to_the_most():
    row = Rank("", "Gain", 50, low=20, high=100)
    picture = painted(Ranked(rows=(row._replace(name="", value=0),)), height=31)
    table = Ranked(rows=(row._replace(name="", value=0),))._table(QRectF(picture.rect()), PAPER)
    dark = [x for x in range(400) if QColor(picture.pixel(x, 15)).lightness() < 100 and x < table.values.left()]
    assert abs(dark[-1] - table.bars.right()) <= 2
    assert abs(len(dark) - 0.8 * table.bars.width()) <= 4
    assert Ranked(rows=(row,), words="€{}".format).spoken(0) == "Gain: €50, €20 … €100"


def test_the_row_that_is_picked_stands_on_a_ground_and_not_on_paper():
    ranked = Ranked(rows=GROUPS, picked="slip")
    assert length(painted(ranked), 45, LIGHT.accent_soft) > 100
    assert length(painted(ranked.on_paper()), 45, LIGHT.accent_soft) == 0


def test_the_keyboard_begins_at_the_row_that_is_picked():
    assert Ranked(rows=GROUPS, picked="lost").first() == 2
    assert Ranked(rows=GROUPS, picked="gone").first() == 0
    assert Ranked(rows=GROUPS).onward(0, Qt.Key.Key_Down) == 1


def test_rows_to_choose_from_are_as_high_as_a_finger_needs():
    assert Ranked(rows=GROUPS).wanted(PAPER).height() >= 3 * 44
    assert Ranked(rows=GROUPS).on_paper().wanted(PAPER).height() < 3 * 44


@pytest.mark.parametrize("percent", [100, 150])
def test_a_long_name_leaves_room_for_its_bar(percent):
    look = Look(LIGHT, COMFORTABLE.enlarged(percent))
    table = Ranked(rows=(Rank("", "Константинопольская " * 9, 5),))._table(QRectF(0, 0, 360, 40), look)
    assert table.names.right() < table.bars.left() < table.bars.right() < table.values.left()
    assert table.bars.width() > 70


def test_rows_without_room_are_left_out_and_none_is_written_over_another():
    places = Ranked(rows=GROUPS * 9).places(QRectF(0, 0, 300, 100), PAPER)
    assert 3 <= len(places) < 27
    assert places[-1].bottom() <= 101


def test_hostile_names_and_numbers_are_painted_without_a_fault():
    rows = (Rank("", "<b>\n\t&" * 500, 10**18), Rank("", "", -(10**18), role=MUTED), Rank("", "\u202e", 0))
    painted(Ranked(rows=rows), at=1)
