"""Rows that are fetched page by page as somebody scrolls to them, so that a list may be as long as it likes.

To be used as:
    model = PagedRows(columns, more=lambda last, count: page_after(last, count))
    model.restart()
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from ui.seams.tables import NOWHERE, Column, Index, RowsModel

_Row = TypeVar("_Row")
PAGE = 128  # rows at once: some screens full, and a few milliseconds


class PagedRows(RowsModel[_Row]):
    """A table that asks for more when its end comes into sight."""

    def __init__(
        self, columns: Sequence[Column[_Row]], more: Callable[[_Row | None, int], Sequence[_Row]], *, page: int = PAGE
    ) -> None:
        """`more(last, count)` gives the next `count` rows after `last` (None: the first ones); fewer are the end."""
        super().__init__(columns)
        self._more = more
        self._page = page
        self._ended = True

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to fetch."""
        return self._ended

    def restart(self, count: int = 0) -> None:
        """Fetches anew from the beginning, `count` rows or one page, whichever is more."""
        count = max(count, self._page)
        rows = self._more(None, count)
        self._ended = len(rows) < count
        super().set_rows(rows)

    def set_rows(self, rows: Sequence[_Row]) -> None:
        """Shows these rows and no more."""
        self._ended = True
        super().set_rows(rows)

    # --- Qt

    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return not parent.isValid() and not self._ended

    def fetchMore(self, parent: Index = NOWHERE) -> None:
        if self.canFetchMore(parent):
            rows = self._more(self.rows[-1], self._page)
            self._ended = len(rows) < self._page
            self.add_rows(rows)
