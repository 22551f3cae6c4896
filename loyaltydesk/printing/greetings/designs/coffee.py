"""A cup of something warm, with a heart in its steam."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import WHITE, Disc, Group, Item, Path
from loyaltydesk.printing.strokes import Point, curve, filled, oval, set_down, shape, tapered
from loyaltydesk.words import mark

# The cup's rim is at (0, 0), one wide to either side.
BOWL = shape("M -1 0 C -0.98 0.62 -0.72 1.1 -0.42 1.22 L 0.42 1.22 C 0.72 1.1 0.98 0.62 1 0 Z")
SHADE = shape("M 1 0 C 0.98 0.62 0.72 1.1 0.42 1.22 L 0.08 1.22 C 0.46 1.06 0.74 0.6 0.78 0.1 Z")
BAND = shape(
    "M -0.955 0.36 L 0.955 0.36 C 0.93 0.47 0.9 0.57 0.86 0.67 L -0.86 0.67 C -0.9 0.57 -0.93 0.47 -0.955 0.36 Z"
)
HANDLE = shape("M 0.93 0.22 C 1.3 0.1 1.55 0.28 1.5 0.56 C 1.44 0.86 1.1 0.98 0.78 0.92")
HEART = shape(
    "M 0 0.9 C -0.5 0.5 -1 0.1 -1 -0.36 C -1 -0.74 -0.72 -0.96 -0.46 -0.96 C -0.22 -0.96 -0.08 -0.82 0 -0.62"
    " C 0.08 -0.82 0.22 -0.96 0.46 -0.96 C 0.72 -0.96 1 -0.74 1 -0.36 C 1 0.1 0.5 0.5 0 0.9 Z"
)
CREASE = shape("M -0.06 -0.98 C 0.34 -0.5 -0.34 0.4 0.06 0.98")
ROAST = ("#6B4532", "#8A5D43", "#4A2E22")  # its top, a light on it, a roasted bean


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE, height * 0.2, width * 0.49 - SAFE, height * 0.6)
    return Box(SAFE + 1, height * 0.075, width - 2 * SAFE - 2, height * 0.27)


def _text_at(width: float, height: float) -> Box:
    return letter_place(width, height, top=14, bottom=50, right=37)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    unit = field.unit
    rim = (field.width * 0.755, field.height * 0.56) if field.wide else (field.width / 2, field.height * 0.69)
    size = (20.5 if field.wide else 25) * unit
    yield Disc(rim[0], rim[1] + size * 0.02, size * 1.75, field.colours.pale)
    beans = scattered(field, 16, gap=15 * unit, density=lambda *_: 0.7, clear=4)
    yield from (
        item
        for at in beans
        if (at[0] - rim[0]) ** 2 + (at[1] - rim[1]) ** 2 > (size * 2.1) ** 2
        for item in _bean(field, at, size=2.3 * unit)
    )
    yield from _cup(field, rim, size=size)


def _cup(field: Field, rim: Point, *, size: float) -> Iterator[Item]:
    """A cup on its saucer; `rim` is the middle of its rim and `size` half as wide."""
    colours, (x, y) = field.colours, rim
    china, dark = mix(WHITE, colours.paper, share=0.3), mix(colours.paper, colours.deep, share=0.22)
    foot = y + size * 1.22
    yield Path(oval((x, foot + size * 0.2), (size * 1.62, size * 0.16)), mix(colours.pale, colours.deep, share=0.18))
    yield Path(oval((x, foot + size * 0.08), (size * 1.55, size * 0.2)), dark)
    yield Path(oval((x, foot + size * 0.03), (size * 1.55, size * 0.19)), china)
    yield Path(oval((x, foot + size * 0.01), (size * 0.78, size * 0.09)), dark)
    grip = set_down(HANDLE, rim, size=size)
    yield Path(grip, stroke=dark, stroke_width=size * 0.21)
    yield Path(grip, stroke=china, stroke_width=size * 0.145)
    yield filled(BOWL, rim, china, size=size)
    yield filled(BAND, rim, colours.main, size=size)
    yield filled(HEART, (x - size * 0.02, y + size * 0.52), china, size=size * 0.1)
    within = Path(set_down(SHADE, rim, size=size), mix(china, colours.deep, share=0.16))
    yield within
    yield Path(
        set_down(
            shape("M 0.952 0.36 C 0.93 0.47 0.9 0.57 0.86 0.67 L 0.62 0.67 C 0.67 0.57 0.71 0.46 0.74 0.36 Z"),
            rim,
            size=size,
        ),
        colours.deep,
    )
    yield Path(oval(rim, (size, size * 0.19)), dark)
    yield Path(oval(rim, (size * 0.955, size * 0.165)), china)
    yield Path(oval((x, y + size * 0.02), (size * 0.87, size * 0.13)), ROAST[0])
    yield Path(oval((x, y + size * 0.035), (size * 0.72, size * 0.085)), ROAST[1])
    yield from _steam(field, (x, y - size * 0.16), size=size)


def _steam(field: Field, foot: Point, *, size: float) -> Iterator[Item]:
    """Two wisps, and a heart where they would meet."""
    fill = mix(field.colours.paper, field.colours.main, share=0.38)
    sway = field.chance.between(-0.05, 0.05)
    for side in (-1, 1):
        wisp = [
            (foot[0] + side * size * (across + sway * n), foot[1] - size * up)
            for n, (across, up) in enumerate(
                ((0.26, 0.0), (0.42, 0.16), (0.4, 0.34), (0.24, 0.5), (0.2, 0.66), (0.34, 0.84))
            )
        ]
        smooth = _fine(wisp)
        yield Path(tapered(smooth, thick=size * 0.105, thin=size * 0.02), fill)
    yield filled(HEART, (foot[0], foot[1] - size * 0.98), field.colours.accents[1], size=size * 0.17)


def _fine(points: list[Point]) -> list[Point]:
    """More points on the smooth line through `points`."""
    fine: list[Point] = []
    for letter, numbers in curve(points):
        if letter == "M":
            fine.append((numbers[0], numbers[1]))
            continue
        start = fine[-1]
        for step in range(1, 5):
            t = step / 4
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            fine.append(
                (
                    a * start[0] + b * numbers[0] + c * numbers[2] + d * numbers[4],
                    a * start[1] + b * numbers[1] + c * numbers[3] + d * numbers[5],
                )
            )
    return fine


def _bean(field: Field, at: Point, *, size: float) -> Iterator[Item]:
    turn = field.chance.between(0, 180)
    drawn = (
        Path(oval((0, 0), (0.72 * size, size)), mix(ROAST[0], ROAST[1], share=field.chance.between(0, 1))),
        Path(set_down(CREASE, (0, 0), size=size * 0.94), stroke=ROAST[2], stroke_width=size * 0.14),
    )
    yield Group(drawn, at[0], at[1], turn=turn)


def _frame(field: Field) -> Iterator[Item]:
    """The cup, smaller, beside the words or below them, and some beans."""
    if field.wide:
        rim, size = (field.width - 20.5, field.height - 34), 9.5
    else:
        rim, size = (field.width / 2 - 1, field.height - 29), 10.5
    beans = scattered(field, 12, gap=11, density=lambda _, down: 0.8 if down > 0.1 else 0.3, clear=3)
    for at in beans:
        if (at[0] - rim[0]) ** 2 + (at[1] - rim[1]) ** 2 > (size * 2.3) ** 2:
            yield from _bean(field, at, size=1.7)
    yield from _cup(field, rim, size=size)


COFFEE = Design(
    mark("A warm cup"),
    ("anniversary", "name_day", "birthday"),
    Palette("#FBF5EC", "#B5533C", ("#E0A84E", "#C8473E", "#7A9E7E"), natural=True),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
