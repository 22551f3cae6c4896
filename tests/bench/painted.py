"""Runs in a process of its own until a window is painted, and ends that process at once.

`python -m tests.bench.painted bare` shows an empty window of Qt. `opening` and `till` start the program with the
arguments of main.py that follow; the till counts as painted when its page is, not when the frame around it is.
"""

import os
import sys
from collections.abc import Callable
from typing import Any


def bare() -> None:
    """Nothing but Qt: an empty window of the till's size."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            QTimer.singleShot(0, end)

    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1366, 768)
    window.show()
    app.exec()


def opening() -> None:
    """The program until anything of it is seen."""
    from ui.opening import Opening

    watch(Opening, lambda window: window)


def till() -> None:
    """The program until a customer can be scanned."""
    from ui.window import Window

    watch(Window, lambda window: window.shown)


def watch(kind: Any, seen: Callable[[Any], Any]) -> None:
    """Runs main.py until that part of the first window of a kind is painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    import main

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, end)
            return False

    show, watches = kind.show, []

    def watched(window: Any) -> None:
        watches.append(Watch())
        seen(window).installEventFilter(watches[0])
        show(window)

    kind.show = watched
    main.main()
    sys.exit("it ended before it was painted")


def end() -> None:
    """No time is spent on leaving in good order, on either side."""
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "opening": opening, "till": till}[sys.argv.pop(1)]()
