"""Addresses on paper: their lines, and where they stand on envelopes and labels."""

import re
from collections.abc import Iterator, Sequence

from loyaltydesk.printing.colours import INK
from loyaltydesk.printing.fonts import legible
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.scene import Item, Rect, Role, Text

MOST_LINES = 7
SHORT = 9  # letters of a flat or a post code, which stays on the line of what it belongs to
WRITE = "#B4BBB8"  # of lines to write on
STEP = 1.36  # ems from one line to the next


def address_lines(name: str, address: str, *, country: str = "") -> tuple[str, ...]:
    """The lines of an address that somebody typed in one, `name` above it and `country` below; empty without either.

    Lines of the address stay what they are. One line is broken at its commas, but a flat or a post code stays with what
    stands before it: "Brīvības iela 12, dz. 4, Rīga, LV-1010" has two lines.
    """
    typed = [line.strip() for line in address.splitlines() if line.strip()]
    lines = typed if len(typed) > 1 else list(_parted(typed[0])) if typed else []
    return tuple(each for each in (name.strip(), *lines, country.strip()) if each) if lines or name.strip() else ()


def _parted(address: str) -> Iterator[str]:
    parts = [part.strip() for part in address.split(",") if part.strip()]
    held = ""
    for part in parts:
        if held and not (len(part) <= SHORT and re.search(r"\d", part)):
            yield held
            held = part
        else:
            held = f"{held}, {part}" if held else part
    yield from filter(None, (held,))


def address_block(lines: Sequence[str], box: Box, *, size: float) -> Iterator[Item]:
    """`lines` from the top left of `box`, smaller where they are many.

    Without any there are lines to write on, and one in place of each line in a script that paper has not.
    """
    kept = [line for line in lines if line.strip()][:MOST_LINES]
    if not any(legible(line, Role.BODY) for line in kept):
        yield from _empty(box)
        return
    em = min(size, box.height / len(kept) / STEP)
    for n, line in enumerate(kept):
        y, role = box.y + em * (0.8 + STEP * n), Role.BOLD if n == 0 else Role.BODY
        if legible(line, role):
            yield Text(line, box.x, y, em, role, INK, width=box.width, smallest=0.55)
        else:
            yield Rect(box.x, y, box.width, 0.2, WRITE)


def _empty(box: Box) -> Iterator[Item]:
    count = max(2, min(5, int(box.height / 7.5)))
    step = box.height / count
    for n in range(count):
        yield Rect(box.x, box.y + step * (n + 1) - 0.3, box.width, 0.2, WRITE)
