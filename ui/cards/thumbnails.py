"""The designs to start from, each painted small as this shop's own card would look in it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.printing.card import CR80
from loyaltydesk.printing.scene import Page
from loyaltydesk.words import tr
from ui.paper.page_picture import PagePicture
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import label, set_tip
from ui.theme.theme import Theme

WIDE = 144  # px of a thumbnail, at least
AIR = 5  # px around it, for the ring
TICK = 9  # px, the radius of the mark on the choice
LATER_MS = 120  # thumbnails follow once a slider rests


class Thumbnail(QAbstractButton):
    """A small card with its name below; the one that is the choice has a ring."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self._page: Page | None = None
        self._picture = PagePicture()
        self.setCheckable(True)
        self.setText(name)
        self.setAccessibleName(name)
        set_tip(self, name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    def show_page(self, page: Page) -> None:
        """Shows this card; it is painted when it is next seen."""
        self._page = page
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _caption(self) -> int:
        """The height of the name below."""
        return self.fontMetrics().height() + AIR

    def _place(self) -> QRectF:
        """Where the card is, on whole pixels of the screen."""
        ratio = self.devicePixelRatioF()
        wide = round((self.width() - 2 * AIR) * ratio) / ratio
        return QRectF(AIR, AIR, wide, round(wide * CR80[1] / CR80[0] * ratio) / ratio)

    def _draw_tick(self, painter: QPainter, middle: QPointF) -> None:
        """The choice is told by more than a ring, which the keyboard has too."""
        painter.setPen(QPen(self.theme.colour("surface"), 1.5))
        painter.setBrush(self.theme.colour("accent"))
        painter.drawEllipse(middle, TICK, TICK)
        painter.setPen(QPen(self.theme.colour("on_accent"), 2, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([middle + QPointF(x, y) * TICK / 2 for x, y in ((-0.8, 0.1), (-0.2, 0.7), (0.9, -0.6))])

    # --- Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 2 * AIR) * CR80[1] / CR80[0]) + 2 * AIR + self._caption()

    def sizeHint(self) -> QSize:
        wide = max(WIDE + 2 * AIR, self.fontMetrics().horizontalAdvance(self.text()) + 2 * AIR)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        place = self._place()
        card, ring = QPainterPath(), QPainterPath()
        radius = place.width() * 3.18 / CR80[0]
        card.addRoundedRect(place, radius, radius)
        ring.addRoundedRect(place.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._page is not None:
                painter.setClipPath(card)
                picture = self._picture.of(self._page, place.size(), ratio=self.devicePixelRatioF())
                painter.drawPixmap(place.topLeft(), picture)
                painter.setClipping(False)
            painter.strokePath(card, QPen(self.theme.colour("border"), 1))
            if self.isChecked() or self.hasFocus():
                painter.strokePath(ring, QPen(self.theme.colour("focus" if self.hasFocus() else "accent"), 2))
            if self.isChecked():
                self._draw_tick(painter, place.topRight() + QPointF(-TICK, TICK))
            painter.setPen(self.theme.colour("text" if self.isChecked() else "text_muted"))
            below = QRectF(0, place.bottom() + AIR, self.width(), self._caption())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text())


class StartFrom(Panel):
    """A column of thumbnails; `chosen` carries the key of the design a person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, names: Mapping[str, str]) -> None:
        """`names` are those of the designs, by key, in the language in use."""
        super().__init__(theme)
        self.thumbnails = {key: Thumbnail(theme, name) for key, name in names.items()}
        self._fresh: Callable[[str], Page] | None = None
        self._later = QTimer(self, singleShot=True, interval=LATER_MS if theme.animate else 0)
        self._group = QButtonGroup(self)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        for thumbnail in self.thumbnails.values():
            self._group.addButton(thumbnail)
            column.addWidget(thumbnail)
        column.addStretch(1)
        self.box.addWidget(label(tr("Start from"), "title"))
        self._scroll = Scroll(content)
        self.box.addWidget(self._scroll, 1)
        self.setAccessibleName(tr("Start from"))
        self._later.timeout.connect(self._paint)
        self._group.buttonClicked.connect(self._on_clicked)

    def show_cards(self, chosen: str, page: Callable[[str], Page]) -> None:
        """Shows which design is the choice at once, and soon the card in each of them, which `page` draws by key."""
        thumbnail = self.thumbnails.get(chosen)
        if thumbnail and not thumbnail.isChecked():
            thumbnail.setChecked(True)
            self._scroll.ensureWidgetVisible(thumbnail)
        self._fresh = page
        if self._later.interval():
            self._later.start()
        else:
            self._paint()

    def start(self) -> None:
        """Puts the focus on the design that is the choice."""
        (self._group.checkedButton() or next(iter(self.thumbnails.values()))).setFocus()

    def _paint(self) -> None:
        for key, thumbnail in self.thumbnails.items():
            if self._fresh is not None:
                thumbnail.show_page(self._fresh(key))

    def _on_clicked(self, thumbnail: Thumbnail) -> None:
        self.chosen.emit(next(key for key, each in self.thumbnails.items() if each is thumbnail))
