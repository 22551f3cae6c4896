"""The shop on the front of its card: its sign, its name and the line below, around one middle."""

from typing import Protocol

from msgspec.structs import replace

from loyaltydesk.printing.designs.plan import FrontPlan, Side
from loyaltydesk.printing.emblem import emblem
from loyaltydesk.printing.scene import Item, Text
from loyaltydesk.printing.typeset import paragraph

CAPITALS, LEADING, NEXT = 0.7, 1.12, 1.62  # in ems: of the name, between its lines, and down to the line below it


class Shop(Protocol):
    """What the front says of the shop."""

    shop: str
    second_line: str
    logo: bytes | None


def shop_items(look: Shop, plan: FrontPlan, side: Side) -> tuple[Item, ...]:
    """The sign and the words."""
    words = shop_words(look.shop, look.second_line, plan=plan)
    if plan.sign is None:
        return words
    sign = plan.sign
    return (*emblem(look.shop, sign.letters, place=sign.place, logo=look.logo, disc=sign.disc), *words)


def shop_words(shop: str, second_line: str, *, plan: FrontPlan) -> tuple[Text, ...]:
    """The name in at most two lines and the line below it, as high above `middle` as below."""
    name = paragraph(replace(plan.shop, text=shop), 2, leading=LEADING)
    size = name[0].size if name else 0
    tall = size * (CAPITALS + LEADING * (len(name) - 1)) + (plan.second.size * NEXT if second_line else 0)
    first = plan.middle - tall / 2 + size * CAPITALS
    lines = [replace(each, y=first + number * size * LEADING) for number, each in enumerate(name)]
    if second_line:
        lines.append(replace(plan.second, text=second_line, y=plan.middle + tall / 2))
    return tuple(lines)
