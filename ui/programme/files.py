"""Asks where a programme file lies, or where it is to be saved."""

import re

from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.words import tr
from ui.seams.file_dialogs import ask_to_save, chosen, documents


def ask_which_file(parent: QWidget) -> str:
    """The path of a programme file that a person chooses; "" for none."""
    dialog = QFileDialog(parent, tr("Read a programme file"), str(documents()), tr("Programme file") + " (*.toml)")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return chosen(dialog)


def ask_where_to_save(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a programme file, ending in .toml; "" for none."""
    return ask_to_save(parent, suggested, title=tr("Save the programme file"), kind=tr("Programme file"))


def suggested_name(programme: str, version: int) -> str:
    """A file of that name; what no file system takes in a name is left out."""
    words = " ".join(re.sub(r'[\x00-\x1f<>:"/\\|?*]', " ", programme).split())[:60].strip(" .")
    return f"{words or 'programme'} {version}.toml"
