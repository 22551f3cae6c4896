"""The pen of the designs: shapes written down once in a unit of their own, placed, turned and bent into paths."""

import math
import random
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from loyaltydesk.printing.scene import Fill, Path, Step

Thing = TypeVar("Thing")

Point = tuple[float, float]
Steps = tuple[Step, ...]

ROUND = 0.5522847  # a quarter of a circle as a cubic curve: how far its control points lie from its ends


class Chance:
    """Chances that fall the same way for the same `seed`, on every computer."""

    def __init__(self, seed: int | str) -> None:
        self._random = random.Random(seed).random  # the one method whose results no version of the library changes

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        return low + (high - low) * self._random()

    def about(self, middle: float, share: float) -> float:
        """`middle`, or up to `share` of it more or less."""
        return self.between(middle * (1 - share), middle * (1 + share))

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of `things`."""
        return things[int(self._random() * len(things))]


@lru_cache(maxsize=256)
def shape(drawing: str) -> Steps:
    """Steps from a line such as "M 0 0 C 1 0 2 1 2 2 L 0 2 Z"; a C may be followed by several curves."""
    steps: list[Step] = []
    for part in _parts(drawing):
        letter, numbers = part[0], tuple(float(number) for number in part[1:])
        count = 6 if letter == "C" else 2
        if letter == "Z":
            steps.append(("Z", ()))
        steps += [(letter, numbers[at : at + count]) for at in range(0, len(numbers), count)]
    return tuple(steps)


def _parts(drawing: str) -> list[list[str]]:
    parts: list[list[str]] = []
    for word in drawing.split():
        if word in ("M", "L", "C", "Z"):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def set_down(steps: Steps, at: Point, *, size: float | Point = 1.0, turn: float = 0.0) -> Steps:
    """`steps` made `size` times as large (right and down), turned clockwise by `turn` degrees and moved to `at`."""
    right, down = size if isinstance(size, tuple) else (size, size)
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))

    def moved(x: float, y: float) -> Point:
        x, y = x * right, y * down
        return round(at[0] + x * cos - y * sin, 3), round(at[1] + x * sin + y * cos, 3)

    return tuple(
        (letter, tuple(each for n in range(0, len(numbers), 2) for each in moved(numbers[n], numbers[n + 1])))
        for letter, numbers in steps
    )


def filled(steps: Steps, at: Point, fill: Fill, *, size: float | Point = 1.0, turn: float = 0.0) -> Path:
    """A shape placed by `set_down` and filled."""
    return Path(set_down(steps, at, size=size, turn=turn), fill)


def joined(shapes: Iterable[Steps], fill: Fill) -> Path:
    """Several shapes as one path: what touches is one drawing, and a file has one colour to set."""
    return Path(tuple(step for steps in shapes for step in steps), fill)


def line(points: Sequence[Point], colour: str, width: float) -> Path:
    """A smooth stroke through `points`, `width` millimetres thick."""
    return Path(curve(points), stroke=colour, stroke_width=width)


def curve(points: Sequence[Point], *, closed: bool = False) -> Steps:
    """A smooth curve through `points` (Catmull and Rom's, as cubic curves)."""
    count = len(points)
    steps: list[Step] = [("M", _rounded(points[0]))]
    for n in range(count if closed else count - 1):
        before, start, end, after = (points[_at(n + shift, count, closed=closed)] for shift in (-1, 0, 1, 2))
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        steps.append(("C", (*_rounded(first), *_rounded(second), *_rounded(end))))
    return (*steps, ("Z", ())) if closed else tuple(steps)


def _at(number: int, count: int, *, closed: bool) -> int:
    return number % count if closed else min(max(number, 0), count - 1)


def _rounded(point: Point) -> Point:
    return round(point[0], 3), round(point[1], 3)


def oval(at: Point, radii: Point, *, turn: float = 0.0) -> Steps:
    """An ellipse about `at`."""
    k = ROUND
    steps = shape(f"M 1 0 C 1 {k} {k} 1 0 1 {-k} 1 -1 {k} -1 0 -1 {-k} {-k} -1 0 -1 {k} -1 1 {-k} 1 0 Z")
    return set_down(steps, at, size=radii, turn=turn)


def star(at: Point, radius: float, *, points: int = 5, inner: float = 0.42, turn: float = 0.0) -> Steps:
    """A star of `points` whose dents are `inner` of its radius from its middle."""
    corners = [
        toward(at, radius if n % 2 == 0 else radius * inner, angle=turn + n * 180 / points) for n in range(2 * points)
    ]
    return (*(("L" if n else "M", _rounded(corner)) for n, corner in enumerate(corners)), ("Z", ()))


def toward(start: Point, distance: float, *, angle: float) -> Point:
    """The point `distance` from `start`; an `angle` of 0 is up, of 90 right."""
    return start[0] + distance * math.sin(math.radians(angle)), start[1] - distance * math.cos(math.radians(angle))


def on_ring(middle: Point, radii: Point, *, angle: float) -> tuple[Point, float]:
    """The place at an angle (degrees, 0 is up) of an oval, and where the oval heads there, clockwise."""
    sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    place = (middle[0] + radii[0] * sin, middle[1] - radii[1] * cos)
    return place, math.degrees(math.atan2(radii[0] * cos, -radii[1] * sin))


def along(points: Sequence[Point], share: float) -> tuple[Point, float]:
    """The point after `share` (0 to 1) of a line through `points`, and where it heads (0 is up, 90 right)."""
    lengths = [math.dist(one, two) for one, two in pairwise(points)]
    left = share * sum(lengths)
    for length, (one, two) in zip(lengths, pairwise(points), strict=True):
        if left <= length or two is points[-1]:
            part = left / length if length else 0.0
            place = (one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part)
            return place, math.degrees(math.atan2(two[0] - one[0], one[1] - two[1]))
        left -= length
    raise ValueError("a line has two points at least")


def bent(start: Point, end: Point, *, bow: float, count: int = 12) -> list[Point]:
    """Points of an arc from `start` to `end` that bows to its right by `bow` of its length (Bézier, three points)."""
    across = (start[1] - end[1], end[0] - start[0])
    middle = ((start[0] + end[0]) / 2 + across[0] * 2 * bow, (start[1] + end[1]) / 2 + across[1] * 2 * bow)
    points = []
    for n in range(count + 1):
        t = n / count
        one, two, three = (1 - t) ** 2, 2 * t * (1 - t), t * t
        points.append(
            (
                one * start[0] + two * middle[0] + three * end[0],
                one * start[1] + two * middle[1] + three * end[1],
            )
        )
    return points


def tapered(points: Sequence[Point], *, thick: float, thin: float) -> Steps:
    """A stem: a stroke through `points` that begins `thick` and ends `thin` millimetres wide."""
    left: list[Point] = []
    right: list[Point] = []
    for n, point in enumerate(points):
        before, after = points[max(n - 1, 0)], points[min(n + 1, len(points) - 1)]
        length = math.dist(before, after) or 1.0
        half = (thick + (thin - thick) * n / (len(points) - 1)) / 2 / length
        across = ((after[1] - before[1]) * half, (before[0] - after[0]) * half)
        left.append((point[0] + across[0], point[1] + across[1]))
        right.append((point[0] - across[0], point[1] - across[1]))
    there, back = curve(left), curve(right[::-1])
    return (*there, ("L", back[0][1]), *back[1:], ("Z", ()))
