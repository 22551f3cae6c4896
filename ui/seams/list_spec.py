"""What is a list's own: its words, its icons, its orders, and the key by which a row is opened."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from msgspec import Struct

_Row = TypeVar("_Row")


class Sorting(NamedTuple):
    """An order to choose: what it is called, the column whose header stands for it, and whether it begins at the end.

    `down` has the largest or latest first.
    """

    sort: StrEnum
    words: str
    column: int
    down: bool = False


class Nothing(NamedTuple):
    """What an empty place says, and what there is to do about it."""

    title: str
    hint: str


class ListSpec(Struct, Generic[_Row], frozen=True, kw_only=True):
    """A list as people know it: what it is called, what it says, and how it is sorted."""

    title: str
    search: str  # the name of the search field
    placeholder: str
    new: str  # what the button for one more says
    icons: tuple[str, str]  # of the list where it is empty, and of that button
    none_yet: Nothing
    none_found: Nothing
    counted: Callable[[int], str]  # "{n} customers", in the form that goes with a number
    sortings: Sequence[Sorting]
    key: Callable[[_Row], str]
    spare: tuple[int, ...]  # the columns that give way first in a narrow window
