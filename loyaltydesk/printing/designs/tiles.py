"""Tiles: squares with quarters of circles in related colours along one side, on a ground that is almost white."""

from loyaltydesk.printing.colours import INK, MUTED, ink_on, mix, readable
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.scene import BLACK, WHITE, Disc, Group, Item, Path, Rect
from loyaltydesk.words import mark

ARC = 0.5523  # of a quarter circle as a curve
COLUMNS = 2
# Each tile: its ground, what lies on it, and the colour of that; colours are numbers of _shades.
PATTERN = (
    (0, "nw", 3), (1, "disc", 4), (4, "se", 0), (0, "leaf", 2),
    (2, "sw", 1), (3, "ne", 0), (1, "leaf", 4), (0, "disc", 3),
)  # fmt: skip


def _shades(side: Side) -> tuple[str, ...]:
    return (
        side.main,
        mix(side.main, BLACK, share=0.35),
        mix(WHITE, side.main, share=0.55),
        side.accent,
        mix(WHITE, side.main, share=0.18),
    )


def _quarter(corner: str, *, colour: str) -> Path:
    """A quarter of a disc in the tile of 0 to 1, its middle in a corner of it."""
    x, right = (0, 1) if "w" in corner else (1, -1)
    y, down = (0, 1) if "n" in corner else (1, -1)
    bent = ("C", (x + right, y + down * ARC, x + right * ARC, y + down, x, y + down))
    return Path((("M", (x, y)), ("L", (x + right, y)), bent, ("Z", ())), fill=colour)


def _leaf(colour: str) -> Path:
    return Path(
        (("M", (0, 1)), ("C", (0, 1 - ARC, 1 - ARC, 0, 1, 0)), ("C", (1, ARC, ARC, 1, 0, 1)), ("Z", ())), fill=colour
    )


def _tile(number: int, shades: tuple[str, ...]) -> tuple[Item, ...]:
    """A tile of 1 × 1; a hair larger, so that no line of light shows between two."""
    ground, kind, ink = PATTERN[number % len(PATTERN)]
    colour = shades[ink]
    whole: dict[str, Item] = {"disc": Disc(0.5, 0.5, 0.3, colour), "leaf": _leaf(colour)}
    return Rect(-0.004, -0.004, 1.008, 1.008, shades[ground]), whole.get(kind) or _quarter(kind, colour=colour)


def _front(side: Side) -> tuple[Item, ...]:
    size, field, shades = _size(side), side.whole(mix(WHITE, side.main, share=0.05)), _shades(side)
    tiles: list[Item] = []
    for row in range(-1, round(side.height / size) + 1):
        for column in range(COLUMNS + 1):
            place = (side.width - (COLUMNS - column) * size, row * size)
            tiles.append(Group(_tile(row * COLUMNS + column + row // 4 + 2, shades), *place, scale=size))
    return (field, Group(tuple(tiles), clip=field))


def _size(side: Side) -> float:
    """So that whole tiles fill the height."""
    return side.height / (2 if side.small else 4)


def _front_plan(side: Side) -> FrontPlan:
    ground = mix(WHITE, side.main, share=0.05)
    strong, quiet = side.ink or readable(side.main, ground), side.ink or MUTED
    sign = Sign((0, 0, 4.4 if side.logo else 0), side.main, ink_on(side.main))
    right = COLUMNS * _size(side) + 3
    plan = left_plan(side, Inks(strong, quiet, side.ink or INK, quiet), sign=sign, right=right)
    return plan.narrowed(side.width - 7 - right)


def _back(side: Side) -> tuple[Item, ...]:
    high, shades = 3.2, _shades(side)
    count, top = int((side.width + 2 * side.bleed) / high) + 2, side.height - high
    tiles = (
        Group(_tile(number, shades), side.width - (number + 1) * high, top, scale=high) for number in range(-1, count)
    )
    strip = Rect(-side.bleed, side.height - high, side.width + 2 * side.bleed, high + side.bleed, side.main)
    return (side.whole(WHITE), strip, *tiles)


def _back_plan(side: Side) -> BackPlan:
    return back_plan(side, lower=-1.4, foot=6.4)


TILES = Template(
    "tiles", mark("Tiles"), lambda main: mix("#E2A13C", main, share=0.12), _front, _front_plan, _back, _back_plan
)
