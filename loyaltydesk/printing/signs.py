"""What becomes of a text before it is set: one line of characters that a typeface has, each other one replaced."""

import unicodedata
from collections.abc import Container
from typing import Final

MISSING: Final = "?"  # stands for a letter that no typeface has
PICTURE: Final = "◊"  # stands for an emoji or another little picture: a question mark would ask something
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
SPACES: Final = frozenset({"Zs", "Zl", "Zp"})
DROPPED: Final = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})  # controls, bidi marks, lone surrogates, loose accents
UNNAMED: Final = frozenset({"Cn", "Co"})  # a typeface may draw something there, and nobody knows what
PICTURES: Final = frozenset({"So", "Sk", "Sm"}) | UNNAMED  # emoji, arrows and the like; new ones have no name yet
JOINER: Final = "\u200d"
SKINS: Final = frozenset(map(chr, range(0x1F3FB, 0x1F400)))  # of hands and faces
FLAGS: Final = frozenset(map(chr, range(0x1F1E6, 0x1F200)))  # two of these letters are one flag


def settable(text: str, known: Container[str]) -> str:
    """`text` as one line of `known` characters, one sign for each cluster that they cannot show (Unicode, UAX 29).

    Letters and their accents are joined first. Control characters, bidirectional marks and what would stand on another
    character are left out, and every kind of space is the plain one.
    """
    signs: list[str] = []
    before = ""  # the character just seen, which the next may belong to
    for character in unicodedata.normalize("NFC", text):
        sign = _sign(character, known)
        if signs and _goes_on(signs[-1], sign, before=before, character=character):
            before = "" if character in FLAGS else character
            continue
        before = character
        if sign:
            signs.append(sign)
    return "".join(signs)


def _goes_on(shown: str, sign: str, *, before: str, character: str) -> bool:
    """Whether `character` belongs to the cluster that the last sign, `shown`, stands for already."""
    if shown == sign == PICTURE:
        return before == JOINER or character in SKINS or (before in FLAGS and character in FLAGS)
    return shown == sign == MISSING and unicodedata.category(character) == "Mc"


def _sign(character: str, known: Container[str]) -> str:
    """What is set for `character`; nothing for what is left out."""
    character = ALIKE.get(character, character)
    kind = unicodedata.category(character)
    if kind in SPACES:
        return " "
    if kind in DROPPED:
        return ""
    if character in known and kind not in UNNAMED:
        return character
    return PICTURE if kind in PICTURES else MISSING
