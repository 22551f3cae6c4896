"""A few colours to choose from, as large round swatches, one of them chosen.

To be used as:
    Swatches(theme, [("#0B7A5B", tr("Green")), ("#1D4E89", tr("Blue"))], name=tr("Colour"))
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from loyaltydesk.printing.colours import ink_on
from ui.theme.text import set_tip
from ui.theme.theme import Theme

RING = 2  # px of the lines around a swatch


class Swatch(QAbstractButton):
    """A disc of one colour; the chosen one has a tick and a ring, so that colour is not all there is to see."""

    def __init__(self, theme: Theme, colour: str, *, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(name)
        set_tip(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def ground(self, _disc: QRectF) -> QBrush:
        """What the disc is filled with."""
        return QBrush(QColor(self.colour))

    def draw_sign(self, painter: QPainter) -> None:
        """Draws what stands on the disc: a tick while it is the choice."""
        if self.isChecked():
            self._draw_tick(painter)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.m.touch, self.theme.m.touch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            around = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
            if self.isChecked() or self.hasFocus():
                role = "focus" if self.hasFocus() else "text"
                painter.setPen(QPen(self.theme.colour(role), RING))
                painter.drawEllipse(around)
            painter.setPen(self.theme.colour("border_strong"))  # graphite on a dark page would be lost without it
            disc = around.adjusted(2 * RING, 2 * RING, -2 * RING, -2 * RING)
            painter.setBrush(self.ground(disc))
            painter.drawEllipse(disc)
            self.draw_sign(painter)

    def _draw_tick(self, painter: QPainter) -> None:
        side, middle = self.theme.m.icon / 2, QRectF(self.rect()).center()
        painter.setPen(QPen(QColor(ink_on(self.colour)), RING + 0.5, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(
            [middle + QPointF(x * side, y * side) for x, y in ((-0.6, 0), (-0.15, 0.45), (0.6, -0.45))]
        )


class Swatches(QWidget):
    """One of a few colours; `chosen` carries the one (`#RRGGBB`) that a person picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, options: Sequence[tuple[str, str]], *, name: str, columns: int = 6) -> None:
        """`options` are (colour, its name)."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._swatches = {colour.upper(): Swatch(theme, colour, name=words) for colour, words in options}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.m.s1)
        for number, swatch in enumerate(self._swatches.values()):
            self._group.addButton(swatch)
            grid.addWidget(swatch, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)
        self._group.buttonClicked.connect(self._on_clicked)

    def choose(self, colour: str) -> None:
        """Turns a colour on; one that is none of them turns all off."""
        self._group.setExclusive(False)
        for each, swatch in self._swatches.items():
            swatch.setChecked(each == colour.upper())
        self._group.setExclusive(True)

    def _on_clicked(self, swatch: Swatch) -> None:
        self.chosen.emit(swatch.colour)
