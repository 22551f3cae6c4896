"""Paints a page as a picture of dots: black and white for slip printers, or grey to be looked at by a decoder.

Everything stands where the PDF has it. Bars are whole dots, words are cut to sharp dots by the typeface's own hints,
and only photos are dithered.
"""

from collections.abc import Callable, Iterable
from io import BytesIO
from itertools import cycle
from typing import Any

from PIL import Image as Pillow
from PIL import ImageDraw

from loyaltydesk.printing import halftone
from loyaltydesk.printing.colours import channels, ink_on
from loyaltydesk.printing.outlines import steps_of
from loyaltydesk.printing.pictures import FORMATS
from loyaltydesk.printing.raster_frame import Frame, traces
from loyaltydesk.printing.raster_ink import Mask, filled, font, letters, stroked, turned, turned_words
from loyaltydesk.printing.scene import (
    MM_PER_INCH,
    WHITE,
    Bars,
    Disc,
    Fill,
    Gradient,
    Group,
    Image,
    Item,
    Letter,
    Page,
    Path,
    Placed,
    Rect,
    Text,
    Written,
)
from loyaltydesk.printing.typeset import line

MIDDLE = 128
CUT = [0 if tone < MIDDLE else 255 for tone in range(256)]


def page_picture(page: Page, dpi: float, *, grey: bool = False) -> Pillow.Image:
    """`page` as a printer of `dpi` prints it: a picture of mode "1", or of mode "L" with smooth edges for `grey`.

    It is as many dots wide and high as the page is, rounded. In black and white every colour is black or white,
    whichever it is nearer to.
    """
    size = (_whole(page.width, dpi), _whole(page.height, dpi))
    canvas = Pillow.new("L", size, 255)
    _Stencil(canvas, grey=grey).paint(page.items, Frame.of(dpi))
    return canvas if grey else canvas.convert("1", dither=Pillow.Dither.NONE)


def _whole(length: float, dpi: float) -> int:
    return max(1, round(length * dpi / MM_PER_INCH))


class _Stencil:
    """Paints items on a grey picture, in the frame that their group gives them."""

    def __init__(self, canvas: Pillow.Image, *, grey: bool) -> None:
        self._canvas = canvas
        self._pen = ImageDraw.Draw(canvas)
        self._pen.fontmode = "L" if grey else "1"
        self._grey = grey
        self._bounds = (0, 0, *canvas.size)
        self._painters: dict[type[Item], Callable[[Any, Frame], None]] = {
            Rect: self._rect,
            Disc: self._shape,
            Path: self._shape,
            Text: self._text,
            Written: self._written,
            Image: self._image,
            Bars: self._bars,
            Group: self._group,
            Placed: self._placed,
        }

    def paint(self, items: Iterable[Item], frame: Frame) -> None:
        """Paints `items` in their order."""
        for item in items:
            self._painters[type(item)](item, frame)

    # --- shapes

    def _rect(self, rect: Rect, frame: Frame) -> None:
        if rect.radius or rect.stroke is not None or not isinstance(rect.fill, str) or not frame.is_square:
            self._shape(rect, frame)
            return
        left, top, right, bottom = frame.box(rect)
        self._pen.rectangle((left, top, right - 1, bottom - 1), fill=self._tone(rect.fill))

    def _shape(self, shape: Rect | Disc | Path, frame: Frame) -> None:
        found = traces(steps_of(shape), frame)
        if shape.fill is not None and found:
            self._fill(filled(found, self._bounds), shape.fill, frame)
        if not isinstance(shape, Disc) and shape.stroke is not None and found:
            self._fill(stroked(found, shape.stroke_width * frame.scale, self._bounds), shape.stroke, frame)

    def _fill(self, mask: Mask | None, fill: Fill, frame: Frame) -> None:
        if mask is None:
            return
        ink, box = mask
        tone = self._gradient(fill, frame, mask) if isinstance(fill, Gradient) else self._tone(fill)
        self._canvas.paste(tone, box, ink if self._grey else ink.point(CUT))

    def _gradient(self, fill: Gradient, frame: Frame, mask: Mask) -> Pillow.Image | int:
        """The tones of a gradient behind a mask; black or white where there is nothing between them."""
        start, end = self._tone(fill.start), self._tone(fill.end)
        (x1, y1), (x2, y2) = frame.at(fill.x1, fill.y1), frame.at(fill.x2, fill.y2)
        length = (x2 - x1) ** 2 + (y2 - y1) ** 2
        if not self._grey or not length or start == end:
            return end
        ink, (left, top, _right, _bottom) = mask
        across, down = (x2 - x1) / length, (y2 - y1) / length
        first = (left - x1) * across + (top - y1) * down
        ends = [first + x * across + y * down for x in (0, ink.width) for y in (0, ink.height)]
        low, high = min(ends), max(ends)
        ramp = Pillow.new("L", (256, 1))
        shares = [min(1.0, max(0.0, low + (high - low) * (number + 0.5) / 256)) for number in range(256)]
        ramp.putdata([round(start + (end - start) * share) for share in shares])
        wide = 256 / (high - low)
        matrix = (across * wide, down * wide, (first - low) * wide, 0, 0, 0.5)
        return ramp.transform(ink.size, Pillow.Transform.AFFINE, matrix)

    def _tone(self, colour: str) -> int:
        if not self._grey:
            return 0 if ink_on(colour) == WHITE else 255
        red, green, blue = channels(colour)
        return round(0.299 * red + 0.587 * green + 0.114 * blue)

    # --- words

    def _text(self, text: Text, frame: Frame) -> None:
        placed = line(text)
        start = frame.moved(placed.x, text.y)
        if not frame.is_upright:
            mask = turned_words(placed.text, text.role, placed.size, frame=start, bounds=self._bounds)
            self._fill(mask, text.colour, frame)
            return
        em, tone = placed.size * frame.scale, self._tone(text.colour)
        if em < 1:
            return
        for each in letters(placed.text, text.role, em):
            place = (start.e + each.x, start.f)
            sharp = place if self._grey else (round(place[0]), round(place[1]))
            self._pen.text(sharp, each.letter, fill=tone, font=font(each.role, em), anchor="ls")

    def _written(self, written: Written, frame: Frame) -> None:
        """A line in a hand, each letter turned and made larger about the middle of its foot."""
        text, placed = written.text, line(written.text)
        start = frame.moved(placed.x, text.y)
        varied = cycle(written.letters or (Letter(),))
        for each in letters(placed.text, text.role, placed.size):
            how, half = next(varied), each.width / 2
            own = start.moved(each.x + half + how.right * placed.size, -how.up * placed.size)
            own = own.turned(how.turn, how.size).moved(-half, 0)
            mask = turned_words(each.letter, each.role, placed.size, frame=own, bounds=self._bounds)
            self._fill(mask, text.colour, frame)

    # --- pictures and bars

    def _image(self, image: Image, frame: Frame) -> None:
        with Pillow.open(BytesIO(image.content), formats=FORMATS) as opened:
            picture = opened.convert("L")
        left, top, right, bottom = frame.box(Rect(image.x, image.y, image.width, image.height))
        if frame.is_upright:
            picture = picture.resize((right - left, bottom - top), Pillow.Resampling.LANCZOS)
            self._canvas.paste(picture if self._grey else halftone.dots(picture), (left, top))
            return
        across, down = image.width / picture.width, image.height / picture.height
        start = frame.moved(image.x, image.y)
        own = Frame(start.a * across, start.b * down, start.c * across, start.d * down, start.e, start.f)
        laid, where = turned(picture, own, self._bounds), turned(Pillow.new("L", picture.size, 255), own, self._bounds)
        if laid and where:
            self._canvas.paste(laid[0] if self._grey else halftone.dots(laid[0]), laid[1], where[0].point(CUT))

    def _bars(self, bars: Bars, frame: Frame) -> None:
        """Each module as many whole dots as come nearest to what was planned and fit in the width."""
        room = bars.width * frame.scale
        dots = max(1, min(round(bars.module * frame.scale), int(room / bars.symbol.width + 1e-6)))
        free = (room - bars.symbol.width * dots) * bars.align.share
        start = bars.x + (free + bars.symbol.quiet_left * dots) / frame.scale
        snapped = frame.moved(start, bars.y)
        own = Frame(frame.a, frame.b, frame.c, frame.d, round(snapped.e), round(snapped.f))
        module = dots / frame.scale
        high = module if bars.symbol.rows else bars.height
        for line_number, run in bars.symbol.stretches():
            box = own.box(Rect(run.start * module, line_number * high, len(run) * module, high))
            self._pen.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=self._tone(bars.ink))

    # --- what holds items

    def _group(self, group: Group, frame: Frame) -> None:
        own = frame.within(group)
        if group.clip is None:
            self.paint(group.items, own)
            return
        mask = filled(traces(steps_of(group.clip), own), self._bounds)
        if mask is None:
            return
        seen, box = mask
        before = self._canvas.copy()
        self.paint(group.items, own)
        inside = self._canvas.crop(box)
        self._canvas.paste(before)
        self._canvas.paste(inside, box, seen if self._grey else seen.point(CUT))

    def _placed(self, placed: Placed, frame: Frame) -> None:
        self.paint(placed.motif.items, frame.moved(placed.x, placed.y))
