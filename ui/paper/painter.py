"""Paints a page of paper with any QPainter: on the screen, in a picture, on a printer as vectors.

The painter works in millimetres from the top left corner of the page. Words are set as the PDF sets them, letter by
letter, so that what is seen is what is printed.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from loyaltydesk.printing.fonts import font_file
from loyaltydesk.printing.scene import (
    Bars,
    Disc,
    Fill,
    Gradient,
    Group,
    Image,
    Item,
    Page,
    Placed,
    Rect,
    Role,
    Text,
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
            Text: self._text,
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

    def _text(self, text: Text) -> None:
        placed = line(text)
        self._painter.save()
        self._painter.translate(placed.x, text.y)
        self._painter.scale(placed.size / EM, placed.size / EM)
        self._painter.setFont(_font(text.role))
        self._painter.setPen(QColor(text.colour))
        self._painter.drawText(QPointF(0, 0), placed.text)
        self._painter.restore()

    def _image(self, image: Image) -> None:
        place = QRectF(image.x, image.y, image.width, image.height)
        self._painter.drawImage(place, QImage.fromData(image.content))

    def _bars(self, bars: Bars) -> None:
        path = (
            self._on_dots(bars)
            if self._whole_dots
            else _runs(bars, QPointF(bars.left, bars.y), module=bars.module, height=bars.height)
        )
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, not self._whole_dots)
        self._painter.fillPath(path, Qt.GlobalColor.black)
        self._painter.restore()

    def _on_dots(self, bars: Bars) -> QPainterPath:
        """The bars with each edge on an edge between two dots of the device, about as wide as they were planned."""
        device = self._painter.deviceTransform()
        per_mm, down = device.m11(), device.m22()
        dots = max(1, min(round(bars.module * per_mm), int(bars.width * per_mm / bars.symbol.width + 1e-6)))
        free = bars.width * per_mm - bars.symbol.width * dots
        corner = device.map(QPointF(bars.x, bars.y))
        left, top = round(corner.x() + free * bars.align.share), round(corner.y())
        corner = QPointF((left - device.dx()) / per_mm, (top - device.dy()) / down)
        high = round(bars.height * down) / down if not bars.symbol.rows else len(bars.symbol.rows) * dots / per_mm
        return _runs(bars, corner, module=dots / per_mm, height=high)

    def _group(self, group: Group) -> None:
        self._painter.save()
        self._painter.translate(group.dx, group.dy)
        if group.clip is not None:
            self._painter.setClipPath(_outline(group.clip), Qt.ClipOperation.IntersectClip)
        self.paint(group.items)
        self._painter.restore()

    def _placed(self, placed: Placed) -> None:
        self._painter.save()
        self._painter.translate(placed.x, placed.y)
        self.paint(placed.motif.items)
        self._painter.restore()


def _outline(shape: Rect | Disc) -> QPainterPath:
    path = QPainterPath()
    if isinstance(shape, Disc):
        path.addEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
    else:
        path.addRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.radius, shape.radius)
    return path


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
    return font
