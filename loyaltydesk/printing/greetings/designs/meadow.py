"""A meadow of wild flowers: poppies, daisies, cornflowers, lavender and grass."""

import math
from collections.abc import Callable, Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.plants import BLADE, daisy, leaf
from loyaltydesk.printing.scene import WHITE, Disc, Item, Path
from loyaltydesk.printing.strokes import (
    Point,
    along,
    bent,
    filled,
    joined,
    oval,
    set_down,
    shape,
    tapered,
    toward,
)
from loyaltydesk.words import mark

POPPY = shape(
    "M 0 0.5 C -0.9 0.55 -1.15 -0.2 -0.92 -0.62 C -0.6 -0.42 -0.5 -0.7 -0.28 -0.74"
    " C -0.1 -0.5 0.1 -0.5 0.28 -0.74 C 0.5 -0.7 0.6 -0.42 0.92 -0.62 C 1.15 -0.2 0.9 0.55 0 0.5 Z"
)
FOLD = shape("M 0 0.5 C -0.5 0.3 -0.62 -0.2 -0.4 -0.5 C -0.16 -0.28 0.16 -0.28 0.4 -0.5 C 0.62 -0.2 0.5 0.3 0 0.5 Z")
RAY = shape(
    "M 0 0 C -0.1 -0.4 -0.3 -0.7 -0.34 -1 L -0.14 -0.86 L 0 -1.04 L 0.14 -0.86 L 0.34 -1 C 0.3 -0.7 0.1 -0.4 0 0 Z"
)
CUP = shape("M -0.3 -0.06 C -0.3 -0.3 0.3 -0.3 0.3 -0.06 C 0.34 0.3 0.16 0.5 0 0.5 C -0.16 0.5 -0.34 0.3 -0.3 -0.06 Z")
WING = shape(
    "M 0 0 C 0.1 -0.7 0.9 -1.1 1.1 -0.8 C 1.25 -0.5 0.9 -0.1 0.6 -0.02 C 0.95 0.1 0.95 0.6 0.65 0.7"
    " C 0.35 0.76 0.05 0.4 0 0 Z"
)


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE + 6, height * 0.09, width - 2 * SAFE - 12, height * 0.33)
    return Box(SAFE + 1, height * 0.09, width - 2 * SAFE - 2, height * 0.3)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=47, right=33)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    free = field.height - field.calm.bottom
    yield from _meadow(field, lambda share: free * (0.82 - 0.22 * (1 - abs(2 * share - 1))), size=1.0)
    at = (field.width * field.chance.between(0.66, 0.78), field.calm.bottom + free * 0.1)
    yield from _butterfly(field, at, size=4.6 * field.unit)


def _frame(field: Field) -> Iterator[Item]:
    """The same meadow, low below the words, or growing beside them."""
    if field.wide:
        right = (field.width - field.calm.right) / field.width
        yield from _meadow(field, lambda share: 62.0 if share > 1 - right * 0.8 else 0.0, size=0.82)
    else:
        yield from _meadow(field, lambda share: 17 + 17 * abs(2 * share - 1), size=0.72)


def _meadow(field: Field, height_at: Callable[[float], float], *, size: float) -> Iterator[Item]:
    """Grass first, then flowers from the back to the front, each as high as its place allows."""
    chance, unit, floor = field.chance, field.unit * size, field.height + 3
    colours = field.colours
    greens = (colours.leaf, colours.dark_leaf, colours.light_leaf)
    spread = max(1, int(field.width / 2.1 / size))
    for n in range(spread):
        share = (n + chance.between(0, 1)) / spread
        if high := height_at(share):
            tall = min(high * 0.62, 30 * unit) * chance.between(0.35, 1)
            at = (share * field.width, floor)
            yield filled(BLADE, at, chance.pick(greens), size=(tall * 0.42, tall), turn=chance.between(-13, 13))
    kinds = (_poppy, _daisy, _lavender, _cornflower, _daisy, _poppy, _bud)
    count, tops = int(field.width / 6.4 / size), list[Point]()
    for n in range(count):
        share = (n + 0.5 + chance.between(-0.32, 0.32)) / count
        if high := height_at(share):
            foot = (share * field.width, floor)
            top = _free(field, foot[0], tops, room=(high, unit))
            tops.append(top)
            points = bent(foot, top, bow=chance.between(-0.05, 0.05))
            yield from _stem(field, points, size=unit)
            yield from kinds[n % len(kinds)](field, top, unit)


def _free(field: Field, x: float, taken: list[Point], *, room: tuple[float, float]) -> Point:
    """Where a flower above `x` blooms: not upon another one, if a few chances find such a place."""
    high, unit = room
    for _ in range(8):
        across = x + field.chance.between(-4, 4) * unit
        top = (
            min(max(across, 6 * unit), field.width - 6 * unit),
            field.height - high * field.chance.between(0.45, 1.0) + 4 * unit,
        )
        if all(math.dist(top, other) > 9.5 * unit for other in taken):
            break
    return top


def _stem(field: Field, points: list[Point], *, size: float) -> Iterator[Item]:
    pair = (field.colours.leaf, field.colours.dark_leaf)
    yield Path(tapered(points, thick=0.95 * size, thin=0.5 * size), field.colours.dark_leaf)
    for n, share in enumerate((0.22, 0.4, 0.58)):
        at, heading = along(points, share)
        side = 1 if n % 2 else -1
        yield from leaf(at, pair, length=field.chance.about(6.5, 0.2) * size, turn=heading + side * 42)


def _poppy(field: Field, at: Point, unit: float) -> Iterator[Item]:
    fill, turn = field.colours.accents[1], field.chance.between(-16, 16)
    yield filled(POPPY, at, fill, size=5.4 * unit, turn=turn)
    yield filled(FOLD, at, mix(fill, WHITE, share=0.2), size=5.4 * unit, turn=turn)
    yield filled(CUP, toward(at, 0.6 * unit, angle=turn), "#3A2E39", size=2.4 * unit, turn=turn)


def _daisy(field: Field, at: Point, unit: float) -> Iterator[Item]:
    radius = field.chance.about(5.0, 0.12) * unit
    yield from daisy(
        (at[0] + 0.25, at[1] + 0.3),
        mix(field.colours.paper, field.colours.deep, share=0.22),
        middle="#C98A1E",
        radius=radius,
    )
    yield from daisy(at, WHITE, middle=field.colours.accents[0], radius=radius)


def _cornflower(field: Field, at: Point, unit: float) -> Iterator[Item]:
    fill, turn = field.colours.main, field.chance.between(-10, 10)
    yield joined((set_down(RAY, at, size=(3.6 * unit, 4.8 * unit), turn=turn + n * 45) for n in range(8)), fill)
    inner = (set_down(RAY, at, size=(2.2 * unit, 2.8 * unit), turn=turn + 22 + n * 45) for n in range(8))
    yield joined(inner, field.colours.deep)
    yield filled(CUP, (at[0], at[1] + 2.2 * unit), field.colours.dark_leaf, size=3.0 * unit)


def _lavender(field: Field, at: Point, unit: float) -> Iterator[Item]:
    fill = field.colours.accents[2]
    for n in range(9):
        y = at[1] + n * 1.5 * unit
        wide = (0.55 + 0.5 * min(n, 6) / 6) * unit
        for side in (-1, 1):
            drop = oval((at[0] + side * wide * 0.9, y), (0.72 * unit, 1.1 * unit), turn=side * 28)
            yield Path(drop, fill if (n + side) % 3 else mix(fill, WHITE, share=0.35))
    yield Path(oval((at[0], at[1] - 1.1 * unit), (0.6 * unit, 1.1 * unit)), fill)


def _bud(field: Field, at: Point, unit: float) -> Iterator[Item]:
    turn = field.chance.between(-14, 14)
    yield filled(CUP, at, field.colours.accents[0], size=(5.0 * unit, 6.0 * unit), turn=180 + turn)
    yield filled(CUP, toward(at, -1.2 * unit, angle=turn), field.colours.leaf, size=3.8 * unit, turn=turn)


def _butterfly(field: Field, at: Point, *, size: float) -> Iterator[Item]:
    fill, turn = field.colours.accents[0], field.chance.between(-25, 10)
    for side in (-1, 1):
        yield filled(WING, at, fill, size=(size * 0.8 * side, size), turn=turn)
        yield filled(WING, at, mix(fill, WHITE, share=0.45), size=(size * 0.46 * side, size * 0.6), turn=turn)
    yield Path(oval(at, (size * 0.1, size * 0.5), turn=turn), field.colours.words)
    head = toward(at, size * 0.52, angle=turn)
    yield Disc(*head, size * 0.13, field.colours.words)
    for side in (-1, 1):
        end = toward(head, size * 0.5, angle=turn + side * 26)
        yield Path((("M", head), ("L", end)), stroke=field.colours.words, stroke_width=0.2)


MEADOW = Design(
    mark("Wild flowers"),
    ("name_day", "birthday", "womens_day", "mothers_day", "anniversary", "miss_you", "thank_you"),
    Palette("#FDFBF3", "#4A6FB5", ("#F0B53C", "#D9503F", "#8E7CC3"), leaf="#6C9A5B", natural=True),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
