"""Small painted marks: initials in a circle, icons with and without a ground, key caps.

Their sizes come from the density and their colours from the theme at each paint, so nobody has to update them.
To be used as:
    Avatar(theme, "Anna Kowalska")
    Glyph(theme, "search")
    IconTile(theme, "cake", tone="warning")
    KeyCap(theme, "F6")
"""

from typing import Literal
from unicodedata import normalize

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.sheet import Tone
from ui.theme.theme import Theme

Side = Literal["small", "medium", "large"]


class Mark(QWidget):
    """A widget of a fixed size that paints itself from the theme; a subclass gives `sizeHint` and `draw`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def draw(self, painter: QPainter) -> None:
        """Paints the mark with an antialiased `painter`."""
        raise NotImplementedError

    def font_of(self, pixels: int) -> QFont:
        """The font of this widget, semi-bold and `pixels` high."""
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw(painter)


def initials(name: str) -> str:
    """The first letters of the first and the last word of `name`, in capitals: "AK" for Anna Maria Kowalska."""
    firsts = [next((sign for sign in word if sign.isalnum()), "") for word in normalize("NFC", name).split()]
    known = [first for first in firsts if first]
    return "".join(first.upper()[0] for first in (known[:1] + known[1:][-1:]))


class Avatar(Mark):
    """Initials in a circle, or a figure: soft for a customer, `solid` in the accent colour for the shop itself."""

    def __init__(self, theme: Theme, name: str = "", *, solid: bool = False) -> None:
        super().__init__(theme)
        self._letters = initials(name)
        self._ground, self._role = ("accent", "on_accent") if solid else ("accent_soft", "accent")

    def show_name(self, name: str) -> None:
        """Shows the initials of `name`."""
        self._letters = initials(name)
        self.update()

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(self._ground))
        painter.drawEllipse(self.rect())
        painter.setFont(self.font_of(round(self.height() * 0.36)))
        painter.setPen(self.theme.colour(self._role))
        if self._letters:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        else:
            air = self.width() // 4
            self.theme.icon("user", self._role).paint(painter, self.rect().adjusted(air, air, -air, -air))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.m.touch + 8, self.theme.m.touch + 8)


class Glyph(Mark):
    """A bare icon beside words, in the colour of `role`; `large` for one that stands for more than a line."""

    def __init__(self, theme: Theme, icon: str, *, role: str = "text_muted", large: bool = False) -> None:
        super().__init__(theme)
        self._large = large
        self._icon = theme.icon(icon, role)

    def show_icon(self, icon: str, role: str = "text_muted") -> None:
        """Shows another icon or colour."""
        self._icon = self.theme.icon(icon, role)
        self.update()

    def draw(self, painter: QPainter) -> None:
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, mode)

    def sizeHint(self) -> QSize:
        side = self.theme.m.icon_l if self._large else self.theme.m.icon
        return QSize(side, side)


class IconTile(Mark):
    """An icon on the soft ground of its tone: colour stays in the tile, panels stay neutral."""

    def __init__(self, theme: Theme, icon: str, *, tone: Tone = "accent", side: Side = "small") -> None:
        super().__init__(theme)
        self._side = side
        self.show_icon(icon, tone)

    def show_icon(self, icon: str, tone: Tone = "accent") -> None:
        """Shows another icon and tone; without a tone, grey."""
        self._icon = self.theme.icon(icon, tone or "text_muted")
        self._ground = f"{tone}_soft" if tone else "surface_alt"
        self.update()

    def draw(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour(self._ground))
        painter.drawRoundedRect(self.rect(), self.theme.m.radius, self.theme.m.radius)
        side = self.height() // 4 * 2  # half the tile, and even: the icon sits on whole pixels
        square = QRect(0, 0, side, side)
        square.moveTopLeft(self.rect().topLeft() + (self.rect().bottomRight() - square.bottomRight()) / 2)
        self._icon.paint(painter, square)

    def sizeHint(self) -> QSize:
        m = self.theme.m
        side = {"small": m.touch - 4, "medium": m.touch_l - 4, "large": m.touch_l + 40}[self._side]
        return QSize(side, side)


class KeyCap(Mark):
    """The name of a key as it stands on the keyboard: it teaches the short way beside the long one."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(theme)
        self._key = key

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.theme.colour("border_strong"), 1))
        painter.setBrush(self.theme.colour("surface_alt"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(self.font_of(self.theme.m.fs_caption))
        painter.setPen(self.theme.colour("text_muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._key) + 14
        return QSize(max(self.theme.m.cap + 6, width), self.theme.m.cap)
