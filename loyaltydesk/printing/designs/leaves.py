"""Leaves: twigs drawn with a fine pen on the colour of paper, and the shop's name as if by hand."""

from math import atan2, cos, degrees, hypot, radians, sin

from msgspec.structs import replace

from loyaltydesk.printing.colours import INK, MUTED, ink_on, mix, readable
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.scene import WHITE, Disc, Group, Item, Path, Role
from loyaltydesk.words import mark

PAPER = "#FBF8F0"
BERRY = "#D79A52"
Point = tuple[float, float]


def _leaf(foot: Point, length: float, *, turn: float, fill: str, line: str) -> tuple[Item, ...]:
    """A leaf that grows from `foot`, turned clockwise from pointing up, with its middle rib."""
    along, across = (sin(radians(turn)), -cos(radians(turn))), (cos(radians(turn)), sin(radians(turn)))

    def at(up: float, aside: float) -> Point:
        x, y = (foot[axis] + length * (up * along[axis] + aside * across[axis]) for axis in (0, 1))
        return x, y

    tip = at(1, 0)
    edge = (
        ("M", foot),
        ("C", (*at(0.22, 0.30), *at(0.68, 0.27), *tip)),
        ("C", (*at(0.68, -0.27), *at(0.22, -0.30), *foot)),
        ("Z", ()),
    )
    rib = (("M", at(-0.06, 0)), ("L", at(0.8, 0)))
    return Path(edge, fill=fill, stroke=line, stroke_width=0.2), Path(rib, stroke=line, stroke_width=0.2)


def _twig(ends: tuple[Point, Point, Point], leaf: float, *, colours: tuple[str, str, str]) -> tuple[Item, ...]:
    """A twig along a curve from its foot to its tip, with leaves on both sides and a berry here and there."""
    (x0, y0), (x1, y1), (x2, y2) = ends
    fill, line, berry = colours
    thirds = (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x2 + (x1 - x2) * 2 / 3, y2 + (y1 - y2) * 2 / 3)
    items: list[Item] = [Path((("M", (x0, y0)), ("C", (*thirds, x2, y2))), stroke=line, stroke_width=0.28)]
    count = max(4, round(hypot(x2 - x0, y2 - y0) / leaf * 1.75))
    for number in range(count):
        t = 0.1 + 0.86 * number / count
        point = tuple(a * (1 - t) ** 2 + 2 * b * t * (1 - t) + c * t * t for a, b, c in zip(*ends, strict=True))
        dx, dy = (2 * (1 - t) * (b - a) + 2 * t * (c - b) for a, b, c in zip(*ends, strict=True))
        turn, hand = _turn(dx, dy), 1 if number % 2 else -1
        size = leaf * (1 - 0.45 * t)
        items += _leaf((point[0], point[1]), size, turn=turn + hand * (52 - 16 * t), fill=fill, line=line)
        if number % 3 == 1:
            items += _berry((point[0], point[1]), size * 0.6, turn=turn - hand * 40, colours=(line, berry))
    return (*items, *_leaf((x2, y2), leaf * 0.6, turn=_turn(x2 - x1, y2 - y1), fill=fill, line=line))


def _turn(dx: float, dy: float) -> float:
    """The direction of a line, clockwise from pointing up."""
    return degrees(atan2(dx, -dy))


def _berry(foot: Point, stalk: float, *, turn: float, colours: tuple[str, str]) -> tuple[Item, ...]:
    x, y = foot[0] + stalk * sin(radians(turn)), foot[1] - stalk * cos(radians(turn))
    return Path((("M", foot), ("L", (x, y))), stroke=colours[0], stroke_width=0.2), Disc(x, y, 0.75, colours[1])


def _colours(side: Side) -> tuple[str, str, str]:
    return mix(PAPER, side.main, share=0.2), mix(PAPER, readable(side.main, PAPER), share=0.75), side.accent


def _front(side: Side) -> tuple[Item, ...]:
    wide, high, colours = side.width, side.height, _colours(side)
    first = _twig(((wide * 0.80, high + 5), (wide * 0.78, high * 0.5), (wide * 0.94, -3)), 12.5, colours=colours)
    second = _twig(((wide + 4, high * 0.98), (wide * 0.93, high * 0.86), (wide * 0.9, high * 0.5)), 8, colours=colours)
    field = side.whole(PAPER)
    return (field, Group((*second, *first), clip=field))


def _front_plan(side: Side) -> FrontPlan:
    strong, quiet = side.ink or readable(side.main, PAPER), side.ink or mix(MUTED, INK, share=0.3)
    sign = Sign((0, 0, 5.2 if side.logo else 0), side.main, ink_on(side.main))
    plan = left_plan(side, Inks(strong, quiet, side.ink or INK, quiet), sign=sign, right=side.width * 0.27)
    plan = plan.narrowed(side.width * 0.73 - 7)
    return replace(plan, shop=replace(plan.shop, role=Role.ROUND, size=plan.shop.size * 1.14))


def _back(side: Side) -> tuple[Item, ...]:
    wide, field = side.width, side.whole(WHITE)
    twig = _twig(((wide + 4, 14.5), (wide - 6, 9.5), (wide - 15, 0.5)), 7, colours=_colours(side))
    return (field, Group(twig, clip=field))


def _back_plan(side: Side) -> BackPlan:
    plan = back_plan(side)
    return replace(plan, heading=replace(plan.heading, width=side.width - 7 - 17.5))


LEAVES = Template(
    "leaves", mark("Leaves"), lambda main: mix(main, BERRY, share=0.8), _front, _front_plan, _back, _back_plan
)
