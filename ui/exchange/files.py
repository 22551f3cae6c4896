"""Which table a person wants to read, and where one is to be written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.words import tr
from ui.seams.file_dialogs import ask_to_save, documents

TABLES = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods"


def ask_which(parent: QWidget) -> str:
    """The table a person chooses; "" for none."""
    kinds = f"{tr('Tables')} ({TABLES} {TABLES.upper()});;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Customers from a table"), str(documents()), kinds)[0]


def ask_where(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a file of the kind that `suggested` ends in; "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save as…"), kind=tr("Tables"))


def ask_folder(parent: QWidget, suggested: str) -> str:
    """The path of a folder of the name `suggested` in one that a person chooses; "" for none."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Where shall the folder be?"), str(documents()))
    return str(Path(chosen) / suggested) if chosen else ""
