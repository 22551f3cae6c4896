"""Where things stand among a printer's dots: a frame turns millimetres into dots, and paths into corners."""

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct

from loyaltydesk.printing.scene import MM_PER_INCH, Group, Rect, Step

Point = tuple[float, float]
Box = tuple[int, int, int, int]  # left, top, right, bottom in dots; the last two are outside

FLAT = 0.15  # dots that a row of straight pieces may lie beside its curve


class Frame(Struct, frozen=True):
    """The place and turn of a drawing: (x, y) mm stand at (a·x + b·y + e, c·x + d·y + f) dots."""

    a: float
    b: float
    c: float
    d: float
    e: float = 0
    f: float = 0

    @staticmethod
    def of(dpi: float) -> "Frame":
        """The page as it lies in a printer of `dpi`."""
        return Frame(dpi / MM_PER_INCH, 0, 0, dpi / MM_PER_INCH)

    def at(self, x: float, y: float) -> Point:
        """Where a point (mm) stands, in dots."""
        return self.a * x + self.b * y + self.e, self.c * x + self.d * y + self.f

    def moved(self, x: float, y: float) -> "Frame":
        """The frame of what stands at (x, y) mm."""
        return Frame(self.a, self.b, self.c, self.d, *self.at(x, y))

    def turned(self, degrees: float, scale: float = 1) -> "Frame":
        """Turned clockwise about its own (0, 0) and made larger."""
        if not degrees and scale == 1:
            return self
        turns, rest = divmod(degrees, 90)
        # A right angle has to be exactly one: bars stand in whole dots only.
        cos, sin = (math.cos(math.radians(rest)), math.sin(math.radians(rest))) if rest else (1.0, 0.0)
        for _ in range(int(turns) % 4):
            cos, sin = -sin, cos
        cos, sin = cos * scale, sin * scale
        a, b = self.a * cos + self.b * sin, self.b * cos - self.a * sin
        c, d = self.c * cos + self.d * sin, self.d * cos - self.c * sin
        return Frame(a, b, c, d, self.e, self.f)

    def within(self, group: Group) -> "Frame":
        """The frame of the items of a group."""
        return self.moved(group.dx, group.dy).turned(group.turn, group.scale)

    @property
    def scale(self) -> float:
        """Dots for a millimetre."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def is_upright(self) -> bool:
        """Whether nothing is turned here."""
        return not self.b and not self.c and self.a > 0 and self.d > 0

    @property
    def is_square(self) -> bool:
        """Whether upright edges stay upright or lie: turned by right angles at most."""
        return (not self.b and not self.c) or (not self.a and not self.d)

    def box(self, rect: Rect) -> Box:
        """The dots of a rectangle in a square frame: its edges on whole dots, one dot at least."""
        (x1, y1), (x2, y2) = self.at(rect.x, rect.y), self.at(rect.x + rect.width, rect.y + rect.height)
        left, right = sorted((round(x1), round(x2)))
        top, bottom = sorted((round(y1), round(y2)))
        return left, top, max(right, left + 1), max(bottom, top + 1)


class Trace(Struct):
    """One stroke of a pen through corners, in dots."""

    points: list[Point]
    closed: bool = False

    @property
    def is_clockwise(self) -> bool:
        """Which way round the corners go, on paper with y downwards."""
        ends = zip(self.points, [*self.points[1:], self.points[0]], strict=True)
        return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ends) > 0


def traces(steps: Iterable[Step], frame: Frame) -> list[Trace]:
    """The corners that a path goes through; curves become so many straight pieces that nobody sees them."""
    found: list[Trace] = []
    for step, numbers in steps:
        points = [frame.at(*pair) for pair in zip(numbers[::2], numbers[1::2], strict=True)]
        if step == "M":
            found.append(Trace(points))
        elif step == "Z":
            found[-1].closed = True
            found.append(Trace(found[-1].points[:1]))  # what follows without a move goes on from there
        elif step == "C":
            found[-1].points += _pieces(found[-1].points[-1], points)
        else:
            found[-1].points += points
    return [trace for trace in found if len(trace.points) > 1]


def _pieces(start: Point, curve: list[Point]) -> Iterator[Point]:
    """The ends of straight pieces along a cubic Bézier curve from `start` over two points to a third."""
    first, second, end = curve
    bend = max(
        math.dist(_mix(start, second, share=0.5), first),
        math.dist(_mix(first, end, share=0.5), second),
    )
    count = max(1, min(64, math.ceil(math.sqrt(bend / FLAT))))
    for number in range(1, count + 1):
        at = number / count
        low, middle = _mix(start, first, share=at), _mix(first, second, share=at)
        high = _mix(second, end, share=at)
        yield _mix(_mix(low, middle, share=at), _mix(middle, high, share=at), share=at)


def _mix(one: Point, other: Point, *, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share
