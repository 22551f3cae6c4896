"""Saves panels as PDF or CSV and copies them; a small button with that menu for each, and one object for all of a page.

To be used as:
    export = PanelExport(session, tools, page, about=tr("Insights"))
    export.told.connect(notice.tell)
    panel.box.addWidget(ExportButton(theme, export, name=tr("Customer groups"), paper=groups.paper))
    save_button.clicked.connect(lambda: export.save_pdf([each.paper() for each in panels]))
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from loyaltydesk.exchange.csv_writing import for_spreadsheet
from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.files import save, save_parts
from loyaltydesk.words import active, tr
from ui.seams.file_dialogs import ask_to_save
from ui.seams.panel_export_paper import PanelPaper, file_name
from ui.seams.panel_export_tables import csv_text, tabbed_text
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.buttons import IconButton
from ui.theme.text import literal
from ui.theme.theme import Theme


def ask_where(parent: QWidget, suggested: str) -> str:
    """The path a person chooses for a file of the kind that `suggested` ends in; "" for none."""
    is_pdf = suggested.endswith(".pdf")
    title, kind = (tr("Save as PDF"), tr("PDF file")) if is_pdf else (tr("Save as CSV"), tr("Tables"))
    return ask_to_save(parent, suggested, title=title, kind=kind)


class PanelExport(QObject):
    """Writes beside the window, and says how it went: `told` what was done, `refused` why it was not."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, tools: Tools, page: QWidget, *, about: str) -> None:
        """`about` is the page's name, which stands on each sheet and begins the name of each file."""
        super().__init__(page)
        self.ask_where: Callable[[QWidget, str], str] = ask_where  # may be replaced, by a test
        self._session, self._tools, self._page, self._about = session, tools, page, about

    def save_pdf(self, papers: Sequence[PanelPaper]) -> None:
        """Asks for a file and writes the panels into it; nothing where there is none."""
        from ui.seams.panel_export_pdf import Heading, pdf_of  # what draws paper is not needed before

        kept = tuple(papers)
        if not kept:
            return
        parts = (self._about, kept[0].title if len(kept) == 1 else "", kept[0].when)
        shop = self._session.ask(lambda desk: desk.shop.settings().name)
        about = f"{self._about} · {kept[0].period}" if kept[0].period else self._about
        self._write(file_name(parts, "pdf"), lambda path: save(pdf_of(kept, Heading(shop, about)), path))

    def save_csv(self, paper: PanelPaper) -> None:
        """Asks for a file and writes the panel's table into it, as the spreadsheets of this language read it."""
        shape = for_spreadsheet(active().language)

        def write(path: Path) -> None:
            save_parts((piece.encode() for piece in csv_text(paper, shape)), path)

        self._write(file_name((self._about, paper.title, paper.when), "csv"), write)

    def copy(self, paper: PanelPaper) -> None:
        """Puts the panel on the clipboard: its table as text, and its chart as a picture."""
        from ui.seams.panel_export_pdf import picture_of

        clipboard = QGuiApplication.clipboard()
        clipboard.setText(tabbed_text(paper))
        if paper.drawing and paper.drawing.count:
            # to what Qt has made itself: what Python makes would go after Python has gone, and take the program with it
            clipboard.mimeData().setImageData(picture_of(paper))
        self.told.emit(tr("Copied. It can be pasted into a table or a letter now."))

    def _write(self, suggested: str, write: Callable[[Path], None]) -> None:
        chosen = self.ask_where(self._page, suggested)
        if not chosen:
            return
        path = Path(chosen)

        def done(_nothing: object) -> None:
            self.told.emit(tr("Saved as {path}").format(path=QDir.toNativeSeparators(chosen)))

        self._tools.run(lambda: write(path), done=while_alive(self, done), refused=while_alive(self, self._on_refused))

    def _on_refused(self, refused: Refused) -> None:
        self.refused.emit(self._session.sentence(refused))


class ExportButton(IconButton):
    """A small button with the menu of one panel."""

    def __init__(self, theme: Theme, export: PanelExport, *, name: str, paper: Callable[[], PanelPaper]) -> None:
        """`name` is the panel's; `paper` gives it as it is shown when something is chosen."""
        super().__init__(theme, "download", name=tr("Save or copy: {panel}").format(panel=name))
        self._paper = paper
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.pdf = menu.addAction(theme.icon("file-text"), literal(tr("Save as PDF…")))
        self.csv = menu.addAction(theme.icon("rows-3"), literal(tr("Save as CSV…")))
        self.copy = menu.addAction(theme.icon("copy"), literal(tr("Copy")))
        self.pdf.triggered.connect(lambda: export.save_pdf([self._paper()]))
        self.csv.triggered.connect(lambda: export.save_csv(self._paper()))
        self.copy.triggered.connect(lambda: export.copy(self._paper()))
        self.setMenu(menu)
