"""The tiles say what a figure is, what became of it, and in which tone."""

from datetime import date

import pytest

from loyaltydesk.model.insights import Figure, Liability, Overview, Period
from ui.insights.tiles import Tiles

PERIOD = Period(date(2026, 3, 1), date(2026, 3, 12))


def held(worth=None, ending=0, ending_worth=None):
    return Liability(Figure(1000, 1000, ()), worth, None, None, ending, ending_worth)


def figures(liability=None, **others):
    known = {"active": Figure(5, 4, ()), "returning": Figure(600, 500, ()), "basket": Figure(1840, 1630, ())}
    known |= {"guest_basket": Figure(1260, None, ())} | others
    return Overview(
        PERIOD, known["active"], known["returning"], known["basket"], known["guest_basket"], liability or held()
    )


@pytest.fixture
def tiles(theme, qtbot):
    made = Tiles(theme)
    qtbot.addWidget(made)
    return made


def test_before_it_is_counted_there_is_neither_figure_nor_paper(tiles):
    assert tiles.active.figure.text() == "…"
    assert tiles.active.line == "counting…"
    assert tiles.papers() == []


def test_a_tile_tells_figure_change_and_line_to_a_screen_reader(tiles, session):
    tiles.show_overview(figures(), session.formats)
    assert tiles.basket.accessibleName() == "Average purchase: €18.40, +€2.10"
    assert tiles.basket.accessibleDescription().startswith("members; others €12.60")
    assert tiles.basket.change.property("tone") == "accent"


def test_what_nobody_can_tell_yet_is_said_so(tiles, session):
    nothing = Figure(None, None, (None,) * 12)
    tiles.show_overview(figures(returning=nothing, basket=nothing, guest_basket=nothing), session.formats)
    assert (tiles.returning.figure.text(), tiles.basket.figure.text()) == ("–", "–")
    assert not tiles.returning.change.isVisibleTo(tiles)
    assert tiles.basket.line == "no purchases of members yet"


def test_points_that_buy_nothing_are_counted_as_points(tiles, session):
    tiles.show_overview(figures(held(ending=40)), session.formats)
    assert tiles.points.figure.text() == "1,000"
    assert tiles.points.line == "40 points end within 30 days"


def test_points_that_grow_fast_are_to_be_watched(tiles, session):
    tiles.show_overview(figures(held(worth=Figure(124000, 100000, ()), ending=5, ending_worth=31000)), session.formats)
    assert (tiles.points.figure.text(), tiles.points.line) == ("€1,240", "€310 ends within 30 days")
    assert (tiles.points.change.text(), tiles.points.change.property("tone")) == ("watch: +24%", "warning")


def test_the_four_figures_are_a_table_on_paper(tiles, session):
    tiles.show_overview(figures(), session.formats)
    (paper,) = tiles.papers()
    assert paper.rows[0] == ("Active members", "5", "+25%", "bought in this period")
    assert len(paper.rows) == 4
