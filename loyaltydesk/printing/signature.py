"""A signature as ink on clear: its outlines, which any colour fills, small enough to be kept as a line of text.

It comes from a scan, a photograph or strokes drawn on the screen, and prints as a drawing: sharp at any size.
"""

import base64
import binascii
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise

from msgspec import Struct
from PIL import Image, ImageDraw

from loyaltydesk.printing import ink
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.scene import Motif, Path
from loyaltydesk.printing.strokes import Point, curve
from loyaltydesk.printing.tracing import Outline, area

VERSION = "ink1:"
UNITS = 10  # of storage in a pixel that was traced
MOST_TEXT = 60_000  # characters
MOST_POINTS = 40_000


class Signature(Struct, frozen=True):
    """Outlines of ink within `width` by `height`; what runs the other way round is clear (non-zero rule)."""

    width: int
    height: int
    outlines: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def proportions(self) -> float:
        """Its width divided by its height."""
        return self.width / self.height

    def path(self, colour: str, *, width: float) -> Path:
        """The signature `width` millimetres wide, its top left corner at (0, 0)."""
        scale = width / self.width
        steps = (
            step
            for outline in self.outlines
            for step in curve([(x * scale, y * scale) for x, y in outline], closed=True)
        )
        return Path(tuple(steps), colour)

    def motif(self, colour: str, *, width: float) -> Motif:
        """The same as a drawing that a file keeps once, however many cards bear it."""
        return Motif(width, width / self.proportions, (self.path(colour, width=width),))

    def picture(self, colour: str, *, width: int = 1000) -> bytes:
        """The signature on white as a PNG `width` pixels wide, from which `cleaned` finds it again."""
        scale, edge = 2 * width / self.width, width // 12
        size = (2 * (width + edge), 2 * (round(width / self.proportions) + edge))
        canvas = Image.new("RGB", size, "white")
        brush = ImageDraw.Draw(canvas)
        for outline in sorted(self.outlines, key=lambda each: -abs(area(each))):  # holes after what they are in
            corners = [(x * scale + edge, y * scale + edge) for x, y in outline]
            brush.polygon(corners, fill=colour if area(outline) > 0 else "white")
        file = BytesIO()
        canvas.reduce(2).save(file, "PNG")
        return file.getvalue()

    def text(self) -> str:
        """The signature as a line of plain characters, for the shop's file; `read` is the way back."""
        packed = zlib.compress(b"".join(_packed(self)), 9)
        return VERSION + base64.b85encode(packed).decode()


def cleaned(content: bytes) -> Signature:
    """The signature in a scan or a photograph (PNG or JPEG), without its paper, shadows and specks.

    Raises PictureUnreadable for what is no picture, and SignatureUnclear where no ink is found on it or too much.
    """
    return _signature(ink.found(content))


def drawn(strokes: Sequence[Sequence[ink.Touch]]) -> Signature:
    """The signature that a pen, a finger or a mouse drew on the screen, with lines that swell and thin.

    Raises SignatureUnclear where nothing was drawn.
    """
    return _signature(ink.drawn(strokes))


def _signature(outlines: Sequence[Outline]) -> Signature:
    """`outlines` (in pixels) cropped to what there is of them."""
    left, right = _ends([x for outline in outlines for x, _ in outline])
    top, bottom = _ends([y for outline in outlines for _, y in outline])
    cropped = (tuple((round((x - left) * UNITS), round((y - top) * UNITS)) for x, y in outline) for outline in outlines)
    return Signature(round((right - left) * UNITS) or 1, round((bottom - top) * UNITS) or 1, tuple(cropped))


def _ends(numbers: Sequence[float]) -> Point:
    return min(numbers), max(numbers)


def _packed(signature: Signature) -> Iterator[bytes]:
    yield b"".join(map(_number, (signature.width, signature.height, len(signature.outlines))))
    for outline in signature.outlines:
        yield _number(len(outline)) + _number(outline[0][0]) + _number(outline[0][1])
        for one, two in pairwise(outline):
            yield _number(two[0] - one[0]) + _number(two[1] - one[1])


def _number(value: int) -> bytes:
    """Seven bits in a byte, the lowest first, the sign in the lowest of all."""
    value = value * 2 if value >= 0 else -value * 2 - 1
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def read(text: str) -> Signature:
    """The signature that `Signature.text` wrote down. Raises PictureUnreadable for anything else."""
    if not text.startswith(VERSION) or len(text) > MOST_TEXT:
        raise PictureUnreadable("format")
    try:
        packed = base64.b85decode(text[len(VERSION) :])
        unpacked = zlib.decompressobj().decompress(packed, MOST_POINTS * 6)
        return _unpacked(_numbers(unpacked))
    except (ValueError, binascii.Error, zlib.error, StopIteration, RuntimeError) as error:
        raise PictureUnreadable("format") from error


def _numbers(content: bytes) -> Iterator[int]:
    value = shift = 0
    for byte in content:
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield value >> 1 if value % 2 == 0 else -(value + 1 >> 1)
            value = shift = 0
        elif shift > 35:
            raise ValueError("a number that no signature has")


def _unpacked(numbers: Iterator[int]) -> Signature:
    width, height, count = next(numbers), next(numbers), next(numbers)
    if min(width, height, count) < 1:
        raise ValueError("a signature without ink")
    outlines = [_outline(numbers, size=(width, height)) for _ in range(count)]
    return Signature(width, height, tuple(outlines))


def _outline(numbers: Iterator[int], *, size: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    count, x, y = next(numbers), next(numbers), next(numbers)
    points = [(x, y)]
    for _ in range(count - 1):
        x, y = x + next(numbers), y + next(numbers)
        points.append((x, y))
    if count < 3 or not all(0 <= x <= size[0] and 0 <= y <= size[1] for x, y in points):
        raise ValueError("an outline that leaves the signature")
    return tuple(points)
