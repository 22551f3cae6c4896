"""A scrolling column is as wide as what is in it, shows every field with the focus, and its wheel changes none."""

import gc

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme.scrolling import Scroll, uncollected
from ui.theme.text import label
from ui.theme.theme import Theme


def _column(count: int) -> tuple[QWidget, list[QLineEdit]]:
    content, fields = QWidget(), [QLineEdit() for _ in range(count)]
    box = QVBoxLayout(content)
    for field in fields:
        box.addWidget(field)
    return content, fields


def _shown(qtbot: QtBot, scroll: Scroll) -> QWidget:
    around = QWidget()
    QHBoxLayout(around).addWidget(scroll)
    around.resize(200, 200)
    qtbot.addWidget(around)
    with qtbot.waitExposed(around):
        around.show()
    return around


def test_nothing_in_it_is_cut_at_the_side(qtbot: QtBot, theme: Theme) -> None:
    content, fields = _column(10)
    fields[0].setMinimumWidth(400)
    scroll = Scroll(content)
    around = _shown(qtbot, scroll)
    assert around.width() > 400
    assert content.width() >= content.minimumSizeHint().width()
    assert scroll.viewport().width() >= content.minimumSizeHint().width()


def test_it_grows_with_what_is_put_into_it(qtbot: QtBot, theme: Theme) -> None:
    content, _fields = _column(3)
    scroll = Scroll(content)
    around = _shown(qtbot, scroll)
    before = around.minimumSizeHint().width()
    content.layout().addWidget(QPushButton("A button with a great many words on it, far too many"))
    qtbot.waitUntil(lambda: around.minimumSizeHint().width() > before)


def test_a_narrow_one_does_not_grow_for_lines_that_break(qtbot: QtBot, theme: Theme) -> None:
    for narrow in (True, False):
        content, _fields = _column(3)
        scroll = Scroll(content, narrow=narrow)
        around = _shown(qtbot, scroll)
        before = scroll.sizeHint().width()
        line = label("A line that says at great length what is wrong with it. " * 3, wrap=True)
        content.layout().addWidget(line)
        qtbot.waitUntil(line.isVisible)
        assert (scroll.sizeHint().width() == before) is narrow
        assert around.isVisible()


def test_tab_brings_each_field_into_sight(qtbot: QtBot, theme: Theme) -> None:
    content, fields = _column(12)
    scroll = Scroll(content)
    around = _shown(qtbot, scroll)
    around.activateWindow()
    fields[0].setFocus()
    for field in fields[1:]:
        qtbot.keyClick(scroll.focusWidget() or field, Qt.Key.Key_Tab)
        assert field.hasFocus()
        assert field.visibleRegion().boundingRect().height() >= field.height() - 4


def _wheel(over: QWidget) -> None:
    """One notch down, as the system sends it to the window below the mouse."""
    window = over.window()
    QTest.wheelEvent(window.windowHandle(), over.mapTo(window, QPointF(over.rect().center())), QPoint(0, -120))


def _choice() -> QComboBox:
    choice = QComboBox()
    choice.addItems(["one", "two", "three"])
    choice.setCurrentIndex(1)
    return choice


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(50)
    return slider


@pytest.mark.parametrize("make", [_choice, QSpinBox, _slider])
@pytest.mark.parametrize("late", [False, True])
def test_the_wheel_scrolls_past_a_field_and_does_not_change_it(qtbot: QtBot, theme: Theme, make, late) -> None:
    content, _fields = _column(12)
    field = make()
    layout = content.layout()
    assert isinstance(layout, QVBoxLayout)
    if not late:
        layout.insertWidget(0, field)
    scroll = Scroll(content)
    around = _shown(qtbot, scroll)
    if late:
        layout.insertWidget(0, field)
        qtbot.waitUntil(field.isVisible)
    read = field.currentIndex if isinstance(field, QComboBox) else field.value
    before = read()
    _wheel(field)
    assert read() == before
    assert around.isVisible()
    assert scroll.verticalScrollBar().value() > 0
    assert not field.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_garbage_waits_while_widgets_are_listed() -> None:
    gc.enable()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
