"""Waves: three soft waves, each deeper than the one behind it; the customer's name stands on the last."""

from itertools import pairwise

from msgspec.structs import replace

from loyaltydesk.printing.colours import ENOUGH, contrast, ink_on, mix
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.scene import BLACK, WHITE, Item, Path, Step
from loyaltydesk.words import mark

KNOTS = (-0.14, 0.27, 0.67, 1.14)  # where the crests and the hollows are, in widths of the card
FRONT = ((0.50, 0.62, 0.33, 0.44), (0.60, 0.545, 0.56, 0.36), (0.575, 0.605, 0.645, 0.57))  # in heights
BACK = ((0.885, 0.85, 0.80, 0.835), (0.845, 0.88, 0.855, 0.80), (0.875, 0.865, 0.89, 0.85))


def _accent(main: str) -> str:
    return mix(main, BLACK, share=0.42) if ink_on(main) == WHITE else mix(main, WHITE, share=0.62)


def _wave(side: Side, heights: tuple[float, ...], colour: str) -> Path:
    """Everything below a line that is level at each of its knots."""
    points = [(knot * side.width, height * side.height) for knot, height in zip(KNOTS, heights, strict=True)]
    steps: list[Step] = [("M", points[0])]
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x2 - x1) / 2
        steps.append(("C", (x1 + half, y1, x2 - half, y2, x2, y2)))
    foot = side.height + side.bleed
    return Path((*steps, ("L", (points[-1][0], foot)), ("L", (points[0][0], foot)), ("Z", ())), fill=colour)


def _waves(side: Side, lines: tuple[tuple[float, ...], ...], behind: str) -> tuple[Path, ...]:
    shades = (mix(behind, side.accent, share=share) for share in (0.3, 0.62, 1))
    return tuple(_wave(side, line, shade) for line, shade in zip(lines, shades, strict=True))


def _front(side: Side) -> tuple[Item, ...]:
    return (side.whole(side.main), *_waves(side, FRONT, side.main))


def _front_plan(side: Side) -> FrontPlan:
    above, sign = Inks.alike(side, side.main), Sign((0, 0, 0), ink_on(side.main), side.main)
    same = contrast(above.shop, side.accent) >= ENOUGH  # words above the name may reach into the wave behind it
    below = above.shop if same else side.ink_on(side.accent)
    return left_plan(side, Inks(above.shop, above.second, below, below), sign=sign)


def _back(side: Side) -> tuple[Item, ...]:
    return (side.whole(WHITE), *_waves(side, BACK, side.main))


def _back_plan(side: Side) -> BackPlan:
    plan = back_plan(side, lower=-1.2, foot=3.6)
    footer = replace(plan.footer, colour=ink_on(side.accent), smallest=0.75)
    return replace(plan, footer=footer, footer_lines=1)


WAVES = Template("waves", mark("Waves"), _accent, _front, _front_plan, _back, _back_plan)
