"""Words made to fill their place on a card: a heading over one line or several, a text as large as it can be."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from loyaltydesk.printing.fonts import printable, width_of
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.lettering import Lettering, written
from loyaltydesk.printing.scene import Align, Role, Text, Written
from loyaltydesk.printing.typeset import LONGEST, wrap

LARGEST = 24.0  # the em of a heading in millimetres
SMALLEST = 4.0
MOST_WORDS = 12  # of a heading that is broken as well as can be; a longer one is broken where its lines are full
ONE_LESS = 0.9  # fewer lines are worth letters that are a tenth smaller


def heading(words: str, box: Box, lettering: Lettering, *, colour: str, seed: str) -> tuple[Written, ...]:
    """`words` written into the middle of `box`, in as few and as large lines as it has room for."""
    lines, size = _broken(words, box, lettering)
    return centred(lines, box, lettering, size=size, pen=(colour, seed))


def centred(
    lines: Sequence[str], box: Box, lettering: Lettering, *, size: float, pen: tuple[str, str]
) -> tuple[Written, ...]:
    """`lines` in the middle of `box`, in a hand whose pen has a colour and a seed."""
    step = size * lettering.leading
    top = box.middle[1] - step * len(lines) / 2 + step * 0.5 + size * 0.24  # letters stand more above than below
    return tuple(
        written(
            Text(words, box.middle[0], top + n * step, size, lettering.role, pen[0], Align.CENTRE, box.width),
            lettering,
            f"{pen[1]}/{n}",
        )
        for n, words in enumerate(lines)
    )


def left(words: str, box: Box, lettering: Lettering, *, colour: str, seed: str) -> tuple[Written, ...]:
    """`words` written from the left of `box` and its top, in as few and as large lines as it has room for."""
    lines, size = _broken(words, box, lettering)
    step = size * lettering.leading
    return tuple(
        written(
            Text(words, box.x, box.y + size * 0.78 + n * step, size, lettering.role, colour, Align.LEFT, box.width),
            lettering,
            f"{seed}/{n}",
        )
        for n, words in enumerate(lines)
    )


def _broken(words: str, box: Box, lettering: Lettering) -> tuple[list[str], float]:
    """The lines of a heading and their em; what has no room at the smallest size is cut."""
    parts = printable(words[:LONGEST], lettering.role).split()
    best: tuple[list[str], float] = ([], 0.0)
    for count in range(1, min(len(parts), 4) + 1):
        lines = _even(parts, lettering.role, count)
        widest = max(width_of(line, lettering.role, size=1) for line in lines)
        room = min(box.width / (widest + 0.3), box.height / (count * lettering.leading))  # swashes reach out
        size = min(LARGEST * lettering.size, room)
        if size * ONE_LESS > best[1]:
            best = (lines, size)
    if best[1] >= SMALLEST or not parts:
        return best
    most = max(1, int(box.height / (SMALLEST * lettering.leading)))
    return wrap(" ".join(parts), lettering.role, ems=box.width / SMALLEST - 0.3, most=most), SMALLEST


def _even(parts: Sequence[str], role: Role, count: int) -> list[str]:
    """`parts` on `count` lines, the widest of which is as narrow as can be."""
    if len(parts) > MOST_WORDS:
        whole = width_of(" ".join(parts), role, size=1)
        return wrap(" ".join(parts), role, ems=whole / count * 1.1, most=count + 2)
    ways = (list(_lines(parts, breaks)) for breaks in combinations(range(1, len(parts)), count - 1))
    return min(ways, key=lambda lines: max(width_of(line, role, size=1) for line in lines))


def _lines(parts: Sequence[str], breaks: Sequence[int]) -> Iterator[str]:
    for start, end in zip((0, *breaks), (*breaks, len(parts)), strict=True):
        yield " ".join(parts[start:end])
