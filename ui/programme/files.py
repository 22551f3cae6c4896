"""Asks where a programme file lies, or where it is to be saved."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.words import tr


def ask_which_file(parent: QWidget) -> str:
    """The path of a programme file that a person chooses; "" for none."""
    dialog = _dialog(parent, tr("Read a programme file"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def ask_where_to_save(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a programme file, ending in .toml; "" for none."""
    dialog = _dialog(parent, tr("Save the programme file"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("toml")
    dialog.selectFile(suggested)
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def suggested_name(programme: str, version: int) -> str:
    """A file of that name; what no file system takes in a name is left out."""
    words = " ".join(re.sub(r'[\x00-\x1f<>:"/\\|?*]', " ", programme).split())[:60].strip(" .")
    return f"{words or 'programme'} {version}.toml"


def _dialog(parent: QWidget, title: str) -> QFileDialog:
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    folder = documents if documents.is_dir() else Path.home()
    dialog = QFileDialog(parent, title, str(folder), tr("Programme file") + " (*.toml)")
    # where Qt draws the dialog itself, it knows these two in few languages
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    return dialog
