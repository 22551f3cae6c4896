"""The field for an amount: 14.50, 14,50 and 1,234.56 alike, as many decimals as the currency has, and nothing else."""

import re

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QValidator

from loyaltydesk.model.refusals import BadRequest
from ui.seams.formats import QtFormats
from ui.theme.forms import Field
from ui.theme.text import label
from ui.theme.theme import Theme

MOST_FIGURES = 9  # before the decimal sign
THOUSANDS = ((",", r"[0-9]{1,3}(,[0-9]{3})+\.[0-9]*"), (".", r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]*"))


class MoneyOnly(QValidator):
    """Lets nothing be typed or pasted that is no amount, and shows one decimal sign whichever key was hit.

    What only helps to read a sum is left out: blanks, apostrophes, the sign of the currency, and signs between
    thousands where the other sign behind them tells that they are.
    """

    def __init__(self, formats: QtFormats, parent: QObject) -> None:
        super().__init__(parent)
        self._sign, decimals = formats.decimal_sign, formats.currency.exponent
        part = f"({re.escape(self._sign)}[0-9]{{0,{decimals}}})?" if decimals else ""
        self._pattern = re.compile(f"[0-9]{{0,{MOST_FIGURES}}}{part}")
        self._ornament = re.compile(rf"[\s'’]|{re.escape(formats.symbol)}|{formats.currency.code}", re.IGNORECASE)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        shown, before = self._plain(text), self._plain(text[:position])
        fits = self._pattern.fullmatch(shown) is not None
        return QValidator.State.Acceptable if fits else QValidator.State.Invalid, shown, min(len(before), len(shown))

    def _plain(self, text: str) -> str:
        bare = re.sub(r"([.,])\1+", r"\1", self._ornament.sub("", text))  # a key that bounced
        for between in THOUSANDS:
            bare = bare.replace(between[0], "") if re.fullmatch(between[1], bare) else bare
        return bare.replace(",", self._sign).replace(".", self._sign)


class AmountField(Field):
    """The amount of a purchase or a return, in minor units.

    A key that cannot stand in an amount is left out, which `inputRejected` tells. But whoever typed `1,234.56` and did
    not look has 1.23 there: so the amount `is_doubtful` then, until it is emptied or somebody trusts it.
    """

    amount_changed = Signal(object)  # minor units, None for nothing typed

    def __init__(self, theme: Theme, name: str, formats: QtFormats) -> None:
        """`name` is what a screen reader says."""
        self._symbol = label(formats.symbol, "prefix")
        super().__init__(theme, name, kind="amount", lead=self._symbol)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._left_out = False
        self.show_formats(formats)
        self.textChanged.connect(self._on_text_changed)
        self.inputRejected.connect(self._on_input_rejected)

    def show_formats(self, formats: QtFormats) -> None:
        """Takes amounts in another currency or language; what was typed goes."""
        self._formats = formats
        self._symbol.setText(formats.symbol)
        self.setValidator(MoneyOnly(formats, self))
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

    @property
    def money(self) -> str:
        """What is typed, as the language writes a sum."""
        return self._formats.money(self.minor or 0)

    @property
    def is_doubtful(self) -> bool:
        """Whether something was typed that does not stand here."""
        return self._left_out and self.minor is not None

    def trust(self) -> None:
        """Takes the amount as it stands."""
        self._left_out = False

    def show_minor(self, minor: int | None) -> None:
        """Puts an amount into the field, selected, so that typing replaces it; None empties it."""
        shown = "" if minor is None else self._formats.currency.text(minor).replace(".", self._formats.decimal_sign)
        self.setText(shown)
        self.selectAll()
        self.trust()

    def put(self, figures: str) -> None:
        """Types on behalf of the keypad; `.` is the decimal sign."""
        self.insert(figures)

    def _on_input_rejected(self) -> None:
        self._left_out = True

    def _on_text_changed(self, text: str) -> None:
        self._left_out &= bool(text)
        self.amount_changed.emit(self.minor)
