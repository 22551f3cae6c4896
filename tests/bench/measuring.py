"""Times several things in turn, so that whatever else the computer does falls on all, and compares their medians."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Literal

Call = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; times in seconds or sizes in bytes, `limit` as a ratio where there is one."""

    name: str
    ours: float
    baseline: float
    limit: float | None = None
    unit: Literal["s", "B"] = "s"

    @property
    def ratio(self) -> float:
        """How many times the baseline ours takes."""
        return self.ours / self.baseline

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its limit; always, where there is none."""
        return self.limit is None or self.ratio <= self.limit

    @property
    def verdict(self) -> str:
        """How the line ended, in a word."""
        if self.limit is None:
            return "-"
        return "holds" if self.holds else "ABOVE"


def in_turn(*sides: Sequence[Call]) -> tuple[float, ...]:
    """The median seconds of each side's calls, made A B C, B C A, C A B … so that none always comes first."""
    taken: list[list[float]] = [[] for _side in sides]
    for turn, calls in enumerate(zip(*sides, strict=True)):
        for place in range(len(sides)):
            side = (place + turn) % len(sides)
            start = perf_counter()
            calls[side]()
            taken[side].append(perf_counter() - start)
    return tuple(median(each) for each in taken)


def table(rows: Sequence[Row]) -> str:
    """The lines under their heads, every column as wide as it must be."""
    heads = ("", "ours", "baseline", "ratio", "limit", "verdict")
    cells = [heads, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) if place == 0 else cell.rjust(width) for place, (cell, width) in enumerate(pairs))
        for pairs in (zip(line, widths, strict=True) for line in cells)
    )


def _cells(row: Row) -> tuple[str, ...]:
    limit = "" if row.limit is None else f"{row.limit:.4g}"
    written = seconds if row.unit == "s" else size
    return row.name, written(row.ours), written(row.baseline), f"{row.ratio:.2f}", limit, row.verdict


def size(value: float) -> str:
    """A size as a person reads it: 512 kB, 1.34 MB."""
    return f"{value / 1e3:.0f} kB" if value < 1e6 else f"{value / 1e6:.2f} MB"


def seconds(value: float) -> str:
    """A time as a person reads it: 12.3 µs, 4.56 ms, 7.8 s."""
    if value < 1e-3:
        return f"{value * 1e6:.1f} µs"
    return f"{value * 1e3:.2f} ms" if value < 1 else f"{value:.1f} s"
