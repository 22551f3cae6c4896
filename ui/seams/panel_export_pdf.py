"""Panels on A4: a PDF of their charts as lines and letters and of their tables, and a picture of one to be pasted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from loyaltydesk.words import tr
from ui.seams.panel_export_blocks import SMALL, Block, Sheet, blocks_of, head_block
from ui.seams.panel_export_paper import PanelPaper
from ui.theme.charts.look import PAPER

DPI = 1200  # of the writer: where lines and letters may stand
PX = 96  # of an inch
WIDE, HIGH = 794, 1123  # px of A4
EDGE, TOP, FOOT = 57, 92, 76  # px of the margins; the upper and the lower have a line of words in them
APART = 36  # px between two panels
SHORT = 8  # pieces of a panel that is not parted
PICTURE, SHARP = 720, 2  # px of width, and how many pixels of the picture each is


class Heading(NamedTuple):
    """What stands on each page: whose figures they are and what they are about."""

    shop: str
    about: str


def pdf_of(papers: Sequence[PanelPaper], heading: Heading) -> bytes:
    """A PDF of those panels one below the other, with page numbers."""
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(kept)
    writer.setResolution(DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(" – ".join(part for part in (heading.about, heading.shop) if part))
    writer.setCreator("Loyalty Desk")
    sheet = Sheet(WIDE - 2 * EDGE, writer)
    pages = list(_pages(papers, sheet))
    with QPainter(writer) as painter:
        painter.scale(DPI / PX, DPI / PX)
        painter.translate(EDGE, 0)
        for number, page in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            _paint_edges(painter, sheet, heading, place=(number, len(pages)))
            for top, block in page:
                block.paint(painter, top)
    return bytes(kept.data().data())


def _pages(papers: Sequence[PanelPaper], sheet: Sheet) -> Iterator[list[tuple[float, Block]]]:
    """Each page with its blocks and how far down each begins; a page begins where the next block has no room."""
    page: list[tuple[float, Block]] = []
    down = float(TOP)
    for paper in papers:
        down += APART if page else 0
        blocks = list(blocks_of(paper, sheet))
        for place, block in enumerate(blocks):
            if page and down + _needed(blocks, place, told=bool(paper.how)) > HIGH - FOOT:
                yield page
                page, down = [], float(TOP)
                if block.again:
                    page.append((down, block.again))
                    down += block.again.height
            page.append((down, block))
            down += block.height
    yield page


def _needed(blocks: Sequence[Block], place: int, *, told: bool) -> float:
    """The room without which a block goes on to the next page: no title stands alone, nor does how it is counted."""
    begun = len(blocks) if len(blocks) <= SHORT else 3
    together = begun if place == 0 else 2 if told and place == len(blocks) - 2 else 1
    return sum(block.height for block in blocks[place : place + together])


def _paint_edges(painter: QPainter, sheet: Sheet, heading: Heading, *, place: tuple[int, int]) -> None:
    """The line above the panels, and that below with the number of the page."""
    number, count = place
    font, bold = PAPER.font(SMALL), PAPER.font(SMALL, strong=True)
    half = sheet.width / 2
    shop = sheet.words(heading.shop, bold, width=half)
    about = sheet.words(heading.about, font, width=half)
    pages = sheet.words(tr("Page {n} of {count}").format(n=number, count=count), font, width=half)
    shop.paint(painter, QPointF(0, TOP - 48), "text")
    about.paint(painter, QPointF(sheet.width - about.layout.maximumWidth(), TOP - 48), "text_muted")
    pages.paint(painter, QPointF(sheet.width - pages.layout.maximumWidth(), HIGH - FOOT + 24), "text_muted")
    painter.setPen(PAPER.colour("border"))
    for down in (TOP - 26, HIGH - FOOT + 16):
        painter.drawLine(QLineF(0, down, sheet.width, down))


def picture_of(paper: PanelPaper) -> QImage:
    """The title and the chart of a panel on white."""
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    block = head_block(paper, Sheet(PICTURE - EDGE, picture))
    high = int(block.height) + EDGE
    picture = QImage(PICTURE * SHARP, high * SHARP, QImage.Format.Format_RGB32)
    picture.fill(PAPER.colour("surface"))
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SHARP, SHARP)
        painter.translate(EDGE / 2, 0)
        block.paint(painter, EDGE / 2)
    return picture
