"""Paints a page of paper with any QPainter: on the screen, in a picture, on a printer as vectors.

The painter works in millimetres from the top left corner of the page. Words are set as the PDF sets them, letter by
letter, so that what is seen is what is printed.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import cycle, repeat
from math import hypot
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from loyaltydesk.printing.fonts import SPACES, font_file, runs, width_of
from loyaltydesk.printing.outlines import Shape, pairs
from loyaltydesk.printing.scene import (
    Bars,
    Disc,
    Fill,
    Gradient,
    Group,
    Image,
    Item,
    Letter,
    Page,
    Path,
    Placed,
    Rect,
    Role,
    Text,
    Written,
)
from loyaltydesk.printing.typeset import line

EM = 1000  # pixels of the em in which words are set before they are scaled to millimetres


def paint_page(painter: QPainter, page: Page, *, whole_dots: bool = False) -> None:
    """Paints `page` with `painter`, one unit of which is a millimetre.

    `whole_dots` sets bars on the very pixels of the device, as a printer needs them; without it they are smooth.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _Brush(painter, whole_dots=whole_dots).paint(page.items)
    painter.restore()


class _Brush:
    """Paints items; a group moves the painter for those within it."""

    def __init__(self, painter: QPainter, *, whole_dots: bool) -> None:
        self._painter = painter
        self._whole_dots = whole_dots
        self._painters: dict[type[Item], Callable[[Any], None]] = {
            Rect: self._rect,
            Disc: self._disc,
            Path: self._path,
            Text: self._text,
            Written: self._written,
            Image: self._image,
            Bars: self._bars,
            Group: self._group,
            Placed: self._placed,
        }

    def paint(self, items: Iterable[Item]) -> None:
        """Paints `items` in their order."""
        for item in items:
            self._painters[type(item)](item)

    def _rect(self, rect: Rect) -> None:
        if rect.fill is not None:
            self._painter.fillPath(_outline(rect), _brush(rect.fill))
        if rect.stroke is not None:
            self._painter.strokePath(_outline(rect), QPen(QColor(rect.stroke), rect.stroke_width))

    def _disc(self, disc: Disc) -> None:
        self._painter.fillPath(_outline(disc), _brush(disc.fill))

    def _path(self, path: Path) -> None:
        if path.fill is not None:
            self._painter.fillPath(_outline(path), _brush(path.fill))
        if path.stroke is not None:
            pen = QPen(QColor(path.stroke), path.stroke_width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self._painter.strokePath(_outline(path), pen)

    def _text(self, text: Text) -> None:
        placed = line(text)
        self._painter.save()
        self._painter.translate(placed.x, text.y)
        self._painter.scale(placed.size / EM, placed.size / EM)
        self._painter.setPen(QColor(text.colour))
        x = 0.0
        for run in runs(placed.text, text.role):
            self._painter.setFont(_font(run.role))
            self._painter.drawText(QPointF(x, 0), run.text)
            x += width_of(run.text, run.role, size=EM)
        self._painter.restore()

    def _written(self, written: Written) -> None:
        """A line in a hand, each letter turned and made larger about the middle of its foot."""
        text, placed = written.text, line(written.text)
        self._painter.save()
        self._painter.translate(placed.x, text.y)
        self._painter.scale(placed.size / EM, placed.size / EM)
        self._painter.setPen(QColor(text.colour))
        letters: Iterator[Letter] = cycle(written.letters) if written.letters else repeat(Letter())
        for run in runs(placed.text, text.role):
            self._painter.setFont(_font(run.role))
            for character, letter in zip(run.text, letters):  # noqa: B905 - the letters never end
                self._letter(character, letter, width=width_of(character, run.role, size=EM))
        self._painter.restore()

    def _letter(self, character: str, letter: Letter, *, width: float) -> None:
        """Draws one letter and moves on by its width."""
        self._painter.save()
        self._painter.translate(width / 2 + letter.right * EM, -letter.up * EM)
        self._painter.rotate(letter.turn)
        self._painter.scale(letter.size, letter.size)
        self._painter.drawText(QPointF(-width / 2, 0), character)
        self._painter.restore()
        self._painter.translate(width, 0)

    def _image(self, image: Image) -> None:
        place = QRectF(image.x, image.y, image.width, image.height)
        self._painter.drawImage(place, _picture(image.content))

    def _bars(self, bars: Bars) -> None:
        path = (
            self._on_dots(bars)
            if self._whole_dots
            else _runs(bars, QPointF(bars.left, bars.y), module=bars.module, height=bars.height)
        )
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._whole_dots)
        self._painter.fillPath(path, QColor(bars.ink))
        self._painter.restore()

    def _on_dots(self, bars: Bars) -> QPainterPath:
        """The bars with each edge on an edge between two dots of the device, about as wide as they were planned.

        Where the group in hand is turned by right angles, its right may be down on the device.
        """
        device = self._painter.deviceTransform()
        back, _can = device.inverted()
        per_mm, down = hypot(device.m11(), device.m12()), hypot(device.m21(), device.m22())
        dots = max(1, min(round(bars.module * per_mm), int(bars.width * per_mm / bars.symbol.width + 1e-6)))
        free = bars.width - bars.symbol.width * dots / per_mm
        corner = device.map(QPointF(bars.x + free * bars.align.share, bars.y))
        corner = back.map(QPointF(round(corner.x()), round(corner.y())))
        high = round(bars.height * down) / down if not bars.symbol.rows else len(bars.symbol.rows) * dots / per_mm
        return _runs(bars, corner, module=dots / per_mm, height=high)

    def _group(self, group: Group) -> None:
        self._painter.save()
        self._painter.translate(group.dx, group.dy)
        self._painter.rotate(group.turn)
        self._painter.scale(group.scale, group.scale)
        if group.clip is not None:
            self._painter.setClipPath(_outline(group.clip), Qt.ClipOperation.IntersectClip)
        self.paint(group.items)
        self._painter.restore()

    def _placed(self, placed: Placed) -> None:
        self._painter.save()
        self._painter.translate(placed.x, placed.y)
        self.paint(placed.motif.items)
        self._painter.restore()


def _outline(shape: Shape) -> QPainterPath:
    outline = QPainterPath()
    outline.setFillRule(Qt.FillRule.WindingFill)
    if isinstance(shape, Disc):
        outline.addEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
    elif isinstance(shape, Rect):
        outline.addRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.radius, shape.radius)
    else:
        for kind, numbers in shape.steps:
            _STEPS[kind](outline, *(QPointF(*point) for point in pairs(numbers)))
    return outline


_STEPS: dict[str, Callable[..., None]] = {
    "M": QPainterPath.moveTo,
    "L": QPainterPath.lineTo,
    "C": QPainterPath.cubicTo,
    "Z": QPainterPath.closeSubpath,
}


def _brush(fill: Fill) -> QBrush:
    if not isinstance(fill, Gradient):
        return QBrush(QColor(fill))
    gradient = QLinearGradient(fill.x1, fill.y1, fill.x2, fill.y2)
    gradient.setColorAt(0, QColor(fill.start))
    gradient.setColorAt(1, QColor(fill.end))
    return QBrush(gradient)


def _runs(bars: Bars, corner: QPointF, *, module: float, height: float) -> QPainterPath:
    """The bars as rectangles; the quiet zone begins at `corner`."""
    path, at, high = QPainterPath(), bars.symbol.quiet_left, height / len(bars.symbol.lines)
    for row, run in bars.symbol.stretches():
        place = QPointF(corner.x() + (at + run.start) * module, corner.y() + row * high)
        path.addRect(QRectF(place, QSizeF(len(run) * module, high)))
    return path


@lru_cache(maxsize=8)  # a logo is the same on every card, and in every frame of a preview
def _picture(content: bytes) -> QImage:
    return QImage.fromData(content)


@cache
def _font(role: Role) -> QFont:
    """The font of `role` from our own file, set as the PDF sets it: no kerning, ligatures or other font's help."""
    number = QFontDatabase.addApplicationFont(str(font_file(role)))
    font = QFont(QFontDatabase.applicationFontFamilies(number))
    font.setPixelSize(EM)
    font.setWeight(QFont.Weight.Bold if role is Role.BOLD else QFont.Weight.Normal)
    font.setKerning(False)
    for ligatures in ("liga", "clig", "calt"):
        font.setFeature(QFont.Tag(ligatures), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    if role in SPACES:
        font.setWordSpacing(width_of(" ", role, size=EM) - QFontMetricsF(font).horizontalAdvance(" "))
    return font
