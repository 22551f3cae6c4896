"""What a drawing needs to know of the look: colours, sizes and fonts, those of the screen or those of white paper."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui.theme.theme import FAMILY, TABULAR, Theme
from ui.theme.tokens import COMFORTABLE, LIGHT, Colors, Metrics

CONTEXT = QFont.Tag("calt")  # shapes by what stands beside
_Flag = Qt.AlignmentFlag


class Look(NamedTuple):
    """Colours `c` and sizes `m` in force; a new one after each change of the theme."""

    c: Colors
    m: Metrics
    is_paper: bool = False

    def colour(self, role: str, share: int = 100) -> QColor:
        """The colour of a field of Colors, `share` percent opaque."""
        colour = QColor(getattr(self.c, role))
        colour.setAlpha(255 * share // 100)
        return colour

    def font(self, pixels: int = 0, *, strong: bool = False) -> QFont:
        """The program's font, as high as a caption unless `pixels` says otherwise."""
        font = QFont(FAMILY)
        font.setPixelSize(pixels or self.m.fs_caption)
        if self.is_paper:  # other shapes of signs have no letters behind them that could be searched and copied
            font.setFeature(CONTEXT, 0)
        else:
            font.setFeature(TABULAR, 1)
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def measure(self, pixels: int = 0, *, strong: bool = False) -> QFontMetricsF:
        """How wide words are in that font; without a device, for pixels are pixels on each."""
        return QFontMetricsF(self.font(pixels, strong=strong))


PAPER = Look(LIGHT, COMFORTABLE, is_paper=True)  # what is printed or copied is always on white


def look_of(theme: Theme) -> Look:
    """The look in force now."""
    return Look(theme.c, theme.m)


def one_line(text: str) -> str:
    """`text` without line ends and the like, as it stands in a chart."""
    return " ".join(text.split())


def write(painter: QPainter, place: QRectF, text: str, *, side: _Flag = _Flag.AlignHCenter) -> None:
    """Writes `text` into `place` on one line, ending in "…" where the room does."""
    measure = QFontMetricsF(painter.font())
    shown = measure.elidedText(one_line(text), Qt.TextElideMode.ElideRight, place.width() + 1)
    painter.drawText(place, side | _Flag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def write_around(painter: QPainter, middle: QPointF, *, text: str, within: QRectF) -> None:
    """Writes `text` around `middle`, moved as little as keeps it `within` a place."""
    measure = QFontMetricsF(painter.font())
    wide = min(measure.horizontalAdvance(one_line(text)) + 2, within.width())
    place = QRectF(0, 0, wide, measure.height())
    place.moveCenter(middle)
    place.moveLeft(min(max(place.left(), within.left()), within.right() - wide))
    place.moveTop(min(max(place.top(), within.top()), within.bottom() - place.height()))
    write(painter, place, text)
