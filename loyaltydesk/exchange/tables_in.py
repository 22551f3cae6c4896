"""Opens any table, text or workbook, and gives its rows as often as they are asked for.

To be used as:
    with open_table(path) as table:
        for row in table.rows(): …
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir
from types import TracebackType
from weakref import finalize

from loyaltydesk.exchange import text_tables, workbooks
from loyaltydesk.exchange.encodings import Row
from loyaltydesk.exchange.text_tables import Writing
from loyaltydesk.exchange.whole_files import FULL
from loyaltydesk.exchange.workbook_guard import OLD, PACKED
from loyaltydesk.exchange.workbooks import Merged, Sheet
from loyaltydesk.model.refusals import BadRequest, DiskFull, FileMissing

LARGEST = 2_000_000_000  # bytes of a table of text


class OpenTable:
    """A table that is open; either a sheet of a workbook or a file of text."""

    def __init__(self, path: Path, *, sheet: Sheet | None = None, writing: Writing | None = None) -> None:
        self.path = path
        self._sheet = sheet
        self._writing = writing
        if sheet:
            finalize(self, sheet.spool.close)  # where whoever opened it is gone before it was closed

    def __enter__(self) -> "OpenTable":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of what was read of a workbook."""
        if self._sheet:
            self._sheet.spool.close()

    @property
    def is_text(self) -> bool:
        """Whether it is a file of text, with an encoding and a delimiter."""
        return self._writing is not None

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets of a workbook that can be seen; none for text."""
        return self._sheet.names if self._sheet else ()

    @property
    def sheet(self) -> str:
        """The sheet that is read; empty for text."""
        return self._sheet.name if self._sheet else ""

    @property
    def encoding(self) -> str:
        """How the text is encoded; empty for a workbook."""
        return self._writing.encoding if self._writing else ""

    @property
    def delimiter(self) -> str:
        """What parts the cells of the text; empty for a workbook."""
        return self._writing.delimiter if self._writing else ""

    @property
    def merged(self) -> tuple[Merged, ...]:
        """The places of cells that are one: first and last row and column, counted from 0."""
        return self._sheet.merged if self._sheet else ()

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty, with the number it has in a spreadsheet. Raises BadRequest or FileMissing."""
        if self._sheet:
            yield from self._sheet.rows()
        elif self._writing:
            try:
                yield from text_tables.rows_of(self.path, self._writing)
            except OSError:
                raise FileMissing(str(self.path)) from None


def open_table(path: Path, *, sheet: str = "", encoding: str = "", delimiter: str = "") -> OpenTable:
    """A table; what is not said of it is found out.

    Raises FileMissing, DiskFull, and BadRequest for a file that is no table, or is damaged, protected, empty or far too
    large.
    """
    try:
        if not path.is_file():  # a pipe or a device would keep whoever reads it for ever
            raise FileMissing(str(path))
        with path.open("rb") as file:
            start = file.read(8)
        if start == OLD or start.startswith(PACKED):
            return OpenTable(path, sheet=workbooks.sheet_of(path, sheet))
        if not start:
            raise BadRequest("file", "table_empty")
        if path.stat().st_size > LARGEST:
            raise BadRequest("file", "table_too_large")
        return OpenTable(path, writing=text_tables.writing_of(path, encoding=encoding, delimiter=delimiter))
    except OSError as error:
        if error.errno in FULL:  # where a workbook is unpacked
            raise DiskFull(gettempdir()) from None
        raise FileMissing(str(path)) from None
    except ValueError:
        raise FileMissing(str(path)) from None
