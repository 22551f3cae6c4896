"""Sets words in a PDF as its text operators: lines of print in one batch, lines of a hand letter by letter."""

import math
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import cycle, repeat
from typing import Any

from reportlab.lib.rl_accel import escapePDF

from loyaltydesk.printing.colours import channels
from loyaltydesk.printing.fonts import face, runs, width_of
from loyaltydesk.printing.scene import POINTS_PER_MM, Letter, Role, Text, Written
from loyaltydesk.printing.typeset import line

Place = Callable[[float, float], tuple[float, float]]
"""From millimetres of a scene to points of the page."""

PLAIN = Letter()


@lru_cache(maxsize=256)
def rgb(colour: str, operator: str = "rg") -> str:
    """The operator that sets `colour` for what is filled (`RG`: for what is stroked)."""
    return " ".join(f"{channel / 255:.4g}" for channel in channels(colour)) + " " + operator


def set_texts(texts: Iterable[Text], place: Place, document: Any) -> str:
    """The operators of lines of print; `document` is the one in whose subsets of fonts their characters are."""
    operators = ["BT"]
    for text in texts:
        set_line = line(text)
        x, y = place(set_line.x, text.y)
        operators.append(f"{rgb(text.colour)} 1 0 0 1 {x:.3f} {y:.3f} Tm")
        for run in runs(set_line.text, text.role):
            operators.extend(_shown(run.text, run.role, size=set_line.size * POINTS_PER_MM, document=document))
    return " ".join([*operators, "ET"])


def _shown(text: str, role: Role, *, size: float, document: Any) -> Iterator[str]:
    font = face(role)
    for subset, codes in font.splitString(text, document):
        yield f"{font.getSubsetInternalName(subset, document)} {size:.3f} Tf ({escapePDF(codes)}) Tj"


def set_written(written: Written, place: Place, document: Any) -> str:
    """The operators of a line in a hand. It is marked with its words, so that they are found whole."""
    text, set_line = written.text, line(written.text)
    size, x = set_line.size, set_line.x
    letters = cycle(written.letters) if written.letters else repeat(PLAIN)
    actual = set_line.text.encode("utf-16-be").hex().upper()
    operators = [f"/Span <</ActualText <FEFF{actual}>>> BDC BT {rgb(text.colour)}"]
    for run in runs(set_line.text, text.role):
        for character, letter in zip(run.text, letters):  # noqa: B905 - the letters never end
            width = width_of(character, run.role, size=size)
            middle = place(x + width / 2, text.y - letter.up * size)
            operators.append(_matrix(letter, middle, width=width * POINTS_PER_MM, right=letter.right * size))
            operators.extend(_shown(character, run.role, size=size * POINTS_PER_MM, document=document))
            x += width
    return " ".join([*operators, "ET EMC"])


def _matrix(letter: Letter, middle: tuple[float, float], *, width: float, right: float) -> str:
    """Where a letter begins that is turned and made larger about the middle of its foot."""
    turn = math.radians(letter.turn)
    across, down = letter.size * math.cos(turn), letter.size * math.sin(turn)
    x = middle[0] + right * POINTS_PER_MM - across * width / 2
    y = middle[1] + down * width / 2
    return f"{across:.4f} {-down:.4f} {down:.4f} {across:.4f} {x:.3f} {y:.3f} Tm"
