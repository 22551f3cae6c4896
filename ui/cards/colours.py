"""One colour of the card: ready ones as large round swatches, and one of the shop's own, mixed below them."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QConicalGradient, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import mark, tr
from ui.cards.mixing import HUES, Mixing
from ui.theme.swatches import Swatch
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
