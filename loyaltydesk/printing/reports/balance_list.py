"""The balances of everybody on A4, for the day on which the computer is down: over sixty lines to a page."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.reports.kept_pages import KeptPages, Row
from loyaltydesk.printing.reports.ruled import Column, Ruled
from loyaltydesk.printing.scene import Align, Document, Item, Page, Rect, Role, Text
from loyaltydesk.printing.typeset import paragraph

WIDTH, HEIGHT, EDGE = 210.0, 297.0, 10.0  # mm
TOP, FOOT = 24.0, 11.0
SIZE, AIR = 2.75, 0.62
SHARES = (30.0, 20.0, 7.0, 13.0, 13.0, 21.0, 12.0, 12.0)  # name, card, phone, points, tier, vouchers, given, used
ON_A_PAGE = 63
TO_WRITE = 2  # the columns at the end in which nothing stands yet


class BalanceFace(Struct, frozen=True):
    """What is the same on every page, in ready words; `heads` has a word for each of SHARES, `about` says of when."""

    shop: str
    title: str
    about: str
    note: str
    heads: tuple[str, ...]
    language: str = ""


def balance_list_scene(face: BalanceFace, rows: Iterable[Row]) -> Document:
    """The list. All `rows` are taken now and kept beside memory; a page is made when it is looked at."""
    kept = KeptPages(rows, ON_A_PAGE)
    empty = len(kept) == 0
    pages = LazyPages(range(1 if empty else len(kept)), lambda number: _page(face, kept, number))
    return Document(pages, face.title, face.shop, 300, "balance-list", language=face.language)


def ruled(heads: tuple[str, ...]) -> Ruled:
    """The columns of the list."""
    right = (3,)
    columns = tuple(
        Column(head, share, Align.RIGHT if place in right else Align.LEFT)
        for place, (head, share) in enumerate(zip(heads, SHARES, strict=True))
    )
    return Ruled(columns, EDGE, WIDTH - 2 * EDGE, size=SIZE, air=AIR)


def _page(face: BalanceFace, kept: KeptPages, number: int) -> Page:
    rows = kept.page(number) if len(kept) else []
    table, items = ruled(face.heads), list(_head(face, number, whole=max(1, len(kept))))
    head, high = table.heading(TOP - 7)
    items += head
    top = y = TOP - 7 + high
    for row in rows:
        found, deep = table.row((*row, *[""] * TO_WRITE), y)
        items += found
        y += deep
    if rows:
        items += [Rect(x, top, 0.15, y - top, "#8A949C") for x in _lines(table)]
    return Page(WIDTH, HEIGHT, tuple(items))


def _lines(table: Ruled) -> Iterator[float]:
    """Where the columns to write in begin and end."""
    whole = sum(SHARES)
    for before in (6, 7):
        yield EDGE + table.width * sum(SHARES[:before]) / whole - 1
    yield EDGE + table.width


def _head(face: BalanceFace, number: int, *, whole: int) -> Iterator[Item]:
    wide = WIDTH - 2 * EDGE
    yield Text(face.title, EDGE, 11.5, 4.6, Role.BOLD, INK, width=wide * 0.45)
    yield Text(face.about, WIDTH - EDGE, 11.5, 3.2, Role.BODY, INK, Align.RIGHT, wide * 0.53)
    yield Text(f"{number + 1}/{whole}", WIDTH - EDGE, HEIGHT - 6, 3.2, Role.BOLD, INK, Align.RIGHT, 20)
    note = Text(face.note, EDGE, HEIGHT - 8.4, 2.5, Role.BODY, MUTED, width=wide - 24)
    yield from paragraph(note, 2)
