"""A small picture of the first sheet: what will stand on it, and which of its labels are gone already.

A click on a label, or an arrow key, makes it the first that is printed on.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyaltydesk.printing.scene import Page
from loyaltydesk.printing.stocks import Stock
from loyaltydesk.words import tr
from ui.paper.painter import paint_page
from ui.theme.theme import Theme

AIR = 2  # px around the paper
LINES = 15  # of a text, that the picture is high
HATCHED = Qt.BrushStyle.BDiagPattern


class SheetPicture(QWidget):
    """The first sheet; `started` carries how many of its labels are gone."""

    started = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stock: Stock | None = None
        self._page: Page | None = None
        self._count = self._start = 0
        self._picture: tuple[Page, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_sheet(self, stock: Stock, page: Page | None, count: int) -> None:
        """Shows the first sheet of so many cards; `page` is what is drawn on it, None where it cannot be drawn."""
        self._stock, self._page, self._count = stock, page, count
        self._start = stock.start % stock.count
        words = tr("First free label: {n} of {count}").format(n=self._start + 1, count=stock.count)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def start(self) -> int:
        """How many labels of the sheet are gone."""
        return self._start

    def place_of(self, label: int) -> QRectF:
        """Where a label, counted from 0, lies in the widget."""
        assert self._stock is not None
        corner, paper = tuple(self._stock.places())[label], self._paper()
        scale = paper.width() / self._stock.sheet[0]
        width, height = (side * scale for side in self._stock.label)
        return QRectF(paper.x() + corner[0] * scale, paper.y() + corner[1] * scale, width, height)

    # --- inside

    def _paper(self) -> QRectF:
        assert self._stock is not None
        width, height = self._stock.sheet
        scale = min((self.width() - 2 * AIR) / width, (self.height() - 2 * AIR) / height)
        free = self.width() - width * scale, self.height() - height * scale
        return QRectF(free[0] / 2, free[1] / 2, width * scale, height * scale)

    def _drawn(self, paper: QRectF) -> QPixmap | None:
        """The page in pixels of the screen, painted anew only when it is another."""
        if self._page is None:
            return None
        ratio = self.devicePixelRatioF()
        size = QSize(round(paper.width() * ratio), round(paper.height() * ratio))
        if self._picture is None or self._picture[0] is not self._page or self._picture[1].size() != size:
            picture = QPixmap(size)
            picture.fill(Qt.GlobalColor.white)
            with QPainter(picture) as painter:
                painter.scale(size.width() / self._page.width, size.height() / self._page.height)
                paint_page(painter, self._page)
            self._picture = self._page, picture
        self._picture[1].setDevicePixelRatio(ratio)
        return self._picture[1]

    def _set_start(self, label: int) -> None:
        if self._stock and 0 <= label < self._stock.count and label != self._start:
            self.started.emit(label)

    def _label_at(self, point: QPointF) -> int:
        places: Sequence[int] = range(self._stock.count if self._stock else 0)
        return next((label for label in places if self.place_of(label).contains(point)), -1)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(LINES * self._theme.m.fs_body, LINES * self._theme.m.fs_body)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._stock is None:
            return
        paper = self._paper()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(paper, Qt.GlobalColor.white)
            drawn = self._drawn(paper)
            if drawn:
                painter.drawPixmap(paper.topLeft(), drawn)
            for label in range(self._stock.count):
                self._paint_label(painter, label)
            edge = self._theme.colour("focus" if self.hasFocus() else "border_strong")
            painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(paper)

    def _paint_label(self, painter: QPainter, label: int) -> None:
        """The edge of a label; hatched where it is gone, and plain where nothing is drawn on it."""
        painter.setPen(QPen(self._theme.colour("border_strong"), 1))
        gone = label < self._start
        painter.setBrush(QBrush(self._theme.colour("border_strong"), HATCHED) if gone else Qt.BrushStyle.NoBrush)
        filled = not gone and label < self._start + self._count
        if not (filled and self._page):
            painter.drawRect(self.place_of(label))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._set_start(self._label_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._stock.columns if self._stock else 1
        last = self._stock.count - 1 if self._stock else 0
        steps = {
            Qt.Key.Key_Right: self._start + 1,
            Qt.Key.Key_Left: self._start - 1,
            Qt.Key.Key_Down: self._start + columns,
            Qt.Key.Key_Up: self._start - columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._set_start(steps[key])
        else:
            super().keyPressEvent(event)
