"""Finds the customers who paid most in a time, without looking at all of them.

The threshold algorithm of Fagin, Lotem and Naor (2001): what everybody paid in each month (or year) that the time
touches is kept in order. The lists are read from their tops; whoever comes up is counted exactly. As soon as the heads
of all lists together are no more than what the last of the best paid, nobody who has not come up can be among them.
"""

from collections.abc import Iterator
from heapq import heappush, heappushpop

from loyaltydesk.model.insights import BestCustomer, Period
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

MONTHS = 4  # that a time touches; a longer one is read by years

_Head = tuple[int, bytes]


class BestCustomers:
    """Whoever paid most."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, period: Period, count: int) -> list[BestCustomer]:
        """At most so many customers who paid most in a period, the first in front; nobody who was forgotten."""
        best: list[tuple[int, bytes]] = []
        seen = set[bytes]()
        for customer, bound in self._candidates(period):
            if len(best) == count and bound <= best[0][0]:
                break
            if customer not in seen:
                seen.add(customer)
                spend = self._spend(customer, period)
                if spend > 0:
                    (heappush if len(best) < count else heappushpop)(best, (spend, customer))
        return [self._named(customer, spend) for spend, customer in sorted(best, reverse=True)]

    def _candidates(self, period: Period) -> Iterator[tuple[bytes, int]]:
        """Customers, with the most that this one and everybody after them can have paid."""
        lists = [self._list(span) for span in _spans(period)]
        heads: list[_Head | None] = [next(each, None) for each in lists]
        while any(heads):
            bound = sum(head[0] for head in heads if head)
            place = max(range(len(heads)), key=lambda each: heads[each] or (0, b""))
            head = heads[place]
            assert head
            yield head[1], bound
            heads[place] = next(lists[place], None)

    def _list(self, span: str) -> Iterator[_Head]:
        yield from self._db.execute(
            "SELECT spend, customer FROM spends WHERE span = ? AND spend > 0 ORDER BY spend DESC, customer DESC",
            (span,),
        )

    def _spend(self, customer: bytes, period: Period) -> int:
        """What a customer paid in a period; nothing of one who was forgotten."""
        row = self._db.execute(
            "SELECT coalesce(sum(due - refunded), 0) FROM purchases INDEXED BY purchases_of WHERE customer = ?1 "
            "AND day BETWEEN ?2 AND ?3 AND (SELECT erased FROM customers WHERE id = ?1) = 0",
            (customer, period.first.isoformat(), period.last.isoformat()),
        ).fetchone()
        return int(row[0])

    def _named(self, customer: bytes, spend: int) -> BestCustomer:
        name, lifetime = self._db.execute(
            "SELECT coalesce(nullif(name, ''), company), spend FROM customers WHERE id = ?", (customer,)
        ).fetchone()
        return BestCustomer(codec.identity(customer), name, spend, lifetime)


def _spans(period: Period) -> list[str]:
    months = [f"{month:%Y-%m}" for month in period.months()]
    return months if len(months) <= MONTHS else sorted({month[:4] for month in months})
