"""Monogram: the shop's first letter as large as the card, in its colour on its colour, on both sides."""

from loyaltydesk.printing.colours import ink_on, mix
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.emblem import graded
from loyaltydesk.printing.scene import WHITE, Align, Group, Item, Rect, Role, Text
from loyaltydesk.words import mark

PANEL = 3.5  # from the edge to the white panel of the back, which ends as far from the lower edge


def _front(side: Side) -> tuple[Item, ...]:
    ground, size = graded(side.main, width=side.width, height=side.height), side.height * 1.55
    veil = mix(mix(side.main, ground.end, share=0.6), ink_on(side.main), share=0.11)
    letter = Text(side.initials[:1], side.width * 0.76, side.height * 1.06, size, Role.BOLD, veil, Align.CENTRE)
    field = side.whole(ground)
    return (field, Group((letter,), clip=field), *_line(side))


def _line(side: Side) -> tuple[Item, ...]:
    """A short bold line of the second colour above the customer's name."""
    if side.small:
        return ()
    return (Rect(7, side.height * 0.545 - (3 if side.noted else 0), 9, 0.9, side.accent),)


def _front_plan(side: Side) -> FrontPlan:
    sign = Sign((0, 0, 0), ink_on(side.main), side.main) if side.logo else None
    return left_plan(side, Inks.alike(side, side.main), sign=sign)


def _back(side: Side) -> tuple[Item, ...]:
    top = side.height * 0.36
    panel = Rect(PANEL, top, side.width - 2 * PANEL, side.height - top - PANEL, WHITE, radius=2)
    return (side.whole(side.main), panel)


def _back_plan(side: Side) -> BackPlan:
    return back_plan(side, lower=-0.7, foot=5.6, ground=side.main)


MONOGRAM = Template(
    "monogram",
    mark("Monogram"),
    lambda main: mix(main, ink_on(main), share=0.55),
    _front,
    _front_plan,
    _back,
    _back_plan,
)
