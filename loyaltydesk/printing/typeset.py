"""Makes words fit: a line set smaller and then cut, a paragraph broken into lines; the same for every back-end."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from loyaltydesk.printing.fonts import printable, width_of
from loyaltydesk.printing.scene import Align, Role, Text

ELLIPSIS = "…"
LONGEST = 2000  # characters of one text that are looked at; nothing on paper has room for more
BREAK = "\n"  # stands where a line may end, until it does; a space that must not break is set as any other
_BREAKING = re.compile(r"[^\S\u00a0\u2007\u202f]+")


class Line(Struct, frozen=True):
    """A line ready to be painted: literal text, its left end, its em and its width (millimetres)."""

    text: str
    x: float
    size: float
    width: float


def line(text: Text) -> Line:
    """`text` as it is set: smaller where it is too long, cut with an ellipsis where that is not enough."""
    return _set(text)


@lru_cache(maxsize=256)  # a layout asks for a line before it is painted, and some words are on every card
def _set(text: Text) -> Line:
    words = " ".join(printable(text.text[:LONGEST], text.role).split())
    size = text.size
    width = width_of(words, text.role, size=size)
    if text.width is not None and width > text.width:
        size *= max(text.smallest, text.width / width)
        words = cut(words, text.role, ems=text.width / size)
        width = width_of(words, text.role, size=size)
    return Line(words, _left(text, width), size, width)


def _left(text: Text, width: float) -> float:
    if text.align is Align.CENTRE:
        return text.x - width / 2
    return text.x - width if text.align is Align.RIGHT else text.x


def cut(words: str, role: Role, *, ems: float) -> str:
    """As much of `words` (printable) as fits into `ems`, with an ellipsis where some is left out."""
    ends = list(accumulate(width_of(character, role, size=1) for character in words))
    if not ends or ends[-1] <= ems + 1e-6:
        return words
    kept = bisect_right(ends, ems - width_of(ELLIPSIS, role, size=1))
    return words[:kept].rstrip() + ELLIPSIS


def wrap(text: str, role: Role, *, ems: float, most: int) -> list[str]:
    """`text` in at most `most` lines of `ems`, broken between words; the last is cut where more would follow.

    What a non-breaking space holds together, such as "10 mm", stays together.
    """
    lines: list[str] = []
    words = (" ".join(printable(word, role).split()) for word in _BREAKING.split(text[:LONGEST]))
    rest = BREAK.join(filter(None, words))
    while rest and len(lines) < most - 1:
        head = _head(rest, role, ems=ems)
        lines.append(_spaced(rest[:head]))
        rest = rest[head:].lstrip()
    return [*lines, cut(_spaced(rest), role, ems=ems)] if rest else lines


def _head(words: str, role: Role, *, ems: float) -> int:
    """How many characters go on this line: to the last break that fits, or into a word that is longer than the line."""
    ends = list(accumulate(width_of(character, role, size=1) for character in words.replace(BREAK, " ")))
    fits = max(1, bisect_right(ends, ems + 1e-6))
    if fits >= len(words):
        return len(words)
    end = words.rfind(BREAK, 0, fits + 1)
    return end if end > 0 else fits


def _spaced(words: str) -> str:
    return words.replace(BREAK, " ").rstrip()


def paragraph(text: Text, most: int, *, leading: float = 1.25) -> list[Text]:
    """`text` (with its `width`) as lines below each other, set smaller if it needs more than `most` of them."""
    if text.width is None:
        return [text]
    size = text.size
    while (
        size > text.size * text.smallest
        and len(wrap(text.text, text.role, ems=text.width / size, most=most + 1)) > most
    ):
        size *= 0.95
    lines = wrap(text.text, text.role, ems=text.width / size, most=most)
    return [
        Text(words, text.x, text.y + number * size * leading, size, text.role, text.colour, text.align, text.width)
        for number, words in enumerate(lines)
    ]
