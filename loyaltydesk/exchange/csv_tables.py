"""Writes tables as CSV files, one each, into a folder or into one ZIP."""

from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.exchange.whole_files import whole
from loyaltydesk.exchange.workbook_writing import OFTEN, Naming, Progress
from loyaltydesk.model.exports import CellKind, ExportTable, Value
from loyaltydesk.model.money import Currency


def save_folder(path: Path, texts: Sequence[tuple[str, Iterator[str]]]) -> None:
    """Writes each text under its name into a new or empty folder.

    Raises FileExists for one with something in it, DiskFull, FolderMissing or FileReadOnly.
    """
    with whole(path, folder=True) as part:
        for name, text in texts:
            with (part / name).open("w", encoding="utf-8", errors="replace", newline="") as file:
                file.writelines(text)


def save_zip(path: Path, texts: Sequence[tuple[str, Iterator[str]]]) -> None:
    """Writes each text under its name into a ZIP. Raises DiskFull, FolderMissing or FileReadOnly."""
    with whole(path) as part, ZipFile(part, "w", ZIP_DEFLATED) as packed:
        for name, text in texts:
            with (
                packed.open(name, "w", force_zip64=True) as member,
                TextIOWrapper(member, encoding="utf-8", errors="replace", newline="") as file,
            ):
                file.writelines(text)


class CsvTables:
    """Tables as texts, one by one; `name_of` says what a column is called."""

    def __init__(self, currency: Currency, shape: Shape, *, name_of: Naming, progress: Progress) -> None:
        self._currency = currency
        self._shape = shape
        self._name_of = name_of
        self._progress = progress
        self._done = self._whole = 0  # rows

    def texts(self, tables: Sequence[ExportTable]) -> list[tuple[str, Iterator[str]]]:
        """The name of each file and its text, piece by piece."""
        self._whole = sum(table.count for table in tables)
        return [(f"{table.name}.csv", self._text(table)) for table in tables]

    def _text(self, table: ExportTable) -> Iterator[str]:
        head = [harmless(self._name_of(column.name)) for column in table.columns]
        return written(head, self._rows(table), self._shape)

    def _rows(self, table: ExportTable) -> Iterator[list[str | int]]:
        for values in table.rows():
            yield [self._cell(value, each.kind) for value, each in zip(values, table.columns, strict=True)]
            self._done += 1
            if self._done % OFTEN == 0:
                self._progress(self._done, self._whole)
        self._progress(self._done, self._whole)

    def _cell(self, value: Value, kind: CellKind) -> str | int:
        if value is None:
            return ""
        if isinstance(value, str):
            return literal(value, self._shape) if kind is CellKind.CODE else harmless(value)
        if kind is CellKind.MONEY:
            return self._currency.text(value).replace(".", self._shape.decimal)
        if kind is CellKind.PERCENT:
            return Currency("", 2).text(value).replace(".", self._shape.decimal)
        return value
