"""Circles: a field of the shop's colour with two quiet circles that leave it, and a white back."""

from loyaltydesk.printing.colours import ink_on, mix
from loyaltydesk.printing.designs.plan import FrontPlan, Inks, Side, Sign, Template, back_plan, left_plan
from loyaltydesk.printing.emblem import colour_field
from loyaltydesk.printing.scene import WHITE, Item
from loyaltydesk.words import mark


def _front(side: Side) -> tuple[Item, ...]:
    return colour_field(side.main, width=side.width, height=side.height, bleed=side.bleed)


def _front_plan(side: Side) -> FrontPlan:
    sign = Sign((0, 0, 0), ink_on(side.main), side.main)
    return left_plan(side, Inks.alike(side, side.main), sign=sign)


def _back(side: Side) -> tuple[Item, ...]:
    return (side.whole(WHITE),)


CIRCLES = Template(
    "circles", mark("Circles"), lambda main: mix(main, ink_on(main), share=0.2), _front, _front_plan, _back, back_plan
)
