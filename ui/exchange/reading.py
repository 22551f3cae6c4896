"""A table that somebody chose: how it is to be read, and what was found in it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.exchange.cells_in import cell_text
from loyaltydesk.exchange.customers_in import customers, suggested
from loyaltydesk.exchange.encodings import Row
from loyaltydesk.exchange.tables_in import OpenTable, open_table
from loyaltydesk.model.imports import Choices, ReadingPlan
from ui.seams.giving_up import Tell

FIRST = 40  # rows that are kept to be shown


class Wish(Struct, frozen=True):
    """Which file, and how it is to be read where that was said; empty for what is found out."""

    path: Path
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    heading: int | None = None  # the row of the headings, 0 for none


class Found(Struct, frozen=True):
    """A table that is open, how it can be read, and its first rows as they stand."""

    wish: Wish
    table: OpenTable
    plan: ReadingPlan
    first: tuple[Row, ...]

    @property
    def heading(self) -> int:
        """The number of the row with the headings; 0 for none."""
        if self.wish.heading is not None:
            return self.wish.heading
        above = (row for row in reversed(self.first) if row.number < self.plan.first_row)
        return next((row.number for row in above if _names(row, self.plan.heading)), 0)


def found_in(wish: Wish, tell: Tell) -> Found:
    """Opens a table and looks through it. Raises FileMissing and BadRequest, and what `tell` raises."""
    table = open_table(wish.path, sheet=wish.sheet, encoding=wish.encoding, delimiter=wish.delimiter)
    try:
        tell(0, 0)
        plan = suggested(table, tell, heading=wish.heading)
        return Found(wish, table, plan, tuple(islice(table.rows(), FIRST)))
    except BaseException:
        table.close()
        raise


def checked(desk: Desk, found: Found, *, plan: ReadingPlan, choices: Choices, tell: Tell) -> Draft:
    """Every row with what would become of it; nothing is written. Raises BadRequest, and what `tell` raises."""
    rows = customers(found.table, plan, desk.now().date())
    return desk.imports.check(rows, choices, lambda done, _whole: tell(done, max(plan.rows, done)))


def shown_cells(row: Row) -> str:
    """A row in one line."""
    return " · ".join(_cells(row))


def _cells(row: Row) -> Iterator[str]:
    return (text for cell in row.cells[:40] if (text := " ".join(cell_text(cell[:200]).split())))


def _names(row: Row, headings: tuple[str, ...]) -> bool:
    cells = (" ".join(cell_text(cell).split()) for cell in row.cells)
    return any(cell and cell in heading for cell, heading in zip(cells, headings, strict=False))
