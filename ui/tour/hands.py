"""Somebody at a window: types, scans, and presses keys, by the same events that a keyboard and a scanner send."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

NONE = Qt.KeyboardModifier.NoModifier
PERSON_MS, SCANNER_MS = 120, 5  # from key to key
FINGER_MS = 2  # a key that goes down at the very moment it came up is one that is held down


class Hands:
    """Two hands and a scanner before a top-level window. What is typed carries times of its own and costs none."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._now = 1_000_000  # ms of no particular clock

    def come(self) -> None:
        """Brings the window before the others: keys and scans are for the one that is active."""
        self._window.activateWindow()
        QTest.qWaitForWindowActive(self._window)

    def scan(self, code: str) -> None:
        """The scanner reads `code` and sends Enter after it."""
        self._now += 1000
        for sign in code:
            self._strike(sign, SCANNER_MS)
        self._strike("\r", SCANNER_MS)
        self._pause()

    def type(self, text: str) -> None:
        """A person types `text` and pauses; \\r is Enter."""
        for sign in text:
            self._strike(sign, PERSON_MS)
        self._pause()

    def enter(self) -> None:
        """Enter, where something was typed."""
        self.type("\r")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """A key that may be a shortcut: F2, Escape, Ctrl with a figure, an arrow."""
        QTest.qWait(FINGER_MS)
        QTest.keyClick(self._window.windowHandle(), key, modifiers)
        QApplication.processEvents()

    def push(self, widget: QWidget) -> None:
        """A button gets the focus and is pressed by the space bar."""
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)
        QApplication.processEvents()

    def choose(self, choice: QComboBox, key: str) -> None:
        """Arrow keys lead to the option `key` of a choice. ValueError when there is none."""
        choice.setFocus()
        self.press(Qt.Key.Key_Home)
        for _ in range(choice.findData(key)):
            self.press(Qt.Key.Key_Down)
        if choice.currentData() != key:
            raise ValueError(f"no option {key}")

    def _strike(self, sign: str, pause_ms: int) -> None:
        self._now += pause_ms
        key = Qt.Key.Key_Return if sign == "\r" else ord(sign.upper()[0])
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NONE, sign)
            event.setTimestamp(self._now)
            QCoreApplication.sendEvent(self._window.windowHandle(), event)

    def _pause(self) -> None:
        """A second passes, which is told by a key that means nothing: whatever was held back arrives."""
        self._now += 1000
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_ScrollLock, NONE)
            event.setTimestamp(self._now)
            QCoreApplication.sendEvent(self._window.windowHandle(), event)
        QApplication.processEvents()
