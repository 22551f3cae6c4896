"""A number as its barcode on white, painted as a printer prints it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.bars import dots_for, square, symbol_for
from loyaltydesk.printing.scene import BLACK, Align, Bars, Item, Page, Text
from loyaltydesk.words import tr
from ui.paper.painter import paint_page
from ui.theme.theme import Theme

SIZE = (80.0, 30.0)  # mm of the white ground
DPI = 300


class CodePicture(QWidget):
    """The barcode of one number, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: tuple[Item, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_code(self, code: str, kind: str = "") -> None:
        """Shows a number as bars of a kind (a Symbology); nothing where it has no room or cannot be printed."""
        try:
            self._items = _drawn(code, kind)
        except Refused:
            self._items = ()
        self.setAccessibleName(tr("Barcode of {number}").format(number=code))
        self.update()

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = 9 * self._theme.m.fs_body
        return QSize(round(high * SIZE[0] / SIZE[1]), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = min(self.width() / SIZE[0], self.height() / SIZE[1])
        with QPainter(self) as painter:
            painter.translate((self.width() - SIZE[0] * scale) / 2, (self.height() - SIZE[1] * scale) / 2)
            painter.scale(scale, scale)
            painter.fillRect(0, 0, round(SIZE[0]), round(SIZE[1]), Qt.GlobalColor.white)
            paint_page(painter, Page(*SIZE, self._items))


def _drawn(code: str, kind: str) -> tuple[Item, ...]:
    """The bars and the number below them. Raises CodeNotPrintable and CodeTooWide."""
    symbol, (width, height) = symbol_for(code, kind), SIZE
    if symbol.rows:
        bars = square(symbol, ((width - 22) / 2, 0), 22, dpi=DPI)
    else:
        bars = Bars(2, 3, width - 4, 18, symbol, dots_for(symbol, width - 4, dpi=DPI), DPI)
    number = Text(symbol.caption, bars.middle, height - 3.4, 4, colour=BLACK, align=Align.CENTRE, width=width - 4)
    return bars, number
