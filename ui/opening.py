"""What is seen first: the name of the program in the middle of the screen, while the rest of it is still being read.

It is in the system's own colours and letters, for our own would have to be read first.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

WIDTH, HEIGHT = 420, 200  # px
LETTERS = 34  # px high
UNSEEN_MS = 500  # a screen that is switched off may never ask for the picture


class Opening(QWidget):
    """A small window without a frame; it goes when a real one takes its place."""

    painted = Signal()  # once; now there is time for the rest

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.SplashScreen)
        self.setFixedSize(WIDTH, HEIGHT)
        self.move(self.screen().availableGeometry().center() - self.rect().center())
        self._seen = False
        QTimer.singleShot(UNSEEN_MS, self._on_seen)

    def leave(self) -> None:
        """Goes as soon as what was opened meanwhile can be seen."""
        QTimer.singleShot(0, self.close)

    def _on_seen(self) -> None:
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setPen(self.palette().mid().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            font = painter.font()
            font.setPixelSize(LETTERS)
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(self.palette().windowText().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Loyalty Desk")
        QTimer.singleShot(0, self._on_seen)  # when the picture has reached the screen
