"""Cells are the darker the more they hold, and what is written in them can be read on each shade."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from loyaltydesk.printing.colours import contrast, ink_on, luminance
from ui.theme.charts.heat import Heat, HeatRow
from ui.theme.charts.look import PAPER, Look
from ui.theme.tokens import COMFORTABLE, DARK, LIGHT

pytestmark = pytest.mark.usefixtures("theme")  # fonts need an application
COHORTS = (
    HeatRow("Oct", "30", (Fraction(63, 100), Fraction(54, 100), Fraction(1, 2))),
    HeatRow("Nov", "28", (Fraction(61, 100), None)),
    HeatRow("Dec", "0", ()),
)
HEAT = Heat(columns=("+1", "+2", "+3"), rows=COHORTS, words=lambda share: f"{int(share * 100)}%")
DAYS = Heat(columns=[str(hour) for hour in range(8, 21)], rows=[HeatRow(day, "", range(13)) for day in "MTWTFSS"])


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_words_can_be_read_on_every_shade(colours):
    look, heat = Look(colours, COMFORTABLE), Heat(columns=("",), rows=(HeatRow("", "", (1,)),), top=100)
    shades = [heat.shade(value, look) for value in range(101)]
    assert all(contrast(ink_on(shade), shade) >= 4.5 for shade in shades)
    light = [luminance(shade) for shade in shades]
    assert light == sorted(light, reverse=colours is LIGHT)
    assert len(set(shades)) > 60


def test_a_shade_is_that_of_the_most_or_of_what_is_given_as_such():
    assert HEAT.shade(Fraction(63, 100), PAPER) == LIGHT.accent_pressed.upper()
    assert HEAT.shade(Fraction(0), PAPER) == LIGHT.surface_alt.upper()
    given = Heat(columns=("a",), rows=(HeatRow("", "", (5,)),), top=10)
    assert given.shade(99, PAPER) == LIGHT.accent_pressed.upper() != given.shade(5, PAPER)


def test_cells_that_are_not_yet_have_no_place_and_are_not_told():
    assert HEAT.count == len(HEAT.places(QRectF(0, 0, 400, 200), PAPER)) == 4
    assert HEAT.all_spoken() == "Oct (30), +1: 63%; Oct (30), +2: 54%; Oct (30), +3: 50%; Nov (28), +1: 61%"


def test_a_cell_is_told_as_whoever_knows_its_meaning_says():
    told = Heat(
        columns=("10",),
        rows=(HeatRow("Mon", "", (3,)),),
        tell=lambda row, column, said: f"{said} on {row.name} at {column}",
    )
    assert told.spoken(0) == "3 on Mon at 10"


@pytest.mark.parametrize("heat", [HEAT, DAYS])
@pytest.mark.parametrize("width", [200, 400, 900])
def test_cells_stand_side_by_side_within_the_room(heat, width):
    room = QRectF(0, 0, width, 220)
    places = heat.places(room, PAPER)
    assert all(room.contains(place) for place in places)
    assert not any(a.intersects(b) for at, a in enumerate(places) for b in places[at + 1 :])


@pytest.mark.parametrize(("width", "written"), [(900, True), (150, False)])
def test_values_are_written_where_there_is_room_for_all_of_them(width, written):
    heat = Heat(columns=[""] * 13, rows=[HeatRow("", "", (888,) * 13)])
    picture = QImage(width, 60, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.surface))
    with QPainter(picture) as painter:
        heat.paint(painter, QRectF(picture.rect()), PAPER)
    inside = heat.places(QRectF(picture.rect()), PAPER)[6].toAlignedRect().adjusted(2, 4, -2, -4)
    colours = {
        picture.pixel(x, y) for x in range(inside.left(), inside.right()) for y in range(inside.top(), inside.bottom())
    }
    assert (len(colours) > 2) is written


@pytest.mark.parametrize("rows", [(), COHORTS[2:], (HeatRow("Jan", "", (None,)),)])
def test_without_cells_there_is_only_the_hint(rows):
    assert Heat(columns=("+1",), rows=rows, hint="Nobody joined yet.").all_spoken() == "Nobody joined yet."


def test_nothing_at_all_happened_is_a_chart_too():
    heat = Heat(columns=("9", "10"), rows=(HeatRow("Mon", "", (0, 0)),))
    assert heat.shade(0, PAPER) == LIGHT.surface_alt.upper()


def test_a_cell_needs_its_column():
    with pytest.raises(ValueError, match="column"):
        Heat(columns=("+1",), rows=(HeatRow("Jan", "", (1, 2)),))
