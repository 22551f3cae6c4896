"""Something printed as a picture that can be chosen among others: a design, a lettering."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from loyaltydesk.printing.scene import Page
from ui.paper.page_picture import PagePicture
from ui.theme.text import set_tip
from ui.theme.theme import Theme

AIR = 5  # px between the ring and the paper


class SceneChoice(QAbstractButton):
    """A page of paper, small, painted from the scene that is printed; a ring and a ground tell that it is chosen."""

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` is what a screen reader says and a tool tip shows."""
        super().__init__()
        self._theme = theme
        self._page: Page | None = None
        self._picture = PagePicture()
        self.setCheckable(True)
        self.setAccessibleName(name)
        set_tip(self, name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_page(self, page: Page) -> None:
        """Shows another page."""
        self._page = page
        self.updateGeometry()
        self.update()

    # --- Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._page is None:
            return self._theme.m.touch
        inside = max(1, width - 2 * AIR)
        return max(self._theme.m.touch, round(inside * self._page.height / self._page.width) + 2 * AIR)

    def sizeHint(self) -> QSize:
        width = 2 * self._theme.m.touch
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.m.touch, self._theme.m.touch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen, focused = self._theme, self.isChecked(), self.hasFocus()
        wide = 2 if chosen or focused else 1
        ring = "focus" if focused else "accent" if chosen else "border"
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour(ring), wide))
            painter.setBrush(theme.colour("accent_soft" if chosen else "surface_alt"))
            edge = wide / 2
            around = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(around, theme.m.radius_s, theme.m.radius_s)
            if self._page is not None:
                self._draw_page(painter, self._page)

    def _draw_page(self, painter: QPainter, page: Page) -> None:
        room = QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR)
        scale = min(room.width() / page.width, room.height() / page.height)
        place = QRectF(0, 0, page.width * scale, page.height * scale)
        place.moveCenter(room.center())
        cut = QPainterPath()
        cut.addRoundedRect(place, 3, 3)
        painter.setClipPath(cut)
        picture = self._picture.of(page, place.size(), ratio=self.devicePixelRatioF())
        painter.drawPixmap(QPointF(place.topLeft()), picture)


class SceneChoices(QWidget):
    """A few of them in columns, one chosen; `chosen` carries the key that a person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], *, name: str, columns: int) -> None:
        """`options` are (key, words)."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.choices = {key: SceneChoice(theme, words) for key, words in options}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.m.s2)
        for number, (key, choice) in enumerate(self.choices.items()):
            self._group.addButton(choice)
            choice.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            grid.addWidget(choice, number // columns, number % columns)

    def choose(self, key: str) -> None:
        """Turns an option on; one that there is not turns all of them off."""
        self._group.setExclusive(False)
        for each, choice in self.choices.items():
            choice.setChecked(each == key)
        self._group.setExclusive(True)

    def show_pages(self, pages: dict[str, Page]) -> None:
        """Shows these pages on the options of their keys."""
        for key, page in pages.items():
            self.choices[key].show_page(page)
