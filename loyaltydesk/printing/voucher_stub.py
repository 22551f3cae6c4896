"""The coloured part of a voucher, painted as the shop's card is: the same shapes, colours and signs, upright."""

from collections.abc import Callable

from msgspec import Struct

from loyaltydesk.printing.colours import MUTED, ink_on, mix
from loyaltydesk.printing.designs import template_of
from loyaltydesk.printing.designs.plan import FrontPlan, Side
from loyaltydesk.printing.emblem import initials
from loyaltydesk.printing.scene import WHITE, Group, Item, Rect, Role

DRAWN_WIDE = 44.0  # shapes are drawn for a stub this wide, and made smaller or larger with it
LEAVES_LONG, LEAVES_HIGH = 100.0, 31.0  # the twigs of a card that lies on its side, and how much of it they take
EDGE = 7.0  # of the design that has hardly more


class StubInks(Struct, frozen=True):
    """What is set on a stub: the shop's name, the line below it, its disc and the letters on that."""

    shop: str
    soft: str
    disc: str
    letters: str
    role: Role = Role.BOLD


class Stub(Struct, frozen=True):
    """A painted stub from (0, 0).

    No word stands on the shapes that take `left` and `right` of it, and all below `low`. `is_signed` is False where
    the shapes are the shop's first letter already.
    """

    items: tuple[Item, ...]
    inks: StubInks
    left: float
    right: float
    low: float
    is_signed: bool = True


class StubLook(Struct, frozen=True):
    """The choices of a shop that a stub is painted from: a design of its card and its colours, empty ones chosen."""

    shop: str
    template: str
    colour: str
    accent: str = ""
    has_logo: bool = False


def stub_of(look: StubLook, width: float, *, height: float, bleed: float = 0) -> Stub:
    """The stub in the design that the card has; its colours run `bleed` beyond the edges."""
    template = template_of(look.template)
    scale = width / DRAWN_WIDE
    accent = look.accent or template.accent(look.colour)
    side = Side(
        DRAWN_WIDE,
        height / scale,
        bleed / scale,
        main=look.colour,
        accent=accent,
        initials=initials(look.shop),
        small=template.key == "monogram",  # without the line that stands above a name
    )
    art = _ARTS.get(template.key, _as_it_is)(template.front, side)
    field = Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)
    left, right, foot = _TAKEN.get(template.key, (0.0, 0.0, 0.0))
    return Stub(
        (Group((Group(art, scale=scale),), clip=field),),
        _inks(template.front_plan(side), look.colour),
        left * scale,
        right * scale,
        height - foot * scale,
        template.key != "monogram" or look.has_logo,
    )


def _inks(plan: FrontPlan, colour: str) -> StubInks:
    sign = plan.sign
    disc, letters = (sign.disc, sign.letters) if sign else (ink_on(colour), colour)
    return StubInks(plan.shop.colour, plan.second.colour, disc, letters, plan.shop.role)


def hole_on(inks: StubInks) -> str:
    """The colour of a row of holes beside a stub: white on a dark one, grey on one that is nearly white itself."""
    return WHITE if ink_on(inks.shop) != WHITE else mix(MUTED, WHITE, share=0.45)


# --- how the designs of a card that lies are drawn upright

Paint = Callable[[Side], tuple[Item, ...]]


def _as_it_is(paint: Paint, side: Side) -> tuple[Item, ...]:
    return paint(side)


def _lower(share: float) -> Callable[[Paint, Side], tuple[Item, ...]]:
    """Moved down by so much of the height: what is busy on a card stands below the words."""

    def moved(paint: Paint, side: Side) -> tuple[Item, ...]:
        down = side.height * share
        taller = _sized(side, side.width, height=side.height, bleed=side.bleed + down)
        return (Group(paint(taller), 0, down),)

    return moved


def _at_the_foot(paint: Paint, side: Side) -> tuple[Item, ...]:
    """A row of the pattern at the foot, on its ground."""
    pattern = _sized(side, side.width, height=2 * side.width, bleed=side.bleed)
    ground, high = side.whole(mix(WHITE, side.main, share=0.05)), side.width / 2
    top, wide = side.height - high, side.width + 2 * side.bleed
    clip = Rect(-side.bleed, top, wide, high + side.bleed)
    return ground, Group((Group(paint(pattern), 0, top - 2 * high),), clip=clip)


def _lying(paint: Paint, side: Side) -> tuple[Item, ...]:
    """Turned by a right angle: what grows on the right of a card lies at the foot."""
    card = _sized(side, LEAVES_LONG, height=side.width, bleed=side.bleed + max(0.0, side.height - LEAVES_LONG))
    return (Group(paint(card), side.width, side.height - LEAVES_LONG, turn=90),)


def _sized(side: Side, width: float, *, height: float, bleed: float) -> Side:
    return Side(width, height, bleed, main=side.main, accent=side.accent, initials=side.initials, small=side.small)


_ARTS: dict[str, Callable[[Paint, Side], tuple[Item, ...]]] = {
    "waves": _lower(0.14),
    "bands": _lower(0.42),
    "dots": _lower(0.38),
    "tiles": _at_the_foot,
    "leaves": _lying,
}
# What is taken on the left, on the right and at the foot of a stub that is DRAWN_WIDE.
_TAKEN = {
    "tiles": (0.0, 0.0, DRAWN_WIDE / 2),
    "leaves": (0.0, 0.0, LEAVES_HIGH),
    "bands": (0.0, 0.0, 21.0),
    "classic": (4.0, 4.0, 6.0),
    "edge": (EDGE, 0.0, 0.0),
}
