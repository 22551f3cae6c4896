"""Balloons: a bunch of them on its way up."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import BLACK, WHITE, Disc, Item, Path
from loyaltydesk.printing.strokes import Point, bent, curve, filled, joined, oval, set_down, shape
from loyaltydesk.words import mark

SKIN = shape(
    "M 0 1.16 C -0.5 0.9 -1 0.4 -1 -0.1 C -1 -0.66 -0.56 -1.1 0 -1.1 C 0.56 -1.1 1 -0.66 1 -0.1"
    " C 1 0.4 0.5 0.9 0 1.16 Z"
)
SHADE = shape(
    "M 0 1.16 C 0.5 0.9 1 0.4 1 -0.1 C 1 -0.5 0.8 -0.84 0.5 -1 C 0.76 -0.6 0.82 -0.2 0.74 0.14"
    " C 0.64 0.58 0.34 0.94 0 1.16 Z"
)
KNOT = shape("M 0 1.1 L -0.13 1.32 C -0.05 1.28 0.05 1.28 0.13 1.32 Z")
# Across, down and how large, about the middle of a bunch; those at the back first.
BUNCH = (
    (-0.62, -0.42, 0.4),
    (0.6, -0.5, 0.42),
    (0.02, -0.86, 0.44),
    (-0.78, 0.22, 0.4),
    (0.74, 0.2, 0.42),
    (-0.02, 0.02, 0.5),
)


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE, height * 0.2, width * 0.475 - SAFE, height * 0.6)
    return Box(SAFE + 1, height * 0.715, width - 2 * SAFE - 2, height * 0.225)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=52, right=34)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    unit, wide = field.unit, field.wide
    middle = (field.width * 0.76, field.height * 0.42) if wide else (field.width / 2, field.height * 0.335)
    size = (28 if wide else 36) * unit
    yield Disc(*middle, size * 1.42, field.colours.pale)
    yield from _dots(field, 26)
    knot = (middle[0] + field.chance.between(-2, 2), middle[1] + size * 1.32)
    yield from _bunch(field, middle, knot=knot, size=size)


def _bunch(field: Field, middle: Point, *, knot: Point, size: float) -> Iterator[Item]:
    places = [
        (
            (middle[0] + across * size + field.chance.between(-1, 1), middle[1] + down * size),
            large * size * field.chance.about(1, 0.04),
            across * 13 + field.chance.between(-3, 3),
        )
        for across, down, large in BUNCH
    ]
    yield from (_string(field, place, end=knot, size=radius) for place, radius, _ in places)
    tail = bent(knot, (knot[0] - size * 0.06, knot[1] + size * 0.2), bow=0.16)
    yield Path(curve(tail), stroke=field.colours.deep, stroke_width=0.28)
    for (place, radius, turn), fill in zip(places, _fills(field), strict=True):
        yield from _balloon(place, fill, size=radius, turn=turn)
    yield Disc(*knot, 0.9 * field.unit, field.colours.deep)


def _fills(field: Field) -> tuple[str, ...]:
    colours = field.colours
    first, second, third = colours.accents
    return first, second, colours.light, third, mix(second, WHITE, share=0.35), colours.main


def _string(field: Field, balloon: Point, *, end: Point, size: float) -> Item:
    start = (balloon[0], balloon[1] + size * 1.2)
    bow = 0.1 * (1 if balloon[0] < end[0] else -1)
    return Path(curve(bent(start, end, bow=bow, count=6)), stroke=field.colours.deep, stroke_width=0.28)


def _balloon(at: Point, fill: str, *, size: float, turn: float) -> Iterator[Item]:
    yield filled(KNOT, at, mix(fill, BLACK, share=0.2), size=size, turn=turn)
    yield filled(SKIN, at, fill, size=size, turn=turn)
    yield filled(SHADE, at, mix(fill, BLACK, share=0.1), size=size, turn=turn)
    light = (oval((-0.46, -0.5), (0.13, 0.27), turn=28), oval((-0.24, -0.82), (0.07, 0.09), turn=50))
    yield joined((set_down(each, at, size=size, turn=turn) for each in light), mix(fill, WHITE, share=0.55))


def _dots(field: Field, count: int) -> Iterator[Item]:
    """Small dots in the air."""
    places = scattered(field, count, gap=9 * field.unit, density=lambda _, down: 1 - down * 0.8, clear=3)
    for place in places:
        fill = field.chance.pick((*field.colours.accents, field.colours.light))
        yield Disc(*place, field.chance.about(0.8, 0.3) * field.unit, fill)


def _frame(field: Field) -> Iterator[Item]:
    """Balloons that rise beside the words, or below them."""
    width, height, fills = field.width, field.height, _fills(field)
    places: tuple[tuple[float, float, float], ...]
    if field.wide:
        places = ((width - 14, 24.0, 9.5), (width - 22, 46.0, 7.5), (width - 9, 60.0, 8.0))
    else:
        places = (
            (15.0, height - 26, 9.0),
            (31.0, height - 13, 6.5),
            (width - 16, height - 30, 10.0),
            (width - 34, height - 14, 7.0),
        )
    for n, (x, y, radius) in enumerate(places):
        at = (x + field.chance.between(-1, 1), y + field.chance.between(-1.5, 1.5))
        foot = (at[0] + field.chance.between(-2, 2), height + 4)
        yield Path(
            curve(bent((at[0], at[1] + radius * 1.2), foot, bow=field.chance.between(-0.06, 0.06), count=6)),
            stroke=field.colours.deep,
            stroke_width=0.28,
        )
        yield from _balloon(at, fills[(n * 2 + 5) % 6], size=radius, turn=field.chance.between(-8, 8))


BALLOONS = Design(
    mark("Balloons"),
    ("birthday", "name_day", "anniversary"),
    Palette("#FDFAF4", "#2F7F9E", ("#F0B94A", "#E8735C", "#8CC7B0")),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
