"""The shop's logo on its card: chosen from a file, dropped, or taken off again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.theme.buttons import Button, IconButton
from ui.theme.text import label
from ui.theme.theme import Theme

KINDS = "(*.png *.jpg *.jpeg *.svg)"


def ask_file(parent: QWidget) -> str:
    """The picture a person chooses; "" for none."""
    kinds = tr("Pictures") + " " + KINDS
    return QFileDialog.getOpenFileName(parent, tr("Choose a logo"), str(Path.home()), kinds)[0]


class LogoPicture(QWidget):
    """The logo as it is taken for paper, on white."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture = QImage()
        self.setAccessibleName(tr("The logo"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, content: bytes) -> None:
        """Shows a PNG or JPEG picture."""
        self._picture = QImage.fromData(content)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.m.touch, self._theme.m.touch)

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRoundedRect(room, self._theme.m.radius_s, self._theme.m.radius_s)
            inner = room.adjusted(4, 4, -4, -4)
            size = self._picture.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(inner.center())
            painter.drawImage(place, self._picture)


class LogoRow(QWidget):
    """The button that chooses a file, and the logo beside the one that removes it."""

    chosen = Signal(Path)
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ask_file: Callable[[QWidget], str] = ask_file  # may be replaced, by a test
        self.choose = Button(theme, tr("Choose logo…"), icon="palette")
        self.remove = IconButton(theme, "trash-2", name=tr("Remove the logo"))
        self.picture = LogoPicture(theme)
        row = QHBoxLayout()
        row.setSpacing(theme.m.s2)
        row.addWidget(self.picture)
        row.addWidget(self.choose, 1)
        row.addWidget(self.remove)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s1)
        box.addLayout(row)
        box.addWidget(label(tr("PNG, JPEG or SVG; it can be dropped on the card, too."), "muted", wrap=True))
        self.choose.clicked.connect(self._on_choose_pressed)
        self.remove.clicked.connect(self.removed)
        self.show_logo(None)

    def show_logo(self, content: bytes | None) -> None:
        """Shows the logo that is on the card; None for none."""
        if content:
            self.picture.show_picture(content)
        for widget in (self.picture, self.remove):
            widget.setVisible(bool(content))

    def _on_choose_pressed(self) -> None:
        chosen = self.ask_file(self)
        if chosen:
            self.chosen.emit(Path(chosen))
