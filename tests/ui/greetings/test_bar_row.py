"""The title bar shows as much as it has room for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.greetings.bar_row import BarRow


class Block(QWidget):
    """So wide."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.wide = width

    def sizeHint(self) -> QSize:
        return QSize(self.wide, 40)


@pytest.fixture
def blocks() -> list[Block]:
    return [Block(width) for width in (300, 120, 100, 150)]


@pytest.fixture
def row(qtbot: QtBot, blocks: list[Block]) -> BarRow:
    """A long way of saying something, its short way, a button, and another that may go."""
    long, short, _button, spare = blocks
    row = BarRow(blocks, steps=((spare, None), (long, short)), spacing=10)
    qtbot.addWidget(row)
    row.resize(800, 40)
    row.show()
    return row


@pytest.mark.parametrize(
    ("width", "seen"), [(800, [300, 100, 150]), (569, [300, 100]), (409, [120, 100]), (230, [120, 100])]
)
def test_the_less_room_the_shorter(row: BarRow, blocks: list[Block], width: int, seen: list[int]) -> None:
    row.resize(width, 40)
    assert [each.wide for each in blocks if each.isVisible()] == seen
    row.resize(800, 40)
    assert [each.wide for each in blocks if each.isVisible()] == [300, 100, 150]


def test_it_asks_for_all_and_is_content_with_the_least(row: BarRow) -> None:
    assert (row.sizeHint().width(), row.minimumSizeHint().width()) == (570, 230)


def test_longer_words_are_made_room_for(row: BarRow, blocks: list[Block]) -> None:
    row.resize(570, 40)
    blocks[2].wide = 200
    blocks[2].updateGeometry()
    QApplication.processEvents()
    assert [each.wide for each in blocks if each.isVisible()] == [300, 200]
