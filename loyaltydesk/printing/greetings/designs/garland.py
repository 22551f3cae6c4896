"""A garland of flags across the sky, for whatever there is to celebrate."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import mix
from loyaltydesk.printing.greetings.field import SAFE, Box, Design, Field
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.scatter import scattered
from loyaltydesk.printing.scene import WHITE, Disc, Group, Item, Path
from loyaltydesk.printing.strokes import Point, along, curve, filled, joined, oval, shape, star
from loyaltydesk.words import mark

FLAG = shape("M -0.5 0 C -0.2 0.05 0.2 0.05 0.5 0 L 0.04 1.12 C 0.02 1.16 -0.02 1.16 -0.04 1.12 Z")
HEM = shape("M -0.5 0 C -0.2 0.05 0.2 0.05 0.5 0 L 0.43 0.16 C 0.2 0.2 -0.2 0.2 -0.43 0.16 Z")
STRIPE = shape("M -0.37 0.3 L 0.37 0.3 L 0.28 0.52 L -0.28 0.52 Z")
DOTS = ((-0.16, 0.36), (0.16, 0.36), (0.0, 0.6), (0.0, 0.85))


def _heading_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(SAFE + 4, height * 0.5, width - 2 * SAFE - 8, height * 0.36)
    return Box(SAFE + 1, height * 0.5, width - 2 * SAFE - 2, height * 0.32)


def _text_at(width: float, height: float) -> Box:
    if width > height * 1.15:
        return Box(12, 22, width - 24, height - 31)
    return Box(12, 40, width - 24, height - 54)


def _front(field: Field) -> Iterator[Item]:
    yield field.ground(field.colours.paper)
    low = field.width > field.height
    for top, deep, large in (
        ((0.02, 0.13, 9.5), (0.15, 0.15, 12.0)) if low else ((0.0, 0.1, 9.0), (0.11, 0.11, 11.5), (0.245, 0.1, 13.0))
    ):
        lift = field.chance.between(-0.02, 0.02)
        yield from _string(field, (top + lift, top - lift), deep, size=large * field.unit)
    for at in scattered(field, 34, gap=8 * field.unit, density=lambda _, down: 0.9 if down > 0.46 else 0.0, clear=2.5):
        fill = field.chance.pick((field.colours.light, *field.colours.accents))
        if field.chance.between(0, 1) < 0.3:
            yield filled(star((0, 0), 1, inner=0.48), at, fill, size=1.5 * field.unit, turn=field.chance.between(0, 70))
        else:
            yield Disc(*at, field.chance.about(0.75, 0.3) * field.unit, fill)


def _string(field: Field, ends: Point, deep: float, *, size: float) -> Iterator[Item]:
    """One string with its flags: `ends` are how high it hangs left and right, of the side's height, `deep` its dip."""
    width, height = field.width, field.height
    lowest = field.chance.between(0.42, 0.58)
    points = [(-4 + (width + 8) * n / 20, height * _hang(ends, deep, share=n / 20, lowest=lowest)) for n in range(21)]
    count = round((width + 8) / (size * 1.1))
    fills = (
        field.colours.main,
        field.colours.accents[0],
        field.colours.light,
        field.colours.accents[1],
        field.colours.accents[2],
    )
    first = int(field.chance.between(0, len(fills)))
    yield Path(curve(points), stroke=field.colours.deep, stroke_width=0.45 * field.unit)
    for n in range(count):
        at, heading = along(points, (n + 0.5) / count)
        turn = (heading - 90) * 0.8 + field.chance.between(-3, 3)
        drawn = tuple(_flag(field, fills[(n + first) % len(fills)], size=size, kind=(n * 2 + first) % 5))
        yield Group(drawn, *at, turn=turn)


def _hang(ends: Point, deep: float, *, share: float, lowest: float) -> float:
    """How far down a string is after `share` of its width: a parabola on a slope, its dip where `lowest` says."""
    bend = share / lowest if share < lowest else (1 - share) / (1 - lowest)
    return ends[0] + (ends[1] - ends[0]) * share + deep * (1 - (1 - bend) ** 2)


def _flag(field: Field, fill: str, *, size: float, kind: int) -> Iterator[Item]:
    """A flag that hangs from (0, 0): plain, with dots or with a stripe."""
    bright = mix(fill, WHITE, share=0.62)
    yield filled(FLAG, (0, 0), fill, size=size)
    if kind == 1:
        yield joined((oval((x * size, y * size), (0.075 * size, 0.075 * size)) for x, y in DOTS), bright)
    elif kind == 3:
        yield filled(STRIPE, (0, 0), bright, size=size)
    yield filled(HEM, (0, 0), mix(fill, field.colours.deep, share=0.25), size=size)


def _frame(field: Field) -> Iterator[Item]:
    tall = not field.wide
    size, deep = (9.0, 0.1) if tall else (7.5, 0.075)
    yield from _string(field, (0.03, 0.015), deep, size=size)
    if tall:
        yield from _string(field, (-0.05, 0.06), deep * 0.5, size=size * 0.8)


GARLAND = Design(
    mark("Garland of flags"),
    ("birthday", "anniversary", "name_day", "new_year", "welcome", "first_purchase"),
    Palette("#FCFBF5", "#3C6E91", ("#F2B84B", "#DD6B55", "#7FB89B")),
    _front,
    _heading_at,
    _frame,
    _text_at,
)
