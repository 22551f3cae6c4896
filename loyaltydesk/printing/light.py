"""A drawing as something else than an eye in daylight sees it: each colour as the grey that a tone makes of it."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from msgspec.structs import replace

from loyaltydesk.printing.colours import channels, luminance
from loyaltydesk.printing.scene import (
    Bars,
    Disc,
    Fill,
    Gradient,
    Group,
    Item,
    Motif,
    Path,
    Placed,
    Rect,
    Text,
    Written,
)

Tone = Callable[[str], int]  # of a colour, 0 to 255
GAMMA = 2.2  # so that dark tones are told apart as well as bright ones


@lru_cache(maxsize=1024)
def red(colour: str) -> int:
    """What a scanner sees of a colour: it shines red, at 670 nm (ISO/IEC 15416, 5.2)."""
    return channels(colour)[0]


@lru_cache(maxsize=1024)
def bright(colour: str) -> int:
    """How bright a colour is; `brightness` says it in numbers again."""
    return int(255 * luminance(colour) ** (1 / GAMMA) + 0.5)


def brightness(tone: int) -> float:
    """The luminance (WCAG 2.2) that `bright` made this tone of, 0 to 1."""
    return float((tone / 255) ** GAMMA)


def reflected(tone: int) -> float:
    """How much light comes back from paper of a tone, 0 to 1 (IEC 61966-2-1, sRGB)."""
    share = tone / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def seen_in(tone: Tone, items: Iterable[Item]) -> tuple[Item, ...]:
    """`items` in greys; pictures stay as they are."""
    return tuple(_seen(tone, item) for item in items)


def _seen(tone: Tone, item: Item) -> Item:
    match item:
        case Rect() | Path():
            stroke = None if item.stroke is None else _grey(tone, item.stroke)
            return replace(item, fill=_filled(tone, item.fill), stroke=stroke)
        case Disc():
            return replace(item, fill=_filled(tone, item.fill))
        case Text():
            return replace(item, colour=_grey(tone, item.colour))
        case Written():
            return replace(item, text=_seen(tone, item.text))
        case Bars():
            return replace(item, ink=_grey(tone, item.ink))
        case Group():
            return replace(item, items=seen_in(tone, item.items))
        case Placed():
            motif = item.motif
            return replace(item, motif=Motif(motif.width, motif.height, seen_in(tone, motif.items)))
        case _:
            return item


def _filled(tone: Tone, fill: Fill | None) -> Fill | None:
    if isinstance(fill, Gradient):
        return replace(fill, start=_grey(tone, fill.start), end=_grey(tone, fill.end))
    return None if fill is None else _grey(tone, fill)


def _grey(tone: Tone, colour: str) -> str:
    return "#" + f"{tone(colour):02X}" * 3
