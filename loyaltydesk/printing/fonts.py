"""The typefaces of paper: PT Sans and four hands, measured and embedded, never the reader's own."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from loyaltydesk.printing.scene import Role

FOLDER: Final = Path(__file__).parents[2] / "resources" / "fonts"
FILES: Final = {
    Role.BODY: "PTSans-Regular.ttf",
    Role.BOLD: "PTSans-Bold.ttf",
    Role.HAND: "Caveat-Regular.ttf",
    Role.FORMAL: "GreatVibes-Regular.ttf",
    Role.ROUND: "MarckScript-Regular.ttf",
    Role.LIGHT: "BadScript-Regular.ttf",
}
MISSING: Final = "?"  # stands for a sign the typeface has not; a box would be better and PT Sans has none
# What looks the same and the typeface has not: other hyphens and minus signs stay what they are where it has them.
ALIKE: Final = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2015": "—",
    "\u2032": "'",
    "\u02bc": "’",
    "\t": " ",
    "\n": " ",
    "\r": " ",
}
DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})  # controls, bidi marks, lone surrogates, loose accents
PICTURES: Final = frozenset({"So", "Sk", "Cn", "Co"})  # emoji and the like, which no word misses


def font_file(role: Role) -> Path:
    """The TrueType file of `role`."""
    return FOLDER / FILES[role]


@cache
def face(role: Role) -> TTFont:
    """The font of `role`, read and registered at its first use."""
    font = TTFont(f"Paper-{role}", str(font_file(role)), asciiReadable=False)
    registerFont(font)
    return font


@cache
def _widths(role: Role) -> dict[str, float]:
    """The advance of each character the typeface has, in ems."""
    metrics = face(role).face
    return {chr(code): metrics.charWidths[code] / 1000 for code in metrics.charToGlyph if code in metrics.charWidths}


def width_of(text: str, role: Role, *, size: float) -> float:
    """How wide a line of `printable` text is, in the unit of `size` (the em)."""
    widths = _widths(role)
    return sum(widths[character] for character in text) * size


def printable(text: str, role: Role) -> str:
    """`text` as one line of characters the typeface has; `?` for each letter it has not.

    Letters and their accents are joined first. Control characters, bidirectional marks, little pictures and what would
    stand on another character are left out, and every kind of space is the plain one.
    """
    widths = _widths(role)
    if text.isascii() and text.isprintable():
        return text
    return "".join(_sign(character, widths) for character in unicodedata.normalize("NFC", text))


def _sign(character: str, widths: dict[str, float]) -> str:
    character = ALIKE.get(character, character)
    kind = unicodedata.category(character)
    if kind in ("Zs", "Zl", "Zp"):
        return " "
    if kind in DROPPED:
        return ""
    return character if character in widths else "" if kind in PICTURES else MISSING


def legible(text: str, role: Role) -> bool:
    """Whether anything of `text` can be read on paper: one letter or figure that the typeface has."""
    return any(character.isalnum() for character in printable(text, role))
