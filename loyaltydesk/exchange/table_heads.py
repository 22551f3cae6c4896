"""Finds the row or rows that name the columns of a table, and what around them is none of the table.

Above them may stand a title and the day of printing, in two rows a name for several columns and one for each; below
them the units, or the columns counted; further down the same heading once more on each page, and totals.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from loyaltydesk.exchange.cells_in import cell_text
from loyaltydesk.exchange.column_names import field_named
from loyaltydesk.exchange.encodings import Row, header
from loyaltydesk.exchange.workbooks import Merged
from loyaltydesk.model.imports import Remark

DEEPEST = 40  # rows in which a heading is looked for
_UNIT = re.compile(
    r"[(\[]?(pkt|pts?|points?|punkt[yi]?|балл(ы|ов)?|szt|шт|gab|eur|€|zł|pln|usd|text|tekst|текст|[-–—*]"
    r"|[dmyrgдмгŗ]{1,4}([./ -][dmyrgдмг]{2,4}){1,2}|ean-?13|\+?[x#]{3,}|tak/nie|y/n|yes/no|jā/nē|да/нет)[)\]]?\.?",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(grand )?totals?\b|suma\b|razem|ogółem|łącznie|kopā|pavisam|summa\b|итого|всего|сумма")


class Head(Struct, frozen=True):
    """The headings, from which row the table goes on, and what is to be said about it."""

    headings: tuple[str, ...]
    first_row: int
    remarks: tuple[Remark, ...] = ()


def find_head(rows: Sequence[Row], merged: Sequence[Merged] = ()) -> Head:
    """The head of a table, by its first rows."""
    best, place, depth = 0, -1, 1
    for start in range(min(len(rows), DEEPEST)):
        groups = start + 1 < len(rows) and len(set(filter(None, _spread(rows[start], merged)))) > 1
        for deep in (1, 2) if groups else (1,):
            score = _score(_headings(rows[start : start + deep], merged), rows[start + deep - 1])
            if score > best:
                best, place, depth = score, start, deep
    if place < 0:
        first = rows[0].number if rows else 1
        return Head((), first, (Remark("no_headings"),) if rows else ())
    headings, below = _headings(rows[place : place + depth], merged), place + depth
    remarks = [Remark("rows_above", example=str(rows[place].number))] if place else []
    while below < len(rows) and _is_units(rows[below]):
        said = " ".join(filter(None, rows[below].cells))
        remarks.append(Remark("rows_of_units", example=said[:60]))
        below += 1
    first = rows[below].number if below < len(rows) else rows[place + depth - 1].number + 1
    return Head(headings, first, tuple(remarks))


def head_at(rows: Sequence[Row], number: int, merged: Sequence[Merged] = ()) -> Head:
    """The head of a table whose headings are said to stand in the row of this number; 0 for one without any."""
    place = next((place for place, row in enumerate(rows) if row.number == number), -1)
    if place < 0:
        return Head((), rows[0].number if rows else 1)
    return Head(_headings(rows[place : place + 1], merged), number + 1)


def is_total(row: Row) -> bool:
    """Whether a row begins by saying that it sums up the others."""
    first = next((cell for cell in row.cells if cell.strip()), "")
    return len(first) < 40 and _TOTAL.match(first.strip().casefold()) is not None


def is_heading(row: Row, headings: Sequence[str]) -> bool:
    """Whether a row names the columns once more."""
    if not any(cell and cell in headings for cell in row.cells):  # which is quickly seen
        return False
    said = [header(cell) for cell in row.cells if cell.strip()]
    return len(said) > 1 and said == [header(heading) for heading in headings if heading]


def _headings(rows: Sequence[Row], merged: Sequence[Merged]) -> tuple[str, ...]:
    """The headings of one row, or of two of which the upper one names several columns together."""
    lines = [_spread(row, merged) for row in rows]
    if len(lines) == 1:
        return tuple(lines[0])
    width = max(map(len, lines))
    upper, lower = ([*line, *[""] * (width - len(line))] for line in lines)
    return tuple(
        below if not above or field_named(below) else above if not below else f"{above} {below}"
        for above, below in zip(upper, lower, strict=True)
    )


def _spread(row: Row, merged: Sequence[Merged]) -> list[str]:
    """The cells of a row, a heading over several columns in each of them."""
    cells = [" ".join(cell_text(cell).split()) for cell in row.cells]
    for (top, left), (bottom, right) in merged:
        if top <= row.number - 1 <= bottom and left < len(cells):
            for place in range(left + 1, min(right + 1, len(cells))):
                cells[place] = cells[place] or (cells[left] if top == row.number - 1 else "")
    return cells


def _score(headings: Sequence[str], last: Row) -> int:
    """How much the rows look like headings: names that we know, and nothing that a person would be."""
    if any("@" in cell or sum(sign.isdigit() for sign in cell) > 5 for cell in last.cells):
        return 0
    found = {field for heading in headings if (field := field_named(heading))}
    told = [heading for heading in headings if heading]
    if not found or (len(found) == 1 and len(told) > 1 and len(found) * 4 < len(told)):
        return 0
    return 100 * len(found) + 2 * len({header(heading) for heading in told}) - 3 * (len(headings) - len(told))


def _is_units(row: Row) -> bool:
    cells = [cell.strip() for cell in row.cells if cell.strip()]
    counted = len(cells) > 2 and cells == [str(place) for place in range(1, len(cells) + 1)]
    return counted or all(_UNIT.fullmatch(cell) or (cell[:1] + cell[-1:]) in ("()", "[]") for cell in cells)
