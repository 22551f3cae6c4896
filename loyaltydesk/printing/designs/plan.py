"""What a design of the card is made of: the side it paints on, and the places of the words on it, in millimetres."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.colours import INK, MUTED, ink_on, softer
from loyaltydesk.printing.emblem import sign_size
from loyaltydesk.printing.scene import WHITE, Align, Fill, Item, Rect, Role, Text

MARGIN = 7.0
SMALL = (4.6, 2.9, 2.6)  # the sizes of the name, and of the words above and below it, beside bars


class Side(Struct, frozen=True):
    """One side of a card as a design sees it: (0, 0) is its corner, and its colour runs `bleed` beyond the edge.

    On a `small` side bars take the part below `height`. `ink` is empty where the program chooses it, and `logo` is the
    logo's width divided by its height, None without one. `noted` says that there is a further line below the name,
    and `coded` that this is the back and has the bars.
    """

    width: float
    height: float
    bleed: float = 0
    main: str = "#0B7A5B"
    accent: str = ""
    ink: str = ""
    initials: str = ""
    logo: float | None = None
    small: bool = False
    noted: bool = False
    coded: bool = False

    def whole(self, fill: Fill) -> Rect:
        """All of the side, to where its colour runs."""
        return Rect(-self.bleed, -self.bleed, self.width + 2 * self.bleed, self.height + 2 * self.bleed, fill)

    def ink_on(self, ground: str) -> str:
        """What words on `ground` are printed in: the ink that was chosen, or white or dark."""
        return self.ink or ink_on(ground)

    def soft_on(self, ground: str) -> str:
        """The same a little nearer to the ground, for the smaller words."""
        return softer(self.ink_on(ground), ground)


class Sign(Struct, frozen=True):
    """Where the shop's disc stands (centre and radius), and its two colours."""

    place: tuple[float, float, float]
    disc: str = WHITE
    letters: str = INK


class FrontPlan(Struct, frozen=True):
    """The places of the front: each a Text without its words.

    The shop's name and its line stand around `middle`; where they need more room than usual, below `top`. On a tight
    one the line gives way to a name of two lines.
    """

    shop: Text
    second: Text
    middle: float
    above: Text
    name: Text
    note: Text
    sign: Sign | None = None
    top: float = 3.5
    is_tight: bool = False
    name_lines: int = 2

    def narrowed(self, width: float) -> "FrontPlan":
        """The same with words about the customer that are no wider than this."""
        narrow = {name: replace(getattr(self, name), width=width) for name in ("above", "name", "note")}
        return replace(self, **narrow)


class BackPlan(Struct, frozen=True):
    """The places of the back: its texts without their words, how many lines two of them may take, where bars begin.

    Of the footer it is the last line that stands at its place.
    """

    heading: Text
    rules: Text
    footer: Text
    top: float
    rules_lines: int = 2
    footer_lines: int = 2


class Template(Struct, frozen=True):
    """One design: what it is called, what it paints on either side, and where its words go.

    `accent` chooses the second colour for a first one where the owner has chosen none.
    """

    key: str
    name: str  # marked, to be translated where it is shown
    accent: Callable[[str], str]
    front: Callable[[Side], tuple[Item, ...]]
    front_plan: Callable[[Side], FrontPlan]
    back: Callable[[Side], tuple[Item, ...]]
    back_plan: Callable[[Side], BackPlan]


class Inks(Struct, frozen=True):
    """What the words of a front are printed in: the shop's, the customer's, and the smaller ones beside each."""

    shop: str
    second: str
    name: str
    soft: str

    @classmethod
    def alike(cls, side: Side, ground: str) -> "Inks":
        """All words on one ground."""
        ink, soft = side.ink_on(ground), side.soft_on(ground)
        return cls(ink, soft, ink, soft)


def left_plan(side: Side, inks: Inks, *, sign: Sign | None, left: float = MARGIN, right: float = 5.5) -> FrontPlan:
    """The shop above and the customer below, both from the left; the shop ends `right` of the edge.

    The place of `sign` is chosen here, and its radius where it has none; without a sign the shop's name is larger.
    """
    radius, middle = (6.5, 13.5) if not side.small else (4.0, 7.8) if side.noted else (4.8, 9.2)
    words, larger = left, 1.12
    if sign is not None:
        radius = min(radius, sign.place[2] or radius)
        wide = sign_size(side.logo, radius)[0]
        sign = Sign((left + wide / 2, middle, radius), sign.disc, sign.letters)
        words, larger = left + wide + 3, 1.0
    shop_size, second_size = (4.5, 2.8) if side.small else (5.4 * larger, 3.2)
    room = side.width - words - right
    above, name, note = name_places(side, inks, x=left, width=side.width - left - MARGIN)
    return FrontPlan(
        shop=Text("", words, middle, shop_size, Role.BOLD, inks.shop, width=room, smallest=0.55),
        second=Text("", words, middle, second_size, colour=inks.second, width=room, smallest=0.75),
        middle=middle,
        sign=sign,
        above=above,
        name=name,
        note=note,
        is_tight=side.small,
        name_lines=1 if side.small else 2,
    )


def name_places(side: Side, inks: Inks, *, x: float, width: float) -> tuple[Text, Text, Text]:
    """The places at the foot of the front: above the name, the name and the note below it."""
    name_size, above_size, note_size = (5.6, 3.3, 2.9) if not side.small else (4.2, 2.7, 2.5) if side.noted else SMALL
    note = side.height - (3.2 if side.small else 6.6)
    name = note - note_size - (1.0 if side.small else 1.2) if side.noted else side.height - (3.9 if side.small else 8.8)
    return (
        Text("", x, 0, above_size, colour=inks.soft, width=width, smallest=0.75),
        Text("", x, name, name_size, Role.BOLD, inks.name, width=width, smallest=0.5 if side.small else 0.72),
        Text("", x, note, note_size, colour=inks.soft, width=width, smallest=0.75),
    )


def back_plan(side: Side, *, lower: float = 0, foot: float = 4.7, ground: str = WHITE) -> BackPlan:
    """Words of dark ink on a white back; the upper ones stand on `ground` and `lower` than usual.

    The last line stands `foot` above the edge.
    """
    wide, ink = side.width - 2 * MARGIN, INK if ground == WHITE else ink_on(ground)
    soft = MUTED if ground == WHITE else softer(ink, ground)
    first, sizes = (9.4 + lower, (3.5, 2.75)) if side.coded else (side.height * 0.36, (4.7, 3.4))
    heading = Text("", MARGIN, first, sizes[0], Role.BOLD, ink, width=wide, smallest=0.62)
    below = first + (4.6 if side.coded else 7)
    rules = Text("", MARGIN, below, sizes[1], colour=soft, width=wide, smallest=0.8)
    footer = Text("", MARGIN, side.height - foot, 2.4, colour=MUTED, width=wide, smallest=0.85)
    return BackPlan(heading, rules, footer, side.height * 0.39 + lower, 2 if side.coded else 4)


def centred(plan: FrontPlan, side: Side) -> FrontPlan:
    """The same front with its words in the middle of the card."""
    middle = {
        name: replace(getattr(plan, name), x=side.width / 2, align=Align.CENTRE)
        for name in ("shop", "second", "above", "name", "note")
    }
    return replace(plan, **middle)


def centred_back(plan: BackPlan, side: Side) -> BackPlan:
    """The same back with its words in the middle of the card."""
    middle = {
        name: replace(getattr(plan, name), x=side.width / 2, align=Align.CENTRE)
        for name in ("heading", "rules", "footer")
    }
    return replace(plan, **middle)
