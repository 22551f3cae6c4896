"""The dialog before anything is printed: what it will look like, and from there to the printer or into a PDF file.

To be used as:
    PaperDialog(theme, card_scene(look, [face]), title=tr("Print card"), parent=page, tools=tools).exec()
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.refusals import DiskFull, FolderMissing, Refused
from loyaltydesk.printing.pdf import save_pdf
from loyaltydesk.printing.scene import Document
from loyaltydesk.words import mark, tr
from ui.paper.preview import PagePreview
from ui.paper.print_form import PrintForm
from ui.paper.printer import arrange, pages_wanted, print_document, printer_for
from ui.paper.under_way import UnderWay
from ui.seams.file_dialogs import ask_to_save, documents
from ui.seams.giving_up import Tell
from ui.seams.tasks import ended, run_now, while_alive
from ui.seams.tools import Tools
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, IconButton
from ui.theme.scrolling import Scroll
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
    return ask_to_save(parent, suggested, title=tr("Save as PDF"), kind=tr("PDF file"))


def ask_which_printer(dialog: QPrintDialog) -> bool:
    """Whether a person chose a printer (and pages, copies), which are then set in the printer of `dialog`."""
    return bool(dialog.exec())


class PaperDialog(QDialog):
    """Shows a document page by page; prints it or saves it. Esc closes, Ctrl+P prints, Ctrl+S saves."""

    printed = Signal(object)  # the pages, counted from 0, that a printer took or that were written into a file

    def __init__(
        self,
        theme: Theme,
        document: Document,
        *,
        title: str,
        parent: QWidget | None = None,
        tools: Tools | None = None,
    ) -> None:
        """`title` names the window and the suggested file. With `tools` what takes long is done beside the window, and
        the printer is remembered.
        """
        super().__init__(parent)
        # What asks a person, or the system for a printer, may be replaced: by a test, or by who knows the answer.
        self.ask_file: Callable[[QWidget, str], str] = ask_where_to_save
        self.ask_printer: Callable[[QPrintDialog], bool] = ask_which_printer
        self.make_printer: Callable[[Document], QPrinter] = printer_for
        self.setWindowTitle(title)
        self._document, self._title = document, title
        self._run = ended(tools.run if tools else run_now, self, self._on_over)
        self.preview = PagePreview(theme)
        self.form = PrintForm(theme, document, tools.preferences if tools else None)
        self.banner = Banner(theme, "")
        self.banner.hide()
        self.under_way = UnderWay(theme)
        self._place = label(type_="muted")
        self.back_button = IconButton(theme, "chevron-left", name=tr("Previous page"))
        self.forth_button = IconButton(theme, "chevron-right", name=tr("Next page"))
        self.save_button = Button(theme, tr("Save as PDF…"), icon="download")
        self.more_button = Button(theme, tr("More…"))
        self.print_button = Button(theme, tr("Print"), kind="action", icon="printer")
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self._lay_out(theme)
        self._connect()
        self._hold(False)
        self.preview.show_document(document)

    def add_choices(self, choices: QWidget) -> None:
        """Puts choices about the paper above those of the printer; who makes them shows the document they lead to."""
        self._choices.insertWidget(0, choices)
        self._column.show()

    def show_document(self, document: Document) -> None:
        """Another document in place of the one before, such as the same on other paper."""
        self._document = document
        for widget in (self.back_button, self._place, self.forth_button):
            widget.setVisible(len(document.pages) > 1)
        self.form.show_document(document)
        self.preview.show_document(document)

    def _lay_out(self, theme: Theme) -> None:
        m = theme.m
        foot, sides = QHBoxLayout(), QHBoxLayout()
        for row in (foot, sides):
            row.setSpacing(m.s2)
        for widget in (self.back_button, self._place, self.forth_button):
            foot.addWidget(widget)
            widget.setVisible(len(self._document.pages) > 1)
        foot.addStretch(1)
        for button in (self.close_button, self.save_button, self.more_button, self.print_button):
            foot.addWidget(button)
        sides.addWidget(self.preview, 1)
        inside = QWidget()
        self._choices = QVBoxLayout(inside)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(m.s4)
        self._choices.addWidget(self.form)
        self._choices.addStretch(1)
        self._column = Scroll(inside, narrow=True)  # or it would jump when a field says in a line what is wrong
        sides.addWidget(self._column)
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        box.addLayout(sides, 1)
        box.addWidget(self.banner)
        box.addWidget(self.under_way)
        box.addLayout(foot)
        self.resize(980, 640)
        usual = self.print_button
        if not self.form.has_printers:
            usual = self.save_button
            self.form.hide()
            self._column.hide()
            self._say(tr("No printer is installed on this computer. The pages can be saved as a PDF."), "warning")
        usual.setDefault(True)
        usual.setFocus()

    def _connect(self) -> None:
        self.preview.page_turned.connect(self._on_page_turned)
        self.back_button.clicked.connect(self._on_back_pressed)
        self.forth_button.clicked.connect(self._on_forth_pressed)
        self.save_button.clicked.connect(self._on_save_pressed)
        self.more_button.clicked.connect(self._on_more_pressed)
        self.print_button.clicked.connect(self._on_print_pressed)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save_button.click)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self.print_button.click)

    def _on_page_turned(self, number: int) -> None:
        self._place.setText(self.preview.accessibleName())
        self.back_button.setEnabled(number > 0)
        self.forth_button.setEnabled(number < self.preview.count - 1)

    def _on_back_pressed(self) -> None:
        self.preview.turn_to(self.preview.number - 1)

    def _on_forth_pressed(self) -> None:
        self.preview.turn_to(self.preview.number + 1)

    # --- into a file

    def _on_save_pressed(self) -> None:
        chosen = self.ask_file(self, _suggested(self._title))
        if not chosen:
            return
        path, document = Path(chosen), self._document

        def refused(refusal: Refused) -> None:
            sentence = NOT_SAVED.get(type(refusal), NOT_WRITABLE)
            self._say(tr(sentence).format(name=path.name), "danger")

        def done(whole: bool) -> None:
            if whole:
                self._say(tr("Saved as {path}").format(path=QDir.toNativeSeparators(chosen)), "accent")
                self.printed.emit(range(len(document.pages)))
            else:
                self._say(tr("Stopped. Nothing was saved."), "info")

        self._begin(tr("Writing {name} …").format(name=path.name), len(document.pages))
        job = self.under_way.job(lambda tell: save_pdf(document, path, tell))
        self._run(job, done=while_alive(self, done), refused=while_alive(self, refused))

    # --- to a printer

    def _on_print_pressed(self) -> None:
        order = self.form.order()
        if order is None:
            return
        printer = self.make_printer(self._document)
        arrange(printer, order)
        self._print(printer, order.pages)

    def _on_more_pressed(self) -> None:
        """The system's own dialog, for what only this printer can do; it prints as it says."""
        printer = self.make_printer(self._document)
        if self.form.has_printers:
            printer.setPrinterName(self.form.printer.current())
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, self.preview.count > 1)
        dialog.setMinMax(1, self.preview.count)
        if self.ask_printer(dialog):
            self._print(printer, pages_wanted(self._document, printer))

    def _print(self, printer: QPrinter, pages: Sequence[int]) -> None:
        document, took = self._document, list[bool]()

        def work(tell: Tell) -> None:
            took.append(print_document(document, printer, pages=pages, tell=tell))

        def done(whole: bool) -> None:
            if not whole:
                self._say(tr("Stopped. Pages that were on their way may still be printed."), "info")
            elif took == [True]:
                self._say(tr("Sent to the printer."), "accent")
                self.printed.emit(pages)
            else:
                self._say(tr("The printer took no pages. See that it is on and connected, then print again."), "danger")

        self._begin(tr("Printing …"), len(pages))
        job = self.under_way.job(work)
        self._run(job, done=while_alive(self, done), refused=while_alive(self, self._on_refused))

    def _on_refused(self, refused: Refused) -> None:
        """Pages are made only now: a number that no barcode can carry is found before, so this is a fault."""
        raise refused

    # --- while it is under way

    def _begin(self, sentence: str, pages: int) -> None:
        self._say(sentence, "info")
        self.under_way.begin(sentence, pages)
        self._hold(True)

    def _on_over(self) -> None:
        """The dialog can be closed again, also where that ended in a fault of ours."""
        self._hold(False)
        self.banner.hide()

    def _hold(self, busy: bool) -> None:
        """While pages are written or printed the dialog stays, to say how that went."""
        self._busy = busy
        if not busy:
            self.under_way.hide()
        for widget in (self.save_button, self.close_button, self._column):
            widget.setEnabled(not busy)
        for button in (self.print_button, self.more_button):
            button.setEnabled(not busy and self.form.has_printers)

    def _say(self, sentence: str, tone: Tone) -> None:
        self.banner.say(sentence, tone=tone)
        self.banner.show()

    def done(self, result: int) -> None:
        if not self._busy:
            super().done(result)


def _suggested(title: str) -> str:
    """A file of that title among the user's documents; what no file system takes in a name is left out."""
    words = re.sub(r'[\x00-\x1f<>:"/\\|?*]', " ", title).split()
    name = " ".join(words)[:80].strip(" .") or "Loyalty Desk"
    return str(documents() / f"{name}.pdf")
