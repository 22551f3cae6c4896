"""Confetti: bright scraps and curls of paper that fall past the words."""

from collections.abc import Iterator

from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import Disc, Item
from loyaltydesk.printing.strokes import Point, filled, line, shape, toward
from loyaltydesk.words import mark

SCRAP = shape(
    "M -1 -0.36 C -1 -0.44 -0.94 -0.5 -0.86 -0.5 L 0.86 -0.5 C 0.94 -0.5 1 -0.44 1 -0.36 L 1 0.36"
    " C 1 0.44 0.94 0.5 0.86 0.5 L -0.86 0.5 C -0.94 0.5 -1 0.44 -1 0.36 Z"
)
KITE = shape("M 0 -1 L 0.72 0 L 0 1 L -0.72 0 Z")


def _heading_at(width: float, height: float) -> Box:
    return Box(SAFE + 2, height * 0.36, width - 2 * SAFE - 4, height * 0.34)


def _text_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(12, 13, width - 24, height - 23)
    return Box(13, height * 0.2, width - 26, height * 0.68)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    yield from _fall(field, 96, thin=0.22)


def _frame(field: Field) -> Iterator[Item]:
    yield from _fall(field, 64 if field.wide else 46, thin=0.1)


def _fall(field: Field, count: int, *, thin: float) -> Iterator[Item]:
    """Scraps that are many at the top and few below."""
    places = scattered(
        field, count, gap=5.0 * field.unit, density=lambda _, down: max(thin, (1 - down) ** 1.7), clear=3.2
    )
    for n, place in enumerate(places):
        yield _curl(field, place) if n % 9 == 4 else _scrap(field, place)


def _scrap(field: Field, at: Point) -> Item:
    colours, chance = field.colours, field.chance
    fill = chance.pick((colours.main, colours.main, colours.light, *colours.accents))
    size = chance.about(1.45, 0.22) * field.unit
    kind = chance.between(0, 1)
    if kind < 0.34:
        return Disc(*at, round(size * 0.72, 3), fill)
    if kind < 0.48:
        return filled(KITE, at, fill, size=size * 0.95, turn=chance.between(0, 180))
    return filled(SCRAP, at, fill, size=(size, size * chance.about(0.85, 0.2)), turn=chance.between(0, 180))


def _curl(field: Field, at: Point) -> Item:
    """A streamer: three waves of a narrow strip."""
    chance, unit = field.chance, field.unit
    turn, points = chance.between(-70, 70), []
    for n in range(7):
        middle = toward(at, (n - 3) * 1.0 * unit, angle=turn)
        points.append(toward(middle, (1 if n % 2 else -1) * 0.75 * unit, angle=turn + 90))
    return line(points, chance.pick((field.colours.main, *field.colours.accents)), round(0.62 * unit, 3))


CONFETTI = Design(
    mark("Confetti"),
    ("birthday", "name_day", "anniversary", "new_year"),
    Palette("#FFFBF2", "#0B7A5B", ("#E9AE3F", "#E0785A", "#8CCFB8")),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
