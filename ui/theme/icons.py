"""Draws the bundled Lucide icons in the theme's colours, crisp at every pixel ratio and only when first painted.

A style sheet cannot tint a picture and a plain QIcon keeps the colour it was made with, so an icon here is an engine
that asks the theme for its colour each time it paints: after a change of theme a repaint is all it needs, on a
button, a menu or a line edit alike.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache

if TYPE_CHECKING:
    from ui.theme.theme import Theme

ICONS = Path(__file__).parents[2] / "resources" / "icons"

# Qt owns the copy of an engine, but the binding lets Python free it as well: whoever writes to a copied icon would
# crash the program. It is rare (nothing here does), so the few copies are held for good.
_COPIES: list["IconEngine"] = []


@cache
def _source(name: str) -> str:
    """The SVG text of an icon, read from the disk once."""
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def svg(name: str, colour: str, *, stroke: float = 2) -> bytes:
    """The icon `name` as an SVG in `colour` (`#rrggbb`) with lines `stroke` wide on the 24-unit grid of Lucide."""
    text = _source(name).replace("currentColor", colour)
    return text.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


def draw(painter: QPainter, rect: QRectF, *, name: str, colour: str) -> None:
    """Paints the icon `name` into `rect`, at whatever resolution the painter has."""
    from PySide6.QtSvg import QSvgRenderer  # costs 3 ms, and the first paint is when it is needed

    QSvgRenderer(QByteArray(svg(name, colour))).render(painter, rect)


class IconEngine(QIconEngine):
    """One icon whose colour is looked up by role in the theme, at each paint."""

    def __init__(self, theme: "Theme", name: str, *, role: str, checked: str) -> None:
        super().__init__()
        self._theme, self._name, self._role, self._checked = theme, name, role, checked

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._theme.c.text_disabled
        return self._theme.colour(self._checked if state == QIcon.State.On else self._role).name()

    def clone(self) -> "IconEngine":
        copy = IconEngine(self._theme, self._name, role=self._role, checked=self._checked)
        _COPIES.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        draw(painter, _square(rect), name=self._name, colour=self._colour(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as pixels; `size` comes in device pixels, so nothing is ever scaled."""
        key = f"icon {self._name} {self._colour(mode, state)} {size.width()}x{size.height()}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            self.paint(painter, drawn.rect(), mode, state)
        QPixmapCache.insert(key, drawn)
        return drawn


def _square(rect: QRect) -> QRectF:
    """The square an icon fills at the left of `rect`: what is over stands as a gap before a button's words.

    A push button under a style sheet leaves two pixels between icon and words, and has no property for more.
    """
    side = min(rect.width(), rect.height())
    top = rect.y() + (rect.height() - side) / 2
    return QRectF(rect.x(), top, side, side)
