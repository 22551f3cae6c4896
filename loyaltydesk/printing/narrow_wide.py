"""Reads Code 39, Interleaved 2 of 5 and Codabar back from their modules, a wide bar or space being three of them.

Their characters are patterns of narrow and wide: ISO/IEC 16388 (Code 39), ISO/IEC 16390 (ITF), EN 798 (Codabar).
"""

import re
from itertools import groupby
from typing import Final

WIDE: Final = 3  # modules

# Nine elements a character, bar first; "w" is a wide one.
_CODE39: Final = dict(
    zip(
        (
            "nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn "
            "wnnnnwnnw nnwnnwnnw wnwnnwnnn nnnnwwnnw wnnnwwnnn nnwnwwnnn nnnnnwwnw wnnnnwwnn nnwnnwwnn nnnnwwwnn "
            "wnnnnnnww nnwnnnnww wnwnnnnwn nnnnwnnww wnnnwnnwn nnwnwnnwn nnnnnnwww wnnnnnwwn nnwnnnwwn nnnnwnwwn "
            "wwnnnnnnw nwwnnnnnw wwwnnnnnn nwnnwnnnw wwnnwnnnn nwwnwnnnn nwnnnnwnw wwnnnnwnn nwwnnnwnn nwnnwnwnn "
            "nwnwnwnnn nwnwnnnwn nwnnnwnwn nnnwnwnwn"
        ).split(),
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *$/+%",
        strict=True,
    )
)
_ITF: Final = {
    pattern: str(digit)
    for digit, pattern in enumerate("nnwwn wnnnw nwnnw wwnnn nnwnw wnwnn nwwnn nnnww wnnwn nwnwn".split())
}
# Seven elements a character; A to D stand at both ends.
_CODABAR: Final = dict(
    zip(
        (
            "nnnnnww nnnnwwn nnnwnnw wwnnnnn nnwnnwn wnnnnwn nwnnnnw nwnnwnn nwwnnnn wnnwnnn "
            "nnnwwnn nnwwnnn wnnnwnw wnwnnnw wnwnwnn nnwnwnw nnwwnwn nwnwnnw nnnwnww nnnwwwn"
        ).split(),
        "0123456789-$:/.+ABCD",
        strict=True,
    )
)


def code39_text(modules: str) -> str:
    """What a row of Code 39 says, without the asterisks at its ends. Raises ValueError where it is none."""
    text = _spelt(modules, _CODE39, of=9)
    if not re.fullmatch(r"\*[^*]+\*", text):
        raise ValueError("no Code 39: it does not begin and end with an asterisk")
    return text[1:-1]


def itf_text(modules: str) -> str:
    """The digits of a row of Interleaved 2 of 5, the bars telling one and the spaces the next. Raises ValueError."""
    elements = _elements(modules)
    body = elements[4:-3]
    if elements[:4] != "nnnn" or elements[-3:] != "wnn" or not body or len(body) % 10:
        raise ValueError("no Interleaved 2 of 5: its start or its stop is wrong")
    pairs = (body[at : at + 10] for at in range(0, len(body), 10))
    return "".join(_known(half, _ITF) for pair in pairs for half in (pair[::2], pair[1::2]))


def codabar_text(modules: str) -> str:
    """What a row of Codabar says, with the letters at its ends. Raises ValueError where it is none."""
    text = _spelt(modules, _CODABAR, of=7)
    if not re.fullmatch("[A-D][^A-D]+[A-D]", text):
        raise ValueError("no Codabar: it does not begin and end with a letter")
    return text


def _spelt(modules: str, characters: dict[str, str], *, of: int) -> str:
    """Characters of so many elements with a narrow space between them."""
    elements = _elements(modules)
    if (len(elements) + 1) % (of + 1) or set(elements[of :: of + 1]) - {"n"}:
        raise ValueError("no row of characters with narrow spaces between them")
    return "".join(_known(elements[at : at + of], characters) for at in range(0, len(elements), of + 1))


def _elements(modules: str) -> str:
    widths = [len(list(run)) for _module, run in groupby(modules)]
    if not modules.startswith("1") or set(widths) - {1, WIDE}:
        raise ValueError("no bars and spaces of one module or three")
    return "".join("w" if width == WIDE else "n" for width in widths)


def _known(pattern: str, characters: dict[str, str]) -> str:
    if pattern not in characters:
        raise ValueError(f"no character: {pattern}")
    return characters[pattern]
