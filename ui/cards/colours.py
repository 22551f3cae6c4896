"""One colour of the card: ready ones as large round swatches, and one of the shop's own, mixed below them."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QConicalGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.printing.colours import ink_on
from loyaltydesk.words import mark, tr
from ui.cards.mixing import HUES, Mixing
from ui.theme.text import set_tip
from ui.theme.theme import Theme

COLOURS = {
    "#0B7A5B": mark("Green"),
    "#7A2E4D": mark("Burgundy"),
    "#1D4E89": mark("Blue"),
    "#8A5A00": mark("Ochre"),
    "#3A3A3A": mark("Graphite"),
}
ACCENTS = {
    "": mark("Chosen by the program"),
    "#C9A24B": mark("Gold"),
    "#C4CBD0": mark("Silver"),
    "#C9825B": mark("Copper"),
    "#F2C14E": mark("Yellow"),
}
INKS = {
    "": mark("Chosen by the program"),
    "#FFFFFF": mark("White"),
    "#FFF1D6": mark("Cream"),
    "#C9A24B": mark("Gold"),
    "#14201C": mark("Black"),
}
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
        """Draws what stands on the disc."""
        if self.isChecked():
            self.draw_tick(painter, ink_on(self.colour))

    def draw_tick(self, painter: QPainter, ink: str) -> None:
        """A tick in the middle."""
        side, middle = self.theme.m.icon / 2, QRectF(self.rect()).center()
        painter.setPen(QPen(QColor(ink), RING + 0.5, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(
            [middle + QPointF(x * side, y * side) for x, y in ((-0.6, 0), (-0.15, 0.45), (0.6, -0.45))]
        )

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
            disc = around.adjusted(2 * RING, 2 * RING, -2 * RING, -2 * RING)
            painter.setPen(self.theme.colour("border_strong"))  # graphite on a dark page would be lost without it
            painter.setBrush(self.ground(disc))
            painter.drawEllipse(disc)
            self.draw_sign(painter)


class Automatic(Swatch):
    """Leaves the colour to the program: a disc with an A."""

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__(theme, "", name=name)

    def ground(self, _disc: QRectF) -> QBrush:
        return QBrush(self.theme.colour("surface_alt"))

    def draw_sign(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(self.theme.m.fs_body_l)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "A")


class OwnColour(Swatch):
    """Opens the mixing of an own colour: a rainbow, or that colour while it is the choice."""

    def ground(self, disc: QRectF) -> QBrush:
        if self.colour:
            return super().ground(disc)
        rainbow = QConicalGradient(disc.center(), 90)
        for step in range(HUES + 1):
            rainbow.setColorAt(step / HUES, QColor.fromHslF(step / HUES % 1, 0.75, 0.55))
        return QBrush(rainbow)

    def draw_sign(self, painter: QPainter) -> None:
        if self.isChecked() and self.colour:
            super().draw_sign(painter)


class Colours(QWidget):
    """One of the swatches or an own colour; "" where the program chooses.

    `chosen` carries what a person picked, `mixed` an own colour while it is mixed, and `settled` tells that it is.
    """

    chosen = Signal(str)
    mixed = Signal(str)
    settled = Signal()

    def __init__(self, theme: Theme, name: str, colours: Mapping[str, str] = COLOURS) -> None:
        """`colours` are the ready ones with their names, of which "" leaves it to the program."""
        super().__init__()
        self.setAccessibleName(name)
        self._last = next(colour for colour in colours if colour)
        self.swatches = {
            colour: Swatch(theme, colour, name=tr(words)) if colour else Automatic(theme, name=tr(words))
            for colour, words in colours.items()
        }
        self.own = OwnColour(theme, "", name=tr("Another colour…"))
        self.mixing = Mixing(theme, name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for swatch in (*self.swatches.values(), self.own):
            self._group.addButton(swatch)
            row.addWidget(swatch)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s1)
        box.addLayout(row)
        box.addWidget(self.mixing)
        self.mixing.hide()
        self._group.buttonClicked.connect(self._on_clicked)
        self.mixing.mixed.connect(self._on_mixed)
        self.mixing.settled.connect(self.settled)

    def choose(self, colour: str) -> None:
        """Shows that `colour` is the choice: a ready one, or an own, whose mixing stays open while it is worked on."""
        ready = self.swatches.get(colour)
        if ready is None or (self._is_mixing and self.own.colour == colour):
            self._show_own(colour)
        else:
            ready.setChecked(True)
            self._last = colour or self._last
            self._show_own("")

    @property
    def _is_mixing(self) -> bool:
        return self.own.isChecked() and not self.mixing.isHidden()

    def _show_own(self, colour: str) -> None:
        """Shows an own colour as the choice; "" for none."""
        self.own.colour = colour
        self.own.update()
        if colour:
            self.own.setChecked(True)
            self.mixing.show_colour(colour)
        else:
            self.mixing.hide()

    def _on_clicked(self, swatch: Swatch) -> None:
        if swatch is not self.own:
            self._last = swatch.colour or self._last
            self._show_own("")
            self.chosen.emit(swatch.colour)
        elif self.own.colour:
            self.mixing.setVisible(self.mixing.isHidden())
        else:  # begins with the colour that was the choice before
            self._show_own(self._last)
            self.mixing.show()
            self.chosen.emit(self._last)

    def _on_mixed(self, colour: str) -> None:
        self.own.colour = colour
        self.own.update()
        self.mixed.emit(colour)
