"""Paints a document as PDF: vectors, embedded fonts, bars in whole dots, and the same bytes for the same scene."""

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from loyaltydesk.printing.colours import channels
from loyaltydesk.printing.fonts import face, printable
from loyaltydesk.printing.scene import (
    POINTS_PER_MM,
    Bars,
    Disc,
    Document,
    Fill,
    Gradient,
    Group,
    Image,
    Item,
    Motif,
    Page,
    Placed,
    Rect,
    Role,
    Text,
)
from loyaltydesk.printing.typeset import line

_saving = Lock()  # a font file is read by one document at a time when its subset is cut


class _Properties(pdfdoc.PDFInfo):  # type: ignore[misc]  # the library has no types
    """Title and author, and no date: a card printed again is the same file."""

    def format(self, document: Any) -> Any:
        words = {"Title": self.title, "Author": self.author, "Creator": self.creator}
        entries = {name: pdfdoc.PDFString(text) for name, text in words.items()}
        return pdfdoc.PDFDictionary(entries).format(document)


def pdf_bytes(document: Document) -> bytes:
    """`document` as a PDF file."""
    file = BytesIO()
    canvas = Canvas(file, initialFontName=face(Role.BODY).fontName, invariant=1, pageCompression=1)
    _describe(canvas, document)
    press = _Press(canvas, document.dpi)
    for page in document.pages:
        press.page(page)
    with _saving:
        canvas.save()
    return file.getvalue()


def _describe(canvas: Canvas, document: Document) -> None:
    properties = _Properties()
    properties.title = printable(document.title, Role.BODY)
    properties.author = printable(document.author, Role.BODY)
    properties.creator = "Loyalty Desk"
    canvas._doc.info = properties  # the canvas has no public way to leave the dates out
    # A viewer that shrinks the page to the printer's margins would break the bars.
    canvas.setViewerPreference("PrintScaling", "None")


class _Press:
    """Paints items on a canvas. Millimetres from the top become points from the bottom here and nowhere else."""

    def __init__(self, canvas: Canvas, dpi: int) -> None:
        self._canvas = canvas
        self._dot = 72 / dpi
        self._top = self._dx = self._dy = 0.0
        self._motifs: dict[Motif, str] = {}
        self._images: dict[bytes, ImageReader] = {}
        self._painters: dict[type[Item], Callable[[Any], None]] = {
            Rect: self._rect,
            Disc: self._disc,
            Image: self._image,
            Bars: self._bars,
            Group: self._group,
            Placed: self._placed,
        }

    def page(self, page: Page) -> None:
        """One side of paper, whole dots large: a renderer that fits it to whole pixels would stretch the bars."""
        width, self._top = self._snap(page.width * POINTS_PER_MM), self._snap(page.height * POINTS_PER_MM)
        # Rounded down, as a hair above a whole pixel would be a pixel more.
        self._canvas.setPageSize(tuple(math.floor(side * 1000) / 1000 for side in (width, self._top)))
        self._paint(page.items)
        self._canvas.showPage()

    def _snap(self, points: float) -> float:
        return round(points / self._dot) * self._dot

    def _paint(self, items: Iterable[Item]) -> None:
        for kind, alike in groupby(items, type):
            if kind is Text:
                self._texts(alike)  # type: ignore[arg-type]  # groupby says they are Texts
            else:
                for item in alike:
                    self._painters[kind](item)

    def _texts(self, texts: Iterable[Text]) -> None:
        document = self._canvas._doc
        operators = ["BT"]
        for text in texts:
            font, set_line = face(text.role), line(text)
            x, y = self._point(set_line.x, text.y)
            operators.append(f"{_rgb(text.colour)} 1 0 0 1 {x:.3f} {y:.3f} Tm")
            for subset, codes in font.splitString(set_line.text, document):
                name = font.getSubsetInternalName(subset, document)
                operators.append(f"{name} {set_line.size * POINTS_PER_MM:.3f} Tf ({escapePDF(codes)}) Tj")
        self._canvas.addLiteral(" ".join([*operators, "ET"]))

    def _rect(self, rect: Rect) -> None:
        if rect.fill is not None:
            self._fill(rect, rect.fill)
        if rect.stroke is not None:
            self._canvas.addLiteral(f"{_rgb(rect.stroke, 'RG')} {rect.stroke_width * POINTS_PER_MM:.3f} w")
            self._canvas.drawPath(self._outline(rect), stroke=1, fill=0)

    def _disc(self, disc: Disc) -> None:
        self._fill(disc, disc.fill)

    def _fill(self, shape: Rect | Disc, fill: Fill) -> None:
        outline = self._outline(shape)
        if not isinstance(fill, Gradient):
            self._canvas.addLiteral(_rgb(fill))
            self._canvas.drawPath(outline, stroke=0, fill=1)
            return
        self._canvas.saveState()
        self._canvas.clipPath(outline, stroke=0, fill=0)
        ends = (*self._point(fill.x1, fill.y1), *self._point(fill.x2, fill.y2))
        self._canvas.linearGradient(*ends, (fill.start, fill.end))
        self._canvas.restoreState()

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres within the group in hand as points from the bottom left corner."""
        return (x + self._dx) * POINTS_PER_MM, self._top - (y + self._dy) * POINTS_PER_MM

    def _outline(self, shape: Rect | Disc) -> Any:
        path = self._canvas.beginPath()
        if isinstance(shape, Disc):
            path.circle(*self._point(shape.x, shape.y), shape.radius * POINTS_PER_MM)
            return path
        width, height = shape.width * POINTS_PER_MM, shape.height * POINTS_PER_MM
        corner = self._point(shape.x, shape.y + shape.height)
        if shape.radius:
            path.roundRect(*corner, width, height, shape.radius * POINTS_PER_MM)
        else:
            path.rect(*corner, width, height)
        return path

    def _image(self, image: Image) -> None:
        reader = self._images.get(image.content) or ImageReader(BytesIO(image.content))
        self._images[image.content] = reader
        corner = self._point(image.x, image.y + image.height)
        self._canvas.drawImage(reader, *corner, image.width * POINTS_PER_MM, image.height * POINTS_PER_MM)

    def _bars(self, bars: Bars) -> None:
        """One path in whole modules under one matrix, its corner on the printer's dots."""
        module = bars.dots * 72 / bars.dpi
        left, foot = self._point(bars.left, bars.y + bars.height)
        x, y = self._snap(left) + bars.symbol.quiet_left * module, self._snap(foot)
        matrix = f"{module:.6f} 0 0 {self._snap(bars.height * POINTS_PER_MM):.5f} {x:.5f} {y:.5f} cm"
        rectangles = " ".join(f"{bar.start} 0 {len(bar)} 1 re" for bar in bars.symbol.runs())
        self._canvas.addLiteral(f"q 0 g {matrix} {rectangles} f Q")

    def _group(self, group: Group) -> None:
        outer, self._dx, self._dy = (self._dx, self._dy), self._dx + group.dx, self._dy + group.dy
        if group.clip is None:
            self._paint(group.items)
        else:
            self._canvas.saveState()
            self._canvas.clipPath(self._outline(group.clip), stroke=0, fill=0)
            self._paint(group.items)
            self._canvas.restoreState()
        self._dx, self._dy = outer

    def _placed(self, placed: Placed) -> None:
        if placed.motif not in self._motifs:
            self._keep(placed.motif)
        self._canvas.saveState()
        self._canvas.translate(*self._point(placed.x, placed.y + placed.motif.height))
        self._canvas.doForm(self._motifs[placed.motif])
        self._canvas.restoreState()

    def _keep(self, motif: Motif) -> None:
        """Draws `motif` into the file once; the canvas sets the page in hand aside meanwhile."""
        name = self._motifs[motif] = f"motif{len(self._motifs)}"
        outer = (self._top, self._dx, self._dy)
        self._top, self._dx, self._dy = motif.height * POINTS_PER_MM, 0.0, 0.0
        self._canvas.beginForm(name, 0, 0, motif.width * POINTS_PER_MM, self._top)
        self._paint(motif.items)
        self._canvas.endForm(Resources=_resources(self._canvas))
        self._top, self._dx, self._dy = outer


def _resources(canvas: Canvas) -> Any:
    """What a kept drawing uses: the canvas itself would forget its gradients."""
    resources = pdfdoc.PDFResourceDictionary()
    resources.basicFonts()
    resources.allProcs()
    resources.setShading(canvas._shadingUsed)
    if canvas._formsinuse:
        resources.XObject = canvas._doc.xobjDict(canvas._formsinuse)
    return resources


@lru_cache(maxsize=256)
def _rgb(colour: str, operator: str = "rg") -> str:
    return " ".join(f"{channel / 255:.4g}" for channel in channels(colour)) + " " + operator
