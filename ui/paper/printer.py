"""Puts a document on a Qt printer as vectors, each bar on whole dots."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from loyaltydesk.printing.scene import MM_PER_INCH, Document, Page
from ui.paper.painter import paint_page


def printer_for(document: Document) -> QPrinter:
    """The usual printer, set to the document's paper, title and dots; a print dialog may change it afterwards.

    The resolution is the document's own (203 to 600 dots an inch): at a driver's highest a single page can take half a
    gigabyte.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(document.dpi)
    printer.setDocName(document.title)
    printer.setCreator("Loyalty Desk")
    if document.pages:
        printer.setPageLayout(_layout(document.pages[0]))
    printer.setFullPage(True)
    return printer


def _layout(page: Page) -> QPageLayout:
    """The page as Qt names paper: upright, and turned if it is wider than high; a near standard size is that size."""
    across = page.width > page.height
    upright = QSizeF(min(page.width, page.height), max(page.width, page.height))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turn = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, turn, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def print_document(document: Document, printer: QPrinter) -> bool:
    """Prints the pages the printer was asked for; False where it takes none or fails on the way."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / MM_PER_INCH
    painter.scale(scale, scale)
    for number, page in enumerate(_wanted(document, printer)):
        if number and not printer.newPage():
            printer.abort()
            painter.end()
            return False
        paint_page(painter, page, whole_dots=True)
    return painter.end() and printer.printerState() != QPrinter.PrinterState.Error


def _wanted(document: Document, printer: QPrinter) -> Sequence[Page]:
    """The pages of the range chosen in the dialog; Qt counts from 1, and 0 is no limit."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return document.pages
    return document.pages[max(0, printer.fromPage() - 1) : printer.toPage() or None]
