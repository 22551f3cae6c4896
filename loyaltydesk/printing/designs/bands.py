"""Bands: slanting bands of related colours across one corner, and a narrow one along the foot of the back."""

from loyaltydesk.printing.colours import ink_on, mix
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.scene import BLACK, WHITE, Group, Item, Path, Rect
from loyaltydesk.words import mark

LEAN = 0.62  # millimetres to the left for each one down
START, WIDTHS = 0.78, (16.0, 12.0, 2.6, 2.2, 9.0, 60.0)  # of the first band in widths of the card, and how wide each is
FOOT = 3.4


def _band(left: float, right: float, *, foot: float, colour: str) -> Path:
    """A slanting band whose upper edge runs from `left` to `right` at the height of -5 mm."""
    top, shift = -5.0, (foot + 5) * LEAN
    steps = (
        ("M", (left, top)),
        ("L", (right, top)),
        ("L", (right - shift, foot)),
        ("L", (left - shift, foot)),
        ("Z", ()),
    )
    return Path(steps, fill=colour)


def _shades(side: Side) -> tuple[str, str, str]:
    other = BLACK if ink_on(side.main) == WHITE else WHITE
    return mix(side.main, other, share=0.14), mix(side.main, other, share=0.3), side.accent


def _bands(side: Side, start: float) -> tuple[Item, ...]:
    """From the upper edge at `start` on: a wide band, a darker one and a narrow one of the second colour, and again."""
    one, two, three = _shades(side)
    foot = side.height + 5
    colours = (one, two, three, two, three, one)
    bands, x = [], start
    for colour, wide in zip(colours, WIDTHS, strict=True):
        bands.append(_band(x, x + wide + 0.02, foot=foot, colour=colour))
        x += wide
    return tuple(bands)


def _front(side: Side) -> tuple[Item, ...]:
    field = side.whole(side.main)
    return (field, Group(_bands(side, side.width * START), clip=field))


def _front_plan(side: Side) -> FrontPlan:
    sign = Sign((0, 0, 0), ink_on(side.main), side.main)
    plan = left_plan(side, Inks.alike(side, side.main), sign=sign, right=8)
    bright = side.width * START + WIDTHS[0] + WIDTHS[1] - (side.height - 2) * LEAN  # where words must end
    return plan.narrowed(min(plan.name.width or 0, bright - 10))


def _back(side: Side) -> tuple[Item, ...]:
    foot = Rect(-side.bleed, side.height - FOOT, side.width + 2 * side.bleed, FOOT + side.bleed, side.main)
    return (side.whole(WHITE), foot, Group(_bands(side, side.width * (START + 0.4)), clip=foot))


def _back_plan(side: Side) -> BackPlan:
    return back_plan(side, lower=-1.4, foot=FOOT + 3.2)


BANDS = Template(
    "bands", mark("Bands"), lambda main: mix(main, ink_on(main), share=0.75), _front, _front_plan, _back, _back_plan
)
