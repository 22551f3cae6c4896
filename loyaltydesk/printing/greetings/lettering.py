"""Handwriting: lines whose letters stand a little differently each time, as those of a pen do.

Each line follows a base line that sways slowly; its letters lean with it, so that those which join still do. Hands
whose letters stand apart get a small chance of their own for each letter besides.
"""

import math

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.fonts import width_of
from loyaltydesk.printing.scene import Letter, Role, Text, Written
from loyaltydesk.printing.strokes import Chance
from loyaltydesk.printing.typeset import line
from loyaltydesk.words import mark


class Lettering(Struct, frozen=True):
    """A hand: its typeface, how large it is beside others, and how far its letters stray.

    `sway` is how far the base line rises and falls and `stray` how far a single letter does (both in ems), `lean` how
    many degrees one turns, `swell` by which share one is larger or smaller.
    """

    name: str
    role: Role
    size: float
    leading: float
    sway: float = 0.02
    stray: float = 0.0
    lean: float = 0.0
    swell: float = 0.0


LETTERINGS = {
    "formal": Lettering(mark("Festive"), Role.FORMAL, 1.0, 1.04, sway=0.018),
    "hand": Lettering(mark("By a quick pen"), Role.HAND, 1.0, 0.96, sway=0.022, stray=0.011, lean=1.1, swell=0.025),
    "round": Lettering(mark("Round"), Role.ROUND, 0.86, 1.12, sway=0.02, stray=0.007, lean=0.7, swell=0.014),
    "light": Lettering(mark("With a fine pen"), Role.LIGHT, 0.8, 1.3, sway=0.018, stray=0.009, lean=0.9, swell=0.018),
}


def written(text: Text, lettering: Lettering, seed: str) -> Written:
    """`text` in the hand, set as `typeset.line` sets it; the same `seed` gives the same strokes."""
    words = line(text).text
    chance = Chance(f"{seed}/{words}")
    base = _Base(chance, lettering.sway)
    x, letters = 0.0, []
    for sign in words:
        advance = width_of(sign, lettering.role, size=1)
        height, slope = base.at(x + advance / 2)  # a letter is turned about the middle of its foot
        letters.append(
            Letter(
                right=chance.between(-1, 1) * lettering.stray,
                up=height + chance.between(-1, 1) * lettering.stray,
                turn=chance.between(-1, 1) * lettering.lean - slope,
                size=1 + chance.between(-1, 1) * lettering.swell,
            )
        )
        x += advance
    return Written(replace(text, role=lettering.role), tuple(letters) or (Letter(),))


class _Base:
    """The line that a hand follows without a ruler: two slow waves, measured in ems."""

    def __init__(self, chance: Chance, sway: float) -> None:
        self._waves = tuple(
            (sway * share * chance.about(1, 0.3), chance.between(*length), chance.between(0, 2 * math.pi))
            for share, length in ((1.0, (7.0, 11.0)), (0.45, (2.6, 4.0)))
        )

    def at(self, x: float) -> tuple[float, float]:
        """How high the line is after `x` ems, and by how many degrees it rises."""
        height = slope = 0.0
        for high, length, start in self._waves:
            angle = 2 * math.pi * x / length + start
            height += high * math.sin(angle)
            slope += high * math.cos(angle) * 2 * math.pi / length
        return height, math.degrees(math.atan(slope))
