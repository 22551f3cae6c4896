"""How a shop's scanner types: its pauses, and the keys it sends around a code."""

import re
from typing import Literal

from msgspec import Struct

Suffix = Literal["any", "enter", "tab", "none"]

NARROWEST_GAP_MS, WIDEST_GAP_MS = 20, 100
ENDS: dict[Suffix, str] = {"any": "\r\n\t", "enter": "\r\n", "tab": "\t", "none": "\r\n\t"}
"""The keys that end a code, for each suffix a scanner may be set to."""


class ScannerSettings(Struct, frozen=True):
    """How this shop's scanner types.

    `max_gap_ms` (20 to 100) is the longest time between two keys of one scan, `min_length` (4 to 20) the fewest
    characters that make a code. `prefix` is one character (`~`, or `\\x02` for STX) or the name of a function key
    (`F13`) that the scanner sends first: with it every other key passes at once and a code of any length counts.
    `suffix` is what ends a code; with `none` silence ends it too. Raises ValueError for a value that cannot work.
    """

    max_gap_ms: int = 50
    min_length: int = 6
    prefix: str = ""
    suffix: Suffix = "any"

    def __post_init__(self) -> None:
        if not NARROWEST_GAP_MS <= self.max_gap_ms <= WIDEST_GAP_MS:
            raise ValueError(f"max_gap_ms {self.max_gap_ms} is outside {NARROWEST_GAP_MS} to {WIDEST_GAP_MS}")
        if not 4 <= self.min_length <= 20:
            raise ValueError(f"min_length {self.min_length} is outside 4 to 20")
        if not re.fullmatch(r"|[^\r\n\t]|F[1-9]\d?", self.prefix):
            raise ValueError(f"prefix {self.prefix!r} is neither one character nor a function key")
        if self.suffix not in ENDS:
            raise ValueError(f"suffix {self.suffix!r} is none of {', '.join(ENDS)}")


def proposed_max_gap(measured_ms: int) -> int:
    """The `max_gap_ms` for a scanner whose slowest measured pause was `measured_ms`: twice that, from 20 to 100."""
    return min(WIDEST_GAP_MS, max(NARROWEST_GAP_MS, 2 * measured_ms))
