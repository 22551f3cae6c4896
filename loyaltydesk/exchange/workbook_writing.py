"""Writes tables as one workbook (XLSX), a sheet each, however many rows: text is text, and a date is a date."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from loyaltydesk.exchange.whole_files import whole
from loyaltydesk.model.exports import CellKind, ExportTable, Value
from loyaltydesk.model.money import Currency

MOST_ROWS: Final = 1_048_575  # of a sheet, below its headings
MOST_TEXT: Final = 32_767  # characters of a cell
OFTEN = 1_000  # rows between two words on how far it is
Progress = Callable[[int, int], None]
Naming = Callable[[str], str]
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDE = {CellKind.TEXT: 24, CellKind.CODE: 18, CellKind.MOMENT: 18}


def save_workbook(
    path: Path, tables: Sequence[ExportTable], currency: Currency, *, names: tuple[Naming, Naming], progress: Progress
) -> None:
    """Writes every table to `path`; `names` say what a table and a column are called.

    What `progress` raises leaves no file. Raises DiskFull, FolderMissing or FileReadOnly.
    """
    with whole(path) as part:
        book = _book(part)
        try:
            writing = _Writing(book, currency, names)
            for done in _counted(writing.rows(tables)):
                progress(done, sum(table.count for table in tables))
        finally:
            _close(book)


def _counted(rows: Iterable[None]) -> Iterator[int]:
    done = 0
    for done, _row in enumerate(rows, 1):
        if done % OFTEN == 0:
            yield done
    yield done


def _book(part: Path) -> Any:
    from xlsxwriter import Workbook  # takes a fifth of a second

    return Workbook(str(part), {"constant_memory": True, "tmpdir": str(part.parent), **_PLAIN})


def _close(book: Any) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:  # which hides what the disk said
        raise (error.__context__ if isinstance(error.__context__, OSError) else OSError(str(error))) from error


class _Writing:
    """One workbook while it is written."""

    def __init__(self, book: Any, currency: Currency, names: tuple[Naming, Naming]) -> None:
        self._book = book
        self._currency = currency
        self._names = names
        decimals = "." + "0" * currency.exponent if currency.exponent else ""
        self._formats = {
            CellKind.MONEY: book.add_format({"num_format": f"#,##0{decimals}"}),
            CellKind.PERCENT: book.add_format({"num_format": "0.##"}),
            CellKind.NUMBER: book.add_format({"num_format": "0"}),
            CellKind.DAY: book.add_format({"num_format": "yyyy-mm-dd"}),
            CellKind.MOMENT: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
            CellKind.TEXT: book.add_format({"num_format": "@"}),
            CellKind.CODE: book.add_format({"num_format": "@"}),
        }
        self._bold = book.add_format({"bold": True, "bottom": 1})

    def rows(self, tables: Sequence[ExportTable]) -> Iterator[None]:
        """Writes row after row; a table with too many for one sheet goes on in another."""
        for table in tables:
            sheet, place, number = self._sheet(table, 1), 0, 1
            for values in table.rows():
                if place == MOST_ROWS:
                    number += 1
                    sheet, place = self._sheet(table, number), 0
                place += 1
                self._row(sheet, place, values=values, table=table)
                yield

    def _sheet(self, table: ExportTable, number: int) -> Any:
        name = self._names[0](table.name)
        sheet = self._book.add_worksheet(name[:28] if number == 1 else f"{name[:26]} {number}")
        for column, each in enumerate(table.columns):
            sheet.set_column(column, column, _WIDE.get(each.kind, 12))
        sheet.freeze_panes(1, 0)
        for column, each in enumerate(table.columns):
            sheet.write_string(0, column, self._names[1](each.name), self._bold)
        return sheet

    def _row(self, sheet: Any, place: int, *, values: tuple[Value, ...], table: ExportTable) -> None:
        for column, (value, each) in enumerate(zip(values, table.columns, strict=True)):
            if value is None or value == "":
                continue
            shown = self._formats[each.kind]
            if isinstance(value, int):
                sheet.write_number(place, column, self._scaled(value, each.kind), shown)
            elif (moment := _moment(value, each.kind)) is not None:
                sheet.write_datetime(place, column, moment, shown)
            else:
                clean = value.encode("utf-8", "replace").decode()[:MOST_TEXT]
                sheet.write_string(place, column, clean, self._formats[CellKind.TEXT])

    def _scaled(self, value: int, kind: CellKind) -> float:
        exponent = {CellKind.MONEY: self._currency.exponent, CellKind.PERCENT: 2}.get(kind, 0)
        return value / 10**exponent if exponent else value


def _moment(value: str, kind: CellKind) -> date | datetime | None:
    """A day or a time that a spreadsheet can count; None for what is text, as a birthday without its year is."""
    try:
        if kind is CellKind.DAY:
            found: date | datetime = date.fromisoformat(value)
        elif kind is CellKind.MOMENT:
            found = datetime.fromisoformat(value).replace(tzinfo=None, microsecond=0)
        else:
            return None
    except ValueError:
        return None
    return found if found.year > 1900 else None
