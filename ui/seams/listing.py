"""The rows of one long list: found as somebody types, sorted, fetched page by page.

To be used as a base: a list says how many there are, what is found, what comes next, and what a row is sorted by.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from loyaltydesk.desk import Desk
from ui.seams.paged_rows import PagedRows
from ui.seams.session import Session
from ui.seams.tables import Column

_Row = TypeVar("_Row")
_Sort = TypeVar("_Sort", bound=StrEnum)
MOST_FOUND = 200  # more than anybody reads; more letters find fewer


class Order(Struct, Generic[_Sort], frozen=True):
    """An order of a list; `down` has the largest or latest first."""

    sort: _Sort
    down: bool = False


class Listing(ABC, Generic[_Row, _Sort]):
    """The rows of a list: all of them page by page in an order, or those that are found by what was typed."""

    def __init__(self, session: Session, columns: Sequence[Column[_Row]], sort: _Sort) -> None:
        """`sort` is the order in which the list is shown at first."""
        self.session = session
        self.text = ""
        self.order = Order(sort)
        self.whole = 0  # how many there are; counting a million takes a while, so not at each key
        self.rows = PagedRows[_Row](columns, self._page)

    # --- what each list knows

    @abstractmethod
    def count(self, desk: Desk) -> int:
        """How many there are."""

    @abstractmethod
    def find(self, desk: Desk, limit: int) -> list[_Row]:
        """At most `limit` rows that may be meant by `text`, in any order."""

    @abstractmethod
    def after(self, desk: Desk, last: _Row | None, limit: int) -> list[_Row]:
        """The next `limit` rows in `order` after `last` (None: the first ones); fewer are the end."""

    @abstractmethod
    def sort_key(self, row: _Row) -> tuple[object, ...]:
        """What a row that was found is sorted by, so that it stands as it does among all."""

    # --- what all of them do

    @property
    def is_cut(self) -> bool:
        """Whether more were found than are shown."""
        return bool(self.text) and len(self.rows.rows) == MOST_FOUND

    @property
    def shown(self) -> int:
        """How many were found, or how many there are where nothing is looked for."""
        return len(self.rows.rows) if self.text else self.whole

    def look_for(self, text: str) -> None:
        """Shows what may be meant by `text`; everything where it is empty."""
        self.text = text.strip()
        self._read(0)

    def sort_by(self, order: Order[_Sort]) -> None:
        """Shows the same rows in another order."""
        self.order = order
        self._read(0)

    def read_again(self) -> None:
        """Reads the rows anew, as many as there are now, so that nobody loses the place."""
        self.whole = self.session.ask(self.count)
        self._read(len(self.rows.rows))

    def _read(self, count: int) -> None:
        if self.text:
            found = self.session.ask(lambda desk: self.find(desk, MOST_FOUND))
            self.rows.set_rows(sorted(found, key=self.sort_key, reverse=self.order.down))
        else:
            self.rows.restart(count)

    def _page(self, last: _Row | None, count: int) -> list[_Row]:
        return self.session.ask(lambda desk: self.after(desk, last, count))
