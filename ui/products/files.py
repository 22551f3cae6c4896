"""Product files: chosen by a person, read and written beside the window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.products import Preview
from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.exchange.products_csv import csv_text, read
from loyaltydesk.model.refusals import FileMissing
from loyaltydesk.printing.files import save_parts
from loyaltydesk.words import active, tr
from ui.seams.file_dialogs import ask_to_save


def ask_which(parent: QWidget) -> str:
    """The file a person wants to read; "" for none."""
    kinds = f"{tr('Tables')} (*.csv *.txt *.tsv);;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Products from a file"), "", kinds)[0]


def ask_where(parent: QWidget) -> str:
    """The file a person wants to write, ending in .csv; "" for none."""
    return ask_to_save(parent, "products.csv", title=tr("Products into a file"), kind=tr("Tables"))


def looked_into(desk: Desk, path: Path) -> Preview:
    """What a file would do to the list. Raises FileMissing, or BadRequest for one that is no table of products."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError):
        raise FileMissing(str(path)) from None
    return desk.products.preview(read(content, desk.shop.programme.currency))


def written(desk: Desk, path: Path) -> int:
    """Writes the list to be opened by a spreadsheet; returns how many. Raises FileReadOnly, FolderMissing, DiskFull."""
    pieces = csv_text(desk.products.all(), desk.shop.programme.currency, for_spreadsheet(active().language))
    save_parts((piece.encode() for piece in pieces), path)
    return desk.products.count()
