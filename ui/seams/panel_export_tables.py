"""The table of a panel for a spreadsheet: as a CSV file, and as text to be pasted."""

import re
from collections.abc import Iterator

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from ui.seams.panel_export_paper import Cell, Figure, PanelPaper
from ui.theme.charts.look import one_line

_NUMERAL = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def csv_text(paper: PanelPaper, shape: Shape) -> Iterator[str]:
    """The file piece by piece; no cell of it is taken for a formula."""
    header = [harmless(name) for name in paper.header]
    return written(header, ([_csv_cell(cell, shape) for cell in row] for row in paper.rows), shape)


def _csv_cell(cell: Cell, shape: Shape) -> str | int:
    if isinstance(cell, int):
        return cell
    if isinstance(cell, Figure):
        return cell.plain if _NUMERAL.fullmatch(cell.plain) else harmless(cell.plain)
    return literal(cell, shape) if cell.isdecimal() else harmless(cell)  # digits that are a name: a card


def tabbed_text(paper: PanelPaper) -> str:
    """The same to be pasted, cells parted by tabs and rows by line ends."""
    rows = [[harmless(one_line(name)) for name in paper.header]]
    rows += [[str(_csv_cell(_flat(cell), Shape())) for cell in row] for row in paper.rows]
    return "\n".join("\t".join(row) for row in rows)


def _flat(cell: Cell) -> Cell:
    """A cell without what would part cells or rows."""
    return one_line(cell) if isinstance(cell, str) else cell
