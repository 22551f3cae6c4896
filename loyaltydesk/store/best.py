"""Finds the customers who paid most in a time, without looking at all of them.

The threshold algorithm of Fagin, Lotem and Naor (2001): what everybody paid in each month (or year) that the time
touches is kept in order. The lists are read from their tops; whoever comes up is counted exactly. As soon as the heads
of all lists together are no more than what the last of the best paid, nobody who has not come up can be among them.

Where everybody pays about the same, that would be so late that nearly all had come up. So it ends after a while, and
says what those who have not come up can have paid at most.
"""

from collections.abc import Iterator
from heapq import heappush, heappushpop

from loyaltydesk.model.insights import Best, BestCustomer, Period
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

MONTHS = 4  # that a time touches; a longer one is read by years
MOST = 2_000  # customers who come up

_Head = tuple[int, bytes]
_THEIRS = (
    "SELECT (SELECT coalesce(sum(due - refunded), 0) FROM purchases INDEXED BY purchases_of WHERE customer = c.id "
    "AND day BETWEEN ?2 AND ?3), coalesce(nullif(name, ''), company), spend "
    "FROM customers c WHERE id = ?1 AND erased = 0"
)


class BestCustomers:
    """Whoever paid most."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, period: Period, count: int) -> Best:
        """At most so many customers who paid most in a period, the first in front; nobody who was forgotten."""
        best: list[tuple[int, bytes, str, int]] = []
        seen, others = set[bytes](), 0
        days = period.first.isoformat(), period.last.isoformat()
        for customer, bound in self._candidates(period):
            if len(best) == count and bound <= best[0][0]:
                break
            if len(seen) == MOST:
                others = bound
                break
            if customer not in seen:
                seen.add(customer)
                spend, *told = self._db.execute(_THEIRS, (customer, *days)).fetchone() or (0,)
                if spend > 0:
                    (heappush if len(best) < count else heappushpop)(best, (spend, customer, *told))
        ranked = [
            BestCustomer(codec.identity(customer), name, spend, lifetime)
            for spend, customer, name, lifetime in sorted(best, reverse=True)
        ]
        return Best(period, tuple(ranked), others)

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


def _spans(period: Period) -> list[str]:
    months = [f"{month:%Y-%m}" for month in period.months()]
    return months if len(months) <= MONTHS else sorted({month[:4] for month in months})
