"""A day as it ended on paper: one A4 sheet to be put away, or a slip from the printer at the till."""

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.reports.flow import EDGE, INSIDE, WIDTH, Block, Flow, Pair, Title
from loyaltydesk.printing.reports.ruled import Column, Ruled
from loyaltydesk.printing.scene import Align, Document, Page, Rect, Role, Text
from loyaltydesk.printing.slip import BOTTOM, SLIP_DPI, Roll, Strip

GOOD, BAD = "#E3F2EA", "#FBE4E1"


class DayTable(Struct, frozen=True):
    """What each cashier, or each till, did; `short` is the same with one figure for each."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    short: tuple[Pair, ...] = ()


class DayFace(Struct, frozen=True):
    """A day in ready words. `check` is the sum in figures, and what to say of it; `holds` says whether it is right."""

    title: Title
    blocks: tuple[Block, ...]
    check: Pair
    holds: bool
    tables: tuple[DayTable, ...] = ()
    unusual: tuple[str, tuple[Pair, ...]] = ("", ())  # the heading, and each thing with what it means
    signature: str = ""


def day_end_scene(face: DayFace) -> Document:
    """The day on A4."""
    flow = Flow(face.title)
    flow.blocks(face.blocks)
    _check(flow, face)
    for table in face.tables:
        flow.heading(table.title)
        flow.table(_ruled(table.heads), table.rows)
    title, found = face.unusual
    if found:
        flow.heading(title)
    for headline, meaning in found:
        flow.words(headline, role=Role.BOLD)
        flow.words(meaning, colour=MUTED, size=3.5)
    flow.need(24)
    flow.space(18)
    line = (Rect(0, 0, 78, 0.25, INK), Text(face.signature, 0, 4.6, 3.3, Role.BODY, MUTED, width=78))
    flow.draw(line, 6)
    return flow.document("day-end")


def _ruled(heads: tuple[str, ...]) -> Ruled:
    first, *others = heads
    columns = (Column(first, 2.2), *(Column(head, 1, Align.RIGHT) for head in others))
    return Ruled(columns, EDGE, INSIDE, air=1.5)


def _check(flow: Flow, face: DayFace) -> None:
    """The sum in a box of its own, green where it is right."""
    sum_, said = face.check
    wide = WIDTH - 2 * EDGE
    ground = Rect(0, 5, wide, 15, GOOD if face.holds else BAD, radius=2)
    words = Text(said, 4, 17, 3.6, Role.BODY, INK, width=wide - 8)
    flow.draw((ground, Text(sum_, 4, 11.4, 4.2, Role.BOLD, INK, width=wide - 8), words), 22)


def write_day_end(strip: Strip, face: DayFace) -> None:
    """Writes the day on a slip."""
    strip.words(face.title.shop, 4.6, role=Role.BOLD, most=2)
    strip.words(face.title.title, 4.2, role=Role.BOLD, most=2)
    strip.words(face.title.about, 3.1, most=3)
    for block in face.blocks:
        _part(strip, block.title, block.pairs)
        if any(block.total):
            strip.pair(block.total, 3.8, role=Role.BOLD)
    strip.rule()
    strip.words(face.check[0], 3.3, role=Role.BOLD, most=3)
    strip.words(face.check[1], 3.1, most=3)
    for table in face.tables:
        _part(strip, table.title, table.short)
    title, found = face.unusual
    if found:
        _part(strip, title, ())
    for headline, _meaning in found:
        strip.words(headline, 3.1, most=3)


def _part(strip: Strip, title: str, pairs: tuple[Pair, ...]) -> None:
    strip.rule()
    strip.words(title, 3.6, role=Role.BOLD, most=2)
    for pair in pairs:
        strip.pair(pair, 3.3)


def day_slip_scene(face: DayFace, *, roll: Roll = Roll.MM80) -> Document:
    """The day on roll paper."""
    column = roll.column()
    write_day_end(column, face)
    page = Page(roll.value[0], column.y + BOTTOM, tuple(column.items))
    return Document((page,), face.title.title, face.title.shop, SLIP_DPI, "slip", language=face.title.language)
