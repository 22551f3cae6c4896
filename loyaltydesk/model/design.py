"""How the shop's card looks, as the owner chose it; travels with the file and its backups."""

from enum import StrEnum

from msgspec import Struct

COLOUR = "#0B7A5B"


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
