"""A birthday cake with candles."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import BLACK, WHITE, Disc, Item, Path, Rect, Step
from loyaltydesk.printing.strokes import Point, filled, oval, set_down, shape
from loyaltydesk.words import mark

FLAME = shape("M 0 0 C -0.52 -0.12 -0.5 -0.62 0 -1.25 C 0.5 -0.62 0.52 -0.12 0 0 Z")
STAND = shape(
    "M -1 0 L 1 0 C 0.98 0.07 0.93 0.1 0.86 0.1 L 0.2 0.1 C 0.15 0.3 0.2 0.42 0.46 0.46 L 0.46 0.5 L -0.46 0.5"
    " L -0.46 0.46 C -0.2 0.42 -0.15 0.3 -0.2 0.1 L -0.86 0.1 C -0.93 0.1 -0.98 0.07 -1 0 Z"
)
CUP = shape("M -1 0 L 1 0 L 0.7 1.2 C 0.68 1.28 0.62 1.32 0.55 1.32 L -0.55 1.32 C -0.62 1.32 -0.68 1.28 -0.7 1.2 Z")
CREAM = shape(
    "M -1.18 0.12 C -1.42 -0.2 -1.18 -0.5 -0.92 -0.5 C -1.02 -0.85 -0.72 -1.08 -0.46 -1.02"
    " C -0.4 -1.4 0.4 -1.4 0.46 -1.02 C 0.72 -1.08 1.02 -0.85 0.92 -0.5 C 1.18 -0.5 1.42 -0.2 1.18 0.12"
    " C 1.0 0.3 0.74 0.28 0.6 0.14 C 0.4 0.34 0.14 0.3 0 0.16 C -0.14 0.3 -0.4 0.34 -0.6 0.14"
    " C -0.74 0.28 -1.0 0.3 -1.18 0.12 Z"
)


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE, height * 0.18, width * 0.5 - SAFE, height * 0.64)
    return Box(SAFE + 1, height * 0.075, width - 2 * SAFE - 2, height * 0.26)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=51, right=34)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    unit, wide = field.unit, field.wide
    foot = (field.width * 0.75, field.height * 0.86) if wide else (field.width / 2, field.height * 0.885)
    size = (29 if wide else 36) * unit
    yield Disc(foot[0], foot[1] - size * 0.95, size * 1.22, field.colours.pale)
    yield from _sprinkles(field, 34, clear=(foot[0], foot[1] - size, size * 1.4))
    yield from _cake(field, foot, size=size)


def _cake(field: Field, foot: Point, *, size: float) -> Iterator[Item]:
    """Two layers on a stand, whose plate is `size` to either side of its middle."""
    colours, (x, y) = field.colours, foot
    plate = y - size * 0.5
    yield Path(set_down(oval((0, 0), (0.6, 0.05)), (x, y), size=size), mix(colours.paper, colours.deep, share=0.2))
    low, high = size * 0.56, size * 0.48
    yield from _layer(field, (x, plate), width=size * 0.84, height=low, fills=(colours.accents[1], colours.accents[0]))
    yield from _layer(
        field,
        (x, plate - low),
        width=size * 0.58,
        height=high,
        fills=(colours.light, mix(WHITE, colours.paper, share=0.5)),
    )
    yield filled(STAND, (x, plate), mix(colours.main, WHITE, share=0.12), size=size)
    yield Rect(x - size, plate - size * 0.03, size * 2, size * 0.06, colours.main, radius=size * 0.03)
    top = plate - low - high
    for n in range(5):
        at = (x + (n - 2) * size * 0.22, top + (0.035 if n % 2 else 0.0) * size)
        fill = (colours.main, colours.accents[0], colours.accents[1], colours.accents[2], colours.main)[n]
        yield from _candle(field, at, fill, size=size * 0.3)


def _layer(field: Field, foot: Point, *, width: float, height: float, fills: tuple[str, str]) -> Iterator[Item]:
    """A layer with icing that runs down, and a row of dots; `foot` is the middle of its lower edge."""
    (x, y), (body, icing) = foot, fills
    left, top, around = x - width, y - height, height * 0.16
    yield Rect(left, top, 2 * width, height, body, radius=around)
    yield Rect(left, y - around * 2, 2 * width, around * 2, body)
    yield Rect(left, y - height * 0.17, 2 * width, height * 0.17, mix(body, BLACK, share=0.09))
    drips = 7
    step = 2 * width / drips
    steps: list[Step] = [("M", (left, top + around)), ("C", (left, top, left, top, left + around, top))]
    right = left + 2 * width
    steps += [("L", (right - around, top)), ("C", (right, top, right, top, right, top + around))]
    for n in range(drips):
        end, deep = right - step * (n + 1), top + height * field.chance.between(0.3, 0.56)
        steps.append(("C", (end + step, deep + step * 0.32, end, deep + step * 0.32, end, top + height * 0.2)))
    yield Path((*steps, ("Z", ())), icing)
    for n in range(9):
        at = left + (n + 0.5) * 2 * width / 9
        yield Disc(round(at, 3), y - height * 0.085, height * 0.035, icing)


def _candle(field: Field, foot: Point, fill: str, *, size: float) -> Iterator[Item]:
    (x, y), wide = foot, size * 0.2
    height = size * field.chance.about(1, 0.06)
    yield Disc(x, y - height * 1.38, size * 0.5, mix(field.colours.pale, "#FFE9A8", share=0.75))
    yield Rect(x - wide / 2, y - height, wide, height, fill, radius=wide * 0.3)
    for n in range(3):
        at = y - height * (0.2 + n * 0.28)
        stripe = (
            ("M", (x - wide / 2, at)),
            ("L", (x + wide / 2, at - wide * 0.6)),
            ("L", (x + wide / 2, at - wide * 1.1)),
            ("L", (x - wide / 2, at - wide * 0.5)),
            ("Z", ()),
        )
        yield Path(stripe, mix(fill, WHITE, share=0.6))
    yield Path((("M", (x, y - height)), ("L", (x, y - height * 1.14))), stroke="#5B4A42", stroke_width=size * 0.035)
    lean = field.chance.between(-7, 7)
    yield filled(FLAME, (x, y - height * 1.1), "#F6A93B", size=size * 0.34, turn=lean)
    yield filled(FLAME, (x, y - height * 1.12), "#FFE7A0", size=size * 0.18, turn=lean)


def _sprinkles(field: Field, count: int, *, clear: tuple[float, float, float]) -> Iterator[Item]:
    """Hundreds and thousands in the air, none of them on the cake."""
    x, y, radius = clear
    fills = (field.colours.main, field.colours.light, *field.colours.accents)
    for at in scattered(field, count, gap=7.5 * field.unit, density=lambda *_: 0.8, clear=2.5):
        if (at[0] - x) ** 2 + (at[1] - y) ** 2 > radius**2:
            grain = Rect(-1.1, -0.35, 2.2, 0.7, radius=0.35)
            drawn = shape(f"M {grain.x} 0 C -1.1 -0.5 1.1 -0.5 1.1 0 C 1.1 0.5 -1.1 0.5 -1.1 0 Z")
            yield filled(drawn, at, field.chance.pick(fills), size=field.unit, turn=field.chance.between(0, 180))


def _frame(field: Field) -> Iterator[Item]:
    """A small cake with one candle, beside the words or below them."""
    foot = (field.width - 17.0, field.height - 13) if field.wide else (field.width / 2, field.height - 12)
    yield from _sprinkles(field, 26 if field.wide else 22, clear=(foot[0], foot[1] - 12, 17))
    yield from _muffin(field, foot, size=9.5)


def _muffin(field: Field, foot: Point, *, size: float) -> Iterator[Item]:
    colours, (x, y) = field.colours, foot
    top = y - size * 1.32
    yield from _candle(field, (x, top - size * 0.95), colours.accents[0], size=size * 0.9)
    yield filled(CUP, (x, top), colours.main, size=size)
    for n in range(5):
        at = x + (n - 2) * size * 0.36
        yield Path(
            (("M", (at, top)), ("L", (x + (n - 2) * size * 0.27, y))), stroke=colours.deep, stroke_width=size * 0.035
        )
    yield filled(CREAM, (x, top), colours.accents[1], size=size)
    yield filled(CREAM, (x, top - size * 0.1), mix(colours.accents[1], WHITE, share=0.22), size=size * 0.82)
    for n in range(9):
        up = 0.25 + 0.62 * field.chance.between(0, 1) * (1 - abs(n - 4) / 5)
        fill = field.chance.pick((colours.paper, colours.accents[0], colours.accents[2]))
        yield Disc(x + (n - 4) * size * 0.2, top - size * up, size * 0.06, fill)


CAKE = Design(
    mark("Birthday cake"),
    ("birthday",),
    Palette("#FFF9F1", "#B4485F", ("#F2C14E", "#EDA0A6", "#7DB7A8")),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
