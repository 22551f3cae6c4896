"""What waits stands in one slim line that unfolds, the most urgent first."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.insights import Group
from ui.theme.charts.look import look_of


def matters(count):
    return [Matter(MatterKind.VOICE_OVERDUE, Urgency.LATE, n + 1, "voices", "inbox", "", "") for n in range(count)]


@pytest.fixture
def strip(overview, session):
    def shown(count):
        overview.todo.show_matters(matters(count), session.formats)
        return overview.todo

    return shown


def seen(strip):
    return [button.text() for button in strip._buttons if button.isVisible()]


def test_as_many_stand_in_one_line_as_there_is_room_for_and_the_others_unfold(strip, person, overview):
    todo = strip(9)
    slim, first = todo.sizeHint().height(), seen(todo)
    assert 2 <= len(first) < 9
    assert first[0] == "1 answer is overdue"
    assert todo.more.text() == f"{9 - len(first)} more"
    assert slim <= 60  # px
    person.tap(todo.more)
    assert len(seen(todo)) == 9
    assert todo.more.text() == "Show less"
    person.tap(todo.more)
    assert seen(todo) == first


def test_it_unfolds_by_keys(strip, person):
    todo = strip(9)
    todo.more.setFocus()
    person.press(Qt.Key.Key_Return)
    assert len(seen(todo)) == 9


def test_a_few_need_no_unfolding(strip):
    todo = strip(2)
    assert len(seen(todo)) == 2
    assert not todo.more.isVisible()


def test_a_wider_window_has_room_for_more_of_them(strip, opened, qtbot):
    todo = strip(9)
    narrow = len(seen(todo))
    opened.resize(1920, 1080)
    qtbot.waitUntil(lambda: len(seen(todo)) > narrow)


def test_a_finger_finds_each_group(overview):
    chart = overview.groups.chart
    rows = chart.drawing.places(chart.rect().toRectF(), look_of(overview.theme))
    assert len(rows) == len(Group)
    assert min(row.height() for row in rows) >= 27.5
