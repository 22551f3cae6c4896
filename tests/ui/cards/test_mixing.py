"""An own colour is mixed by mouse and by keys, or typed by its code."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from ui.cards.mixing import Mixing


@pytest.fixture
def mixing(qtbot, theme):
    mixing = Mixing(theme, "Colour")
    qtbot.addWidget(mixing)
    mixing.show_colour("#0B7A5B")
    mixing.resize(320, 300)
    mixing.show()
    mixing.said = []
    mixing.mixed.connect(mixing.said.append)
    return mixing


def _at(slider, share: float) -> QPoint:
    return QPoint(round(slider.width() * share), slider.height() // 2)


def test_the_sliders_stand_where_the_colour_is(mixing):
    assert [slider.value() for slider in (mixing.hue, mixing.strength, mixing.lightness)] == [163, 83, 26]
    assert (mixing.code.text(), mixing.said) == ("#0B7A5B", [])


def test_a_drag_says_each_colour_and_then_that_it_is_over(qtbot, mixing):
    with qtbot.waitSignal(mixing.settled):
        QTest.mousePress(mixing.hue, Qt.MouseButton.LeftButton, pos=_at(mixing.hue, 0.05))
        QTest.mouseMove(mixing.hue, _at(mixing.hue, 0.5))
        QTest.mouseRelease(mixing.hue, Qt.MouseButton.LeftButton, pos=_at(mixing.hue, 0.5))
    assert len(mixing.said) == 2
    assert mixing.hue.value() == pytest.approx(180, abs=3)
    assert mixing.said[-1] == mixing.code.text()


def test_arrows_mix_too(mixing):
    mixing.lightness.setFocus()
    QTest.keyClick(mixing.lightness, Qt.Key.Key_Right)
    QTest.keyClick(mixing.lightness, Qt.Key.Key_End)
    assert len(mixing.said) == 2
    assert mixing.said[-1] == "#FFFFFF"


def test_a_grey_leaves_the_hue_where_it_was(mixing):
    mixing.show_colour("#808080")
    assert (mixing.hue.value(), mixing.strength.value()) == (163, 0)
    mixing.strength.setValue(100)
    assert mixing.said[-1] == "#00FFB7"


def test_a_code_is_typed_with_or_without_its_sign(mixing):
    for text, colour in (("7a2e4d", "#7A2E4D"), ("#1D4E89", "#1D4E89")):
        mixing.code.clear()
        QTest.keyClicks(mixing.code, text)
        assert mixing.said[-1] == colour


def test_what_is_no_colour_is_said_when_the_field_is_left(mixing):
    mixing.code.setText("green")
    mixing.code.editingFinished.emit()
    assert mixing.code.property("state") == "error"
    assert mixing.said == []
    mixing.show_colour("#123456")
    assert not mixing.code.property("state")


def test_a_slider_shows_its_colours_and_where_it_stands(mixing, colour_at):
    dark, bright = (QColor(colour_at(mixing.lightness, share)).lightness() for share in (0.05, 0.95))
    assert (dark < 10, bright > 245) == (True, True)
