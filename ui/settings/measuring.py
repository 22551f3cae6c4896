"""Measures a scanner by three scans: the longest pause within them decides what will count as one scan."""

from msgspec import Struct, field

from ui.seams.scanner_settings import WIDEST_GAP_MS, ScannerSettings, proposed_max_gap

SCANS = 3

WIDE_OPEN = ScannerSettings(max_gap_ms=WIDEST_GAP_MS, min_length=4, suffix="none")
"""Hears every scanner there can be: slow ones, those that send nothing after a code, and short codes."""


class Heard(Struct, frozen=True):
    """One scan: what arrived, and the longest pause between two of its keys (ms)."""

    code: str
    gap_ms: int


class Measuring(Struct):
    """The scans of one measurement."""

    heard: list[Heard] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        """Whether there were enough scans."""
        return len(self.heard) >= SCANS

    @property
    def differs(self) -> bool:
        """Whether one code was read in different ways: a scanner that drops keys, or another code."""
        return len({each.code for each in self.heard}) > 1

    def add(self, heard: Heard) -> None:
        """Counts a scan; nothing is counted beyond the third."""
        if not self.is_done:
            self.heard.append(heard)

    def proposed_ms(self) -> int:
        """The longest pause that should count as within one scan; ValueError without a scan."""
        return proposed_max_gap(max(each.gap_ms for each in self.heard))
