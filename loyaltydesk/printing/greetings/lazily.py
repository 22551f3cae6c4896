"""Pages that are drawn when they are asked for, so that a long run takes no more room than a short one."""

from collections.abc import Callable, Sequence
from typing import overload

from loyaltydesk.printing.scene import Page


class Lazily(Sequence[Page]):
    """`count` pages, each made by `draw` from its number (from 0)."""

    def __init__(self, count: int, draw: Callable[[int], Page]) -> None:
        self._count, self._draw = count, draw

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> list[Page]: ...
    def __getitem__(self, index: int | slice) -> Page | list[Page]:
        if isinstance(index, slice):
            return [self._draw(number) for number in range(*index.indices(self._count))]
        return self._draw(range(self._count)[index])
