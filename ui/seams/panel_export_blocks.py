"""The pieces of a page that a panel is made of, each as high as it says: its head, its chart, its rows, its formula.

Lengths are px of 1/96 inch; whoever paints scales them to the paper.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPaintDevice, QPainter, QTextLayout, QTextOption

from loyaltydesk.words import tr
from ui.seams.panel_export_paper import PanelPaper, cell_text, is_number
from ui.theme.charts.look import PAPER

TITLE, BODY, SMALL = 20, 13, 11  # px of the letters
AIR = 8  # px around words
BETWEEN = 18  # px between two columns
HIGHEST_CHART = 380
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Block(NamedTuple):
    """What is not parted between two pages; `again` is painted once more where a page begins with this."""

    height: float
    paint: Callable[[QPainter, float], None]  # with how far down it begins
    again: "Block | None" = None


class Sheet(NamedTuple):
    """How wide a page is, and the device that knows how wide words are on it."""

    width: float
    device: QPaintDevice

    def words(self, text: str, font: QFont, *, width: float, side: Qt.AlignmentFlag = _LEFT) -> "Words":
        """Words broken into lines, within a word only where it is too long for a line of its own."""
        layout = QTextLayout(text, font, self.device)
        option = QTextOption(side)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        high = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, high))
            high += line.height()
        layout.endLayout()
        return Words(layout, high)


class Words(NamedTuple):
    """Lines of words and how high they are."""

    layout: QTextLayout
    height: float

    def paint(self, painter: QPainter, at: QPointF, role: str) -> None:
        """Writes them down from `at` in the colour of `role`."""
        painter.setPen(PAPER.colour(role))
        self.layout.draw(painter, at)


def blocks_of(paper: PanelPaper, sheet: Sheet) -> Iterator[Block]:
    """The panel from top to bottom."""
    yield head_block(paper, sheet)
    yield from _rows(paper, sheet)
    if paper.how:
        yield _how(paper.how, sheet)


def head_block(paper: PanelPaper, sheet: Sheet) -> Block:
    """Title, period and chart, which stay together."""
    title = sheet.words(paper.title, PAPER.font(TITLE, strong=True), width=sheet.width)
    below = " · ".join(part for part in (paper.period, paper.note) if part)
    said = sheet.words(below, PAPER.font(BODY), width=sheet.width)
    start = title.height + (said.height + 3 if below else 0) + AIR
    drawing = paper.drawing.on_paper() if paper.drawing else None
    wanted = drawing.wanted(PAPER).height() if drawing else 0
    chart = min(wanted, HIGHEST_CHART) if drawing and drawing.count else 0

    def paint(painter: QPainter, top: float) -> None:
        title.paint(painter, QPointF(0, top), "text")
        if below:
            said.paint(painter, QPointF(0, top + title.height + 3), "text_muted")
        if drawing and chart:
            drawing.paint(painter, QRectF(0, top + start, sheet.width, chart), PAPER)

    return Block(start + chart + 2 * AIR, paint)


def _rows(paper: PanelPaper, sheet: Sheet) -> Iterator[Block]:
    """The header, which comes again on each page, and the rows."""
    if not paper.header or not paper.rows:
        return
    sides = [_RIGHT if _is_counted(paper, at) else _LEFT for at in range(len(paper.header))]
    lines = [[cell_text(cell) for cell in row] for row in (paper.header, *paper.rows)]
    widths = _widths(lines, sheet)
    header = _row(lines[0], widths, sides, sheet=sheet, strong=True)
    yield header
    for line in lines[1:]:
        yield _row(line, widths, sides, sheet=sheet, strong=False)._replace(again=header)


def _is_counted(paper: PanelPaper, column: int) -> bool:
    """Whether a column has numbers and nothing else."""
    cells = [row[column] for row in paper.rows if row[column] != ""]
    return bool(cells) and all(is_number(cell) for cell in cells)


def _widths(lines: Sequence[Sequence[str]], sheet: Sheet) -> list[float]:
    """How wide each column is: as its words are, the first takes what is left; or else the widest give way."""
    font = PAPER.font(BODY, strong=True)
    wide = [
        max(sheet.words(line[at], font, width=10_000).layout.maximumWidth() for line in lines) + 1
        for at in range(len(lines[0]))
    ]
    room = sheet.width - BETWEEN * (len(wide) - 1)
    if sum(wide) <= room:
        return [wide[0] + room - sum(wide), *wide[1:]]
    for left, at in enumerate(sorted(range(len(wide)), key=wide.__getitem__)):
        wide[at] = max(min(wide[at], room / (len(wide) - left)), 1)  # a fair share of what is left
        room -= wide[at]
    return wide


def _row(
    line: Sequence[str],
    widths: Sequence[float],
    sides: Sequence[Qt.AlignmentFlag],
    *,
    sheet: Sheet,
    strong: bool,
) -> Block:
    """A row of the table over its hairline, as high as its highest cell."""
    font = PAPER.font(SMALL if strong else BODY, strong=strong)
    words = [
        sheet.words(text, font, width=wide, side=side) for text, wide, side in zip(line, widths, sides, strict=True)
    ]
    high = max(each.height for each in words) + AIR

    def paint(painter: QPainter, top: float) -> None:
        left = 0.0
        for each, wide in zip(words, widths, strict=True):
            each.paint(painter, QPointF(left, top + AIR / 2), "text_muted" if strong else "text")
            left += wide + BETWEEN
        painter.setPen(PAPER.colour("border_strong" if strong else "border"))
        painter.drawLine(QLineF(0, top + high, sheet.width, top + high))

    return Block(high, paint)


def _how(sentence: str, sheet: Sheet) -> Block:
    """How it is counted, on a ground of its own."""
    inside = sheet.width - 4 * AIR
    head = sheet.words(tr("How is this counted?"), PAPER.font(SMALL, strong=True), width=inside)
    said = sheet.words(sentence.replace("\n", "\N{LINE SEPARATOR}"), PAPER.font(SMALL), width=inside)
    high = head.height + said.height + 2 * AIR

    def paint(painter: QPainter, top: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PAPER.colour("surface_alt"))
        painter.drawRoundedRect(QRectF(0, top + 2 * AIR, sheet.width, high), AIR, AIR)
        head.paint(painter, QPointF(2 * AIR, top + 3 * AIR), "text_muted")
        said.paint(painter, QPointF(2 * AIR, top + 3 * AIR + head.height), "text")

    return Block(high + 2 * AIR, paint)
