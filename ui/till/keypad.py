"""Figures for fingers: it never moves and never takes the focus, so that a key press and a tap can be mixed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.theme import Theme

BACK = "\b"
ROWS = ("789", "456", "123")


class Keypad(QWidget):
    """Ten figures, the decimal sign (two noughts where the currency has no decimals), and one step back."""

    pressed = Signal(str)  # the figures, `.` for the decimal sign, BACK

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__()
        self.theme = theme
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, figures in enumerate(ROWS):
            for column, figure in enumerate(figures):
                self._add(Button(theme, figure, kind="key"), figure, place=(row, column))
        self._point = Button(theme, "", kind="key")
        self._point.clicked.connect(self._on_point_clicked)
        self._place(self._point, (3, 0))
        self._add(Button(theme, "0", kind="key"), "0", place=(3, 1))
        back = Button(theme, "", kind="key", icon="delete")
        back.setAccessibleName(tr("Delete the last figure"))
        back.setAutoRepeat(True)
        self._add(back, BACK, place=(3, 2))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.show_formats(formats)

    def show_formats(self, formats: QtFormats) -> None:
        """Offers the decimal sign of the language, or two noughts."""
        has_decimals = bool(formats.currency.exponent)
        self._figures = "." if has_decimals else "00"
        self._point.setText(formats.decimal_sign if has_decimals else "00")
        self._point.setAccessibleName(tr("Decimal sign") if has_decimals else "00")

    def _add(self, button: Button, figures: str, *, place: tuple[int, int]) -> None:
        button.clicked.connect(lambda: self.pressed.emit(figures))
        self._place(button, place)

    def _place(self, button: Button, place: tuple[int, int]) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid.addWidget(button, *place)

    def _on_point_clicked(self) -> None:
        self.pressed.emit(self._figures)

    def _on_theme_changed(self) -> None:
        self._grid.setSpacing(self.theme.m.s2)
