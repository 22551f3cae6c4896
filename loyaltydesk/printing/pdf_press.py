"""Paints pages as the operators of a PDF; what is used many times is put into the file once."""

import math
from collections.abc import Callable, Iterable
from typing import Any

from loyaltydesk.printing.outlines import Shape, pairs, steps_of
from loyaltydesk.printing.pdf_bars import set_bars
from loyaltydesk.printing.pdf_content import Content, rgb
from loyaltydesk.printing.pdf_file import PdfFile
from loyaltydesk.printing.pdf_fonts import Lettering
from loyaltydesk.printing.pdf_frame import Frame
from loyaltydesk.printing.pdf_pictures import put_picture
from loyaltydesk.printing.pdf_words import set_text, set_written
from loyaltydesk.printing.scene import (
    POINTS_PER_MM,
    Bars,
    Disc,
    Gradient,
    Group,
    Image,
    Item,
    Motif,
    Page,
    Path,
    Placed,
    Rect,
    Text,
    Written,
)

OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


class Press:
    """Paints page after page into `file`; a page is written as soon as it is painted."""

    def __init__(self, file: PdfFile, dpi: int) -> None:
        self._file, self._dot = file, 72 / dpi
        self._lettering, self._fonts = Lettering(), file.reserve()
        self._content, self._frame = Content(), Frame(0, self._dot)
        self._motifs: dict[Motif, int] = {}
        self._images: dict[bytes, int] = {}
        self._shadings: dict[str, int] = {}
        self._painters: dict[type[Item], Callable[[Any], None]] = {
            Rect: self._rect,
            Disc: self._shape,
            Path: self._path,
            Text: self._text,
            Written: self._written,
            Image: self._image,
            Bars: self._bars,
            Group: self._group,
            Placed: self._placed,
        }

    def page(self, page: Page, parent: int) -> int:
        """Writes one side of paper, whole dots large: a renderer that fits it to pixels would stretch the bars."""
        frame = Frame(0, self._dot)
        width, height = (frame.snap(side * POINTS_PER_MM) for side in (page.width, page.height))
        content = self._painted(page.items, Frame(height, self._dot))
        # Rounded down, as a hair above a whole pixel would be a pixel more.
        box = " ".join(f"{math.floor(side * 1000 - 0.5) / 1000:.3f}" for side in (width, height))
        return self._file.put(
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {box}]/Resources{content.resources(self._fonts)}"
            f"/Contents {self._file.stream(content.operators())} 0 R>>"
        )

    def finish(self) -> None:
        """Writes the typefaces, when all pages are painted."""
        self._file.put(self._lettering.written(self._file), self._fonts)

    def _painted(self, items: Iterable[Item], frame: Frame) -> Content:
        """Content of its own, while that in hand is set aside."""
        outer = (self._content, self._frame)
        content = self._content = Content()
        self._frame = frame
        self._paint(items)
        self._content, self._frame = outer
        return content

    def _paint(self, items: Iterable[Item]) -> None:
        for item in items:
            self._painters[type(item)](item)

    def _text(self, text: Text) -> None:
        self._content.words(text.colour, set_text(text, self._frame, self._lettering))

    def _written(self, written: Written) -> None:
        self._content.add(set_written(written, self._frame, self._lettering))

    def _bars(self, bars: Bars) -> None:
        self._content.add(set_bars(bars, self._frame))

    def _rect(self, rect: Rect) -> None:
        self._shape(rect)
        if rect.stroke is not None:
            ink = f"{rgb(rect.stroke, 'RG')} {rect.stroke_width * POINTS_PER_MM:.3f} w"
            self._content.add(f"{ink} {self._outline(rect)} S")

    def _path(self, path: Path) -> None:
        self._shape(path)
        if path.stroke is not None:
            ink = f"{rgb(path.stroke, 'RG')} {path.stroke_width * POINTS_PER_MM:.3f} w 1 J 1 j"
            self._content.add(f"q {ink} {self._outline(path)} S Q")

    def _shape(self, shape: Shape) -> None:
        """What is within the edge of a shape."""
        if isinstance(shape.fill, Gradient):
            self._content.add(f"q {self._outline(shape)} W n {self._shading(shape.fill)} sh Q")
        elif shape.fill is not None:
            self._content.add(f"{rgb(shape.fill)} {self._outline(shape)} f")

    def _outline(self, shape: Shape) -> str:
        point = self._frame.point
        return " ".join(
            "".join("{:.3f} {:.3f} ".format(*point(*pair)) for pair in pairs(numbers)) + OPERATORS[kind]
            for kind, numbers in steps_of(shape)
        )

    def _shading(self, fill: Gradient) -> str:
        (x1, y1), (x2, y2) = self._frame.point(fill.x1, fill.y1), self._frame.point(fill.x2, fill.y2)
        start, end = (rgb(colour).removesuffix(" rg") for colour in (fill.start, fill.end))
        entries = (
            f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[{x1:.3f} {y1:.3f} {x2:.3f} {y2:.3f}]/Extend[true true]"
            f"/Function<</FunctionType 2/Domain[0 1]/C0[{start}]/C1[{end}]/N 1>>>>"
        )
        if entries not in self._shadings:
            self._shadings[entries] = self._file.put(entries)
        number = self._shadings[entries]
        return self._content.use("Shading", f"S{number}", number=number)

    def _image(self, image: Image) -> None:
        if image.content not in self._images:
            self._images[image.content] = put_picture(self._file, image.content)
        number = self._images[image.content]
        x, y = self._frame.point(image.x, image.y + image.height)
        size = f"{image.width * POINTS_PER_MM:.3f} 0 0 {image.height * POINTS_PER_MM:.3f}"
        name = self._content.use("XObject", f"I{number}", number=number)
        self._content.add(f"q {size} {x:.3f} {y:.3f} cm {name} Do Q")

    def _group(self, group: Group) -> None:
        outer = self._frame
        if group.clip is None and not group.turn and group.scale == 1:
            self._frame = outer.moved(group.dx, group.dy)
            self._paint(group.items)
        else:
            self._content.add("q")
            self._begin(group)
            self._paint(group.items)
            self._content.add("Q")
        self._frame = outer

    def _begin(self, group: Group) -> None:
        """Turns the paper, and hides what is outside of the clip."""
        if group.turn or group.scale != 1:
            self._frame, operator = self._frame.turned(group)
            self._content.add(operator)
        else:
            self._frame = self._frame.moved(group.dx, group.dy)
        if group.clip is not None:
            self._content.add(f"{self._outline(group.clip)} W n")

    def _placed(self, placed: Placed) -> None:
        motif = placed.motif
        if motif not in self._motifs:
            self._motifs[motif] = self._kept(motif)
        number = self._motifs[motif]
        x, y = self._frame.point(placed.x, placed.y + motif.height)
        name = self._content.use("XObject", f"M{number}", number=number)
        self._content.add(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {name} Do Q")

    def _kept(self, motif: Motif) -> int:
        """Writes a motif once, for all places where it stands."""
        width, height = motif.width * POINTS_PER_MM, motif.height * POINTS_PER_MM
        content = self._painted(motif.items, Frame(height, self._dot))
        entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.3f} {height:.3f}]/Resources"
        return self._file.stream(content.operators(), entries + content.resources(self._fonts))
