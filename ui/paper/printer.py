"""Puts a document on a Qt printer as vectors, each bar on whole dots."""

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from loyaltydesk.printing.scene import MM_PER_INCH, Document, Page
from ui.paper.painter import paint_page
from ui.paper.print_form import LONG_EDGE, OFF, SHORT_EDGE, Order
from ui.seams.giving_up import Tell

_EDGES = {
    OFF: QPrinter.DuplexMode.DuplexNone,
    LONG_EDGE: QPrinter.DuplexMode.DuplexLongSide,
    SHORT_EDGE: QPrinter.DuplexMode.DuplexShortSide,
}


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


def arrange(printer: QPrinter, order: Order) -> None:
    """Sets the printer as it was asked for."""
    printer.setPrinterName(order.printer)
    printer.setCopyCount(order.copies)
    printer.setDuplex(_EDGES[order.turned])
    printer.setColorMode(QPrinter.ColorMode.GrayScale if order.grey else QPrinter.ColorMode.Color)


def pages_wanted(document: Document, printer: QPrinter) -> Sequence[int]:
    """The pages of the range chosen in the system's dialog, from 0; Qt counts from 1, and 0 is no limit."""
    count = len(document.pages)
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return range(count)
    return range(max(0, printer.fromPage() - 1), min(count, printer.toPage() or count))


def print_document(
    document: Document,
    printer: QPrinter,
    *,
    pages: Sequence[int] | None = None,
    tell: Tell = lambda _done, _whole: None,
) -> bool:
    """Prints these pages, or those the printer was asked for; False where it takes none or fails on the way.

    `tell` hears after each page how many are done. What it raises ends the work: pages that the printer has not got
    yet stay unprinted.
    """
    printer.setFullPage(True)
    chosen = pages_wanted(document, printer) if pages is None else pages
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        taken = _print(document, printer, painter, pages=chosen, tell=tell)
    except BaseException:
        printer.abort()
        painter.end()
        raise
    return painter.end() and taken and printer.printerState() != QPrinter.PrinterState.Error


def _print(document: Document, printer: QPrinter, painter: QPainter, *, pages: Sequence[int], tell: Tell) -> bool:
    scale, size = printer.resolution() / MM_PER_INCH, None
    for done, number in enumerate(pages):
        page = document.pages[number]
        if size not in (None, (page.width, page.height)):  # slips are as long as their words
            printer.setPageLayout(_layout(page))
        size = (page.width, page.height)
        if done and not printer.newPage():
            printer.abort()
            return False
        painter.save()
        painter.scale(scale, scale)
        paint_page(painter, page, whole_dots=True)
        painter.restore()
        tell(done + 1, len(pages))
    return True
