"""The lines of the list are chosen, ticked and opened, with the mouse and with keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.seams.line_cells import shortened
from ui.seams.line_list import LineList
from ui.seams.lines import Line, Tick
from ui.seams.tables import Chip
from ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
ANNA = Line("anna", "Anna Bērziņa", "Birthday, 42", "cake", "accent", (Chip("LV"), Chip("Printed", "info")), Tick.ON)
EASTER = Line("easter", "Easter", "120 customers", "calendar", "gold", tick=Tick.PARTLY, opens=False)
OLGA = Line("olga", "Ольга Петрова", "Easter", "calendar", within=True, tick=Tick.OFF)


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme) -> LineList:
    listed = LineList(theme, name="Greetings")
    qtbot.addWidget(listed)
    listed.resize(300, 400)
    listed.show_lines([ANNA, EASTER, OLGA])
    listed.show()
    return listed


def _at(listed: LineList, row: int, x: int) -> QPoint:
    place = listed.visualRect(listed.model().index(row, 0))
    return QPoint(place.left() + x, place.center().y())


def test_the_first_line_is_the_current_one_and_arrows_lead_on(listed: LineList, qtbot: QtBot) -> None:
    assert listed.key == "anna"
    with qtbot.waitSignal(listed.chosen) as chosen:
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert chosen.args == ["easter"]


def test_a_press_on_the_box_ticks_and_beside_it_does_not(listed: LineList, qtbot: QtBot) -> None:
    ticked: list[str] = []
    listed.ticked.connect(ticked.append)
    QTest.mouseClick(listed.viewport(), LEFT, pos=_at(listed, 0, 20))
    assert ticked == ["anna"]
    QTest.mouseClick(listed.viewport(), LEFT, pos=_at(listed, 0, 150))
    assert ticked == ["anna"]
    assert listed.key == "anna"


def test_a_press_on_a_group_opens_it(listed: LineList) -> None:
    opened: list[str] = []
    listed.opened.connect(opened.append)
    QTest.mouseClick(listed.viewport(), LEFT, pos=_at(listed, 1, 150))
    QTest.mouseClick(listed.viewport(), LEFT, pos=_at(listed, 0, 150))
    assert opened == ["easter"]


def test_keys_tick_and_open(listed: LineList, qtbot: QtBot) -> None:
    told: list[str] = []
    listed.ticked.connect(lambda key: told.append(f"tick {key}"))
    listed.opened.connect(lambda key: told.append(f"open {key}"))
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    qtbot.keyClick(listed, Qt.Key.Key_Return)  # Anna is no group
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(listed, key)
    assert told == ["tick anna", "open easter", "open easter", "tick easter"]


def test_the_current_line_stays_it_when_others_come_and_go(listed: LineList) -> None:
    listed.choose("olga")
    listed.show_lines([EASTER, OLGA])
    assert listed.key == "olga"
    listed.show_lines([EASTER, ANNA])
    assert listed.key == "anna"
    listed.show_lines([])
    assert listed.key == ""
    listed.show_lines([ANNA])
    assert listed.key == "anna"


def test_a_screen_reader_hears_the_whole_line(listed: LineList) -> None:
    index = listed.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Anna Bērziņa, Birthday, 42, LV, Printed"
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    states = [listed.model().index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in (1, 2)]
    assert states == [Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked]


def test_a_ticked_line_and_the_chosen_one_are_seen(listed: LineList, theme: Theme) -> None:
    QTest.mouseMove(listed.viewport(), _at(listed, 1, 150))  # wherever an earlier test left it
    picture = listed.viewport().grab().toImage()

    def colour(row: int, x: int) -> str:
        at = _at(listed, row, x)
        return picture.pixelColor(at - QPoint(0, 8)).name().upper()

    assert colour(0, 15) == theme.c.accent
    assert colour(0, 290) == theme.c.accent_soft
    assert colour(2, 290) == theme.c.surface


def test_the_day_stays_whole_where_there_is_room_for_little(listed: LineList) -> None:
    line, metrics = Line("a", "Anna", "Birthday, and name day", "cake", day="Wednesday 25"), QFontMetrics(listed.font())
    wide = metrics.horizontalAdvance(line.below)
    assert shortened(line, metrics, wide + 1) == "Birthday, and name day · Wednesday 25"
    short = shortened(line, metrics, wide - 40)
    assert short.startswith("Birth")
    assert short.endswith("… · Wednesday 25")
    assert shortened(line, metrics, metrics.horizontalAdvance(line.day) + 10) == "Wednesday 25"
    assert shortened(line, metrics, 40).endswith("…")
