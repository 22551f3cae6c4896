"""Shows one page of paper at a time as large as there is room, sharp on any screen.

To be used as:
    preview = PagePreview(theme)
    preview.show_document(card_scene(look, [face]))
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyaltydesk.printing.scene import Document, Page
from loyaltydesk.words import tr
from ui.paper.page_picture import PagePicture
from ui.theme.theme import Theme

AIR = 14  # logical pixels around the paper, for its shadow
SHADOW = 6
STEPS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class PagePreview(QWidget):
    """A page of a document, fitted into the widget; keys and the wheel turn the pages."""

    page_turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: Sequence[Page] = ()
        self._page: Page | None = None  # the one that is shown; it may have been made only now
        self._number = 0
        self._picture = PagePicture()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_document(self, document: Document) -> None:
        """Shows `document`, on the page that was seen before if it has that many."""
        self._pages = document.pages
        self._turn(min(self._number, max(0, len(self._pages) - 1)))

    def turn_to(self, number: int) -> None:
        """Shows page `number`, counted from 0; the first or the last for one there is not."""
        number = max(0, min(number, len(self._pages) - 1))
        if number != self._number:
            self._turn(number)

    def _turn(self, number: int) -> None:
        self._number = number
        self._page = self._pages[number] if self._pages else None
        place = tr("Page {number} of {count}").format(number=number + 1, count=len(self._pages))
        self.setAccessibleName(place)
        self.update()
        self.page_turned.emit(number)

    @property
    def number(self) -> int:
        """The page that is shown, counted from 0."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paper(self) -> QRectF:
        """Where the paper lies in the widget, its edges on pixels of the screen."""
        page, ratio = self._page, self.devicePixelRatioF()
        if page is None:
            return QRectF()
        scale = min((self.width() - 2 * AIR) / page.width, (self.height() - 2 * AIR) / page.height)
        width, height = (max(1, round(side * scale * ratio)) / ratio for side in (page.width, page.height))
        left, top = (round(free / 2 * ratio) / ratio for free in (self.width() - width, self.height() - height))
        return QRectF(left, top, width, height)

    def sizeHint(self) -> QSize:
        return QSize(640, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        page, place = self._page, self.paper()
        if page is None:
            return
        radius = page.corner * place.width() / page.width
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _shadow(painter, place, radius=radius)
            cut = QPainterPath()
            cut.addRoundedRect(place, radius, radius)
            painter.setClipPath(cut)
            picture = self._picture.of(page, place.size(), ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(place.topLeft()), picture)
            painter.setClipping(False)
            edge = self._theme.colour("focus" if self.hasFocus() else "border")
            painter.strokePath(cut, QPen(edge, 2 if self.hasFocus() else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.turn_to(self._number + STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(0 if key == Qt.Key.Key_Home else self.count - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn_to(self._number + (1 if event.angleDelta().y() < 0 else -1))
        event.accept()


def _shadow(painter: QPainter, place: QRectF, *, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 9))
    for reach in range(SHADOW, 0, -1):
        around = place.adjusted(-reach, -reach + 2, reach, reach + 2)
        painter.drawRoundedRect(around, radius + reach, radius + reach)
