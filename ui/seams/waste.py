"""Clears away what Python has no more use for, on the window's thread alone.

Python looks for waste wherever it happens to be at work, in the thread of a backup too. A widget or a timer that is
found there ends on the wrong thread, and may take the program with it: so nothing is looked for by itself any more.
"""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 1000


class Waste(QObject):
    """As long as it is at work, waste is looked for between two events, as often as Python would do it itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._often = QTimer(self, interval=OFTEN_MS)
        self._often.timeout.connect(clear)

    def begin(self) -> None:
        """From here on this thread does it."""
        gc.disable()
        self._often.start()

    def end(self) -> None:
        """Python does it by itself again."""
        self._often.stop()
        gc.enable()


def clear() -> None:
    """Clears away the oldest generation of which enough has come together; with it go the younger ones."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
