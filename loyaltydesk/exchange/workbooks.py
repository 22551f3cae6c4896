"""Reads a sheet of a workbook (XLSX, XLS, ODS) row by row, every cell as the text that somebody meant by it.

Whole numbers lose the .0 that a spreadsheet gives them. A number of more than fifteen digits has lost the last ones
there, and is written as 2.6E+17, which whoever reads a card number refuses. Formulas count as what they came to.
"""

import csv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, TextIO

from msgspec import Struct

from loyaltydesk.exchange import workbook_guard
from loyaltydesk.exchange.encodings import MOST_CELL, Row
from loyaltydesk.model.refusals import BadRequest

_WHOLE = 10**15  # from here on a spreadsheet has lost digits
Merged = tuple[tuple[int, int], tuple[int, int]]


class Sheet(Struct, frozen=True):
    """One sheet, its rows in a passing file that has no name, so that the workbook need not stay in memory."""

    names: tuple[str, ...]
    name: str
    spool: TextIO
    merged: tuple[Merged, ...] = ()  # places of cells made one: first and last row and column, from 0

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty, numbered as the spreadsheet does."""
        self.spool.seek(0)
        csv.field_size_limit(MOST_CELL)
        for cells in csv.reader(self.spool):
            yield Row(int(cells[0]), tuple(cells[1:]))


def sheet_of(path: Path, name: str = "") -> Sheet:
    """A sheet by name, or the first one that can be seen and is not empty.

    Raises BadRequest for a workbook that is damaged, protected or far too large, and for an unknown name.
    """
    workbook_guard.check(path)
    with _opened(path) as book:
        names = [each.name for each in book.sheets_metadata if _is_table(each)]
        if name and name not in names:
            raise BadRequest(name[:80], "sheet_missing")
        for each in [name] if name else names:
            sheet = book.get_sheet_by_name(each)
            if sheet.height or name:
                return Sheet(tuple(names), each, _spooled(sheet), _merged(sheet))
    raise BadRequest("file", "table_empty")


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The workbook; whatever its reader stumbles over in it is one refusal."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        with load_workbook(str(path)) as book:
            yield book
    except PasswordError:
        raise BadRequest("file", "table_locked") from None
    except CalamineError:
        raise BadRequest("file", "table_unreadable") from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of a library in Rust; it has no place in Python's own tree
            raise BadRequest("file", "table_unreadable") from None
        raise


def _is_table(sheet: Any) -> bool:
    return str(sheet.typ).endswith("WorkSheet") and str(sheet.visible).endswith(".Visible")


def _merged(sheet: Any) -> tuple[Merged, ...]:
    return tuple(sheet.merged_cell_ranges or ())[:10_000]


def _spooled(sheet: Any) -> TextIO:
    spool: TextIO = TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="")  # noqa: SIM115 lives on
    writer = csv.writer(spool)
    aside = [""] * (sheet.start[1] if sheet.start else 0)
    try:
        for number, cells in enumerate(sheet.iter_rows(), 1):
            texts = [_text(cell) for cell in cells]
            if any(texts):
                writer.writerow([number, *aside, *texts])
        spool.flush()
    except BaseException:
        with suppress(OSError):
            spool.close()
        raise
    return spool


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell[:MOST_CELL]
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return number_text(cell)
    return _moment_text(cell)


def number_text(number: float) -> str:
    """A number of a spreadsheet as it was typed, as far as that is known."""
    if number != number or number in (float("inf"), float("-inf")):
        return ""
    if number != int(number):
        text = repr(float(number))
        return text + "0" if text[-4:-3] == "." else text  # or 1.234 would look like one thousand
    return str(int(number)) if abs(number) < _WHOLE else f"{number:.10E}"


def _moment_text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return "" if cell is None or (isinstance(cell, timedelta) and not cell) else str(cell)
