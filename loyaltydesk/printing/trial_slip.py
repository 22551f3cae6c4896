"""A slip to try a printer with: the letters of four languages, a barcode in whole dots, and how far a line reaches."""

from msgspec import Struct

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.scene import Document, Page, Role
from loyaltydesk.printing.slip import BOTTOM, SLIP_DPI, Roll, Strip

NUMBER = "2600000000017"
# Sentences that have many of the letters a language has beside the usual ones; they are not translated.
LETTERS = (
    "The quick brown fox: 0123456789 €",
    "Zażółć gęślą jaźń, ĄĆĘŁŃÓŚŹŻ",
    "Glāžšķūņa rūķīši, ĀČĒĢĪĶĻŅŠŪŽ",
    "Съешь ещё этих мягких булок, ЁЖЩЫЭЮЯ",
)


class TrialFace(Struct, frozen=True):
    """The words of a trial slip: the shop, what it is, and where and how the printer was reached."""

    shop: str
    title: str
    about: tuple[str, ...] = ()


def write_trial(strip: Strip, face: TrialFace, *, dpi: int = SLIP_DPI) -> None:
    """Writes the trial slip."""
    strip.words(face.shop, 5.6, role=Role.BOLD, most=2)
    strip.words(face.title, 3.6, most=2)
    strip.rule()
    for words in LETTERS:
        strip.words(words, 3.3, most=2)
    strip.space(2)
    strip.bars(symbol_for(NUMBER), dpi=dpi)
    strip.space(2)
    strip.ruler()
    for words in face.about:
        strip.words(words, 2.9, most=2)


def trial_scene(face: TrialFace, *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """The trial slip on paper."""
    column = roll.column()
    write_trial(column, face, dpi=dpi)
    return Document((Page(roll.value[0], column.y + BOTTOM, tuple(column.items)),), face.title, face.shop, dpi, "slip")
