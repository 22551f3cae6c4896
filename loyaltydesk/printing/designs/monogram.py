"""Monogram: the shop's first letter as large as the card, in its colour on its colour, on both sides."""

from msgspec.structs import replace

from loyaltydesk.printing.colours import ink_on, mix
from loyaltydesk.printing.designs.plan import BackPlan, FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.emblem import graded, veil_on
from loyaltydesk.printing.scene import WHITE, Align, Group, Item, Rect, Role, Text
from loyaltydesk.words import mark

HEAD = 0.345  # of the height of the back has the shop's colour, and all of it where there are no bars


def _front(side: Side) -> tuple[Item, ...]:
    ground, size = graded(side.main, width=side.width, height=side.height), side.height * 1.55
    veil = mix(mix(side.main, ground.end, share=0.6), veil_on(side.main), share=0.11)
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
    top, wide = side.height * HEAD, side.width + 2 * side.bleed
    white = Rect(-side.bleed, top, wide, side.height - top + side.bleed, WHITE)
    line = Rect(-side.bleed, top - 0.9, wide, 0.9, side.accent)
    return (side.whole(side.main), white, line) if side.coded else (side.whole(side.main),)


def _back_plan(side: Side) -> BackPlan:
    plan = back_plan(side, lower=-0.7, ground=side.main)
    if side.coded:
        return plan
    return replace(plan, footer=replace(plan.footer, colour=plan.rules.colour))


MONOGRAM = Template(
    "monogram",
    mark("Monogram"),
    lambda main: mix(main, ink_on(main), share=0.55),
    _front,
    _front_plan,
    _back,
    _back_plan,
)
