"""A page of paper as a picture for a screen, kept for as long as the same is to be seen."""

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from loyaltydesk.printing.scene import Page
from ui.paper.painter import paint_page


class PagePicture:
    """What a widget shows of a page; painted anew only when the page or its size has changed."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._painted: tuple[Page, QSize] | None = None

    def of(self, page: Page, place: QSizeF, *, ratio: float) -> QPixmap:
        """`page` in a place of this size in logical pixels, each of `ratio` pixels of the screen."""
        size = QSize(max(1, round(place.width() * ratio)), max(1, round(place.height() * ratio)))
        if not self._shows(page, size):
            self._picture = QPixmap(size)
            self._picture.fill(Qt.GlobalColor.white)
            with QPainter(self._picture) as painter:
                painter.scale(size.width() / page.width, size.height() / page.height)
                paint_page(painter, page)
            self._painted = (page, size)
        self._picture.setDevicePixelRatio(ratio)
        return self._picture

    def _shows(self, page: Page, size: QSize) -> bool:
        """Whether it is painted so already; the very same page needs no look at everything on it."""
        if self._painted is None or self._painted[1] != size:
            return False
        return self._painted[0] is page or self._painted[0] == page
