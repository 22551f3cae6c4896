"""Writes the rows that stay out as a table to be mended and taken over again."""

from collections.abc import Iterable
from pathlib import Path

from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.exchange.refused_rows import csv_text
from loyaltydesk.model.imports import CheckedRow, ReadingPlan
from loyaltydesk.printing.files import save_parts
from loyaltydesk.words import active, tr
from loyaltydesk.words.imports import why
from ui.seams.formats import QtFormats


def write_refused(path: Path, plan: ReadingPlan, rows: Iterable[CheckedRow], *, formats: QtFormats) -> None:
    """Writes rows with their reasons, as the spreadsheets of this language read it.

    Raises FileReadOnly, FolderMissing or DiskFull.
    """
    text = csv_text(plan, rows, lambda row: why(row, formats), shape=for_spreadsheet(active().language))
    save_parts((piece.encode("utf-8", "replace") for piece in text), path)


def suggested_name(source: Path) -> str:
    """What the file is called that goes with a table."""
    return tr("{name} refused.csv").format(name=source.stem)
