"""Midsummer: a wreath of oak leaves with acorns and field flowers, and fern below."""

import math
from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.plants import LEAF, blossom, daisy
from loyaltydesk.printing.scene import WHITE, Item, Path
from loyaltydesk.printing.strokes import Point, along, bent, filled, joined, on_ring, set_down, shape, tapered, toward
from loyaltydesk.words import mark

# A leaf one high, and its right half, which lies in shadow.
OAK = shape(
    "M 0 0 C -0.07 -0.08 -0.14 -0.1 -0.2 -0.16 C -0.29 -0.24 -0.22 -0.32 -0.15 -0.32"
    " C -0.24 -0.34 -0.38 -0.4 -0.36 -0.5 C -0.34 -0.59 -0.24 -0.57 -0.18 -0.55"
    " C -0.28 -0.6 -0.36 -0.7 -0.3 -0.78 C -0.25 -0.84 -0.17 -0.8 -0.12 -0.77 C -0.18 -0.86 -0.16 -0.96 0 -1.02"
    " C 0.16 -0.96 0.18 -0.86 0.12 -0.77 C 0.17 -0.8 0.25 -0.84 0.3 -0.78 C 0.36 -0.7 0.28 -0.6 0.18 -0.55"
    " C 0.24 -0.57 0.34 -0.59 0.36 -0.5 C 0.38 -0.4 0.24 -0.34 0.15 -0.32 C 0.22 -0.32 0.29 -0.24 0.2 -0.16"
    " C 0.14 -0.1 0.07 -0.08 0 0 Z"
)
SHADE = shape(
    "M 0 0 L 0.02 -1 C 0.17 -0.95 0.18 -0.86 0.12 -0.77 C 0.17 -0.8 0.25 -0.84 0.3 -0.78"
    " C 0.36 -0.7 0.28 -0.6 0.18 -0.55 C 0.24 -0.57 0.34 -0.59 0.36 -0.5 C 0.38 -0.4 0.24 -0.34 0.15 -0.32"
    " C 0.22 -0.32 0.29 -0.24 0.2 -0.16 C 0.14 -0.1 0.07 -0.08 0 0 Z"
)
VEINS = shape(
    "M 0 0.12 L 0 -0.84 M 0 -0.2 L -0.16 -0.26 M 0 -0.2 L 0.16 -0.26 M 0 -0.4 L -0.24 -0.5 M 0 -0.4 L 0.24 -0.5"
    " M 0 -0.6 L -0.18 -0.72 M 0 -0.6 L 0.18 -0.72"
)
NUT = shape("M -0.3 0 C -0.36 -0.5 -0.2 -0.86 0 -1 C 0.2 -0.86 0.36 -0.5 0.3 0 Z")
HAT = shape("M -0.4 0.02 C -0.42 0.3 -0.2 0.42 0 0.42 C 0.2 0.42 0.42 0.3 0.4 0.02 C 0.2 -0.08 -0.2 -0.08 -0.4 0.02 Z")


def _ring(width: float, height: float) -> tuple[Point, Point]:
    """The middle and the radii of the wreath."""
    across = width / 2 - 12.5
    down = min(height / 2 - 13, across * 1.18)
    return (width / 2, height / 2 if width > height * 0.9 else height * 0.46), (across, down)


def _heading_at(width: float, height: float) -> Box:
    (x, y), (across, down) = _ring(width, height)
    wide, high = across * 1.24, down * 0.8
    return Box(x - wide / 2, y - high / 2, wide, high)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=36, bottom=14, right=31)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    middle, radii = _ring(field.width, field.height)
    unit, colours = field.unit, field.colours
    if field.height > field.width * 1.1:
        for share, turn in ((0.02, 7), (0.98, -7), (0.17, -9), (0.83, 9), (0.33, 6), (0.67, -6), (0.5, 0)):
            foot = (field.width * share, field.height + 5)
            yield from _fern(
                field, foot, size=(23 + 44 * (share - 0.5) ** 2) * field.chance.about(1.1, 0.06) * unit, turn=turn
            )
    steps = int(math.pi * (radii[0] + radii[1]) / 3.7 / unit)
    for n in range(steps):
        place, heading = on_ring(middle, radii, angle=360 * n / steps)
        for side in (-1, 1):
            start = toward(place, field.chance.between(-1, 1) * unit, angle=heading + 90)
            yield from _oak(
                field,
                start,
                size=field.chance.about(10.6, 0.12) * unit,
                turn=heading + side * field.chance.between(24, 46),
            )
    for n in range(14):
        place, heading = on_ring(middle, radii, angle=n * 360 / 14 + field.chance.between(-6, 6))
        at = toward(place, field.chance.between(-3, 3) * unit, angle=heading + 90)
        if n % 4 == 1:
            yield from _acorn(field, at, size=5.0 * unit, turn=heading + field.chance.between(120, 240))
        elif n % 4 == 3:
            yield from blossom(
                at, colours.main, middle=colours.accents[0], radius=3.4 * unit, turn=field.chance.between(0, 72)
            )
        else:
            yield from daisy(at, WHITE, middle=colours.accents[0], radius=4.0 * unit, turn=field.chance.between(0, 27))


def _oak(field: Field, at: Point, *, size: float, turn: float) -> Iterator[Item]:
    colours = field.colours
    fill = field.chance.pick((colours.leaf, mix(colours.leaf, colours.light_leaf, share=0.5), colours.dark_leaf))
    yield filled(OAK, at, fill, size=size, turn=turn)
    yield filled(SHADE, at, mix(fill, "#12302B", share=0.2), size=size, turn=turn)
    veins = set_down(VEINS, at, size=size, turn=turn)
    yield Path(veins, stroke=mix(fill, "#F6F3C0", share=0.35), stroke_width=size * 0.018)


def _acorn(field: Field, at: Point, *, size: float, turn: float) -> Iterator[Item]:
    yield filled(NUT, at, "#B98A44", size=size, turn=turn)
    yield filled(LEAF, toward(at, size * 0.1, angle=turn), "#D3AC66", size=(size * 0.34, size * 0.7), turn=turn - 6)
    yield filled(HAT, at, "#7C5A34", size=size, turn=turn)
    stalk = (("M", toward(at, -size * 0.38, angle=turn)), ("L", toward(at, -size * 0.68, angle=turn + 8)))
    yield Path(stalk, stroke="#7C5A34", stroke_width=size * 0.1)


def _fern(field: Field, foot: Point, *, size: float, turn: float) -> Iterator[Item]:
    """A frond whose leaflets grow smaller towards its tip."""
    tip = toward(foot, size, angle=turn)
    spine = bent(foot, tip, bow=-turn / 500)
    fill = mix(field.colours.leaf, field.colours.light_leaf, share=field.chance.between(0.2, 0.6))
    yield Path(tapered(spine, thick=size * 0.03, thin=size * 0.01), field.colours.dark_leaf)
    leaflets = []
    for n in range(17):
        share = 0.1 + 0.88 * n / 17
        at, heading = along(spine, share)
        long = size * 0.34 * (1 - share) ** 0.75 * min(1.0, 0.5 + share * 2)
        leaflets += [
            set_down(LEAF, at, size=(min(long * 0.5, size * 0.058), long), turn=heading + side * (64 - 22 * share))
            for side in (-1, 1)
        ]
    yield joined(leaflets, fill)


def _frame(field: Field) -> Iterator[Item]:
    """A swag of oak above the words, or down beside them."""
    width, height, chance = field.width, field.height, field.chance
    if field.wide:
        halves = [
            bent((width - 13.0, height / 2), (width - 13.0, end), bow=chance.between(-0.03, 0.03))
            for end in (9.0, height - 9.0)
        ]
        size, count = 10.5, 8
    else:
        halves = [bent((width / 2, 19.0), (end, 12.0), bow=bow) for end, bow in ((12.0, -0.13), (width - 12.0, 0.13))]
        size, count = 11.0, 8
    for points in halves:
        for n in range(count):
            at, heading = along(points, 1 - (n + 0.6) / count)
            for side in (-1, 1):
                yield from _oak(
                    field,
                    at,
                    size=size * chance.about(0.78 + 0.22 * n / count, 0.06),
                    turn=heading + side * chance.between(24, 44),
                )
    for points in halves:
        for n, share in enumerate((0.14, 0.42, 0.7)):
            at, heading = along(points, share)
            if n == 1:
                yield from _acorn(field, at, size=4.6, turn=heading + chance.between(150, 210))
            else:
                yield from daisy(at, WHITE, middle=field.colours.accents[0], radius=3.3, turn=chance.between(0, 27))
    yield from blossom(halves[0][0], field.colours.main, middle=field.colours.accents[0], radius=4.2)


MIDSUMMER = Design(
    mark("Midsummer wreath"),
    ("midsummer", "name_day"),
    Palette("#FDFBF0", "#3F6FB0", ("#F0B93A", "#D9604A", "#8E7CC3"), leaf="#5E8F45", ink="#2F5A2E", natural=True),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
