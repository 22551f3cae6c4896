"""Where a file is to be saved: one dialog for all of them, which begins among the user's documents.

To be used as:
    path = ask_to_save(page, "customers.csv", title=tr("Save as CSV"), kind=tr("Tables"))
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from loyaltydesk.words import tr


def ask_to_save(parent: QWidget, suggested: str, *, title: str, kind: str) -> str:
    """The path a person chooses for a file of the kind that `suggested` ends in; "" for none.

    `suggested` is a name, or a whole path, in whose folder the dialog then begins.
    """
    path = documents() / suggested
    dialog = QFileDialog(parent, title, str(path.parent), f"{kind} (*{path.suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(path.suffix.removeprefix("."))
    dialog.selectFile(path.name)
    return chosen(dialog)


def chosen(dialog: QFileDialog) -> str:
    """The path a person chooses in `dialog`, with its words in the shop's language; "" for none."""
    # where Qt draws the dialog itself, it knows these two in few languages
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def documents() -> Path:
    """The folder of the user's documents, or the user's own where there is none."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return folder if folder.is_dir() else Path.home()
