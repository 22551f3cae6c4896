"""The bonus list of a month on A4 paper, for the payroll: everybody with counts and sums, a total, and who signs."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.scene import Align, Document, Item, Page, Rect, Role, Text
from loyaltydesk.printing.typeset import paragraph

WIDTH, HEIGHT = 297.0, 210.0  # A4 across
EDGE = 15.0
NAME, PAYROLL = 54.0, 29.0  # of the first two columns; the others share what is left
HEAD, ROW = 15.0, 8.4
TOP = 42.0  # where the table begins
ROOM = HEIGHT - EDGE - TOP - HEAD  # for rows
SIGNING = 34.0  # of notes and signatures below the last row
RULE = "#C9CDD3"


class BonusFace(Struct, frozen=True):
    """The list in ready words: a row has as many cells as the heading, the total too; the first two are names."""

    shop: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    language: str = ""


def bonus_list_scene(face: BonusFace) -> Document:
    """The list on as many sheets as it needs, each with the heading; signatures stand on the last."""
    each = int(ROOM // ROW)
    parts = [face.rows[begin : begin + each] for begin in range(0, len(face.rows), each)] or [()]
    if len(parts[-1]) * ROW + ROW + SIGNING > ROOM:  # the total and the signatures need a sheet of their own
        parts.append(())
    pages = tuple(
        Page(WIDTH, HEIGHT, tuple(_sheet(face, rows, (number, len(parts))))) for number, rows in enumerate(parts, 1)
    )
    return Document(pages, face.title, face.shop, 300, "bonus-list", language=face.language)


def _sheet(face: BonusFace, rows: Sequence[tuple[str, ...]], number: tuple[int, int]) -> Iterator[Item]:
    yield Text(face.shop, EDGE, 21, 4.2, Role.BODY, MUTED, width=180)
    yield Text(face.title, EDGE, 31, 7.4, Role.BOLD, INK, width=WIDTH - 2 * EDGE)
    if number[1] > 1:
        yield Text("/".join(map(str, number)), WIDTH - EDGE, 21, 3.6, Role.BODY, MUTED, Align.RIGHT)
    yield from _heading(face.heads)
    y = TOP + HEAD
    for cells in rows:
        yield from _row(cells, y)
        y += ROW
    if number[0] == number[1]:
        yield Rect(EDGE, y - 0.2, WIDTH - 2 * EDGE, 0.5, INK)
        yield from _row(face.total, y, role=Role.BOLD)
        yield from _end(face, y + ROW)


def _heading(heads: Sequence[str]) -> Iterator[Item]:
    for place, words in enumerate(heads):
        x, width, align = _column(place, len(heads))
        wanted = Text(words, x, 0, 3.3, Role.BOLD, MUTED, align, width, 0.7)
        lines = paragraph(wanted, 3, leading=1.2)
        for back, line in enumerate(reversed(lines)):
            y = TOP + HEAD - 3 - back * line.size * 1.2
            yield Text(line.text, x, y, line.size, Role.BOLD, MUTED, align, width)
    yield Rect(EDGE, TOP + HEAD - 0.5, WIDTH - 2 * EDGE, 0.3, INK)


def _row(cells: Sequence[str], y: float, *, role: Role = Role.BODY) -> Iterator[Item]:
    for place, words in enumerate(cells):
        x, width, align = _column(place, len(cells))
        yield Text(words, x, y + 5.6, 4.0, role, INK, align, width)
    yield Rect(EDGE, y + ROW - 0.1, WIDTH - 2 * EDGE, 0.15, RULE)


def _column(place: int, count: int) -> tuple[float, float, Align]:
    """Where a column's words stand, the room they have, and to which side they keep."""
    if place == 0:
        return EDGE, NAME - 2, Align.LEFT
    if place == 1:
        return EDGE + NAME, PAYROLL - 2, Align.LEFT
    share = (WIDTH - 2 * EDGE - NAME - PAYROLL) / (count - 2)
    return EDGE + NAME + PAYROLL + share * (place - 1), share - 1.5, Align.RIGHT


def _end(face: BonusFace, y: float) -> Iterator[Item]:
    for words in face.notes:
        y += 5
        yield Text(words, EDGE, y, 3.3, Role.BODY, MUTED, width=WIDTH - 2 * EDGE)
    y += 18
    for place, words in enumerate(face.signatures):
        x = EDGE + place * 90
        yield Rect(x, y, 78, 0.25, INK)
        yield Text(words, x, y + 4.6, 3.3, Role.BODY, MUTED, width=78)
