"""Dots: rows of dots that grow towards one side, as in coarse print."""

from loyaltydesk.printing.colours import ink_on, mix
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.scene import BLACK, WHITE, Disc, Group, Item
from loyaltydesk.words import mark

STEP = 3.1  # between the middles of two dots of a row; rows are closer, as every second one is moved by half a step
LARGEST = 1.5


def _accent(main: str) -> str:
    """Away from the ink, as words may stand on some of the dots."""
    return mix(main, BLACK, share=0.24) if ink_on(main) == WHITE else mix(main, WHITE, share=0.45)


def _dots(side: Side, *, origin: tuple[float, float], reach: float, colour: str) -> tuple[Item, ...]:
    """Dots that are largest at `origin` and vanish at a distance of `reach`."""
    dots: list[Item] = []
    rows = range(-2, int((side.height + 6) / (STEP * 0.866)) + 1)
    for row in rows:
        y = row * STEP * 0.866
        for column in range(-2, int((side.width + 6) / STEP) + 1):
            x = column * STEP + (row % 2) * STEP / 2
            far = ((x - origin[0]) ** 2 + ((y - origin[1]) * 1.35) ** 2) ** 0.5 / reach
            if far < 0.93:
                dots.append(Disc(x, y, LARGEST * (1 - far) ** 0.75, colour))
    return tuple(dots)


def _front(side: Side) -> tuple[Item, ...]:
    field = side.whole(side.main)
    dots = _dots(side, origin=(side.width + 4, side.height * 0.42), reach=side.width * 0.62, colour=side.accent)
    return (field, Group(dots, clip=field))


def _front_plan(side: Side) -> FrontPlan:
    sign = Sign((0, 0, 0), ink_on(side.main), side.main)
    return left_plan(side, Inks.alike(side, side.main), sign=sign)


def _back(side: Side) -> tuple[Item, ...]:
    field = side.whole(WHITE)
    tint = mix(WHITE, side.main, share=0.16)
    return (field, Group(_dots(side, origin=(side.width + 2, -2), reach=26, colour=tint), clip=field))


def _back_plan(side: Side) -> BackPlan:
    return back_plan(side)


DOTS = Template("dots", mark("Dots"), _accent, _front, _front_plan, _back, _back_plan)
