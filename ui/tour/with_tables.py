"""The tour to tables: customers of another till are taken over, looked at before, and everything is taken elsewhere."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from loyaltydesk.words import tr
from ui.customers.page import CustomersPage
from ui.exchange.export_dialog import ExportDialog
from ui.tour import eyes
from ui.tour.guide import CONTROL, Guide
from ui.tour.hands import Hands
from ui.tour.spreadsheet import NEW, table
from ui.window import Window

KEY = Qt.Key


def exchange(guide: Guide, window: Window) -> None:
    """From a file to customers, and to a workbook; last, for many new customers change every figure. Raises NotSeen."""
    guide.hands.press(KEY.Key_2, CONTROL)
    page = window.shown
    assert isinstance(page, CustomersPage)
    with TemporaryDirectory(prefix="loyaltydesk-tour-table-") as folder:
        path = Path(folder) / f"{tr('Customers')}.csv"
        path.write_bytes(guide.ask(table))
        _take_over(guide, page, path)
        _take_elsewhere(guide, Path(folder) / "shop.xlsx")


def _take_over(guide: Guide, page: CustomersPage, path: Path) -> None:
    """Every step of the wizard, by Enter."""
    before = guide.ask(lambda desk: desk.customers.count())
    guide.push(tr("Import…"))
    wizard = page.table
    guide.see("import", tr("Drop a table of customers here"), what=tr("A table of customers is taken over"))
    wizard.file.ask_which = lambda _parent: str(path)
    guide.push(tr("Choose a file…"))
    eyes.waited(lambda: wizard.file.is_ready and not wizard.is_busy, path.name)
    guide.see("import-file", path.name, what=tr("What was found in the file: letters, columns, headings"))
    guide.hands.push(wizard.next_button)
    guide.see("import-columns", tr("What each column tells"), what=tr("What each column tells, known by its heading"))
    guide.hands.push(wizard.next_button)
    eyes.waited(lambda: wizard.preview.draft and not wizard.is_busy, tr("Preview"))
    guide.see("import-preview", what=tr("How each row will be, and which are refused and why: nothing is written yet"))
    guide.hands.push(wizard.next_button)
    eyes.waited(lambda: wizard.done.isVisible() and not wizard.is_busy, tr("Done"))
    guide.see("import-done", tr("Take this import back…"), what=tr("Taken over, and it can be taken back as a whole"))
    guide.check(lambda desk: desk.customers.count() == before + NEW, path.name)
    guide.hands.push(wizard.next_button)


def _take_elsewhere(guide: Guide, path: Path) -> None:
    """Everything as a workbook."""
    guide.push(tr("Export…"))
    dialog = eyes.waited(lambda: eyes.dialog(ExportDialog), tr("Take everything elsewhere"))
    dialog.ask_where = lambda _parent, _suggested: str(path)
    hands = Hands(dialog)
    hands.push(dialog.export_button)
    eyes.waited(lambda: path.is_file() and dialog.export_button.isVisible(), path.name)
    guide.album.take(dialog, "export", what=tr("Everything is taken elsewhere: a workbook, or CSV files"))
    hands.press(KEY.Key_Escape)
    guide.hands.come()
