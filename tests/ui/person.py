"""Somebody at the till: types, scans and presses keys at a window, and looks at what it shows."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.ui.keyboard import Keyboard

PAUSE_MS = 2  # a key that goes down at the very moment it came up is one that is held down

_Widget = TypeVar("_Widget", bound=QWidget)


class Person(Keyboard):
    """A person with a keyboard and a scanner; `press` is for keys that may be shortcuts."""

    def press(self, key: Qt.Key, *keys: Qt.Key) -> None:
        """Presses keys one after the other: F2, Escape, arrows, Enter."""
        for each in (key, *keys):
            QTest.qWait(PAUSE_MS)
            QTest.keyClick(self.window.windowHandle(), each)
            QApplication.processEvents()

    def enter(self) -> None:
        """Presses Enter."""
        self.type("\r")

    def tap(self, widget: QWidget) -> None:
        """Taps in the middle of a widget."""
        assert widget.isVisible(), widget
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def find(self, kind: type[_Widget], name: str) -> _Widget:
        """The visible widget of a kind whose accessible name or text begins with `name`."""
        for widget in self.window.findChildren(kind):
            if widget.isVisible() and (widget.accessibleName() or _text(widget)).startswith(name):
                return widget
        raise AssertionError(f"there is no {kind.__name__} {name!r} to be seen, only {self.names(kind)}")

    def names(self, kind: type[QWidget]) -> list[str]:
        """What every visible widget of a kind is called."""
        shown = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        return [widget.accessibleName() or _text(widget) for widget in shown]

    def reads(self) -> str:
        """All words that can be read in the window, a line for each label."""
        labels = [each for each in self.window.findChildren(QLabel) if each.isVisible() and each.text()]
        return "\n".join(each.text() for each in labels)

    @property
    def focus(self) -> str:
        """What the widget with the focus is called."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget else ""


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
