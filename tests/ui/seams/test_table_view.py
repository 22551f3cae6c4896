"""The table: opened by key, double click and finger, chosen by arrow, found again after its rows were read anew."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QHoverEvent, QInputDevice, QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from ui.seams.table_cells import small_font
from ui.seams.table_view import TableView
from ui.seams.tables import Chip, Column, RowsModel
from ui.theme.tokens import COMPACT, SPACIOUS


def rows(count=100):
    return [(number, f"Customer {number}") for number in range(count)]


@pytest.fixture
def build(qtbot, theme):
    def make(columns=None, width=600, spare=()):
        model = RowsModel(
            columns
            or (
                Column("Name", lambda row: row[1], chip=lambda row: Chip("Blocked", "danger") if row[0] == 1 else None),
                Column("Number", lambda row: str(row[0]), right=True, room="88,888"),
            )
        )
        model.set_rows(rows())
        table = TableView(theme, model, name="Customers", key=lambda row: row[0], spare=spare)
        table.resize(width, 400)
        qtbot.addWidget(table)
        with qtbot.waitExposed(table):
            table.show()
        return table

    return make


def at(table, number):
    return table.visualRect(table.rows_model.index(number, 0)).center()


def test_enter_opens_the_row_that_is_current(qtbot, build):
    table = build()
    table.choose(3)
    with qtbot.waitSignal(table.opened) as caught:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [(3, "Customer 3")]


def test_enter_opens_nothing_where_there_is_no_current_row(qtbot, build):
    table = build()
    table.setCurrentIndex(table.rows_model.index(-1, 0))
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_a_click_chooses_and_a_double_click_opens(qtbot, build):
    table = build()
    with qtbot.assertNotEmitted(table.opened), qtbot.waitSignal(table.chosen) as chosen:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at(table, 2))
    assert chosen.args == [(2, "Customer 2")]
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at(table, 2))
    assert opened.args == [(2, "Customer 2")]


def test_one_tap_of_a_finger_opens(qtbot, build):
    table = build()
    finger = QPointingDevice(
        "screen",
        1,
        QInputDevice.DeviceType.TouchScreen,
        QPointingDevice.PointerType.Finger,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    place = QPointF(at(table, 4))

    def touch(kind, buttons):
        event = QMouseEvent(
            kind,
            place,
            table.viewport().mapToGlobal(place),
            Qt.MouseButton.LeftButton,
            buttons,
            Qt.KeyboardModifier.NoModifier,
            finger,
        )
        QApplication.sendEvent(table.viewport(), event)

    with qtbot.waitSignal(table.opened) as opened:
        touch(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton)
        touch(QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)
    assert opened.args == [(4, "Customer 4")]


def test_letters_go_to_whoever_looks_for_them_and_arrows_do_not(qtbot, build):
    table = build()
    table.choose(0)
    heard = []
    table.typed.connect(heard.append)
    qtbot.keyClick(table, Qt.Key.Key_J)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert heard == ["j"]
    assert table.current() == (1, "Customer 1")


def test_it_is_found_again_where_it_was(build):
    table = build()
    table.choose(70)
    place = table.place()
    assert place.scrolled > 0
    table.rows_model.set_rows([row for row in rows() if row[0] != 5])
    assert table.current() is None
    table.go_back(place)
    assert table.current() == (70, "Customer 70")
    assert table.verticalScrollBar().value() == place.scrolled


def test_a_row_that_is_gone_is_not_chosen(build):
    table = build()
    table.choose(70)
    place = table.place()
    table.rows_model.set_rows(rows(20))
    assert not table.choose(70)
    table.go_back(place)
    assert table.current() is None


def test_columns_with_a_sample_have_room_for_it_and_the_rest_share(build):
    table = build()
    wanted = table.fontMetrics().horizontalAdvance("88,888")
    assert table.columnWidth(1) > wanted
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()


def test_where_all_have_a_sample_the_longest_gets_the_rest(build):
    columns = (Column("Row", lambda row: "1", room="88"), Column("Why", lambda row: "wrong", room="8" * 30))
    tight, wide = build(columns, width=300), build(columns, width=400)
    assert wide.columnWidth(1) > tight.columnWidth(1)
    assert wide.columnWidth(0) - tight.columnWidth(0) < wide.columnWidth(1) - tight.columnWidth(1)


def test_spare_columns_give_way_where_it_is_narrow_and_come_back(build):
    columns = (
        Column("Name", lambda row: row[1]),
        Column("A", lambda row: "a", room="a" * 20),
        Column("B", lambda row: "b", room="b" * 20),
    )
    table = build(columns, width=400, spare=(2, 1))
    assert [table.isColumnHidden(number) for number in range(3)] == [False, False, True]
    table.resize(260, 400)
    assert [table.isColumnHidden(number) for number in range(3)] == [False, True, True]
    table.resize(900, 400)
    assert not any(table.isColumnHidden(number) for number in range(3))


def test_a_column_without_a_sample_shrinks_when_there_is_nothing_more_to_hide(build):
    table = build(width=200)
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()
    assert table.columnWidth(1) > table.fontMetrics().horizontalAdvance("88,888")


def test_rows_are_as_high_as_a_finger_needs_in_every_density(build, theme):
    table = build()
    for density in (COMPACT, SPACIOUS):
        theme.set(density=density)
        assert table.rowHeight(0) == density.row >= 44


def test_the_row_under_the_mouse_is_lit_and_goes_dark_again(qtbot, build, theme, colour_at):
    table = build()
    y = at(table, 2).y() / table.viewport().height()
    before = colour_at(table.viewport(), 0.5, y)
    table.entered.emit(table.rows_model.index(2, 0))
    assert colour_at(table.viewport(), 0.5, y) == theme.c.surface_hover != before
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert colour_at(table.viewport(), 0.5, y) == before


def test_a_mouse_that_rests_lights_no_single_cell(build, colour_at):
    table = build()
    place = at(table, 2)
    x, y = 0.3, place.y() / table.viewport().height()
    before = colour_at(table.viewport(), x, y)
    QApplication.sendEvent(table.viewport(), QHoverEvent(QEvent.Type.HoverMove, place, place, place))
    assert colour_at(table.viewport(), x, y) == before


def test_the_table_has_a_name(build):
    assert build().accessibleName() == "Customers"


def test_a_column_has_room_for_its_header_even_where_the_sample_is_short(build, theme):
    columns = (Column("Name", lambda row: row[1]), Column("Nie dłużej niż do dnia", lambda row: "1", room="1"))
    table = build(columns)
    font = small_font(table.font(), theme.m.fs_caption)
    assert table.columnWidth(1) >= QFontMetrics(font).horizontalAdvance("Nie dłużej niż do dnia") + 16


def test_words_that_are_cut_are_told_in_full_below_the_mouse(build):
    table = build()
    table.rows_model.set_rows([(0, "<b>Anna</b> " + "very " * 60), (1, "Anna")])
    for number, told in ((0, "&lt;b&gt;Anna"), (1, "")):
        place = at(table, number)
        asked = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
        QApplication.sendEvent(table.viewport(), asked)
        assert (told in table.viewport().toolTip()) is True
        assert bool(table.viewport().toolTip()) is bool(told)
