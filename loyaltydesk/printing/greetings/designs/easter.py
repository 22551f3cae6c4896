"""Painted eggs in the grass, below branches of willow."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.plants import BLADE, daisy
from loyaltydesk.printing.scene import BLACK, WHITE, Group, Item, Path
from loyaltydesk.printing.strokes import Point, along, bent, filled, joined, oval, set_down, shape, tapered, toward
from loyaltydesk.words import mark

EGG = shape(
    "M 0 1 C -0.5 1 -0.78 0.62 -0.78 0.16 C -0.78 -0.42 -0.36 -1 0 -1 C 0.36 -1 0.78 -0.42 0.78 0.16"
    " C 0.78 0.62 0.5 1 0 1 Z"
)
SHADE = shape(
    "M 0 1 C 0.5 1 0.78 0.62 0.78 0.16 C 0.78 -0.2 0.64 -0.56 0.46 -0.8 C 0.6 -0.4 0.64 0 0.56 0.34"
    " C 0.46 0.72 0.24 0.94 0 1 Z"
)
BAND = shape(
    "M -0.775 0.02 L 0.775 0.02 C 0.79 0.2 0.76 0.36 0.71 0.5 L -0.71 0.5 C -0.76 0.36 -0.79 0.2 -0.775 0.02 Z"
)
WAVE = shape(
    "M -0.72 -0.2 C -0.6 -0.38 -0.48 -0.38 -0.36 -0.2 C -0.24 -0.02 -0.12 -0.02 0 -0.2"
    " C 0.12 -0.38 0.24 -0.38 0.36 -0.2 C 0.48 -0.02 0.6 -0.02 0.72 -0.2"
)
ZIGZAG = shape(
    "M -0.76 0.26 L -0.57 0.06 L -0.38 0.26 L -0.19 0.06 L 0 0.26 L 0.19 0.06 L 0.38 0.26 L 0.57 0.06 L 0.76 0.26"
)
CATKIN = shape("M 0 0 C -0.36 -0.1 -0.44 -0.66 0 -1 C 0.44 -0.66 0.36 -0.1 0 0 Z")
HULL = shape(
    "M 0 0.06 C -0.3 0.02 -0.36 -0.2 -0.26 -0.4 C -0.12 -0.2 0.12 -0.2 0.26 -0.4 C 0.36 -0.2 0.3 0.02 0 0.06 Z"
)
BARK, FLUFF = "#7A5743", "#DAD7CF"
# Across from the middle, up, and how far an egg leans; those at the back first.
NEST = (
    (-0.46, 0.3, -9),
    (0.46, 0.28, 11),
    (0.0, 0.36, 3),
    (-0.8, 0.0, -20),
    (0.78, 0.0, 18),
    (-0.26, -0.02, -6),
    (0.27, -0.03, 8),
)


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE + 8, height * 0.25, width - 2 * SAFE - 16, height * 0.28)
    return Box(SAFE + 1, height * 0.27, width - 2 * SAFE - 2, height * 0.27)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=46, right=35)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    width, height, unit = field.width, field.height, field.unit
    reach = min(width * 0.5, 62 * unit)
    deep = field.calm.y - 2
    for start, end, bow in (
        ((-4.0, 4.0), (reach * 0.98, deep * 0.36), -0.08),
        ((-4.0, deep * 0.35), (reach * 0.6, deep * 0.86), -0.06),
        ((width + 4, 2.0), (width - reach * 0.82, deep * 0.62), 0.09),
    ):
        yield from _willow(field, bent(start, end, bow=bow), size=6.6 * unit)
    high = min((height - field.calm.bottom) * 0.26, 15 * unit)
    yield from _eggs(field, (width / 2, height - high * 1.35), size=high, count=7)


def _willow(field: Field, points: list[Point], *, size: float) -> Iterator[Item]:
    """A twig with silver catkins on both sides of it."""
    yield Path(tapered(points, thick=size * 0.2, thin=size * 0.08), BARK)
    for n in range(9):
        at, heading = along(points, 0.2 + 0.09 * n)
        yield from _catkin(
            field,
            at,
            size=size * field.chance.about(1 - n * 0.03, 0.1),
            turn=heading + (1 if n % 2 else -1) * field.chance.between(26, 42),
        )
    at, heading = along(points, 1.0)
    yield from _catkin(field, at, size=size * 0.8, turn=heading)


def _catkin(field: Field, at: Point, *, size: float, turn: float) -> Iterator[Item]:
    yield filled(CATKIN, at, FLUFF, size=size, turn=turn)
    inner = toward(at, size * 0.24, angle=turn - 6)
    yield filled(CATKIN, inner, mix(FLUFF, WHITE, share=0.6), size=size * 0.62, turn=turn)
    yield filled(HULL, at, mix(BARK, field.colours.leaf, share=0.25), size=size * 0.62, turn=turn)


def _eggs(field: Field, middle: Point, *, size: float, count: int) -> Iterator[Item]:
    """Eggs in the grass, `size` half as high as each of them."""
    chance, colours = field.chance, field.colours
    greens = (colours.leaf, colours.dark_leaf, colours.light_leaf)
    yield from _grass(field, greens, size=size * 1.75)
    fills = (
        colours.accents[0],
        colours.main,
        colours.accents[1],
        colours.accents[2],
        colours.light,
        colours.accents[1],
        colours.main,
    )
    first = int(chance.between(0, 7))
    for n, (across, up, lean) in enumerate(NEST[-count:]):
        at = (middle[0] + across * size * 2.25, middle[1] - up * size * 1.5)
        drawn = tuple(_egg(field, fills[(n + first) % 7], size=size * chance.about(0.94, 0.05), kind=(n + first) % 4))
        yield Group(drawn, *at, turn=lean + chance.between(-4, 4))
    yield from _grass(field, greens, size=size * 0.85)
    for n in range(5):
        at = (field.width * (0.1 + 0.2 * n) + chance.between(-5, 5), field.height - chance.between(3, 7) * field.unit)
        yield from daisy(at, WHITE, middle=colours.accents[0], radius=2.3 * field.unit, turn=chance.between(0, 27))


def _grass(field: Field, greens: tuple[str, ...], *, size: float) -> Iterator[Item]:
    count = int(field.width / 1.5 / field.unit)
    for n in range(count):
        at = ((n + field.chance.between(0, 1)) * field.width / count, field.height + 3)
        tall = size * field.chance.between(0.55, 1.0) + 3
        turn = field.chance.between(-20, 20)
        yield filled(BLADE, at, field.chance.pick(greens), size=(tall * 0.5, tall), turn=turn)


def _egg(field: Field, fill: str, *, size: float, kind: int) -> Iterator[Item]:
    """An egg about (0, 0), painted in one of four ways."""
    light, dark = mix(fill, WHITE, share=0.68), mix(fill, BLACK, share=0.22)
    yield filled(EGG, (0, 0), fill, size=size)
    if kind == 0:
        yield filled(BAND, (0, 0), light, size=size)
        yield Path(set_down(ZIGZAG, (0, 0), size=size), stroke=dark, stroke_width=size * 0.07)
        yield Path(
            set_down(WAVE, (0, -size * 0.3), size=(size * 0.78, size * 0.7)), stroke=light, stroke_width=size * 0.07
        )
    elif kind == 1:
        dots = [
            (x, y)
            for y, row in (
                (-0.6, (0.0,)),
                (-0.24, (-0.3, 0.3)),
                (0.14, (-0.5, 0.0, 0.5)),
                (0.52, (-0.34, 0.3)),
                (0.82, (0.0,)),
            )
            for x in row
        ]
        yield joined((oval((x * size, y * size), (size * 0.1, size * 0.1)) for x, y in dots), light)
    elif kind == 2:
        for y in (-0.12, 0.2, 0.52):
            wave = set_down(WAVE, (0, y * size), size=(size * (0.93 if y < 0.4 else 0.86), size))
            yield Path(wave, stroke=light, stroke_width=size * 0.09)
    else:
        yield from daisy((0, size * 0.16), light, middle=field.colours.accents[0], radius=size * 0.46)
        yield joined(
            (
                oval((x * size, y * size), (size * 0.06, size * 0.06))
                for x, y in ((-0.34, -0.42), (0.3, -0.46), (0, -0.7), (-0.4, 0.72), (0.36, 0.74))
            ),
            light,
        )
    yield filled(SHADE, (0, 0), mix(fill, BLACK, share=0.13), size=size)
    yield Path(oval((-size * 0.36, -size * 0.36), (size * 0.09, size * 0.2), turn=24), mix(fill, WHITE, share=0.6))


def _frame(field: Field) -> Iterator[Item]:
    """Three eggs in the grass below the words, or branches of willow beside them."""
    width, height, unit = field.width, field.height, field.unit
    if field.wide:
        stem = bent((width - 12.0, height + 4), (width - 18.0, 18.0), bow=-0.05)
        yield from _willow(field, stem, size=7.0)
        yield from _willow(field, bent((width - 10.0, height + 4), (width - 5.5, 46.0), bow=0.05), size=6.2)
    else:
        yield from _eggs(field, (width / 2, height - 13), size=8.6 * unit, count=5)


EASTER = Design(
    mark("Easter eggs"),
    ("easter", "orthodox_easter"),
    Palette("#FDFBF1", "#5E8FB5", ("#F2C45A", "#E58B7B", "#9C8BC4"), leaf="#7DAA5F"),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
