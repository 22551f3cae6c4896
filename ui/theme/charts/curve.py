"""A curve through points that never tells more than they do: a straight line stays straight, and no peak is added."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath


def smooth(points: Sequence[QPointF]) -> QPainterPath:
    """A curve through points from left to right, or back, that never leaves the stretch between two neighbours.

    The monotone cubic of Fritsch and Carlson, 1980, with the harmonic mean of slopes as Fritsch and Butland, 1984.
    """
    path = QPainterPath(points[0])
    slopes = [(b.y() - a.y()) / ((b.x() - a.x()) or 1) for a, b in pairwise(points)]
    inner = [0.0 if p * q <= 0 else 2 * p * q / (p + q) for p, q in pairwise(slopes)]
    tangents = [slopes[0], *inner, slopes[-1]] if slopes else []
    for place in range(len(points) - 1):
        a, b = points[place], points[place + 1]
        third = (b.x() - a.x()) / 3
        path.cubicTo(
            a.x() + third, a.y() + tangents[place] * third, b.x() - third, b.y() - tangents[place + 1] * third,
            b.x(), b.y(),
        )  # fmt: skip
    return path


def stretches(points: Sequence[QPointF | None]) -> list[list[QPointF]]:
    """The runs of points between gaps: where nothing is known no line leads across."""
    runs: list[list[QPointF]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]
