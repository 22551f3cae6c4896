"""The shop's sign on white paper: its logo, or its initials on a disc of its colour."""

from collections.abc import Iterator

from loyaltydesk.printing.colours import ink_on
from loyaltydesk.printing.emblem import emblem, initials
from loyaltydesk.printing.scene import Align, Disc, Item, Role, Text


def shop_sign(shop: str, colour: str, *, place: tuple[float, float, float], logo: bytes | None) -> Iterator[Item]:
    """The sign in a circle at `place` (centre and radius); nothing for a shop without a name or a logo."""
    x, y, radius = place
    if logo is not None:
        yield from emblem(shop, colour, place=place, logo=logo)
    elif letters := initials(shop):
        size = radius * 0.86
        yield Disc(x, y, radius, colour)
        yield Text(letters, x, y + size * 0.35, size, Role.BOLD, ink_on(colour), Align.CENTRE, radius * 1.7)
