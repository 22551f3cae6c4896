"""Tulips, tied with a ribbon."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.scene import BLACK, WHITE, Disc, Item, Path
from loyaltydesk.printing.strokes import Point, along, bent, filled, shape, tapered
from loyaltydesk.words import mark

# The flower stands on its stem at (0, 0) and is two high.
BACK = shape("M 0 -0.1 C -0.5 -0.5 -0.5 -1.4 -0.26 -1.86 C -0.1 -1.7 0.1 -1.7 0.26 -1.86 C 0.5 -1.4 0.5 -0.5 0 -0.1 Z")
LEFT = shape(
    "M 0 0 C -0.7 0 -1.0 -0.6 -0.86 -1.2 C -0.8 -1.6 -0.74 -1.75 -0.66 -1.95 C -0.4 -1.75 0.02 -1.3 0.1 -0.7"
    " C 0.12 -0.4 0.08 -0.15 0 0 Z"
)
RIGHT = shape(
    "M 0 0 C 0.7 0 1.0 -0.6 0.86 -1.2 C 0.8 -1.6 0.74 -1.75 0.66 -1.95 C 0.4 -1.75 -0.02 -1.3 -0.1 -0.7"
    " C -0.12 -0.4 -0.08 -0.15 0 0 Z"
)
FRONT = shape(
    "M 0 0.02 C -0.52 -0.08 -0.6 -0.7 -0.42 -1.1 C -0.32 -1.34 -0.14 -1.5 0 -1.62"
    " C 0.14 -1.5 0.32 -1.34 0.42 -1.1 C 0.6 -0.7 0.52 -0.08 0 0.02 Z"
)
LONG = shape("M 0 0 C -0.2 -0.1 -0.34 -0.5 -0.2 -0.75 C -0.12 -0.9 0.02 -0.96 0.16 -1.02 C 0.12 -0.8 0.2 -0.4 0.06 0 Z")
SHADOW = shape("M 0.01 0 C -0.08 -0.3 -0.04 -0.7 0.16 -1.02 C 0.12 -0.8 0.2 -0.4 0.06 0 Z")
LOOP = shape("M 0 0 C 0.3 -0.9 1.5 -1.15 1.66 -0.5 C 1.76 0.1 0.8 0.35 0 0 Z")
HOLLOW = shape("M 0.34 -0.1 C 0.6 -0.55 1.2 -0.72 1.32 -0.42 C 1.38 -0.1 0.86 0.06 0.34 -0.1 Z")
END = shape("M 0 0 C 0.3 0.5 0.4 1.2 0.9 1.9 L 0.5 1.78 L 0.3 2.06 C 0.1 1.4 -0.1 0.7 0 0 Z")
# Where the flowers of a bunch stand: across, up, and how far they lean; those at the back first.
BUNCH = (
    (-0.2, 1.0, -5),
    (0.2, 0.98, 6),
    (-0.5, 0.8, -15),
    (0.52, 0.78, 16),
    (0.0, 0.78, 1),
    (-0.28, 0.57, -9),
    (0.29, 0.55, 10),
)


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE, height * 0.18, width * 0.505 - SAFE, height * 0.64)
    return Box(SAFE + 1, height * 0.06, width - 2 * SAFE - 2, height * 0.26)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=52, right=34)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    unit = field.unit
    if field.wide:
        tie, high = (field.width * 0.775, field.height * 0.75), 52 * unit
    else:
        tie, high = (field.width / 2, field.height * 0.845), 62 * unit
    yield Disc(tie[0], tie[1] - high * 0.5, high * 0.72, field.colours.pale)
    yield from _bunch(field, tie, high=high)


def _bunch(field: Field, tie: Point, *, high: float) -> Iterator[Item]:
    """Seven tulips whose stems meet where the ribbon is, `high` above which the tallest stands."""
    colours, chance, size = field.colours, field.chance, high * 0.108
    for n, (across, _, lean) in enumerate(BUNCH):
        end = (tie[0] - across * high * 0.34 + chance.between(-0.8, 0.8), tie[1] + high * (0.2 + 0.03 * (n % 3)))
        yield Path(tapered(bent(tie, end, bow=lean / 600), thick=size * 0.2, thin=size * 0.24), colours.dark_leaf)
    for side, turn, long in ((-1, -33, 0.62), (1, 35, 0.6), (-1, -14, 0.7), (1, 16, 0.66)):
        yield from _leaf(field, tie, size=(high * 0.42 * side, high * long), turn=turn + chance.between(-3, 3))
    for n, (across, up, lean) in enumerate(BUNCH):
        top = (tie[0] + across * high * chance.about(0.92, 0.05), tie[1] - high * up * chance.about(0.88, 0.03))
        stem = bent(tie, top, bow=lean / 230)
        yield Path(tapered(stem, thick=size * 0.22, thin=size * 0.2), colours.leaf)
        fill = (colours.accents[1], colours.main, colours.accents[0], colours.accents[2], colours.main)[n % 5]
        yield from _tulip(top, fill, size=size * chance.about(1, 0.05), turn=lean + chance.between(-3, 3))
    yield from _ribbon(field, tie, size=size)


def _tulip(at: Point, fill: str, *, size: float, turn: float) -> Iterator[Item]:
    yield filled(BACK, at, mix(fill, BLACK, share=0.2), size=size, turn=turn)
    yield filled(LEFT, at, mix(fill, BLACK, share=0.07), size=size, turn=turn)
    yield filled(RIGHT, at, mix(fill, BLACK, share=0.12), size=size, turn=turn)
    yield filled(FRONT, at, mix(fill, WHITE, share=0.14), size=size, turn=turn)


def _leaf(field: Field, at: Point, *, size: Point, turn: float) -> Iterator[Item]:
    yield filled(LONG, at, field.colours.leaf, size=size, turn=turn)
    yield filled(SHADOW, at, field.colours.dark_leaf, size=size, turn=turn)


def _ribbon(field: Field, at: Point, *, size: float) -> Iterator[Item]:
    fill = field.colours.accents[1]
    dark = mix(fill, BLACK, share=0.18)
    for side in (-1, 1):
        yield filled(END, at, dark, size=(size * side, size * 0.95))
        yield filled(LOOP, at, fill, size=(size * side, size))
        yield filled(HOLLOW, at, dark, size=(size * side, size))
    yield Disc(*at, size * 0.4, mix(fill, WHITE, share=0.12))


def _frame(field: Field) -> Iterator[Item]:
    """Tulips in a row below the words, or three beside them."""
    width, height, colours, chance = field.width, field.height, field.colours, field.chance
    places: tuple[Point, ...]
    if field.wide:
        places = ((width - 25.0, 34.0), (width - 8.5, 42.0), (width - 17.0, 58.0))
    else:
        shares = ((0.1, 38.0), (0.26, 26.0), (0.42, 33.0), (0.58, 24.0), (0.74, 36.0), (0.9, 28.0))
        places = tuple((width * share, high) for share, high in shares)
    for n, (x, high) in enumerate(places):
        top = (x + chance.between(-1.5, 1.5), height - high + chance.between(-2, 2))
        stem = bent((x + chance.between(-2, 2), height + 4), top, bow=chance.between(-0.05, 0.05))
        yield from _leaf(field, along(stem, 0.05)[0], size=((-1) ** n * high * 0.42, high * 0.8), turn=(-1) ** n * 14)
        yield Path(tapered(stem, thick=1.3, thin=1.0), colours.leaf)
        fill = (colours.main, colours.accents[0], colours.accents[1], colours.accents[2])[n % 4]
        yield from _tulip(top, fill, size=5.2, turn=chance.between(-9, 9))


TULIPS = Design(
    mark("Tulips"),
    ("womens_day", "mothers_day", "name_day", "birthday"),
    Palette("#FEF9F4", "#C8385A", ("#F3B23E", "#E77C8E", "#9B5DA8"), leaf="#6FA06A"),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
