"""Keeps how many customers come often, lately and for much money: what groups of customers are counted from."""

from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from loyaltydesk.model.insights import OFTEN, STEPS
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.sums import Sums
from loyaltydesk.store.tables.sides import Sides

_ROW = "SELECT registered, erased OR merged IS NOT NULL, last_visit, visits, spend FROM customers WHERE id = ?"


class Row(NamedTuple):
    """What a customer's row says of their habits; one that is `gone` was forgotten, or is another one by now."""

    registered: str
    gone: bool
    last_visit: str
    visits: int
    spend: int


class Habits:
    """The tables `habits` and `spenders`, in which everybody who is a customer now is counted once.

    A habit is the day of the last purchase, whether there were none, one, some or many purchases, and, where there were
    many, the round step of money that was reached; `spenders` counts those who bought by that step.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._habits = Sums(connection, "habits", key="last_day visits reached", sums="customers")
        self._spenders = Sums(connection, "spenders", key="reached", sums="customers")
        self._sides = Sides(connection)

    @contextmanager
    def moving(self, *customers: bytes | None) -> Iterator[None]:
        """Counts customers anew whose rows change within the block."""
        who = sorted({customer for customer in customers if customer})
        before = [self.row(customer) for customer in who]
        yield
        for old, customer in zip(before, who, strict=True):
            self.move(customer, old=old, new=self.row(customer))

    def row(self, customer: bytes) -> Row:
        """How a customer stands now."""
        return Row(*self._db.execute(_ROW, (customer,)).fetchone())

    def move(self, customer: bytes, *, old: Row | None, new: Row | None) -> None:
        """Counts a customer who stood in one way in the other."""
        self._sides.move(customer, old=old, new=new)
        before, after = _counted(old), _counted(new)
        if before == after:
            return
        for counted, sign in ((before, -1), (after, 1)):
            if counted:
                habit, reached = counted
                self._habits.add(habit, sign)
                if reached is not None and (before and before[1]) != (after and after[1]):
                    self._spenders.add((reached,), sign)


def _counted(row: Row | None) -> tuple[tuple[str, int, int], int | None] | None:
    """A customer's habit, and the step that somebody who bought reached; None for nobody."""
    if row is None or row.gone:
        return None
    reached = STEPS[bisect_right(STEPS, row.spend) - 1] if row.spend > 0 else 0
    often = OFTEN if row.visits >= OFTEN else min(row.visits, 2)
    return (row.last_visit[:10], often, reached if often == OFTEN else 0), reached if row.visits else None
