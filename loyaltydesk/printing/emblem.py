"""The shop's own signs: a field of its colour with two quiet circles, and a disc with its logo or initials."""

from loyaltydesk.printing.colours import ENOUGH, contrast, ink_on, mix
from loyaltydesk.printing.fonts import printable
from loyaltydesk.printing.pictures import proportions
from loyaltydesk.printing.scene import BLACK, WHITE, Align, Disc, Gradient, Group, Image, Item, Rect, Role, Text

VEIL = 0.086  # how much of the ink lies over the colour where a circle is
WIDE = 1.6  # a logo that much wider than high stands on a plate, as it would be lost in a disc
PLATE = (1.7, 4.6)  # the height of a plate and its greatest width, in radii of the disc


def initials(shop: str) -> str:
    """The first letters of the first two words that have one, as far as paper knows it: KR for Kafejnīca Rīts."""
    words = printable(shop[:200], Role.BOLD).split()
    firsts = [next((sign for sign in word if sign.isalnum()), "") for word in words]
    return "".join(first for first in firsts if first)[:2].upper()


def graded(colour: str, *, width: float, height: float) -> Gradient:
    """`colour` growing darker towards the bottom right, or lighter where dark words would not stand out any more."""
    end, ink = mix(colour, BLACK, share=1 / 3), ink_on(colour)
    if ink != WHITE:
        darker = mix(colour, BLACK, share=1 / 6)
        end = darker if contrast(ink, darker) >= ENOUGH + 1 else mix(colour, WHITE, share=1 / 4)
    return Gradient(0, 0, width, height, colour, end)


def veil_on(colour: str) -> str:
    """The colour of a thin veil over `colour` through which words in `ink_on(colour)` still stand out."""
    return BLACK if ink_on(colour) == WHITE and contrast(WHITE, colour) < ENOUGH + 1.3 else WHITE


def _veiled(fill: Gradient, veil: str, *, times: int) -> Gradient:
    """What `fill` looks like below `times` thin veils of `veil`; mixed here, as paper knows no transparency."""
    share = 1 - (1 - VEIL) ** times
    return Gradient(
        fill.x1, fill.y1, fill.x2, fill.y2, mix(fill.start, veil, share=share), mix(fill.end, veil, share=share)
    )


def colour_field(colour: str, *, width: float, height: float, bleed: float = 0) -> tuple[Item, ...]:
    """A field of the shop's colour over (0, 0, `width`, `height`) and `bleed` more, with two circles that leave it."""
    ground, veil = graded(colour, width=width, height=height), veil_on(colour)
    once, twice = _veiled(ground, veil, times=1), _veiled(ground, veil, times=2)
    upper = Disc(width - 13.6, 6, 26, once)
    lower = Disc(width - 3.6, height - 8, 20, once)
    both = Group((Disc(lower.x, lower.y, lower.radius, twice),), clip=upper)
    field = Rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed, ground)
    return (field, Group((upper, lower, both), clip=field))


def sign_size(ratio: float | None, radius: float) -> tuple[float, float]:
    """How wide and high the shop's sign is: a disc of `radius`, or a plate for a logo `ratio` times as wide as high."""
    if ratio is None or ratio <= WIDE:
        return 2 * radius, 2 * radius
    high, most = (radius * share for share in PLATE)
    return min(most, (high - 2 * _air(radius)) * ratio + 2 * _air(radius)), high


def _air(radius: float) -> float:
    """Around a logo on its plate."""
    return radius * 0.16


def emblem(
    shop: str, colour: str, *, place: tuple[float, float, float], logo: bytes | None, disc: str = ""
) -> tuple[Item, ...]:
    """The shop's sign at `place` (centre and radius): its flattened `logo` on white, or its initials in its `colour`.

    The initials stand on a disc of `disc`, else of whatever stands out from the colour.
    """
    x, y, radius = place
    if logo is None:
        size = radius * 0.82
        letters = Text(initials(shop), x, y + size * 0.35, size, Role.BOLD, colour, Align.CENTRE, width=radius * 1.7)
        return (Disc(x, y, radius, disc or ink_on(colour)), letters)
    ratio = proportions(logo)
    wide, high = sign_size(ratio, radius)
    if ratio <= WIDE:
        return (Disc(x, y, radius, WHITE), _inscribed(logo, (x, y, radius * 0.94)))
    air, plate = _air(radius), Rect(x - wide / 2, y - high / 2, wide, high, WHITE, radius=radius * 0.22)
    inner = min(high - 2 * air, (wide - 2 * air) / ratio)
    return (plate, Image(x - inner * ratio / 2, y - inner / 2, inner * ratio, inner, logo))


def _inscribed(logo: bytes, place: tuple[float, float, float]) -> Image:
    """The whole logo within a circle: its corners lie on the circle."""
    x, y, radius = place
    ratio = proportions(logo)
    height = 2 * radius / (1 + ratio**2) ** 0.5
    width = height * ratio
    return Image(x - width / 2, y - height / 2, width, height, logo)
