"""What can be seen in a window: words, buttons and dialogs; and the refusal to go on when something is not there."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

PATIENCE_MS = 15_000  # for work beside the window's thread

_Widget = TypeVar("_Widget", bound=QWidget)
_Seen = TypeVar("_Seen")


class NotSeen(Exception):
    """Something that must be on the screen is not; its text names it."""


def words(window: QWidget) -> str:
    """Everything that can be read in the window, a line for each."""
    kinds = (QLabel, QAbstractButton, QLineEdit)
    seen = (widget for widget in window.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible())
    return "\n".join(text.strip().replace("&&", "&") for widget in seen if (text := widget.text()))


def button(window: QWidget, name: str) -> QAbstractButton:
    """The button whose name begins with `name`. Raises NotSeen."""
    for found in window.findChildren(QAbstractButton):
        if found.isVisible() and found.isEnabled() and found.accessibleName().startswith(name):
            return found
    raise NotSeen(name)


def dialog(kind: type[_Widget]) -> _Widget | None:
    """The dialog of a kind that stands before the window, if there is one."""
    windows = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())
    return next(windows, None)


def waited(look: Callable[[], _Seen | None], what: str) -> _Seen:
    """What `look` finds, as soon as it does. Raises NotSeen(what) when patience is over."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while not (seen := look()):
        if patience.hasExpired():
            raise NotSeen(what)
        pause(10)
    return seen


def pause(ms: int) -> None:
    """Lets time pass, and work beside the window's thread go on: QTest.qWait would let none of it run."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
