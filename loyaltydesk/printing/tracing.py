"""Turns grey pixels into the outlines of what is dark in them (marching squares), smooth and evenly dotted."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

Outline = list[tuple[float, float]]
Edge = tuple[int, int, bool]  # a pixel, and whether the edge runs down from it or to the right

STEP = 2.4  # pixels between the points of an outline
# By which of its corners are dark (1 top left, 2 top right, 4 bottom right, 8 bottom left): the edges an outline enters
# and leaves a square of four pixels by, the dark on its right. Where two ways are possible, what is dark is joined.
TOP, RIGHT, BOTTOM, LEFT = range(4)
WAYS: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((TOP, LEFT),),
    2: ((RIGHT, TOP),),
    3: ((RIGHT, LEFT),),
    4: ((BOTTOM, RIGHT),),
    5: ((TOP, RIGHT), (BOTTOM, LEFT)),
    6: ((BOTTOM, TOP),),
    7: ((BOTTOM, LEFT),),
    8: ((LEFT, BOTTOM),),
    9: ((TOP, BOTTOM),),
    10: ((RIGHT, BOTTOM), (LEFT, TOP)),
    11: ((RIGHT, BOTTOM),),
    12: ((LEFT, RIGHT),),
    13: ((TOP, RIGHT),),
    14: ((LEFT, TOP),),
}


def outlines(dark: bytes, width: int, *, threshold: float) -> Iterator[Outline]:
    """The outlines of all pixels above `threshold`; `dark` has rows of `width`, and its own edge counts as light.

    Outlines of dark parts and of the holes in them run in opposite directions. An outline of less than a few pixels is
    given as it is; any other has its points `STEP` apart.
    """
    rows = _framed(dark, width)
    follows = _squares(rows, threshold)
    while follows:
        start, edge = follows.popitem()
        edges = [start]
        while edge != start:
            edges.append(edge)
            edge = follows.pop(edge)
        yield _even(_smooth([_crossing(rows, each, threshold) for each in edges]))


def _framed(dark: bytes, width: int) -> list[bytes]:
    """The rows with a light frame of one pixel, so that every outline closes."""
    light = bytes(width + 2)
    return [light, *(b"\0" + dark[at : at + width] + b"\0" for at in range(0, len(dark), width)), light]


def _squares(rows: Sequence[bytes], threshold: float) -> dict[Edge, Edge]:
    """For each edge that an outline crosses the next one."""
    follows: dict[Edge, Edge] = {}
    flags = [bytes(value > threshold for value in row) for row in rows]
    for y, (upper, lower) in enumerate(pairwise(flags)):
        if not any(upper) and not any(lower):
            continue
        for x in range(len(upper) - 1):
            corners = upper[x] | upper[x + 1] << 1 | lower[x + 1] << 2 | lower[x] << 3
            for enter, leave in WAYS.get(corners, ()):
                follows[_edge(x, y, side=enter)] = _edge(x, y, side=leave)
    return follows


def _edge(x: int, y: int, *, side: int) -> Edge:
    return ((x, y, False), (x + 1, y, True), (x, y + 1, False), (x, y, True))[side]


def _crossing(rows: Sequence[bytes], edge: Edge, threshold: float) -> tuple[float, float]:
    """Where on an edge the darkness passes the threshold, in the coordinates of the picture's pixels."""
    x, y, down = edge
    here, there = rows[y][x], rows[y + 1][x] if down else rows[y][x + 1]
    part = (threshold - here) / (there - here)
    return (x - 1.0, y - 1.0 + part) if down else (x - 1.0 + part, y - 1.0)


def _smooth(points: Outline) -> Outline:
    """Each point moved a little towards its neighbours: what pixels have put into a line goes, corners stay."""
    count = len(points)
    if count < 8:
        return points
    for _ in range(3):
        points = [
            (
                (points[n - 1][0] + 2 * points[n][0] + points[(n + 1) % count][0]) / 4,
                (points[n - 1][1] + 2 * points[n][1] + points[(n + 1) % count][1]) / 4,
            )
            for n in range(count)
        ]
    return points


def _even(points: Outline) -> Outline:
    """Points at equal steps along a closed line through `points`."""
    closed = [*points, points[0]]
    length = sum(math.dist(one, two) for one, two in pairwise(closed))
    count = round(length / STEP)
    if count < 6:
        return points
    even: Outline = []
    passed = wanted = 0.0
    for one, two in pairwise(closed):
        part = math.dist(one, two)
        while part and wanted < passed + part and len(even) < count:
            share = (wanted - passed) / part
            even.append((one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share))
            wanted += length / count
        passed += part
    return even


def area(outline: Sequence[tuple[float, float]]) -> float:
    """The area within an outline in square pixels: positive around dark parts, negative around holes."""
    closed = [*outline, outline[0]]
    return sum(one[0] * two[1] - one[1] * two[0] for one, two in pairwise(closed)) / 2


def length(outline: Outline) -> float:
    """How long an outline is, in pixels."""
    return sum(math.dist(one, two) for one, two in pairwise([*outline, outline[0]]))
