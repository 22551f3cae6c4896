"""Paints a document as PDF: vectors, embedded fonts, bars in whole dots, and the same bytes for the same scene."""

import math
from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from loyaltydesk.printing.fonts import face, printable
from loyaltydesk.printing.outlines import Shape, pairs, steps_of
from loyaltydesk.printing.pdf_words import rgb, set_texts, set_written
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
    Path,
    Placed,
    Rect,
    Role,
    Text,
    Written,
)

UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}

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
        self._frame = UPRIGHT
        self._motifs: dict[Motif, str] = {}
        self._images: dict[bytes, ImageReader] = {}
        self._painters: dict[type[Item], Callable[[Any], None]] = {
            Rect: self._rect,
            Disc: self._disc,
            Path: self._path,
            Written: self._written,
            Image: self._image,
            Bars: self._bars,
            Group: self._group,
            Placed: self._placed,
        }

    def page(self, page: Page) -> None:
        """One side of paper, whole dots large: a renderer that fits it to whole pixels would stretch the bars."""
        width, self._top = self._snap(page.width * POINTS_PER_MM), self._snap(page.height * POINTS_PER_MM)
        # Rounded down, as a hair above a whole pixel would be a pixel more.
        self._canvas.setPageSize(tuple(math.floor(side * 1000 - 0.5) / 1000 for side in (width, self._top)))
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
        self._canvas.addLiteral(set_texts(texts, self._point, self._canvas._doc))

    def _written(self, written: Written) -> None:
        self._canvas.addLiteral(set_written(written, self._point, self._canvas._doc))

    def _rect(self, rect: Rect) -> None:
        if rect.fill is not None:
            self._fill(rect, rect.fill)
        if rect.stroke is not None:
            ink = f"{rgb(rect.stroke, 'RG')} {rect.stroke_width * POINTS_PER_MM:.3f} w"
            self._canvas.addLiteral(f"{ink} {self._outline(rect)} S")

    def _disc(self, disc: Disc) -> None:
        self._fill(disc, disc.fill)

    def _path(self, path: Path) -> None:
        if path.fill is not None:
            self._fill(path, path.fill)
        if path.stroke is not None:
            ink = f"{rgb(path.stroke, 'RG')} {path.stroke_width * POINTS_PER_MM:.3f} w 1 J 1 j"
            self._canvas.addLiteral(f"q {ink} {self._outline(path)} S Q")

    def _fill(self, shape: Shape, fill: Fill) -> None:
        outline = self._outline(shape)
        if not isinstance(fill, Gradient):
            self._canvas.addLiteral(f"{rgb(fill)} {outline} f")
            return
        self._canvas.addLiteral(f"q {outline} W n")
        ends = (*self._point(fill.x1, fill.y1), *self._point(fill.x2, fill.y2))
        self._canvas.linearGradient(*ends, (fill.start, fill.end))
        self._canvas.addLiteral("Q")

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres within the group in hand as points from the bottom left corner."""
        return (x + self._dx) * POINTS_PER_MM, self._top - (y + self._dy) * POINTS_PER_MM

    def _outline(self, shape: Shape) -> str:
        return " ".join(
            " ".join(f"{each:.3f}" for point in pairs(numbers) for each in self._point(*point)) + " " + OPERATORS[kind]
            for kind, numbers in steps_of(shape)
        )

    def _image(self, image: Image) -> None:
        reader = self._images.get(image.content) or ImageReader(BytesIO(image.content))
        self._images[image.content] = reader
        corner = self._point(image.x, image.y + image.height)
        self._canvas.drawImage(reader, *corner, image.width * POINTS_PER_MM, image.height * POINTS_PER_MM)

    def _bars(self, bars: Bars) -> None:
        """One path in whole modules under one matrix, its corner on the printer's dots."""
        module = bars.dots * 72 / bars.dpi
        left, foot = self._on_dots(*self._point(bars.left, bars.y + bars.height))
        high, last = self._snap(bars.height * POINTS_PER_MM), len(bars.symbol.lines) - 1
        matrix = f"{module:.6f} 0 0 {high / (last + 1):.5f} {left + bars.symbol.quiet_left * module:.5f} {foot:.5f} cm"
        stretches = bars.symbol.stretches()
        rectangles = " ".join(f"{bar.start} {last - row} {len(bar)} 1 re" for row, bar in stretches)
        self._canvas.addLiteral(f"q {rgb(bars.ink)} {matrix} {rectangles} f Q")

    def _on_dots(self, x: float, y: float) -> tuple[float, float]:
        """The point whose place on the page is the nearest corner of a dot, whichever way up the group in hand is."""
        a, b, c, d, e, f = self._frame
        right, up = self._snap(a * x + c * y + e) - e, self._snap(b * x + d * y + f) - f
        whole = a * d - b * c
        return (d * right - c * up) / whole, (a * up - b * right) / whole

    def _group(self, group: Group) -> None:
        outer = (self._top, self._dx, self._dy, self._frame)
        own = group.clip is not None or group.turn != 0 or group.scale != 1
        if own:
            self._canvas.saveState()
        if group.turn or group.scale != 1:
            self._turn(group)
        else:
            self._dx, self._dy = self._dx + group.dx, self._dy + group.dy
        if group.clip is not None:
            self._canvas.addLiteral(f"{self._outline(group.clip)} W n")
        self._paint(group.items)
        if own:
            self._canvas.restoreState()
        self._top, self._dx, self._dy, self._frame = outer

    def _turn(self, group: Group) -> None:
        """Makes the group's own (0, 0) the origin, with the page turned and larger about it."""
        turn = math.radians(group.turn)
        across, down = (round(group.scale * part, 9) for part in (math.cos(turn), math.sin(turn)))
        x, y = self._point(group.dx, group.dy)
        a, b, c, d, e, f = self._frame
        self._frame = (
            *(across * a - down * c, across * b - down * d, down * a + across * c, down * b + across * d),
            *(a * x + c * y + e, b * x + d * y + f),
        )
        self._canvas.addLiteral(f"{across} {-down} {down} {across} {x:.5f} {y:.5f} cm")
        self._top = self._dx = self._dy = 0.0

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
        outer = (self._top, self._dx, self._dy, self._frame)
        self._top, self._dx, self._dy, self._frame = motif.height * POINTS_PER_MM, 0.0, 0.0, UPRIGHT
        self._canvas.beginForm(name, 0, 0, motif.width * POINTS_PER_MM, self._top)
        self._paint(motif.items)
        self._canvas.endForm(Resources=_resources(self._canvas))
        self._top, self._dx, self._dy, self._frame = outer


def _resources(canvas: Canvas) -> Any:
    """What a kept drawing uses: the canvas itself would forget its gradients."""
    resources = pdfdoc.PDFResourceDictionary()
    resources.basicFonts()
    resources.allProcs()
    resources.setShading(canvas._shadingUsed)
    if canvas._formsinuse:
        resources.XObject = canvas._doc.xobjDict(canvas._formsinuse)
    return resources
