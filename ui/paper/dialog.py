"""The dialog before anything is printed: what it will look like, and from there to the printer or into a PDF file.

To be used as:
    PaperDialog(theme, card_scene(look, [face]), title=tr("Print card"), parent=page).exec()
"""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.refusals import DiskFull, FolderMissing, Refused
from loyaltydesk.printing.files import save
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import mark, tr
from ui.paper.preview import PagePreview
from ui.paper.printer import print_document, printer_for
from ui.seams.tasks import Run, run_now
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, IconButton
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme

NOT_SAVED = {
    DiskFull: mark("{name} was not saved: there is no room left on the disk."),
    FolderMissing: mark("{name} was not saved: this folder is not there any more."),
}
NOT_WRITABLE = mark(
    "{name} was not saved: it cannot be written there. Choose another folder, or close the program that has it open."
)


def ask_where_to_save(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a PDF, ending in .pdf; "" for none."""
    dialog = QFileDialog(parent, tr("Save as PDF"), suggested, tr("PDF file") + " (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    # where Qt draws the dialog itself, it knows these two in few languages
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, tr("Folder:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, tr("Kind of file:"))
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def ask_which_printer(dialog: QPrintDialog) -> bool:
    """Whether a person chose a printer (and pages, copies), which are then set in the printer of `dialog`."""
    return bool(dialog.exec())


class PaperDialog(QDialog):
    """Shows a document page by page; prints it or saves it. Esc closes, Ctrl+P prints, Ctrl+S saves."""

    def __init__(
        self,
        theme: Theme,
        document: Document,
        *,
        title: str,
        parent: QWidget | None = None,
        run: Run = run_now,
    ) -> None:
        """`title` names the window and the suggested file; `run` does what takes long for thousands of pages."""
        super().__init__(parent)
        # What asks a person may be replaced, by a test or by a page that knows the answer.
        self.ask_file: Callable[[QWidget, str], str] = ask_where_to_save
        self.ask_printer: Callable[[QPrintDialog], bool] = ask_which_printer
        self.setWindowTitle(title)
        self._document = document
        self._title = title
        self._run = run
        self._writing = False
        self.preview = PagePreview(theme)
        self.banner = Banner(theme, "")
        self.banner.hide()
        self._place = label(type_="muted")
        self.back_button = IconButton(theme, "chevron-left", name=tr("Previous page"))
        self.forth_button = IconButton(theme, "chevron-right", name=tr("Next page"))
        self.save_button = Button(theme, tr("Save as PDF…"), icon="download")
        self.print_button = Button(theme, tr("Print…"), kind="action", icon="printer")
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self._lay_out(theme)
        self._connect()
        self.preview.show_document(document)

    def _lay_out(self, theme: Theme) -> None:
        m = theme.m
        foot = QHBoxLayout()
        foot.setSpacing(m.s2)
        for widget in (self.back_button, self._place, self.forth_button):
            foot.addWidget(widget)
            widget.setVisible(len(self._document.pages) > 1)
        foot.addStretch(1)
        for button in (self.close_button, self.save_button, self.print_button):
            foot.addWidget(button)
        self.print_button.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        box.addWidget(self.preview, 1)
        box.addWidget(self.banner)
        box.addLayout(foot)
        self.resize(820, 680)
        self.print_button.setFocus()

    def _connect(self) -> None:
        self.preview.page_turned.connect(self._on_page_turned)
        self.back_button.clicked.connect(self._on_back_pressed)
        self.forth_button.clicked.connect(self._on_forth_pressed)
        self.save_button.clicked.connect(self._on_save_pressed)
        self.print_button.clicked.connect(self._on_print_pressed)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._on_save_pressed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._on_print_pressed)

    def _on_page_turned(self, number: int) -> None:
        self._place.setText(self.preview.accessibleName())
        self.back_button.setEnabled(number > 0)
        self.forth_button.setEnabled(number < self.preview.count - 1)

    def _on_back_pressed(self) -> None:
        self.preview.turn_to(self.preview.number - 1)

    def _on_forth_pressed(self) -> None:
        self.preview.turn_to(self.preview.number + 1)

    def _on_save_pressed(self) -> None:
        chosen = self.ask_file(self, _suggested(self._title))
        if not chosen:
            return
        path, document = Path(chosen), self._document

        def refused(refusal: Refused) -> None:
            self._hold(False)
            sentence = NOT_SAVED.get(type(refusal), NOT_WRITABLE)
            self._say(tr(sentence).format(name=path.name), "danger")

        def saved(_nothing: None) -> None:
            self._hold(False)
            self._say(tr("Saved as {path}").format(path=QDir.toNativeSeparators(chosen)), "accent")

        self._hold(True)
        self._say(tr("Writing {name} …").format(name=path.name), "info")
        with _Busy():
            self._run(lambda: save(pdf_bytes(document), path), done=saved, refused=refused)

    def _hold(self, writing: bool) -> None:
        """While a file is written the dialog stays, to say how that went."""
        self._writing = writing
        for button in (self.save_button, self.print_button, self.close_button):
            button.setEnabled(not writing)

    def _on_print_pressed(self) -> None:
        printer = printer_for(self._document)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, self.preview.count > 1)
        dialog.setMinMax(1, self.preview.count)
        if not self.ask_printer(dialog):
            return
        with _Busy():
            done = print_document(self._document, printer)
        if done:
            self._say(tr("Sent to the printer."), "accent")
        else:
            self._say(tr("The printer took no pages. See that it is on and connected, then print again."), "danger")

    def _say(self, sentence: str, tone: Tone) -> None:
        self.banner.say(sentence, tone=tone)
        self.banner.show()

    def done(self, result: int) -> None:
        if not self._writing:
            super().done(result)


class _Busy:
    """The waiting cursor while something takes its time."""

    def __enter__(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)

    def __exit__(self, *_error: object) -> None:
        QGuiApplication.restoreOverrideCursor()


def _suggested(title: str) -> str:
    """A file of that title among the user's documents; what no file system takes in a name is left out."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    words = re.sub(r'[\x00-\x1f<>:"/\\|?*]', " ", title).split()
    name = " ".join(words)[:80].strip(" .") or "Loyalty Desk"
    return str((documents if documents.is_dir() else Path.home()) / f"{name}.pdf")
