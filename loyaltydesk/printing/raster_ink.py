"""Masks of ink for a picture of dots: filled outlines, strokes and words, smooth until they are cut to dots."""

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct
from PIL import Image as Pillow
from PIL import ImageChops, ImageDraw, ImageFont

from loyaltydesk.printing.fonts import font_file, runs, width_of
from loyaltydesk.printing.raster_frame import Box, Frame, Point, Trace
from loyaltydesk.printing.scene import Role

FINE = 4  # a mask is drawn so many times as large and then made smaller, for smooth edges
MOST = 60_000_000  # pixels of a mask while it is drawn
EMPTY = 128  # the winding number 0 in a picture of bytes
Mask = tuple[Pillow.Image, Box]


def filled(shapes: list[Trace], bounds: Box) -> Mask | None:
    """What lies inside, by the non-zero rule; None where that is outside of `bounds`."""
    box = _around((point for trace in shapes for point in trace.points), bounds)
    if box is None:
        return None
    fine = _fineness(box)
    if len(shapes) == 1:
        mask = Pillow.new("L", _size(box, fine), 0)
        ImageDraw.Draw(mask).polygon(_moved(shapes[0].points, box, fine), fill=255)
        return mask.reduce(fine), box
    windings = Pillow.new("L", _size(box, fine), EMPTY)
    for trace in shapes:
        once = Pillow.new("L", windings.size, 0)
        ImageDraw.Draw(once).polygon(_moved(trace.points, box, fine), fill=1)
        add = ImageChops.add if trace.is_clockwise else ImageChops.subtract
        windings = add(windings, once)
    return windings.point([0 if number == EMPTY else 255 for number in range(256)]).reduce(fine), box


def stroked(shapes: list[Trace], width: float, bounds: Box) -> Mask | None:
    """The outlines as strokes `width` dots wide with round ends and corners."""
    box = _around((point for trace in shapes for point in trace.points), bounds, air=width / 2)
    if box is None:
        return None
    fine = _fineness(box)
    mask = Pillow.new("L", _size(box, fine), 0)
    pen, thick = ImageDraw.Draw(mask), max(1, round(width * fine))
    for trace in shapes:
        points = _moved(trace.points + trace.points[: int(trace.closed)], box, fine)
        pen.line(points, fill=255, width=thick)
        if thick > 2:
            for x, y in points:
                pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)
    return mask.reduce(fine), box


@lru_cache(maxsize=64)
def font(role: Role, size: float) -> ImageFont.FreeTypeFont:
    """The typeface of `role` with an em of `size` dots, without kerning's help: we place each letter ourselves."""
    return ImageFont.truetype(font_file(role), size, layout_engine=ImageFont.Layout.BASIC)


class Placing(Struct, frozen=True):
    """One letter, the typeface that has it, where it begins, and how far on the next one does."""

    letter: str
    role: Role
    x: float
    width: float


def letters(words: str, role: Role, size: float) -> Iterator[Placing]:
    """Each letter of a line that begins at 0, as far apart as the PDF sets them; in the unit of `size` (the em)."""
    x = 0.0
    for run in runs(words, role):
        for letter in run.text:
            wide = width_of(letter, run.role, size=size)
            yield Placing(letter, run.role, x, wide)
            x += wide


def turned_words(words: str, role: Role, size: float, *, frame: Frame, bounds: Box) -> Mask | None:
    """Words from (0, 0) of a `frame` that is turned, `size` (mm) their em."""
    em = size * frame.scale * 2
    if em < 1 or not words.strip():
        return None
    wide, air = math.ceil(width_of(words, role, size=em)), math.ceil(em)
    drawn = Pillow.new("L", (wide + 2 * air, 3 * air), 0)
    pen = ImageDraw.Draw(drawn)
    for each in letters(words, role, em):
        pen.text((air + each.x, 2 * air), each.letter, fill=255, font=font(each.role, em), anchor="ls")
    shrink = size / em  # millimetres for a dot of the drawing
    placed = Frame(frame.a * shrink, frame.b * shrink, frame.c * shrink, frame.d * shrink, frame.e, frame.f)
    return turned(drawn, placed.moved(-air, -2 * air), bounds)


def turned(picture: Pillow.Image, frame: Frame, bounds: Box) -> Mask | None:
    """A picture whose pixel (x, y) belongs where `frame` puts that point."""
    width, height = picture.size
    box = _around([frame.at(x, y) for x in (0, width) for y in (0, height)], bounds)
    whole = frame.a * frame.d - frame.b * frame.c
    if box is None or not whole:
        return None
    x, y = box[0] - frame.e, box[1] - frame.f
    back = (frame.d / whole, -frame.b / whole, -frame.c / whole, frame.a / whole)
    matrix = (back[0], back[1], back[0] * x + back[1] * y, back[2], back[3], back[2] * x + back[3] * y)
    size = (box[2] - box[0], box[3] - box[1])
    return picture.transform(size, Pillow.Transform.AFFINE, matrix, Pillow.Resampling.BICUBIC), box


def _around(points: Iterable[Point], bounds: Box, *, air: float = 0) -> Box | None:
    """The whole dots around points, as far as they lie within `bounds`."""
    across, down = zip(*points, strict=True)
    left, top = math.floor(min(across) - air) - 1, math.floor(min(down) - air) - 1
    right, bottom = math.ceil(max(across) + air) + 1, math.ceil(max(down) + air) + 1
    box = (max(left, bounds[0]), max(top, bounds[1]), min(right, bounds[2]), min(bottom, bounds[3]))
    return box if box[0] < box[2] and box[1] < box[3] else None


def _fineness(box: Box) -> int:
    room = MOST / max(1, (box[2] - box[0]) * (box[3] - box[1]))
    return FINE if room >= FINE**2 else 2 if room >= 4 else 1


def _size(box: Box, fine: int) -> tuple[int, int]:
    return (box[2] - box[0]) * fine, (box[3] - box[1]) * fine


def _moved(points: Iterable[Point], box: Box, fine: int) -> list[Point]:
    """Points within the box; Pillow's own pixels have their middle at whole numbers."""
    return [((x - box[0]) * fine - 0.5, (y - box[1]) * fine - 0.5) for x, y in points]
