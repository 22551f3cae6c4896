"""A wreath of leaves and berries around the words."""

import math
from collections.abc import Iterator

from loyaltydesk.printing.greetings.field import Box, Design, Field
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.plants import berries, blossom, leaf, sprig
from loyaltydesk.printing.scene import Disc, Item
from loyaltydesk.printing.strokes import Point, bent, on_ring, toward
from loyaltydesk.words import mark

STEPS = 58  # leaves around an A6 card, on either side of the ring


def _ring(width: float, height: float) -> tuple[Point, Point]:
    """The middle and the radii of the wreath."""
    across = width / 2 - 13
    return (width / 2, height / 2), (across, min(height / 2 - 14, across * 1.2))


def _heading_at(width: float, height: float) -> Box:
    (x, y), (across, down) = _ring(width, height)
    wide, high = across * 1.4, down * 0.85
    return Box(x - wide / 2, y - high / 2, wide, high)


def _text_at(width: float, height: float) -> Box:
    return Box(14, 16, width - 28, height - 30)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    (x, y), (across, down) = _ring(field.width, field.height)
    colours, chance, unit = field.colours, field.chance, field.unit
    round_it = math.pi * (3 * (across + down) - math.sqrt((3 * across + down) * (across + 3 * down)))
    steps = int(STEPS * round_it / 260 / unit)
    pairs = (
        (colours.leaf, colours.dark_leaf),
        (colours.light_leaf, colours.leaf),
        (colours.main, colours.deep),
    )
    for n in range(steps):
        angle = 360 * n / steps + chance.between(-2, 2)
        place, heading = _rising((x, y), (across, down), angle=angle)
        for side in (-1, 1):
            length = chance.about(8.8, 0.12) * unit
            turn = heading + side * chance.between(28, 50)
            start = toward(place, chance.between(-0.8, 0.8) * unit, angle=heading + 90)
            yield from leaf(start, chance.pick(pairs), length=length, turn=turn)
    yield from _fruit(field, (x, y), radii=(across, down))


def _rising(middle: Point, radii: Point, *, angle: float) -> tuple[Point, float]:
    """The place at an angle of the wreath, and where its leaves head there, from the foot to the top."""
    place, heading = on_ring(middle, radii, angle=angle)
    return place, heading if angle % 360 > 180 else heading + 180


def _fruit(field: Field, middle: Point, *, radii: Point) -> Iterator[Item]:
    """Berries here and there, and blossoms where both halves of the wreath begin."""
    colours, chance, unit = field.colours, field.chance, field.unit
    for n in range(9):
        place, heading = _rising(middle, radii, angle=24 + n * 39 + chance.between(-7, 7))
        place = toward(place, chance.between(-3, 3) * unit, angle=heading + 90)
        yield from berries(field, place, colours.accents[1], radius=1.25 * unit)
    for angle, size in ((180, 6.4), (166, 4.6), (195, 4.8)):
        place, heading = _rising(middle, radii, angle=angle)
        yield from blossom(
            place, colours.accents[0], middle=colours.paper, radius=size * unit, turn=chance.between(0, 72)
        )


def _frame(field: Field) -> Iterator[Item]:
    """Two sprigs from the right upper corner and two from the left lower one."""
    width, height, chance = field.width, field.height, field.chance
    length, wide = 6.6 * min(field.unit, 1.15), min(width * 0.5, 62)
    for x, y, across, down in ((width - 7.5, 7.5, -1, 1), (7.5, height - 7.5, 1, -1)):
        for end in ((x + across * wide, y - down * 0.5), (x - across * 0.5, y + down * wide * 0.82)):
            bow = chance.between(-0.02, 0.02)
            yield from sprig(field, bent((x, y), end, bow=bow), leaves=13, length=length)
        yield from berries(field, (x, y), field.colours.accents[1], radius=1.3)
        yield Disc(x, y, 0.5, field.colours.dark_leaf)


WREATH = Design(
    mark("Wreath of leaves"),
    ("anniversary", "name_day", "birthday"),
    Palette("#FCFAF3", "#3F7A5C", ("#E7A9A0", "#C8553D", "#E9C46A"), leaf="#7FA37B", natural=True),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
