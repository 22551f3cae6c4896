"""Money as it is typed: 14.50, 14,50 and 1,234.56 alike, as many decimals as the currency has, and nothing else."""

import re

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator

from loyaltydesk.model.refusals import BadRequest
from ui.seams.formats import QtFormats

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


def minor_from(typed: str, formats: QtFormats) -> int | None:
    """The minor units of what was typed into such a field; None for nothing."""
    text = typed.replace(formats.decimal_sign, ".").strip()
    if not text or text == ".":
        return None
    try:
        return formats.currency.amount(f"0{text}".removesuffix("."))
    except BadRequest:
        return None


def typed_form(minor: int, formats: QtFormats) -> str:
    """Minor units as they are typed into such a field: without signs between thousands."""
    return formats.currency.text(minor).replace(".", formats.decimal_sign)
