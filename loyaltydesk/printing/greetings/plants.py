"""Leaves, sprigs and blossoms that several designs grow."""

from collections.abc import Iterator, Sequence

from loyaltydesk.printing.greetings.field import Field
from loyaltydesk.printing.scene import Disc, Item, Path
from loyaltydesk.printing.strokes import (
    Point,
    Steps,
    along,
    filled,
    joined,
    oval,
    set_down,
    shape,
    tapered,
    toward,
)

# All point up from their stem at (0, 0) to a tip at (0, -1).
LEAF = shape("M 0 0 C -0.3 -0.22 -0.31 -0.66 0 -1 C 0.31 -0.66 0.3 -0.22 0 0 Z")
HALF = shape("M 0 0 C 0.3 -0.22 0.31 -0.66 0 -1 C 0.05 -0.66 0.04 -0.3 0 0 Z")
BLADE = shape("M 0 0 C -0.13 -0.3 -0.12 -0.72 0.02 -1 C 0.12 -0.7 0.13 -0.3 0.04 0 Z")
PETAL = shape("M 0 0 C -0.2 -0.2 -0.34 -0.86 0 -1 C 0.34 -0.86 0.2 -0.2 0 0 Z")


def leaf(at: Point, colours: tuple[str, str], *, length: float, turn: float, drawn: Steps = LEAF) -> Iterator[Item]:
    """A leaf whose right half lies in shadow."""
    yield filled(drawn, at, colours[0], size=length, turn=turn)
    if drawn is LEAF:
        yield filled(HALF, at, colours[1], size=length, turn=turn)


def sprig(
    field: Field, points: Sequence[Point], *, leaves: int, length: float, colours: tuple[str, str] | None = None
) -> Iterator[Item]:
    """A twig along `points` with `leaves` on both sides by turns, smaller towards its tip."""
    pair = colours or (field.colours.leaf, field.colours.dark_leaf)
    chance = field.chance
    yield Path(tapered(points, thick=length * 0.085, thin=length * 0.035), pair[1])
    for n in range(leaves):
        share = 0.1 + 0.86 * n / leaves
        place, heading = along(points, share)
        side = 1 if n % 2 else -1
        size = chance.about(length * (1 - 0.45 * share), 0.1)
        yield from leaf(place, pair, length=size, turn=heading + side * chance.between(38, 56))
    place, heading = along(points, 1.0)
    yield from leaf(place, pair, length=length * 0.6, turn=heading)


def berries(field: Field, at: Point, fill: str, *, radius: float) -> Iterator[Item]:
    """Three berries that lie against each other, each with a light."""
    turn = field.chance.between(0, 120)
    for n in range(3):
        x, y = toward(at, radius * 1.05, angle=turn + n * 120)
        yield Disc(round(x, 3), round(y, 3), radius, fill)
        yield Disc(round(x - radius * 0.3, 3), round(y - radius * 0.3, 3), radius * 0.26, field.colours.paper)


def daisy(at: Point, petals: str, *, middle: str, radius: float, turn: float = 0.0) -> Iterator[Item]:
    """A flower of thirteen white rays, or of whatever colour."""
    rays = (set_down(PETAL, at, size=(radius * 0.62, radius), turn=turn + n * 360 / 13) for n in range(13))
    yield joined(rays, petals)
    yield Disc(*at, radius * 0.31, middle)


def blossom(at: Point, fill: str, *, middle: str, radius: float, turn: float = 0.0) -> Iterator[Item]:
    """A flower of five round petals."""
    petals = (
        oval(toward(at, radius * 0.55, angle=turn + n * 72), (radius * 0.4, radius * 0.46), turn=turn + n * 72)
        for n in range(5)
    )
    yield joined(petals, fill)
    yield Disc(*at, radius * 0.26, middle)
