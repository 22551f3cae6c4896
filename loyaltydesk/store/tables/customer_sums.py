"""Takes away what customers count for in all sums, and adds it again, when their records join, come or go."""

from collections.abc import Iterator
from contextlib import contextmanager

from loyaltydesk.model.facts import CustomersMerged, Fact
from loyaltydesk.store import codec
from loyaltydesk.store.links import Links
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.habits import Habits
from loyaltydesk.store.tables.spends import Spends
from loyaltydesk.store.tables.visits import Visits


class CustomerSums:
    """What whole customers count for in the sums of visits, money and habits."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._links = Links(connection)
        self._visits = Visits(connection)
        self._spends = Spends(connection)
        self._habits = Habits(connection)

    @contextmanager
    def moving(self, fact: Fact) -> Iterator[None]:
        """Counts everybody anew whom a fact about customers has to do with, and whose records it changes."""
        people = sorted(self._people(fact))
        for customer in people:
            self._count(customer, -1)
        yield
        for customer in people:
            self._count(customer, 1)

    def _people(self, fact: Fact) -> set[bytes]:
        """Those who are one person with a fact's customers."""
        named = {fact.customer_id or "", fact.drop if isinstance(fact, CustomersMerged) else ""} - {""}
        return {each for one in named for each in self._links.joined(codec.blob(one), ("merge",))}

    def _count(self, customer: bytes, sign: int) -> None:
        row = self._db.execute("SELECT registered, merged FROM customers WHERE id = ?", (customer,)).fetchone()
        if row is None:  # not registered yet
            return
        registered, merged = row
        if merged is None:
            self._visits.joined(registered, sign)
        self._visits.all_of(customer, registered, sign)
        self._spends.all_of(customer, sign)
        stands = self._habits.row(customer)
        self._habits.move(customer, old=stands if sign < 0 else None, new=stands if sign > 0 else None)
