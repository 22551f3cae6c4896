"""The list of a focus group on A4: who was drawn, how to reach them, and room to note what they said."""

from collections.abc import Sequence

from msgspec import Struct

from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import BLACK, Document, Item, Page, Rect, Role, Text
from loyaltydesk.printing.typeset import paragraph

WIDE, HIGH, EDGE, ROW, TOP = 210.0, 297.0, 16.0, 10.5, 52.0  # mm
COLUMNS = (0.0, 10.0, 74.0, 118.0)  # from the edge: number, name, phone, what came of it
GREY, LINE = "#555555", 0.2
ON_A_PAGE = int((HIGH - TOP - EDGE) // ROW)


class FocusRow(Struct, frozen=True):
    """Somebody who was drawn, in ready words."""

    number: str
    name: str
    phone: str
    reply: str = ""


class FocusFace(Struct, frozen=True):
    """A list in ready words; `how` says how the lot was drawn, so that it can be worked out again."""

    shop: str
    title: str
    about: str
    how: str
    heads: tuple[str, str, str, str]
    rows: tuple[FocusRow, ...]


def focus_scene(face: FocusFace, *, dpi: int = 300) -> Document:
    """The list on as many pages as it needs."""
    parts = [face.rows[begin : begin + ON_A_PAGE] for begin in range(0, len(face.rows), ON_A_PAGE)] or [()]
    pages = LazyPages(range(len(parts)), lambda number: _page(face, parts[number]))
    return Document(pages, face.title, face.shop, dpi, "lists")


def _page(face: FocusFace, rows: Sequence[FocusRow]) -> Page:
    wide = WIDE - 2 * EDGE
    items: list[Item] = [
        Text(face.shop, EDGE, EDGE + 3, 3.6, Role.BODY, GREY, width=wide),
        Text(face.title, EDGE, EDGE + 10.5, 6, Role.BOLD, width=wide),
        Text(face.about, EDGE, EDGE + 16, 3.6, width=wide),
        *paragraph(Text(face.how, EDGE, EDGE + 21, 2.7, Role.BODY, GREY, width=wide), 2),
    ]
    items += _cells(face.heads, TOP - 2.5, role=Role.BOLD)
    items.append(Rect(EDGE, TOP, wide, LINE * 2, BLACK))
    for place, row in enumerate(rows):
        y = TOP + (place + 1) * ROW
        items += _cells((row.number, row.name, row.phone, row.reply), y - 3.4)
        items.append(Rect(EDGE, y, wide, LINE, GREY))
    return Page(WIDE, HIGH, tuple(items))


def _cells(words: Sequence[str], y: float, *, role: Role = Role.BODY) -> list[Text]:
    ends = (*COLUMNS[1:], WIDE - 2 * EDGE)
    return [
        Text(text, EDGE + begin, y, 3.8, role, width=end - begin - 2)
        for text, begin, end in zip(words, COLUMNS, ends, strict=True)
    ]
