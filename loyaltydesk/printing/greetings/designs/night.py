"""A night full of stars above sleeping hills."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import BLEED, SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import BLACK, WHITE, Disc, Gradient, Item, Path, Rect, Step
from loyaltydesk.printing.strokes import Point, curve, filled, shape, star
from loyaltydesk.words import mark

MOON = shape(
    "M 0.35 -0.94 C -0.2 -0.9 -0.98 -0.6 -0.98 0.1 C -0.98 0.66 -0.5 1 0 1 C 0.46 1 0.82 0.74 0.96 0.36"
    " C 0.72 0.5 0.5 0.54 0.3 0.5 C -0.2 0.44 -0.46 0.06 -0.4 -0.3 C -0.36 -0.6 -0.1 -0.84 0.35 -0.94 Z"
)
TREE = shape(
    "M 0 -1 C 0.1 -0.7 0.2 -0.5 0.34 -0.36 L 0.2 -0.38 C 0.28 -0.2 0.36 -0.1 0.46 0 L -0.46 0"
    " C -0.36 -0.1 -0.28 -0.2 -0.2 -0.38 L -0.34 -0.36 C -0.2 -0.5 -0.1 -0.7 0 -1 Z"
)
LIGHT = "#FFE9B0"


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE + 8, height * 0.24, width - 2 * SAFE - 16, height * 0.34)
    return Box(SAFE + 2, height * 0.3, width - 2 * SAFE - 4, height * 0.28)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=44, bottom=14, right=38)


def _front(field: Field) -> Iterator[Item]:
    width, height, colours = field.width, field.height, field.colours
    low = mix(colours.paper, colours.main, share=0.5)
    yield field.ground(Gradient(0, 0, 0, height, colours.paper, low))
    yield from _moon(field, (width * 0.8, height * 0.15), size=8.2 * field.unit)
    yield from _stars(field, 120, until=0.74)
    for at in ((0.16, 0.13), (0.4, 0.075), (0.1, 0.64), (0.91, 0.55)):
        yield from _bright(field, (width * at[0], height * at[1]), size=2.6 * field.unit)
    shades = (mix(low, BLACK, share=0.12), mix(low, BLACK, share=0.36), mix(low, BLACK, share=0.6))
    for n, fill in enumerate(shades):
        yield from _hill(field, height * (0.76 + n * 0.075), fill, trees=(9, 7, 0)[n])
    yield from _house(field, (width * 0.3, height * 0.938), size=6.2 * field.unit, wall=shades[2])


def _stars(field: Field, count: int, *, until: float) -> Iterator[Item]:
    places = scattered(
        field, count, gap=3.4 * field.unit, density=lambda _, down: 0.9 if down < until else 0, clear=1.5
    )
    for n, at in enumerate(places):
        if n % 11 == 3:
            yield filled(
                star((0, 0), 1, points=4, inner=0.3), at, LIGHT, size=field.chance.about(1.3, 0.3) * field.unit
            )
        else:
            size = field.chance.between(0.16, 0.46) * field.unit
            yield Disc(*at, size, field.chance.pick((LIGHT, WHITE, field.colours.light)))


def _bright(field: Field, at: Point, *, size: float) -> Iterator[Item]:
    """A star with long rays, unless there are words."""
    if not field.calm.near(at, size):
        yield filled(star((0, 0), 1, points=4, inner=0.16), at, LIGHT, size=size)
        yield filled(star((0, 0), 1, points=4, inner=0.4), at, WHITE, size=size * 0.42, turn=45)


def _moon(field: Field, at: Point, *, size: float) -> Iterator[Item]:
    yield filled(MOON, at, LIGHT, size=size, turn=-14)


def _hill(field: Field, top: float, fill: str, *, trees: int) -> Iterator[Item]:
    """A rolling line of hills from edge to edge, with firs on it."""
    width, bottom = field.width + BLEED, field.height + BLEED
    points = [
        (-BLEED + (width + BLEED) * n / 5, top + field.chance.between(-0.028, 0.028) * field.height) for n in range(6)
    ]
    line = curve(points)
    ends: tuple[Step, ...] = (("L", (width, bottom)), ("L", (-BLEED, bottom)), ("Z", ()))
    for _ in range(trees):
        share = field.chance.between(0.02, 0.98)
        n = int(share * 5)
        y = points[n][1] + (points[n + 1][1] - points[n][1]) * (share * 5 - n)
        tall = field.chance.about(8.5, 0.3) * field.unit
        yield filled(TREE, (share * field.width, y + 1.6 * field.unit), fill, size=(tall * 0.8, tall))
    yield Path((*line, *ends), fill)


def _house(field: Field, foot: Point, *, size: float, wall: str) -> Iterator[Item]:
    """A small house with a light in its window and snow-free roof, dark as the night."""
    (x, y), dark = foot, mix(wall, BLACK, share=0.25)
    yield Rect(x + size * 0.42, y - size * 1.7, size * 0.3, size * 0.8, dark)
    yield Rect(x - size, y - size, size * 2, size * 1.4, dark)
    roof = (
        ("M", (x - size * 1.22, y - size * 0.94)),
        ("L", (x, y - size * 1.95)),
        ("L", (x + size * 1.22, y - size * 0.94)),
        ("Z", ()),
    )
    yield Path(roof, mix(dark, BLACK, share=0.3))
    for across in (-0.62, 0.14):
        left, top = x + across * size, y - size * 0.66
        yield Rect(left, top, size * 0.48, size * 0.52, LIGHT)
        yield Rect(left + size * 0.21, top, size * 0.06, size * 0.52, dark)
        yield Rect(left, top + size * 0.23, size * 0.48, size * 0.06, dark)


def _frame(field: Field) -> Iterator[Item]:
    """A strip of the same night, above the words or beside them."""
    colours, width, height = field.colours, field.width, field.height
    dark = mix(colours.main, "#0B1026", share=0.72)
    sky = Gradient(0, 0, 0, 34, dark, mix(dark, colours.main, share=0.5))
    if field.wide:
        edge = field.calm.right + 8
        points = [(edge + field.chance.between(-2.2, 2.2), -BLEED + (height + 2 * BLEED) * n / 5) for n in range(6)]
        rest: tuple[Step, ...] = (("L", (width + BLEED, height + BLEED)), ("L", (width + BLEED, -BLEED)), ("Z", ()))
        moon = (width - 15.0, 17.0)
    else:
        points = [(-BLEED + (width + 2 * BLEED) * n / 5, 31 + field.chance.between(-2.5, 2.5)) for n in range(6)]
        rest = (("L", (width + BLEED, -BLEED)), ("L", (-BLEED, -BLEED)), ("Z", ()))
        moon = (width - 20.0, 14.0)
    yield Path((*curve(points), *rest), sky)
    yield from _moon(field, moon, size=6)
    if field.wide:
        from_left, to_top = field.calm.right + 13, height
    else:
        from_left, to_top = 0.0, 25.0
    places = scattered(
        field,
        60,
        gap=3.4,
        density=lambda across, down: float(across * width >= from_left and down * height < to_top),
        clear=2,
    )
    for n, at in enumerate(places):
        if (at[0] - moon[0]) ** 2 + (at[1] - moon[1]) ** 2 < 81:
            continue
        if n % 9 == 3:
            yield filled(star((0, 0), 1, points=4, inner=0.25), at, LIGHT, size=field.chance.about(1.6, 0.3))
        else:
            yield Disc(*at, field.chance.between(0.18, 0.45), field.chance.pick((LIGHT, WHITE)))


NIGHT = Design(
    mark("Night sky"),
    ("new_year", "orthodox_christmas", "christmas", "birthday"),
    Palette("#141C3F", "#3E5A9B", ("#F2C14E", "#E58A6B", "#9FB7E0"), ink=LIGHT, words="#F5EFDD"),
    _front,
    _heading_at,
    _frame,
    _text_at,
    inside=Palette("#FBF8F0", "#2F4A8A", ("#F2C14E", "#E58A6B", "#9FB7E0")),
)
