"""The field for an amount: 14.50 and 14,50 alike, as many decimals as the currency has, and nothing else."""

import re

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QValidator

from loyaltydesk.model.refusals import BadRequest
from ui.seams.formats import QtFormats
from ui.theme.forms import Field
from ui.theme.text import label
from ui.theme.theme import Theme

MOST_FIGURES = 9  # before the decimal sign


class MoneyOnly(QValidator):
    """Lets nothing be typed or pasted that is no amount, and shows one decimal sign whichever key was hit."""

    def __init__(self, sign: str, decimals: int, parent: QObject) -> None:
        super().__init__(parent)
        self.sign = sign
        part = f"({re.escape(sign)}[0-9]{{0,{decimals}}})?" if decimals else ""
        self._pattern = re.compile(f"[0-9]{{0,{MOST_FIGURES}}}{part}")

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        shown = text.replace(",", self.sign).replace(".", self.sign)
        fits = self._pattern.fullmatch(shown) is not None
        return QValidator.State.Acceptable if fits else QValidator.State.Invalid, shown, position


class AmountField(Field):
    """The amount of a purchase or a return, in minor units."""

    amount_changed = Signal(object)  # minor units, None for nothing typed

    def __init__(self, theme: Theme, name: str, formats: QtFormats) -> None:
        """`name` is what a screen reader says."""
        self._symbol = label(formats.symbol, "prefix")
        super().__init__(theme, name, kind="amount", lead=self._symbol)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.show_formats(formats)
        self.textChanged.connect(self._on_text_changed)

    def show_formats(self, formats: QtFormats) -> None:
        """Takes amounts in another currency or language; what was typed goes."""
        self._formats = formats
        self._symbol.setText(formats.symbol)
        self.setValidator(MoneyOnly(formats.decimal_sign, formats.currency.exponent, self))
        self.setPlaceholderText(formats.amount(0))
        self.clear()
        self._make_room()

    @property
    def minor(self) -> int | None:
        """What is typed, in minor units; None for nothing."""
        text = self.text().replace(self._formats.decimal_sign, ".").strip()
        if not text or text == ".":
            return None
        try:
            return self._formats.currency.amount(f"0{text}".removesuffix("."))
        except BadRequest:
            return None

    def show_minor(self, minor: int | None) -> None:
        """Puts an amount into the field, selected, so that typing replaces it; None empties it."""
        shown = "" if minor is None else self._formats.currency.text(minor).replace(".", self._formats.decimal_sign)
        self.setText(shown)
        self.selectAll()

    def put(self, figures: str) -> None:
        """Types on behalf of the keypad; `.` is the decimal sign."""
        self.insert(figures)

    def _on_text_changed(self, _text: str) -> None:
        self.amount_changed.emit(self.minor)
