"""Tables that commands read from CSV files and write: to a file, or to the standard output."""

from collections.abc import Iterable
from pathlib import Path

import click

from loyaltydesk.exchange.csv_writing import Shape, for_spreadsheet
from loyaltydesk.exchange.encodings import LARGEST
from loyaltydesk.model.refusals import BadRequest, FileMissing
from loyaltydesk.printing.files import save_parts
from loyaltydesk.words import active

WORKBOOKS = (".xlsx", ".xls", ".ods")  # a spreadsheet program calls such a file broken when text is in it


def shape(*, spreadsheet: bool) -> Shape:
    """How a table is written for a spreadsheet in the language in use, or for programs."""
    return for_spreadsheet(active().language) if spreadsheet else Shape()


def written(text: Iterable[str], file: Path) -> bool:
    """Writes a table piece by piece to `file`, or to the standard output for "-"; whether it went to a file.

    Raises FileReadOnly, FolderMissing or DiskFull.
    """
    if file == Path("-"):
        for piece in text:
            click.echo(piece, nl=False)
        return False
    save_parts((piece.encode() for piece in text), file)
    return True


def content_of(file: Path) -> bytes:
    """The bytes of a table, as many as show that one is too large. Raises FileMissing; BadRequest for a workbook."""
    if file.suffix.lower() in WORKBOOKS:
        raise BadRequest("file", "no_table")
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except (OSError, ValueError):
        raise FileMissing(str(file)) from None
