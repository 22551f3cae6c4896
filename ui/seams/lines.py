"""A greeting as a line of the list, in words and signs: whose it is, what for, when, and how it stands."""

from enum import IntEnum

from msgspec import Struct

from ui.seams.tables import Chip
from ui.theme.sheet import Tone


class Tick(IntEnum):
    """Whether a line is ticked; a group of which some are is PARTLY."""

    OFF = 0
    PARTLY = 1
    ON = 2


class Line(Struct, frozen=True):
    """What the list paints; `opens` is how a group stands that can be opened (None: it is no group).

    `told` is what for, and `day` when; where there is room for little, the day is what is kept of the two.
    """

    key: str
    name: str
    told: str
    icon: str
    tone: Tone = ""
    chips: tuple[Chip, ...] = ()
    tick: Tick | None = None  # None: there is nothing to tick
    opens: bool | None = None
    within: bool = False  # a member of the opened group above
    day: str = ""

    @property
    def below(self) -> str:
        """The second row: what for, and when."""
        return " · ".join(words for words in (self.told, self.day) if words)

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ", ".join(words for words in (self.name, self.below, *(chip.words for chip in self.chips)) if words)
