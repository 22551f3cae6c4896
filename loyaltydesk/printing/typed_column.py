"""A slip in lines of a printer's own letters, each as wide as the next: for slow printers, and those that draw nothing.

It is written on as a column of paper is; sizes in millimetres become plain, bold or tall lines.
"""

import math
import textwrap

from msgspec import Struct

from loyaltydesk.printing.bars import dots_for
from loyaltydesk.printing.plain_letters import Has, spelt
from loyaltydesk.printing.scene import Role, Symbol

TALL_MM = 4.4  # from here on a line is twice as high
BLANK_MM = 1.4  # so much empty paper is a blank line, less is none
CUT_OFF = "..."


class TypedLine(Struct, frozen=True):
    """One line as wide as the paper, already filled up with blanks."""

    text: str
    bold: bool = False
    tall: bool = False


class TypedBars(Struct, frozen=True):
    """A barcode that the printer makes itself, with modules of `dots` and `height` dots high."""

    symbol: Symbol
    dots: int
    height: int


Typed = TypedLine | TypedBars


class TypedColumn:
    """Lines of `letters` each, on paper on which `width` mm are printed; `has` says which signs the printer has."""

    def __init__(self, letters: int, *, width: float, has: Has) -> None:
        self._letters, self._width, self._has = letters, width, has
        self.lines: list[Typed] = []

    def space(self, height: float) -> None:
        """A blank line for so much that it would be seen."""
        if height > BLANK_MM:
            self._add("")

    def words(self, text: str, size: float, *, role: Role = Role.BODY, most: int = 3) -> None:
        """Centred text in at most `most` lines; nothing at all for none."""
        for each in self._wrapped(spelt(text, self._has), most):
            self._add(each.center(self._letters).rstrip(), role=role, size=size)

    def pair(self, pair: tuple[str, str], size: float, *, role: Role = Role.BODY) -> None:
        """A name on the left and a value on the right of one line; a long name goes on in the next."""
        name, value = (spelt(words, self._has) for words in pair)
        value = self._cut(value)
        *above, last = self._wrapped(name, 3) or [""]
        if last and len(last) + 1 + len(value) > self._letters:
            above, last = [*above, last], ""
        for each in above:
            self._add(each, role=role, size=size)
        self._add(last + value.rjust(self._letters - len(last)), role=role, size=size)

    def rule(self) -> None:
        """A line across."""
        self._add("-" * self._letters)

    def cut(self) -> None:
        """A line of dashes, where the paper is torn off."""
        self._add("")
        self._add(("- " * self._letters)[: self._letters].rstrip())
        self._add("")

    def boxed(self, pair: tuple[str, str], size: float) -> None:
        """The pair that matters most, between two lines."""
        self._add("=" * self._letters)
        self.pair(pair, size, role=Role.BOLD)
        self._add("=" * self._letters)

    def framed(self, pair: tuple[str, str], size: float) -> None:
        """A heading and a message between stars."""
        self._add("*" * self._letters)
        self.words(pair[0], size, role=Role.BOLD, most=1)
        self.words(pair[1], size, most=9)
        self._add("*" * self._letters)

    def progress(self, done: int, whole: int) -> None:
        """A bar that shows `done` of `whole`."""
        room = self._letters - 2
        full = min(room, max(0, done) * room // max(1, whole))
        self._add(f"[{'#' * full}{'.' * (room - full)}]")

    def bars(self, symbol: Symbol, *, dpi: int, height: float = 16, caption: str = "") -> None:
        """A barcode by the printer's own command, and its caption. Raises CodeTooWide."""
        dots = dots_for(symbol, self._width, dpi=dpi)
        self.lines.append(TypedBars(symbol, dots, min(255, math.floor(height * 8))))
        self.words(caption or symbol.caption, 3.1, most=1)

    def ruler(self) -> None:
        """As many figures as there are letters in a line."""
        self._add("".join(str(number % 10) for number in range(1, self._letters + 1)))

    # --- inside

    def _add(self, text: str, *, role: Role = Role.BODY, size: float = 3.3) -> None:
        self.lines.append(TypedLine(text, bold=role is Role.BOLD, tall=size > TALL_MM))

    def _wrapped(self, text: str, most: int) -> list[str]:
        """`text` broken between words, or within one that is too long; the last line is cut where more would follow."""
        lines = textwrap.wrap(text, self._letters)
        return lines if len(lines) <= most else [*lines[: most - 1], self._cut(" ".join(lines[most - 1 :]))]

    def _cut(self, text: str) -> str:
        room = self._letters
        return text if len(text) <= room else text[: room - len(CUT_OFF)].rstrip() + CUT_OFF
