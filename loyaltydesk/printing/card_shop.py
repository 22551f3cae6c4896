"""The shop on the front of its card: its sign, its name and the line below, around one middle."""

from msgspec.structs import replace

from loyaltydesk.printing.designs.plan import FrontPlan
from loyaltydesk.printing.emblem import emblem
from loyaltydesk.printing.fonts import printable, width_of
from loyaltydesk.printing.scene import Item, Role, Text
from loyaltydesk.printing.typeset import LONGEST, paragraph

CAPITALS, LEADING, NEXT = 0.7, 1.12, 1.62  # in ems: of the name, between its lines, and down to the line below it


def shop_items(plan: FrontPlan, *, shop: str, second_line: str, logo: bytes | None) -> tuple[Item, ...]:
    """The sign and the words."""
    words = shop_words(shop, second_line, plan=plan)
    if plan.sign is None:
        return words
    return (*emblem(shop, plan.sign.letters, place=plan.sign.place, logo=logo, disc=plan.sign.disc), *words)


def shop_words(shop: str, second_line: str, *, plan: FrontPlan) -> tuple[Text, ...]:
    """The name in at most two lines and the line below it, as high above the middle as below."""
    name = paragraph(
        whole_words(replace(plan.shop, text=shop, role=name_role(shop, plan.shop.role))), 2, leading=LEADING
    )
    size, second_line = (name[0].size if name else 0), "" if plan.is_tight and len(name) > 1 else second_line
    tall = size * (CAPITALS + LEADING * (len(name) - 1)) + (plan.second.size * NEXT if second_line else 0)
    top = max(plan.middle - tall / 2, plan.top)
    first = top + size * CAPITALS
    lines = [replace(each, y=first + number * size * LEADING) for number, each in enumerate(name)]
    if second_line:
        lines.append(replace(plan.second, text=second_line, y=top + tall))
    return tuple(lines)


def name_role(shop: str, role: Role) -> Role:
    """What the shop's name is set in: a hand writes no name in capitals."""
    return Role.BOLD if shop.isupper() else role


def whole_words(name: Text) -> Text:
    """A name (with its width) set smaller where a word alone is wider than the line, not broken in two."""
    words = printable(name.text[:LONGEST], name.role).split()
    widest = max((width_of(word, name.role, size=name.size) for word in words), default=0)
    if name.width is None or widest <= name.width:
        return name
    share = max(name.smallest, name.width / widest * 0.999)
    return replace(name, size=name.size * share, smallest=min(1, name.smallest / share))
