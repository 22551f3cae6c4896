"""Classic: one deep colour, a fine line along the edge with hollow corners, and all words in the middle."""

from msgspec.structs import replace

from loyaltydesk.printing.colours import INK, ink_on, mix, readable
from loyaltydesk.printing.designs.plan import (
    MARGIN,
    BackPlan,
    FrontPlan,
    Inks,
    Side,
    Sign,
    Template,
    back_plan,
    centred,
    centred_back,
    left_plan,
)
from loyaltydesk.printing.emblem import sign_size
from loyaltydesk.printing.scene import WHITE, Item, Path
from loyaltydesk.words import mark

INSET, HOLLOW = 3.2, 2.6  # of the line from the edge, and the radius of its hollow corners
RADIUS = 4.5  # of the sign
ARC = 0.5523  # of a quarter circle as a curve
BRASS = "#D8BE86"


def _accent(main: str) -> str:
    return BRASS if ink_on(main) == WHITE else mix(main, INK, share=0.72)


def _frame(side: Side, inset: float, *, colour: str, wide: float) -> Path:
    """A line around the card whose corners are quarter circles bent inwards."""
    left, top, right, foot = inset, inset, side.width - inset, side.height - inset
    r, k = HOLLOW, HOLLOW * ARC
    return Path(
        (
            ("M", (left + r, top)),
            ("L", (right - r, top)),
            ("C", (right - r, top + k, right - k, top + r, right, top + r)),
            ("L", (right, foot - r)),
            ("C", (right - k, foot - r, right - r, foot - k, right - r, foot)),
            ("L", (left + r, foot)),
            ("C", (left + r, foot - k, left + k, foot - r, left, foot - r)),
            ("L", (left, top + r)),
            ("C", (left + k, top + r, left + r, top + k, left + r, top)),
            ("Z", ()),
        ),
        stroke=colour,
        stroke_width=wide,
    )


def _lines(side: Side, colour: str) -> tuple[Path, Path]:
    return _frame(side, INSET, colour=colour, wide=0.3), _frame(side, INSET + 0.9, colour=colour, wide=0.12)


def _diamonds(side: Side) -> tuple[Path, Path]:
    """A small diamond in the middle of the upper line and one in the lower, on a ground that parts the lines."""
    return _diamond(side, INSET + 0.45), _diamond(side, side.height - INSET - 0.45)


def _diamond(side: Side, y: float) -> Path:
    x, wide, high = side.width / 2, 2.1, 1.15
    steps = (("M", (x, y - high)), ("L", (x + wide, y)), ("L", (x, y + high)), ("L", (x - wide, y)), ("Z", ()))
    return Path(steps, fill=side.accent, stroke=side.main, stroke_width=1.1)


def _front(side: Side) -> tuple[Item, ...]:
    if side.small:
        return (side.whole(side.main), _frame(side, 2.4, colour=side.accent, wide=0.25))
    return (side.whole(side.main), *_lines(side, side.accent), *_diamonds(side))


def _front_plan(side: Side) -> FrontPlan:
    inks = Inks.alike(side, side.main)
    sign = Sign((0, 0, 0), side.accent, readable(side.main, side.accent))
    if side.small:
        return left_plan(side, inks, sign=sign, right=MARGIN)
    plan = centred(left_plan(side, inks, sign=None, left=8.5, right=8.5), side)
    high = sign_size(side.logo, RADIUS)[1]
    sign = replace(sign, place=(side.width / 2, 5.5 + high / 2, RADIUS))
    shop = replace(plan.shop, size=5.2)
    return replace(plan, shop=shop, sign=sign, middle=high + 12.0, top=high + 6.1, is_tight=True)


def _back(side: Side) -> tuple[Item, ...]:
    return (side.whole(WHITE), _frame(side, 2.2, colour=readable(side.main, WHITE, least=3), wide=0.25))


def _back_plan(side: Side) -> BackPlan:
    return centred_back(back_plan(side, lower=-0.4, foot=5.2), side)


CLASSIC = Template("classic", mark("Classic"), _accent, _front, _front_plan, _back, _back_plan)
