"""One table model for every list: words, chips, sides and values behind the cells."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ui.seams.tables import Chip, Column, RowsModel

Role = Qt.ItemDataRole


class Person(NamedTuple):
    name: str
    points: int
    blocked: bool = False


ANNA, BO = Person("Anna", 1240), Person("Bo", 9, blocked=True)


@pytest.fixture
def model(qtmodeltester):
    made = RowsModel[Person](
        (
            Column("Name", lambda p: p.name, chip=lambda p: Chip("Blocked", "danger") if p.blocked else None),
            Column("Points", lambda p: f"{p.points:,}", right=True),
        )
    )
    made.set_rows([ANNA, BO])
    qtmodeltester.check(made)
    return made


def test_a_cell_shows_the_words_of_its_row(model):
    index = model.index(0, 1)
    assert (index.data(), model.row(index)) == ("1,240", ANNA)
    assert model.index(0, 0).data() == "Anna"


def test_figures_stand_on_the_right_under_their_header(model):
    for alignment in (
        model.index(0, 1).data(Role.TextAlignmentRole),
        model.headerData(1, Qt.Orientation.Horizontal, Role.TextAlignmentRole),
    ):
        assert alignment & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 0).data(Role.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft


def test_a_screen_reader_is_told_the_chip_as_well(model):
    assert model.index(0, 0).data(Role.AccessibleTextRole) == "Anna"
    assert model.index(1, 0).data(Role.AccessibleTextRole) == "Bo, Blocked"


def test_headers_have_their_words(model):
    words = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(-1, 3)]
    assert words == [None, "Name", "Points", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_the_column_of_the_order_has_an_arrow(model, qtbot):
    with qtbot.waitSignal(model.headerDataChanged):
        model.show_order(1, down=True)
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)] == ["Name", "Points ↓"]
    model.show_order(0, down=False)
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)] == ["Name ↑", "Points"]


def test_rows_are_added_below(model):
    model.add_rows([Person("Cleo", 3)])
    model.add_rows([])
    assert [row.name for row in model.rows] == ["Anna", "Bo", "Cleo"]


def test_nowhere_there_is_no_row(model):
    assert model.row(QModelIndex()) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
