"""The typefaces of paper: PT Sans and four hands, measured and embedded, never the reader's own."""

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final

from msgspec import Struct
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from loyaltydesk.printing.scene import Role
from loyaltydesk.printing.signs import settable

FOLDER: Final = Path(__file__).parents[2] / "resources" / "fonts"
FILES: Final = {
    Role.BODY: "PTSans-Regular.ttf",
    Role.BOLD: "PTSans-Bold.ttf",
    Role.HAND: "Caveat-Regular.ttf",
    Role.FORMAL: "GreatVibes-Regular.ttf",
    Role.ROUND: "MarckScript-Regular.ttf",
    Role.LIGHT: "BadScript-Regular.ttf",
}
# A space in ems, where the typeface's own is so narrow that a word runs into the flourish of the one before.
SPACES: Final = {Role.FORMAL: 0.31}


class Run(Struct, frozen=True):
    """Characters that follow each other and are set in the same typeface."""

    text: str
    role: Role


def font_file(role: Role) -> Path:
    """The TrueType file of `role`."""
    return FOLDER / FILES[role]


@cache
def face(role: Role) -> TTFont:
    """The font of `role`, read and registered at its first use."""
    font = TTFont(f"Paper-{role}", str(font_file(role)), asciiReadable=False)
    if role in SPACES:
        font.face.charWidths[ord(" ")] = SPACES[role] * 1000
    registerFont(font)
    return font


@cache
def _own(role: Role) -> dict[str, float]:
    """The advance of each character the typeface itself has, in ems."""
    metrics = face(role).face
    return {chr(code): metrics.charWidths[code] / 1000 for code in metrics.charToGlyph if code in metrics.charWidths}


@cache
def _widths(role: Role) -> dict[str, float]:
    """The advance of each character that can be set, in ems: what a hand has not is set in the typeface of words."""
    return _own(Role.BODY) | _own(role)


@cache
def _plain(role: Role) -> frozenset[str]:
    """The characters that are set as they are."""
    widths = _widths(role)
    return frozenset(character for character in widths if settable(character, widths) == character)


@cache
def _whole(role: Role) -> bool:
    """Whether the typeface has all that the one of words has."""
    return _own(role).keys() >= _own(Role.BODY).keys()


def runs(text: str, role: Role) -> tuple[Run, ...]:
    """`printable` text as stretches: those in `role`, and between them those that only the typeface of words has."""
    own = _own(role)
    if text.isascii() or _whole(role) or own.keys() >= set(text):
        return (Run(text, role),) if text else ()
    stretches = groupby(text, lambda character: character in own)
    return tuple(Run("".join(some), role if has else Role.BODY) for has, some in stretches)


def width_of(text: str, role: Role, *, size: float) -> float:
    """How wide a line of `printable` text is, in the unit of `size` (the em)."""
    widths = _widths(role)
    return sum(map(widths.__getitem__, text)) * size


def printable(text: str, role: Role) -> str:
    """`text` as one line of characters that can be set, in the typeface of `role` or else in the one of words.

    What neither has is replaced by a sign that is seen (`signs.settable`).
    """
    return text if _plain(role).issuperset(text) else settable(text, _widths(role))


def legible(text: str, role: Role) -> bool:
    """Whether anything of `text` can be read on paper: one letter or figure that can be set."""
    return any(character.isalnum() for character in printable(text, role))
