"""Edge: a white card with an edge in the shop's colours; the quietest of all."""

from loyaltydesk.printing.colours import INK, MUTED, ink_on, mix, readable
from loyaltydesk.printing.designs.plan import (
    BackPlan,
    FrontPlan,
    Inks,
    Side,
    Sign,
    Template,
    back_plan,
    left_plan,
)
from loyaltydesk.printing.scene import WHITE, Item, Rect
from loyaltydesk.words import mark

WIDE, THIN, GAP = 5.2, 1.0, 0.7


def _front(side: Side) -> tuple[Item, ...]:
    top, high = -side.bleed, side.height + 2 * side.bleed
    return (
        side.whole(WHITE),
        Rect(-side.bleed, top, WIDE + side.bleed, high, side.main),
        Rect(WIDE + GAP, top, THIN, high, side.accent),
    )


def _front_plan(side: Side) -> FrontPlan:
    strong, quiet = side.ink or readable(side.main, WHITE), side.ink or MUTED
    sign = Sign((0, 0, 0), side.main, ink_on(side.main))
    return left_plan(side, Inks(strong, quiet, side.ink or INK, quiet), sign=sign, left=12.4)


def _back(side: Side) -> tuple[Item, ...]:
    """The same edge seen from behind, lying down: bars take all of the width."""
    foot, wide = side.height - 2.6, side.width + 2 * side.bleed
    return (
        side.whole(WHITE),
        Rect(-side.bleed, foot, wide, 2.6 + side.bleed, side.main),
        Rect(-side.bleed, foot - 0.9, wide, 0.5, side.accent),
    )


def _back_plan(side: Side) -> BackPlan:
    return back_plan(side, lower=-1.4, foot=6.2)


EDGE = Template("edge", mark("Edge"), lambda main: mix(main, WHITE, share=0.55), _front, _front_plan, _back, _back_plan)
