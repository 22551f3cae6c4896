"""Sets words in a PDF: lines of print, and lines in a hand letter by letter."""

import math
from collections.abc import Iterator
from itertools import cycle

from loyaltydesk.printing.fonts import runs, width_of
from loyaltydesk.printing.pdf_content import rgb
from loyaltydesk.printing.pdf_fonts import Lettering
from loyaltydesk.printing.pdf_frame import Frame
from loyaltydesk.printing.scene import POINTS_PER_MM, Letter, Text, Written
from loyaltydesk.printing.typeset import line

PLAIN = Letter()


def set_text(text: Text, frame: Frame, lettering: Lettering) -> str:
    """The operators of a line of print, for within a text object."""
    set_line = line(text)
    x, y = frame.point(set_line.x, text.y)
    place, size = f"1 0 0 1 {x:.2f} {y:.2f} Tm", set_line.size * POINTS_PER_MM
    return " ".join([place, *[lettering.shown(run.text, run.role, size) for run in runs(set_line.text, text.role)]])


def set_written(written: Written, frame: Frame, lettering: Lettering) -> str:
    """A line in a hand as a text object of its own. It is marked with its words, so that they are found whole."""
    words = line(written.text).text.encode("utf-16-be").hex().upper()
    letters = " ".join(_letters(written, frame, lettering))
    return f"/Span<</ActualText<FEFF{words}>>>BDC BT {rgb(written.text.colour)} {letters} ET EMC"


def _letters(written: Written, frame: Frame, lettering: Lettering) -> Iterator[str]:
    text, set_line = written.text, line(written.text)
    size, x = set_line.size, set_line.x
    letters = cycle(written.letters or (PLAIN,))
    for run in runs(set_line.text, text.role):
        for character in run.text:
            letter, width = next(letters), width_of(character, run.role, size=size)
            middle = frame.point(x + width / 2 + letter.right * size, text.y - letter.up * size)
            yield _matrix(letter, middle, width=width * POINTS_PER_MM)
            yield lettering.shown(character, run.role, size * POINTS_PER_MM)
            x += width


def _matrix(letter: Letter, middle: tuple[float, float], *, width: float) -> str:
    """Where a letter begins that is turned and made larger about the middle of its foot."""
    turn = math.radians(letter.turn)
    across, down = letter.size * math.cos(turn), letter.size * math.sin(turn)
    x, y = middle[0] - across * width / 2, middle[1] + down * width / 2
    return f"{across:.4f} {-down:.4f} {down:.4f} {across:.4f} {x:.3f} {y:.3f} Tm"
