"""How the shop's card looks, as the owner chose it; travels with the file and its backups."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import fields

from loyaltydesk.model.refusals import BadRequest

COLOUR = "#0B7A5B"
LONGEST_TEXT = 200  # characters of one text; nothing on a card has room for more


class CodeKind(StrEnum):
    """Which barcode is printed: what suits the number best, or one that is asked for."""

    AUTO = "auto"
    CODE128 = "code128"
    QR = "qr"


class CodeSide(StrEnum):
    """The side of a card that bears its barcode."""

    BACK = "back"
    FRONT = "front"


class BarsInk(StrEnum):
    """What a barcode is printed in."""

    BLACK = "black"
    COLOUR = "colour"


class CardDesign(Struct, frozen=True):
    """A card, front and back: colours are `#RRGGBB`, empty ones are chosen by the program.

    A text of None is the shop's ready words in the language of whoever gets the card, an empty one is none at all, and
    in any other `{name}`, `{tier}`, `{since}`, `{number}`, `{shop}` stand for what is the card's own. The shop's name,
    its line and its address are in the shop's settings. `logo` names a picture that the file keeps, or is empty.
    """

    template: str = "circles"
    colour: str = COLOUR
    accent: str = ""
    ink: str = ""
    above_name: str | None = None
    note: str = ""  # a further line on the front
    heading: str | None = None
    rules: str | None = None
    footer: str | None = None
    code_kind: CodeKind = CodeKind.AUTO
    code_side: CodeSide = CodeSide.BACK
    bars_at: str = "centre"  # left, centre, right
    bars_ink: BarsInk = BarsInk.BLACK
    logo: str = ""
    bleed: bool = False  # 3 mm of colour beyond the edge, for a printing house


_TEXT = re.compile(rf"(?s).{{0,{LONGEST_TEXT}}}")
_SHADE = re.compile("(#[0-9A-F]{6})?")
# What each text must be; a template that this release has not is kept, as a newer one at another till may have it.
_PATTERNS = {
    "template": re.compile("[a-z][a-z0-9_]{0,39}"),
    "colour": re.compile("#[0-9A-F]{6}"),
    "accent": _SHADE,
    "ink": _SHADE,
    **dict.fromkeys(("above_name", "note", "heading", "rules", "footer"), _TEXT),
    "bars_at": re.compile("left|centre|right"),
    "logo": re.compile("([0-9a-f]{16})?"),
}


def checked_design(design: CardDesign) -> CardDesign:
    """`design` with its texts trimmed. Raises BadRequest for a colour, a text or a name that none can be."""
    written = {name: value.strip() if isinstance(value, str) else value for name, value in to_builtins(design).items()}
    for name, value in written.items():
        if name in _PATTERNS and not _suits(name, value):
            too_long = isinstance(value, str) and _PATTERNS[name] is _TEXT
            raise BadRequest(name, "too_long" if too_long else "wrong_value")
    return convert(written, CardDesign)


def design_of(written: Mapping[str, Any], colour: str = COLOUR) -> CardDesign:
    """The design that was saved field by field; what is missing or makes no sense is as at first, its colour `colour`.

    A newer release at another till may have saved what this one does not know.
    """
    taken: dict[str, Any] = {"colour": colour} if _suits("colour", colour) else {}
    for each in fields(CardDesign):
        if each.name in written and _suits(each.name, written[each.name]):
            try:
                taken[each.name] = convert(written[each.name], each.type)
            except ValidationError:
                continue
    return CardDesign(**taken)


def _suits(name: str, value: object) -> bool:
    pattern = _PATTERNS.get(name)
    return pattern is None or value is None or (isinstance(value, str) and bool(pattern.fullmatch(value)))
