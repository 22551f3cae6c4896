"""The head of a panel names what it is about, and its words give way to the buttons."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme.head import Head


@pytest.fixture
def panel(qtbot, theme):
    panel = QWidget()
    panel.button = QPushButton("Change")
    panel.head = Head(theme, "truck", buttons=[panel.button])
    panel.setLayout(panel.head)
    panel.head.name.setText("A name that is much longer than the room there is for it")
    panel.head.what.setText("Supplier")
    qtbot.addWidget(panel)
    panel.resize(320, 90)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_the_icon_the_words_and_the_button_stand_side_by_side(panel):
    head = panel.head
    assert head.tile.geometry().right() < head.name.x()
    assert head.name.geometry().right() < panel.button.x()
    assert head.name.geometry().bottom() <= head.what.y()


def test_a_long_name_leaves_the_button_its_room(panel):
    assert panel.width() == 320
    assert panel.button.width() >= panel.button.sizeHint().width()
