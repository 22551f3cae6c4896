"""Pages that are made when they are asked for, so that a long print run takes no more memory than a short one."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import overload

from loyaltydesk.printing.scene import Page


class LazyPages(Sequence[Page]):
    """As many pages as there are `numbers`; `make` makes the page of a number, anew each time it is asked for."""

    def __init__(self, numbers: range, make: Callable[[int], Page]) -> None:
        self._numbers, self._make = numbers, make

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Page: ...
    @overload
    def __getitem__(self, place: slice) -> "LazyPages": ...
    def __getitem__(self, place: int | slice) -> "Page | LazyPages":
        if isinstance(place, slice):
            return LazyPages(self._numbers[place], self._make)
        return self._make(self._numbers[place])


def one_after_another(parts: Sequence[Sequence[Page]]) -> LazyPages:
    """The pages of several documents in their order, each made when it is asked for."""
    begins = list(accumulate((len(part) for part in parts), initial=0))

    def page(number: int) -> Page:
        part = bisect_right(begins, number) - 1
        return parts[part][number - begins[part]]

    return LazyPages(range(begins[-1]), page)
