"""Panels in one place: only the one that is seen takes room."""

from PySide6.QtWidgets import QWidget

from ui.till.stack import Stack


def test_a_panel_that_is_not_seen_wants_no_room(qtbot):
    stack = Stack()
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint().height() == 0
    for height in (40, 400):
        panel = QWidget()
        panel.setMinimumHeight(height)
        panel.minimumSizeHint = panel.minimumSize
        stack.addWidget(panel)
    assert stack.minimumSizeHint().height() == stack.sizeHint().height() == 40
    stack.setCurrentIndex(1)
    assert stack.minimumSizeHint().height() == 400
