"""Writes everything in the shop, or its customers, for other programs."""

from enum import StrEnum
from pathlib import Path

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_tables import CsvTables, save_folder, save_zip
from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.exchange.customers_csv import table
from loyaltydesk.exchange.workbook_writing import save_workbook
from loyaltydesk.model.exports import ExportTable
from loyaltydesk.printing.files import save_parts
from loyaltydesk.words import active
from loyaltydesk.words.exports import column_name, table_name
from ui.seams.giving_up import Tell


class Form(StrEnum):
    """As what it is written."""

    WORKBOOK = "workbook"
    ZIP = "zip"
    FOLDER = "folder"
    CSV = "csv"


def write_out(desk: Desk, path: Path, form: Form, *, everything: bool, tell: Tell) -> None:
    """Writes the shop as it is at this moment; what `tell` raises leaves nothing behind.

    Raises DiskFull, FolderMissing, FileReadOnly, or FileExists for a folder with something in it.
    """
    with desk.exports.at_one_moment():
        tables = desk.exports.tables() if everything else [_customers(desk)]
        currency = desk.shop.programme.currency
        tell(0, sum(each.count for each in tables))
        if form is Form.WORKBOOK:
            save_workbook(path, tables, currency, names=(table_name, column_name), progress=tell)
            return
        writer = CsvTables(currency, for_spreadsheet(active().language), name_of=column_name, progress=tell)
        texts = writer.texts(tables)
        if form is Form.CSV:
            save_parts((piece.encode("utf-8", "replace") for piece in texts[0][1]), path)
        else:
            (save_zip if form is Form.ZIP else save_folder)(path, texts)


def _customers(desk: Desk) -> ExportTable:
    return table(desk.exports.customers(), desk.customers.count())
