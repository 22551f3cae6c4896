"""Runs in a process of its own until the first window is painted, and ends that process at once.

`python -m tests.bench.painted bare` shows an empty window of Qt; any other arguments are main.py's, and the till counts
as painted when its page is, not when the frame around it is.
"""

import os
import sys


def bare() -> None:
    """An empty window of the till's size."""
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


def till() -> None:
    """The program itself, from main.py."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    import main
    import ui.app
    from ui.window import Window

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, end)
            return False

    class Watched(Window):
        def show(self) -> None:
            self.watch = Watch()
            self.shown.installEventFilter(self.watch)
            super().show()

    ui.app.Window = Watched  # type: ignore[misc]  # the one place that makes it
    main.main()


def end() -> None:
    """No time is spent on leaving in good order, on either side."""
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    bare() if sys.argv[1:] == ["bare"] else till()
