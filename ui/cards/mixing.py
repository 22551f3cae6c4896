"""An own colour, mixed with three sliders that show where they lead, or typed by its code."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from loyaltydesk.printing.colours import mix
from loyaltydesk.words import tr
from ui.theme.forms import Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

GROOVE, KNOB = 12, 11  # px: height of the groove, radius of the knob
TURN, FULL = 359, 100  # of the hue, and of strength and lightness
HUES = 12  # stops of the rainbow
CODE = re.compile("#?([0-9A-Fa-f]{6})")


class ColourSlider(QSlider):
    """A slider whose groove shows the colours it leads to; `settled` comes when a drag is over."""

    settled = Signal()

    def __init__(self, theme: Theme, name: str, most: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._stops: Sequence[QColor] = ()
        self.setRange(0, most)
        self.setPageStep(most // 10)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def show_stops(self, stops: Sequence[QColor]) -> None:
        """Shows these colours from the left to the right."""
        self._stops = stops
        self.update()

    def _room(self) -> QRectF:
        """The way of the knob's middle."""
        return QRectF(self.rect()).adjusted(KNOB + 2, 0, -KNOB - 2, 0)

    def _value_at(self, x: float) -> int:
        room = self._room()
        share = min(max((x - room.left()) / max(room.width(), 1), 0), 1)
        return round(share * self.maximum())

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(160, self._theme.m.touch)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._theme.m.touch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        room, middle = self._room(), self.height() / 2
        groove = QRectF(room.left() - KNOB, middle - GROOVE / 2, room.width() + 2 * KNOB, GROOVE)
        shade = QLinearGradient(room.left(), 0, room.right(), 0)
        for place, stop in enumerate(self._stops):
            shade.setColorAt(place / max(len(self._stops) - 1, 1), stop)
        knob = QPointF(room.left() + room.width() * self.value() / self.maximum(), middle)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("border_strong"), 1))
            painter.setBrush(shade)
            painter.drawRoundedRect(groove, GROOVE / 2, GROOVE / 2)
            painter.setPen(QPen(self._theme.colour("focus" if self.hasFocus() else "border_strong"), 2))
            painter.setBrush(self._theme.colour("surface"))
            painter.drawEllipse(knob, KNOB, KNOB)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour())
            painter.drawEllipse(knob, KNOB - 4, KNOB - 4)

    def _colour(self) -> QColor:
        """The colour below the knob."""
        if not self._stops:
            return self._theme.colour("surface")
        place = self.value() / self.maximum() * (len(self._stops) - 1)
        one, other = self._stops[int(place)], self._stops[min(int(place) + 1, len(self._stops) - 1)]
        share = place - int(place)
        return QColor(mix(one.name(), other.name(), share=share))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.settled.emit()


class Mixing(QWidget):
    """The sliders and the code of the colour; `mixed` carries it at each move, `settled` comes after a drag."""

    mixed = Signal(str)
    settled = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` says to a screen reader which colour is mixed."""
        super().__init__()
        self._colour = ""
        self.hue = ColourSlider(theme, tr("{colour}: hue").format(colour=name), TURN)
        self.strength = ColourSlider(theme, tr("{colour}: strength").format(colour=name), FULL)
        self.lightness = ColourSlider(theme, tr("{colour}: lightness").format(colour=name), FULL)
        self.code = Field(theme, tr("{colour}: its code").format(colour=name))
        self.code.setMaxLength(7)
        self._row = FormRow(theme, self.code, text=tr("Code of the colour"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        words = (tr("Hue"), tr("Strength"), tr("Lightness"))
        for slider, text in zip(self._sliders, words, strict=True):
            box.addWidget(label(text, "muted"))
            box.addWidget(slider)
            slider.valueChanged.connect(self._on_slider_moved)
            slider.settled.connect(self.settled)
        box.addWidget(self._row)
        self.code.textEdited.connect(self._on_code_edited)
        self.code.editingFinished.connect(self._on_code_left)

    def show_colour(self, colour: str) -> None:
        """Puts the sliders where `colour` is; a grey leaves the hue where it was."""
        if colour == self._colour:
            return
        self._colour = colour
        shade = QColor(colour).toHsl()
        places = (shade.hslHueF() * 360, shade.hslSaturationF() * FULL, shade.lightnessF() * FULL)
        grey = shade.hslHueF() < 0 or shade.hslSaturationF() == 0
        for slider, place in zip(self._sliders, places, strict=True):
            if slider is not self.hue or not grey:
                slider.blockSignals(True)
                slider.setValue(round(place))
                slider.blockSignals(False)
        self.code.setText(colour)
        self._row.accept()
        self._show_stops()

    @property
    def _sliders(self) -> tuple[ColourSlider, ColourSlider, ColourSlider]:
        return (self.hue, self.strength, self.lightness)

    def _show_stops(self) -> None:
        hue, strength, light = (slider.value() / slider.maximum() for slider in self._sliders)
        hue *= TURN / 360
        self.hue.show_stops([QColor.fromHslF(step / HUES % 1, 0.75, 0.45) for step in range(HUES + 1)])
        self.strength.show_stops([QColor.fromHslF(hue, share, min(max(light, 0.2), 0.8)) for share in (0, 0.5, 1)])
        self.lightness.show_stops([QColor.fromHslF(hue, strength, share) for share in (0, 0.25, 0.5, 0.75, 1)])

    def _on_slider_moved(self) -> None:
        hue, strength, light = (slider.value() for slider in self._sliders)
        self._take(QColor.fromHslF(hue / 360, strength / FULL, light / FULL).name().upper())
        self.code.setText(self._colour)
        self._row.accept()

    def _take(self, colour: str) -> None:
        self._colour = colour
        self._show_stops()
        self.mixed.emit(colour)

    def _on_code_edited(self, text: str) -> None:
        found = CODE.fullmatch(text.strip())
        if found:
            colour = f"#{found[1].upper()}"
            self.show_colour(colour)
            self.mixed.emit(colour)

    def _on_code_left(self) -> None:
        """What is no colour is said once the field is left, and not while it is typed."""
        if CODE.fullmatch(self.code.text().strip()):
            self._row.accept()
        else:
            self._row.refuse(tr("A code has six digits or letters from A to F, like #0B7A5B."))
