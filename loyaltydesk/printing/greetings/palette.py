"""The colours of a drawing: those it was made in, or others that go with the colour of the shop."""

import colorsys

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.colours import channels, luminance, mix
from loyaltydesk.printing.scene import BLACK, WHITE

READABLE = 4.5  # of words on their ground (WCAG 2.2, 1.4.3)
# Warm, clear and not too loud: two or three of them beside any shop's colour look as if they had been chosen for it.
ACCENTS = ("#E9AE3F", "#E0785A", "#6FA98B", "#4F8FB5", "#B56A8E", "#8A79B8")
APART = 45 / 360  # of the circle of hues: nearer ones look like a mistake


class Palette(Struct, frozen=True):
    """A drawing's colours: `main` with what is darker and lighter of it, three accents, and green for leaves.

    `ink` is for words in a hand and can be read on `paper`; `words` is for printed ones. What is `natural` has accents
    that are those of poppies or of a warm window, whatever the shop's colour is.
    """

    paper: str
    main: str
    accents: tuple[str, str, str]
    leaf: str = "#5F8F5B"
    ink: str = ""
    words: str = "#2B3336"
    natural: bool = False

    @property
    def deep(self) -> str:
        """The main colour in shadow."""
        return mix(self.main, BLACK, share=0.28)

    @property
    def light(self) -> str:
        """The main colour with much light on it."""
        return mix(self.main, WHITE, share=0.45)

    @property
    def pale(self) -> str:
        """A breath of the main colour on the paper."""
        return mix(self.paper, self.main, share=0.13)

    @property
    def dark_leaf(self) -> str:
        """A leaf in shadow."""
        return mix(self.leaf, "#12302B", share=0.35)

    @property
    def light_leaf(self) -> str:
        """A young leaf."""
        return mix(self.leaf, "#F6F3C0", share=0.4)

    @property
    def heading(self) -> str:
        """What headings are written in."""
        return self.ink or readable(self.main, self.paper)

    def of_shop(self, colour: str) -> "Palette":
        """These colours with `colour` in place of the main one, and accents that differ from it.

        On a dark paper words keep their own light.
        """
        ink = self.ink if luminance(self.paper) < 0.18 else ""
        if self.natural:
            return replace(self, main=calm(colour), ink=ink)
        others = dict.fromkeys(each for each in (*self.accents, *ACCENTS) if apart(each, colour))
        first, second, third = tuple(others)[:3]  # of six hues at least three are far from any other
        return replace(self, main=calm(colour), accents=(first, second, third), ink=ink)


def apart(one: str, two: str) -> bool:
    """Whether two colours are of different hues; one without a hue differs from all."""
    (hue, _, grey), (other, _, plain) = (_hls(colour) for colour in (one, two))
    distance = abs(hue - other)
    return min(distance, 1 - distance) >= APART or min(grey, plain) < 0.12


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (part / 255 for part in channels(colour))
    return colorsys.rgb_to_hls(red, green, blue)


def calm(colour: str) -> str:
    """`colour`, less light where white paper would swallow it and less dark where nothing of it would be seen."""
    bright = luminance(colour)
    if bright > 0.6:
        return mix(colour, BLACK, share=0.22)
    return mix(colour, WHITE, share=0.12) if bright < 0.01 else colour


def contrast(one: str, two: str) -> float:
    """How far two colours stand apart in light, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, ground: str) -> str:
    """`colour`, made darker (on a dark ground lighter) until words in it can be read on `ground`."""
    towards = BLACK if luminance(ground) > 0.18 else WHITE
    for step in range(20):
        mixed = mix(colour, towards, share=step / 20)
        if contrast(mixed, ground) >= READABLE:
            return mixed
    return towards
