"""Facts of several tills, heard in every order that can be."""

from collections.abc import Callable, Iterator
from itertools import permutations

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import CustomerRegistered, Fact, PurchaseRecorded, Recorded, Stamp
from loyaltydesk.store.file import memory_store
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables
from tests.shop import Clock, dump


def name(number: int) -> str:
    """An identity by its number, so that the order of identities can be seen."""
    return f"019ceb97-7e60-7000-8000-{number:012x}"


ANNA, JAN, BOUGHT = name(1), name(2), name(3)


class Quarrel:
    """What every till knew, and then what some of them did without knowing of each other."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._number = 100

    def said(self, fact: Fact, *, lamport: int = 0, at: str = "") -> Recorded:
        """A fact as some till wrote it down."""
        self._number += 1
        if at:
            self._clock.to(at)
        return Recorded(fact, Stamp(self._clock()), name(9), self._number, lamport or self._number)

    def known(self, *facts: Fact) -> list[Recorded]:
        """Two customers, a guest's purchase of 50.00 and whatever else everybody knows."""
        begin: list[Fact] = [
            CustomerRegistered(id=ANNA, profile=Profile(name="Anna")),
            CustomerRegistered(id=JAN, profile=Profile(name="Jānis")),
            PurchaseRecorded(id=BOUGHT, receipt="R-1", total=5000, value=5000, due=5000),
        ]
        return [self.said(fact) for fact in (*begin, *facts)]

    def heard(self, known: list[Recorded], apart: list[Recorded]) -> Connection:
        """The tables after all of it, which are the same whatever order the last facts came in."""
        stores = [self._heard(known, order) for order in permutations(apart)]
        first, *others = [
            {table: rows for table, rows in dump(store.connection).items() if table in Tables.NAMES} for store in stores
        ]
        for other in others:
            assert other == first
        for store in stores[1:]:
            store.close()
        return stores[0].connection

    def _heard(self, known: list[Recorded], apart: tuple[Recorded, ...]) -> Store:
        store = memory_store()
        with store.writing():
            for recorded in (*known, *apart):
                store.tables.apply(recorded)
        return store


@pytest.fixture
def quarrel(clock: Clock) -> Quarrel:
    return Quarrel(clock)


@pytest.fixture
def one() -> Iterator[Callable[..., object]]:
    """One row of a table, by what it is asked for."""
    opened: list[Connection] = []

    def ask(connection: Connection, sql: str, *values: object) -> object:
        opened.append(connection)
        return connection.execute(sql, values).fetchone()

    yield ask
    for connection in opened:
        connection.close()
