"""The outline of each shape as steps of a path, for a back-end that knows lines and curves alone."""

from collections.abc import Iterator, Sequence

from loyaltydesk.printing.scene import Disc, Path, Rect, Step

Shape = Rect | Disc | Path
ROUND = 4 / 3 * (2**0.5 - 1)  # how far the handles of a quarter of a circle reach, of its radius


def steps_of(shape: Shape) -> Iterator[Step]:
    """The outline of `shape`, in its own millimetres."""
    if isinstance(shape, Path):
        yield from shape.steps
    elif isinstance(shape, Disc):
        place = (shape.x - shape.radius, shape.y - shape.radius)
        yield from _rounded(place, (2 * shape.radius, 2 * shape.radius), radius=shape.radius)
    elif shape.radius:
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        yield from _rounded((shape.x, shape.y), (shape.width, shape.height), radius=radius)
    else:
        right, foot = shape.x + shape.width, shape.y + shape.height
        yield "M", (shape.x, shape.y)
        yield from (("L", corner) for corner in ((right, shape.y), (right, foot), (shape.x, foot)))
        yield "Z", ()


def _rounded(place: tuple[float, float], size: tuple[float, float], *, radius: float) -> Iterator[Step]:
    """A rectangle with round corners, clockwise from the left end of its upper edge."""
    (left, top), bend = place, radius * (1 - ROUND)
    right, foot = left + size[0], top + size[1]
    yield "M", (left + radius, top)
    yield "L", (right - radius, top)
    yield "C", (right - bend, top, right, top + bend, right, top + radius)
    yield "L", (right, foot - radius)
    yield "C", (right, foot - bend, right - bend, foot, right - radius, foot)
    yield "L", (left + radius, foot)
    yield "C", (left + bend, foot, left, foot - bend, left, foot - radius)
    yield "L", (left, top + radius)
    yield "C", (left, top + bend, left + bend, top, left + radius, top)
    yield "Z", ()


def pairs(numbers: Sequence[float]) -> Iterator[tuple[float, float]]:
    """The points of a step: its numbers two by two."""
    return zip(numbers[::2], numbers[1::2], strict=True)
