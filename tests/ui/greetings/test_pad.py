"""Somebody signs with a finger: strokes are kept as they were made, seen, and can be taken back."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyaltydesk.printing.signature import drawn
from ui.greetings.pad import SignaturePad
from ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot, theme: Theme) -> SignaturePad:
    pad = SignaturePad(theme)
    qtbot.addWidget(pad)
    pad.resize(400, 160)
    pad.show()
    return pad


def stroke(pad: SignaturePad, *points: tuple[int, int]) -> None:
    """The mouse goes down at the first of `points`, over the others, and up."""
    first, *others = [QPoint(*point) for point in points]
    QTest.mousePress(pad, LEFT, pos=first)
    for point in others:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, LEFT, pos=(others or [first])[-1])


def _places(pad: SignaturePad) -> list[list[tuple[float, float]]]:
    return [[(each.x, each.y) for each in stroke] for stroke in pad.strokes]


def test_what_is_drawn_becomes_a_signature(pad: SignaturePad) -> None:
    stroke(pad, (50, 100), (100, 60), (150, 100))
    assert _places(pad) == [[(50, 100), (100, 60), (150, 100)]]
    assert drawn(pad.strokes).proportions == pytest.approx(2.5, abs=0.5)


def test_ink_is_seen_where_it_was_laid(pad: SignaturePad, colour_at) -> None:
    before = colour_at(pad, 0.5)
    pad.use_ink("#1F2C50")
    stroke(pad, (100, 80), (300, 80))
    assert (before, colour_at(pad, 0.5)) == ("#FFFFFF", "#1F2C50")


def test_a_stroke_is_taken_back_and_then_all_of_them(pad: SignaturePad, qtbot: QtBot) -> None:
    stroke(pad, (20, 20), (60, 60))
    stroke(pad, (200, 20), (260, 60))
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _places(pad) == [[(20, 20), (60, 60)]]
    stroke(pad, (200, 20), (260, 60))
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_empty
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    assert pad.strokes == ()


def test_a_tap_is_a_dot(pad: SignaturePad) -> None:
    stroke(pad, (80, 80))
    assert _places(pad) == [[(80, 80)]]


def test_a_finger_signs_as_the_mouse_does(pad: SignaturePad) -> None:
    finger = QTest.createTouchDevice(QPointingDevice.DeviceType.TouchScreen)
    QTest.touchEvent(pad, finger).press(0, QPoint(30, 30), pad).commit()
    QTest.touchEvent(pad, finger).move(0, QPoint(90, 70), pad).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(90, 70), pad).commit()
    assert _places(pad)[0][0] == (30, 30)
    assert (90, 70) in _places(pad)[0]


def test_a_pen_tells_how_hard_it_presses(pad: SignaturePad) -> None:
    for kind, x, pressure in (
        (QEvent.Type.TabletPress, 20, 0.3), (QEvent.Type.TabletMove, 60, 0.9), (QEvent.Type.TabletMove, 80, 0.0),
        (QEvent.Type.TabletRelease, 80, 0.0),
    ):  # fmt: skip
        at = QPointF(x, 50)
        button = LEFT if pressure else Qt.MouseButton.NoButton
        event = QTabletEvent(
            kind, QPointingDevice.primaryPointingDevice(), at, at, pressure, 0, 0, 0, 0, 0,
            Qt.KeyboardModifier.NoModifier, button, button,
        )  # fmt: skip
        QApplication.sendEvent(pad, event)
    assert [(each.x, each.pressure) for each in pad.strokes[0]] == [(20, 0.3), (60, 0.9)]


def test_the_other_button_draws_nothing(pad: SignaturePad) -> None:
    QTest.mouseClick(pad, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    assert pad.is_empty
