"""Everything in the shop, to be taken elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Final

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.customers import Customers
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.exports import CustomerLine, ExportTable

PAGE: Final = 500  # customers read at once


class Exports:
    """What the shop knows, as tables. To be used as:

    with desk.exports.at_one_moment():
        save_workbook(path, desk.exports.tables(), …)
    """

    def __init__(self, core: Core, customers: Customers) -> None:
        self._core = core
        self._customers = customers

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Everything that is read within the block is as it was at its beginning, whatever others write meanwhile."""
        return self._core.store.reading()

    def tables(self) -> list[ExportTable]:
        """Every table; the people in them are named, so that whoever has them must keep them safe."""
        return self._core.store.everything.tables()

    def customers(self, progress: Callable[[int, int], None] = lambda _done, _whole: None) -> Iterator[CustomerLine]:
        """Every customer in the order in which they joined, read while somebody takes them.

        `progress` is told after each page how many were taken, and of how many.
        """
        desk, after, done, whole = self._customers, None, 0, self._customers.count()
        while page := desk.page(Sort.JOINED, after, PAGE):
            for customer in page:
                seen = desk.see(customer.id)
                yield CustomerLine(customer, desk.card_number(customer.id), seen.balance, seen.tier)
            after = desk.page_key(Sort.JOINED, page[-1])
            done += len(page)
            progress(done, whole)
