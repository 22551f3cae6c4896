"""Guards against a Qt binding that loses a reference of None at each call, and aborts the till after some hours."""

import sys

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")

CALLS = 2000
TOLERANCE = 50


class Painted(QWidget):
    """A widget whose paint event is Python."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


def test_painting_and_setting_text_keep_the_references_of_none(qtbot):
    window = QWidget()
    painted, words = Painted(), QLabel()
    painted.setFixedSize(50, 50)  # what has no size is never painted
    box = QVBoxLayout(window)
    box.addWidget(painted)
    box.addWidget(words)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        painted.repaint()
        words.setText(str(number))
        words.property("missing")
    assert painted.painted >= CALLS
    assert before - sys.getrefcount(None) < TOLERANCE
