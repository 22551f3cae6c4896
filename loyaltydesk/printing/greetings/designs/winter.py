"""Spruces in the snow, and a cabin with a light in its window."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import BLEED, SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import WHITE, Disc, Gradient, Item, Path, Rect, Step
from loyaltydesk.printing.strokes import Point, curve, filled, set_down, shape
from loyaltydesk.words import mark

TIER = shape(
    "M 0 -1 C 0.16 -0.62 0.5 -0.22 1 0.02 C 0.84 0.12 0.7 0.1 0.56 0.04 C 0.42 0.16 0.26 0.16 0.14 0.06"
    " C 0.06 0.16 -0.06 0.16 -0.14 0.06 C -0.26 0.16 -0.42 0.16 -0.56 0.04 C -0.7 0.1 -0.84 0.12 -1 0.02"
    " C -0.5 -0.22 -0.16 -0.62 0 -1 Z"
)
SNOW = shape(
    "M 0 -1.02 C 0.1 -0.76 0.3 -0.46 0.6 -0.2 C 0.5 -0.16 0.42 -0.2 0.34 -0.28"
    " C 0.28 -0.16 0.16 -0.16 0.1 -0.26 C 0.04 -0.14 -0.1 -0.14 -0.15 -0.24 C -0.24 -0.16 -0.36 -0.2 -0.4 -0.3"
    " C -0.46 -0.2 -0.54 -0.17 -0.6 -0.2 C -0.3 -0.46 -0.1 -0.76 0 -1.02 Z"
)
SHADE = shape(
    "M 0 -1 C 0.16 -0.62 0.5 -0.22 1 0.02 C 0.84 0.12 0.7 0.1 0.56 0.04 C 0.42 0.16 0.3 0.15 0.2 0.08"
    " C 0.3 -0.2 0.1 -0.6 0 -1 Z"
)
FROST = "#2F5D7C"  # what is far away, and shadows on the snow
TIERS = ((0.3, 0.46, 0.44), (0.58, 0.66, 0.5), (0.9, 0.86, 0.54))  # how far down, how wide and how high
ROOF = shape(
    "M -1.3 0.1 L 0 -0.95 L 1.3 0.1 C 1.34 0.2 1.28 0.28 1.18 0.26 L 0 -0.66 L -1.18 0.26"
    " C -1.28 0.28 -1.34 0.2 -1.3 0.1 Z"
)


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE + 6, height * 0.1, width - 2 * SAFE - 12, height * 0.32)
    return Box(SAFE + 1, height * 0.09, width - 2 * SAFE - 2, height * 0.28)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=55, right=36)


def _front(field: Field) -> Iterator[Item]:
    width, height, unit, colours = field.width, field.height, field.unit, field.colours
    yield field.ground(Gradient(0, 0, 0, height, colours.paper, mix(colours.paper, WHITE, share=0.75)))
    top = field.calm.bottom
    room = height - top
    far = mix(colours.paper, FROST, share=0.28)
    for share in (0.05, 0.13, 0.24, 0.36, 0.63, 0.74, 0.86, 0.95):
        size = field.chance.about(14, 0.22) * unit
        yield from _tree(
            field,
            (width * share, top + room * 0.5),
            size=size,
            fills=(far, mix(far, FROST, share=0.12)),
            snow=False,
        )
    yield from _drift(field, top + room * 0.47, mix(WHITE, colours.paper, share=0.42))
    yield from _flakes(field, 70)
    yield from _cabin(field, (width * 0.55, top + room * 0.745), size=9.4 * unit)
    for share, down, size in ((0.86, 0.74, 37), (0.15, 0.76, 42), (0.74, 0.755, 22), (0.32, 0.77, 24)):
        yield from _tree(field, (width * share, top + room * down), size=min(size * unit, room * 0.6))
    yield from _drift(field, top + room * 0.73, mix(WHITE, colours.paper, share=0.2))
    for share, down, size in ((0.97, 0.95, 33), (0.03, 0.97, 27)):
        yield from _tree(field, (width * share, top + room * down), size=min(size * unit, room * 0.6))
    yield from _drift(field, top + room * 0.91, WHITE)


def _tree(
    field: Field, foot: Point, *, size: float, fills: tuple[str, str] | None = None, snow: bool = True
) -> Iterator[Item]:
    """A spruce `size` high, from its stem to its tip; the one at the back first."""
    green, dark = fills or (field.colours.leaf, field.colours.dark_leaf)
    x, y = foot
    top, wide = y - size, size * 0.4 * field.chance.about(1, 0.08)
    if snow:
        yield Rect(x - size * 0.035, y - size * 0.14, size * 0.07, size * 0.2, "#6B4A3A")
    for down, across, high in reversed(TIERS):
        at, scale = (x, top + size * down), (wide * across, size * high)
        yield filled(TIER, at, green, size=scale)
        yield filled(SHADE, at, dark, size=scale)
        if snow:
            yield filled(SNOW, at, mix(WHITE, field.colours.paper, share=0.12), size=scale)


def _drift(field: Field, top: float, fill: str) -> Iterator[Item]:
    """Snow from edge to edge."""
    width, bottom = field.width + BLEED, field.height + BLEED
    points = [
        (-BLEED + (width + BLEED) * n / 4, top + field.chance.between(-0.02, 0.02) * field.height) for n in range(5)
    ]
    ends: tuple[Step, ...] = (("L", (width, bottom)), ("L", (-BLEED, bottom)), ("Z", ()))
    yield Path((*curve(points), *ends), fill)


def _cabin(field: Field, foot: Point, *, size: float) -> Iterator[Item]:
    """A log cabin under much snow, its window lit."""
    (x, y), wall = foot, mix(field.colours.accents[1], "#3B2620", share=0.42)
    dark = mix(wall, "#1E1412", share=0.4)
    yield Rect(x + size * 0.45, y - size * 1.95, size * 0.32, size * 0.8, dark)
    yield Rect(x + size * 0.4, y - size * 2.05, size * 0.42, size * 0.18, WHITE, radius=size * 0.08)
    gable = (
        ("M", (x - size, y)),
        ("L", (x - size, y - size * 0.98)),
        ("L", (x, y - size * 1.78)),
        ("L", (x + size, y - size * 0.98)),
        ("L", (x + size, y)),
        ("Z", ()),
    )
    yield Path(gable, wall)
    for n in range(1, 4):
        yield Rect(x - size, y - size * 0.25 * n, size * 2, size * 0.035, dark)
    yield filled(ROOF, (x, y - size), WHITE, size=size)
    yield Rect(x - size * 0.66, y - size * 0.82, size * 0.56, size * 0.5, "#FFD977")
    yield Rect(x - size * 0.405, y - size * 0.82, size * 0.05, size * 0.5, dark)
    yield Rect(x - size * 0.66, y - size * 0.595, size * 0.56, size * 0.05, dark)
    yield Rect(x + size * 0.2, y - size * 0.84, size * 0.44, size * 0.84, dark, radius=size * 0.05)
    yield Disc(x + size * 0.55, y - size * 0.4, size * 0.045, "#FFD977")
    wreath = (x + size * 0.42, y - size * 0.6)
    yield Disc(*wreath, size * 0.13, field.colours.leaf)
    yield Disc(*wreath, size * 0.065, dark)


def _flakes(field: Field, count: int, *, fill: str = WHITE) -> Iterator[Item]:
    for n, at in enumerate(scattered(field, count, gap=6 * field.unit, density=lambda *_: 0.9, clear=3)):
        if n % 8 == 2:
            yield from _crystal(
                at, fill, size=field.chance.about(1.9, 0.25) * field.unit, turn=field.chance.between(0, 60)
            )
        else:
            yield Disc(*at, field.chance.between(0.3, 0.85) * field.unit, fill)


def _crystal(at: Point, fill: str, *, size: float, turn: float) -> Iterator[Item]:
    """A snowflake of six rays."""
    ray = shape("M 0 0 L 0 -1 M 0 -0.55 L 0.24 -0.8 M 0 -0.55 L -0.24 -0.8")
    steps = tuple(step for n in range(6) for step in set_down(ray, at, size=size, turn=turn + n * 60))
    yield Path(steps, stroke=fill, stroke_width=size * 0.13)


def _frame(field: Field) -> Iterator[Item]:
    """A few spruces in the snow, below the words or beside them, and flakes all around."""
    width, height = field.width, field.height
    pale = mix(WHITE, FROST, share=0.16)
    yield from _flakes(field, 34, fill=mix(WHITE, FROST, share=0.24))
    places: tuple[tuple[float, float, float], ...]
    if field.wide:
        places = ((width - 9, height - 11, 40), (width - 22, height - 8, 30))
    else:
        places = (
            (15, height - 12, 31),
            (29, height - 10, 21),
            (width - 31, height - 11, 22),
            (width - 14, height - 12, 33),
        )
    for x, y, size in places:
        yield from _tree(field, (x + field.chance.between(-1, 1), y), size=size * field.chance.about(1, 0.05))
    if field.wide:
        right = field.calm.right
        hill = [
            (right + 4, height + BLEED),
            (right + 12, height - 7),
            (width - 12, height - 11),
            (width + BLEED, height - 9),
        ]
        yield Path((*curve(hill), ("L", (width + BLEED, height + BLEED)), ("Z", ())), pale)
    else:
        yield from _drift(field, height - 11, pale)


WINTER = Design(
    mark("Winter forest"),
    ("christmas", "orthodox_christmas", "new_year"),
    Palette("#CFE3EE", "#2F5D7C", ("#F2C14E", "#B8433A", "#9CC3D5"), leaf="#2F6B5E", ink="#1D4560", natural=True),
    _front,
    _heading_at,
    _frame,
    _text_at,
    inside=Palette("#F7FBFD", "#2F5D7C", ("#F2C14E", "#B8433A", "#9CC3D5"), leaf="#2F6B5E", natural=True),
)
