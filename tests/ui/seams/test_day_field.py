"""A day is shown and read as it is, and one that may be left open is none until it is ticked."""

from datetime import date

import pytest

from ui.seams.day_field import OpenDay, day_field, day_in, show_day

SPRING, LATER = date(2026, 3, 14), date(2027, 2, 28)


@pytest.fixture
def open_day(qtbot, theme, session):
    field = OpenDay(theme, "It ends on a day", session.formats)
    qtbot.addWidget(field)
    return field


def test_a_field_shows_a_day_as_the_shop_writes_it(qtbot, theme, session):
    field = day_field(theme, "Last day", session.formats)
    qtbot.addWidget(field)
    show_day(field, SPRING)
    assert day_in(field) == SPRING
    assert field.text() == session.formats.day(SPRING)


def test_a_day_that_is_left_open_offers_another_one_when_it_is_ticked(open_day):
    open_day.show_day(None, otherwise=LATER)
    assert open_day.chosen() is None
    assert not open_day.day.isEnabled()
    open_day.tick.click()
    assert open_day.chosen() == LATER
    assert open_day.day.isEnabled()


def test_a_day_that_is_there_can_be_taken_away(open_day):
    open_day.show_day(SPRING, otherwise=LATER)
    assert open_day.chosen() == SPRING
    open_day.tick.click()
    assert open_day.chosen() is None
