"""Cells show what somebody typed as it is, cut where room ends, and chips one can read."""

import pytest
from PySide6.QtGui import QColor

from ui.seams.table_view import TableView
from ui.seams.tables import Chip, Column, RowsModel

HOSTILE = ["<b>x</b> & y", "w" * 400, "\u202eabc\u202c مرحبا", "👩‍👩‍👧 Zoë", "a\nb\tc"]


@pytest.fixture
def picture(qtbot, theme):
    def paint(words, chip=None):
        model = RowsModel((Column("Name", lambda row: row, chip=lambda _row: chip),))
        model.set_rows([words])
        table = TableView(theme, model, name="Names", key=str)
        table.resize(320, 140)
        qtbot.addWidget(table)
        with qtbot.waitExposed(table):
            table.show()
        cell = table.visualRect(model.index(0, 0))
        return table.viewport().grab(cell).toImage()

    return paint


def colours(image):
    return {QColor(image.pixel(x, y)).name().upper() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_was_typed_is_painted_within_its_cell(picture, theme, words):
    image = picture(words)
    edge = {QColor(image.pixel(image.width() - 2, y)).name().upper() for y in range(image.height())}
    assert theme.c.text in colours(image)
    assert theme.c.text not in edge


def test_a_chip_is_painted_in_its_tone_beside_the_words(picture, theme):
    assert {theme.c.danger_soft, theme.c.text} <= colours(picture("Anna", Chip("Blocked", "danger")))


def test_a_chip_keeps_its_room_beside_a_long_name(picture, theme):
    short, long = (colours(picture(words, Chip("Blocked", "danger"))) for words in ("Anna", "w" * 400))
    assert theme.c.danger_soft in short & long
    assert theme.c.text in long


def test_a_chip_may_stand_alone(picture, theme):
    seen = colours(picture("", Chip("Gold", "gold")))
    assert theme.c.gold_soft in seen
    assert theme.c.text not in seen


def test_a_chip_longer_than_the_cell_is_cut(picture, theme):
    image = picture("", Chip("Ω" * 400))
    edge = {QColor(image.pixel(image.width() - 2, y)).name().upper() for y in range(image.height())}
    assert theme.c.surface_hover in colours(image)
    assert theme.c.surface_hover not in edge
