"""Shops to test with: a clock that is moved by hand, a programme with a bit of everything, customers, purchases."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta, timezone

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.till import Done
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.model.refusals import Refused
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.store import Store

ZONE = timezone(timedelta(hours=1))

PROGRAMME = """
[programme]
name = "Rīts Club"
currency = "EUR"

[points]
expire = "after"
expire_after = "12 months"

[redeem]
points = 100
worth = "1.00"
minimum = 100

[[earn]]
id = "base"
points = 1
per = "1.00"

[[reward]]
id = "coffee"
name = "Free coffee"
cost = 50
gives = { product = "COFFEE", qty = 1 }
valid_days = 30

[[reward]]
id = "five"
name = "Five euros off"
cost = 120
gives = { money = "5.00" }
stock = 3
per_customer = 2

[[tier]]
name = "Silver"
from = "100.00"
multiply = "2"

[[tier]]
name = "Gold"
from = "500.00"
multiply = "3"
"""


class Clock:
    """The shop's own time, standing still until it is moved."""

    def __init__(self, at: str = "2026-03-14T10:05:00") -> None:
        self.at = datetime.fromisoformat(at).replace(tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.at

    def to(self, at: str) -> None:
        """Moves it to a time, also backwards."""
        self.at = datetime.fromisoformat(at).replace(tzinfo=ZONE)

    def forward(self, **span: float) -> None:
        """Moves it on by days, hours, minutes …"""
        self.at += timedelta(**span)


def join(desk: Desk, name: str = "Anna Kowalska", *, card: str = "", **told: str) -> tuple[str, str]:
    """A new customer: id and card number."""
    return desk.customers.register(Profile(name=name, **told), card=card)


def buy(desk: Desk, card: str, cents: int, **asked: object) -> Done:
    """A purchase of so many cents."""
    return desk.till.record(Basket((Line(cents),), card=card, **asked))  # type: ignore[arg-type]  # words of a Basket


def store_of(desk: Desk) -> Store:
    """The file behind a desk, for tests that look underneath."""
    return desk._core.store


class Undone(Exception):
    """Ends a transaction as if it had never been."""


@contextmanager
def undone(store: Store) -> Iterator[None]:
    """A transaction that is taken back at the end of the block."""
    with suppress(Undone), store.writing():
        yield
        raise Undone


def names_of_tables(connection: Connection) -> list[str]:
    """Every table of a file that is ours."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '_sqlite%'"
    )
    return sorted(row[0] for row in rows)


def dump(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    return {
        name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for name in names_of_tables(connection)
    }


@contextmanager
def refuses(desk: Desk, *kinds: type[Refused]) -> Iterator[pytest.ExceptionInfo[Refused]]:
    """Expects a refusal of one of these kinds, and that not one row is another afterwards."""
    before = dump(store_of(desk).connection)
    with pytest.raises(kinds) as refusal:
        yield refusal
    assert dump(store_of(desk).connection) == before
