"""A row goes on below where there is no room beside."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme.flow import Flow


class Block(QWidget):
    """So wide and high."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._size = QSize(width, 40)

    def sizeHint(self) -> QSize:
        return self._size


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    row = QWidget()
    flow = Flow(10)
    row.setLayout(flow)
    for width in (100, 80, 60):
        flow.addWidget(Block(width))
    qtbot.addWidget(row)
    row.show()
    return row


def _places(row: QWidget) -> list[tuple[int, int]]:
    return [(each.x(), each.y()) for each in row.findChildren(Block) if each.isVisible()]


def test_what_has_room_stands_in_one_row(row: QWidget) -> None:
    row.resize(260, 40)
    assert _places(row) == [(0, 0), (110, 0), (200, 0)]
    assert row.sizeHint() == QSize(260, 40)


def test_what_has_none_goes_on_below(row: QWidget) -> None:
    row.resize(200, 100)
    assert _places(row) == [(0, 0), (110, 0), (0, 50)]
    assert [row.heightForWidth(width) for width in (260, 200, 100)] == [40, 90, 140]


def test_what_is_hidden_takes_no_room(row: QWidget) -> None:
    row.findChildren(Block)[1].hide()
    row.resize(200, 100)
    assert _places(row) == [(0, 0), (110, 0)]


def test_what_is_taken_out_is_gone(row: QWidget) -> None:
    flow = row.layout()
    assert flow is not None
    assert flow.takeAt(0) is not None
    assert flow.takeAt(5) is None
    assert flow.count() == 2
