"""The kinds of barcodes that cards bear, our own and those of others."""

import re
from enum import StrEnum
from typing import Final


class Symbology(StrEnum):
    """How a number is written in bars; none is named where its kind suits it best, EAN-13 or Code 128."""

    SUITED = ""
    EAN13 = "ean13"
    EAN8 = "ean8"
    UPC_A = "upc_a"
    CODE128 = "code128"
    CODE39 = "code39"
    ITF = "itf"
    CODABAR = "codabar"
    QR = "qr"


# What each of them can say; check digits apart.
FORMS: Final = {
    Symbology.EAN13: "[0-9]{13}",
    Symbology.EAN8: "[0-9]{8}",
    Symbology.UPC_A: "[0-9]{12}",
    Symbology.CODE128: "[ -~]+",
    Symbology.CODE39: r"[0-9A-Z. $/+%-]+",
    Symbology.ITF: "([0-9]{2})+",
    Symbology.CODABAR: r"[0-9$:/.+-]+|[A-D][0-9$:/.+-]+[A-D]",
    Symbology.QR: "[ -~]+",
}
CHECKED: Final = frozenset((Symbology.EAN13, Symbology.EAN8, Symbology.UPC_A))  # whose last digit is a check digit


def can_say(symbology: Symbology, code: str) -> bool:
    """Whether `code` has the characters and the length of a kind of barcode; its check digit is looked at elsewhere."""
    return symbology is Symbology.SUITED or re.fullmatch(FORMS[symbology], code) is not None
