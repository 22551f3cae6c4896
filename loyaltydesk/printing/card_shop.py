"""The shop on the front of its card: its sign, its name and the line below, around one middle."""

from msgspec.structs import replace

from loyaltydesk.printing.designs.plan import FrontPlan
from loyaltydesk.printing.emblem import emblem
from loyaltydesk.printing.scene import Item, Text
from loyaltydesk.printing.typeset import paragraph

CAPITALS, LEADING, NEXT = 0.7, 1.12, 1.62  # in ems: of the name, between its lines, and down to the line below it


def shop_items(plan: FrontPlan, *, shop: str, second_line: str, logo: bytes | None) -> tuple[Item, ...]:
    """The sign and the words."""
    words = shop_words(shop, second_line, plan=plan)
    if plan.sign is None:
        return words
    return (*emblem(shop, plan.sign.letters, place=plan.sign.place, logo=logo, disc=plan.sign.disc), *words)


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
