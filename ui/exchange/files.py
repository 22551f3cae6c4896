"""Which table a person wants to read, and where one is to be written."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.words import tr

TABLES = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods"


def ask_which(parent: QWidget) -> str:
    """The table a person chooses; "" for none."""
    kinds = f"{tr('Tables')} ({TABLES} {TABLES.upper()});;{tr('All files')} (*)"
    return QFileDialog.getOpenFileName(parent, tr("Customers from a table"), str(_documents()), kinds)[0]


def ask_where(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a file of the kind that `suggested` ends in; "" for none."""
    suffix = suggested.rpartition(".")[2]
    dialog = QFileDialog(parent, tr("Save as…"), str(_documents()), f"{tr('Tables')} (*.{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    return _chosen(dialog, suggested)


def ask_folder(parent: QWidget, suggested: str) -> str:
    """The path of a folder of the name `suggested` in one that a person chooses; "" for none."""
    chosen = QFileDialog.getExistingDirectory(parent, tr("Where shall the folder be?"), str(_documents()))
    return str(Path(chosen) / suggested) if chosen else ""


def _chosen(dialog: QFileDialog, suggested: str) -> str:
    dialog.selectFile(suggested)
    # where Qt draws the dialog itself, it knows these two in few languages
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def _documents() -> Path:
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
