"""Writes the rows that an import refused as a CSV file, as they stood and each with its reason, to be mended."""

from collections.abc import Callable, Iterable, Iterator

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.model.imports import CheckedRow, ImportField, ReadingPlan

_CODES = (ImportField.CARD, ImportField.PRINTED, ImportField.PHONE, ImportField.TAX_ID)
ROW, WHY = "row", "why"  # headings that mean no column of ours, so that the mended file can come in as it is


def csv_text(
    plan: ReadingPlan, rows: Iterable[CheckedRow], why: Callable[[CheckedRow], str], *, shape: Shape
) -> Iterator[str]:
    """The file piece by piece; numbers that are names stay text, and no cell is a formula."""
    width = max((column.place for column in plan.columns), default=-1) + 1
    codes = {column.place for column in plan.columns if column.field in _CODES}
    headings = {column.place: column.heading or (column.field or "") for column in plan.columns}
    head = [harmless(str(headings.get(place, ""))) for place in range(width)]
    lines = (
        [*_cells(checked.row.cells, width, codes=codes, shape=shape), str(checked.row.number), why(checked)]
        for checked in rows
    )
    return written([*head, ROW, WHY], lines, shape)


def _cells(cells: tuple[str, ...], width: int, *, codes: set[int], shape: Shape) -> Iterator[str]:
    for place in range(width):
        cell = cells[place] if place < len(cells) else ""
        yield literal(cell, shape) if place in codes and not cell.startswith("=") else harmless(cell)
