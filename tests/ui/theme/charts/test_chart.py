"""A chart tells its points to the mouse, to the keyboard and to a screen reader, in words beside each."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.theme.charts.bubble import Bubble
from ui.theme.charts.chart import Chart
from ui.theme.charts.heat import Heat, HeatRow
from ui.theme.charts.line import Line, Series
from ui.theme.charts.look import look_of
from ui.theme.charts.ranked import Rank, Ranked
from ui.theme.charts.spark import Trend

MONTHS = ("Jan", "Feb", "Mar", "Apr")
LINE = Line(names=MONTHS, line=Series("Active", (10, 40, 20, 30)), bars=Series("Joined", (1, 2, 3, 4)))
RANKED = Ranked(rows=(Rank("loyal", "Loyal", 88), Rank("lost", "Lost", 61), Rank("", "Unknown", 3)))
HEAT = Heat(columns=("+1", "+2"), rows=(HeatRow("Jan", "30", (63, 54)), HeatRow("Feb", "28", (61, None))))
TREND = Trend(names=MONTHS, values=(1, 2, 3, 4))


@pytest.fixture
def shown(qtbot, theme):
    """Shows a drawing in a window of its own."""
    kept = []

    def show(drawing, size=(400, 240)):
        window = QWidget()
        box = QVBoxLayout(window)
        kept.append(window)
        chart = Chart(theme, drawing, name="Members")
        box.addWidget(chart)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        return chart

    return show


@pytest.fixture
def tabbed(qtbot, shown):
    """The same, with the keyboard come to it."""

    def show(drawing):
        chart = shown(drawing)
        with qtbot.waitActive(chart):
            chart.activateWindow()
        chart.clearFocus()
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        return chart

    return show


def bubble(chart):
    return next((each for each in chart.window().findChildren(Bubble) if each.isVisible()), None)


def middle(chart, at):
    look = look_of(chart.theme)
    return chart.drawing.places(chart.rect().toRectF(), look)[at].center().toPoint()


def test_all_numbers_are_there_for_a_screen_reader(shown):
    chart = shown(LINE)
    assert chart.accessibleName() == "Members"
    assert chart.accessibleDescription().startswith("Jan: Active 10, Joined 1; Feb: Active 40, Joined 2; ")


def test_the_words_of_a_point_stand_beside_it_while_the_mouse_is_there(qtbot, shown):
    chart = shown(LINE)
    assert bubble(chart) is None
    qtbot.mouseMove(chart, middle(chart, 2))
    told = bubble(chart)
    assert told.text() == "Mar\nActive 20\nJoined 3"
    assert chart.window().rect().contains(told.geometry())
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert bubble(chart) is None


@pytest.mark.parametrize("at", [0, 3])
def test_the_words_stay_within_the_window(qtbot, shown, at):
    chart = shown(TREND, size=(120, 90))
    qtbot.mouseMove(chart, middle(chart, at))
    assert chart.window().rect().contains(bubble(chart).geometry())


def test_keys_walk_from_point_to_point_and_stay_at_the_ends(qtbot, tabbed):
    chart = tabbed(LINE)
    assert chart.shown_text() == "Apr: Active 30, Joined 4"
    for key, name in (
        (Qt.Key.Key_Left, "Mar"),
        (Qt.Key.Key_Home, "Jan"),
        (Qt.Key.Key_Left, "Jan"),
        (Qt.Key.Key_End, "Apr"),
    ):
        qtbot.keyClick(chart, key)
        assert chart.shown_text().startswith(name)
    chart.clearFocus()
    assert chart.shown_text() == ""


def test_a_point_is_said_aloud_when_the_keyboard_comes_to_it(qtbot, tabbed, monkeypatch):
    chart = tabbed(TREND)
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert said == ["Mar: 3"]
    assert chart.accessibleDescription() == "Mar: 3"
    chart.clearFocus()
    assert chart.accessibleDescription() == "Jan: 1; Feb: 2; Mar: 3; Apr: 4"


@pytest.mark.parametrize("drawing", [LINE, RANKED, HEAT, TREND])
def test_where_the_keyboard_is_can_be_seen(qtbot, tabbed, drawing):
    chart = tabbed(drawing)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    ringed = chart.grab().toImage()
    chart.hasFocus = lambda: False
    assert chart.grab().toImage() != ringed


def test_a_row_is_chosen_by_click_by_enter_and_by_space(qtbot, tabbed):
    chart = tabbed(RANKED)
    chosen = []
    chart.chosen.connect(chosen.append)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 1))
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert chosen == ["lost", "loyal", "loyal"]


def test_a_row_that_means_nothing_is_only_looked_at(qtbot, tabbed):
    chart = tabbed(RANKED)
    chart.chosen.connect(lambda key: pytest.fail(key))
    qtbot.mouseMove(chart, middle(chart, 2))
    assert chart.cursor().shape() == Qt.CursorShape.ArrowCursor
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 2))
    qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=middle(chart, 1))
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=middle(chart, 0))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, chart.height() - 1))  # thought better of it


def test_cells_are_walked_in_four_directions_over_gaps(qtbot, tabbed):
    chart = tabbed(HEAT)
    assert chart.shown_text() == "Jan (30), +1: 63"
    for key, said in (
        (Qt.Key.Key_Down, "Feb (28), +1: 61"),
        (Qt.Key.Key_Right, "Feb (28), +1: 61"),
        (Qt.Key.Key_Up, "Jan (30), +1: 63"),
        (Qt.Key.Key_Right, "Jan (30), +2: 54"),
        (Qt.Key.Key_Down, "Jan (30), +2: 54"),
        (Qt.Key.Key_End, "Feb (28), +1: 61"),
    ):
        qtbot.keyClick(chart, key)
        assert chart.shown_text() == said


def test_keys_that_lead_nowhere_are_left_to_the_page(qtbot, tabbed):
    chart, typed = tabbed(LINE), []
    chart.window().keyPressEvent = lambda event: typed.append(event.key())
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert typed == [Qt.Key.Key_Down, Qt.Key.Key_Return]


def test_without_points_there_is_a_hint_and_nothing_to_walk_to(qtbot, shown):
    chart = shown(Line(names=(), line=Series("Active", ()), hint="No purchases yet."))
    assert chart.accessibleDescription() == "No purchases yet."
    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    qtbot.mouseMove(chart, QPoint(100, 100))
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert bubble(chart) is None


def test_fewer_numbers_leave_nobody_pointing_at_what_is_gone(qtbot, shown):
    chart = shown(LINE)
    qtbot.mouseMove(chart, middle(chart, 3))
    chart.show_drawing(Line(names=("Jan",), line=Series("Active", (7,))))
    assert bubble(chart).text() == "Jan\nActive 7"
    chart.show_drawing(Line(names=(), line=Series("Active", ())))
    assert bubble(chart) is None
    assert chart.shown_text() == ""


def test_the_bubble_goes_with_its_chart(qtbot, shown):
    chart = shown(LINE)
    window = chart.window()
    qtbot.mouseMove(chart, middle(chart, 1))
    chart.hide()
    assert not [each for each in window.findChildren(Bubble) if each.isVisible()]
    shiboken6.delete(chart)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Bubble) == []


@pytest.mark.parametrize("drawing", [LINE, RANKED, HEAT, TREND])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colours_and_sizes_follow_the_theme_at_once(shown, theme, drawing, mode):
    chart = shown(drawing)
    before, hint = chart.grab().toImage(), chart.sizeHint()
    theme.set(mode="dark" if mode == "light" else "light", text_percent=150)
    theme.set(mode=mode)
    if mode == "dark":
        assert chart.grab().toImage() != before
    assert chart.sizeHint() != hint


@pytest.mark.parametrize("drawing", [LINE, RANKED, HEAT, TREND])
@pytest.mark.parametrize("size", [(1, 1), (30, 10), (60, 400), (900, 12)])
def test_no_room_is_painted_without_a_fault(qtbot, theme, drawing, size):
    chart = Chart(theme, drawing)
    qtbot.addWidget(chart)
    chart.resize(*size)
    chart.grab()
    for at in range(drawing.count):
        chart._point_at(at)
        chart.grab()
