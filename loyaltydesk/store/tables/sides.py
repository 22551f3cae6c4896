"""Keeps what members of the test group and all others bought, so that they are compared without looking at everybody.

Either side is dealt into slots by the same digest that chooses the test group, so that it can be drawn from.
"""

import tomllib
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import NamedTuple, Protocol

from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.sums import Sums

SLOTS = 100


class Standing(Protocol):
    """How a customer stands, as far as it counts here."""

    @property
    def registered(self) -> str: ...
    @property
    def gone(self) -> bool: ...
    @property
    def visits(self) -> int: ...
    @property
    def spend(self) -> int: ...


class _Counted(NamedTuple):
    members: int = 0
    joined: int = 0  # the sum of ordinals of days
    visits: int = 0
    spend: int = 0


class Sides:
    """The tables `test_groups` and `sides`, for each test group of any programme that was ever in force."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        key, sums = "every since without slot", "members joined visits spend"
        self._sums = Sums(connection, "sides", key=key, sums=sums)

    def formed(self, toml: str) -> None:
        """A programme came; where its test group is a new one, everybody who is there is counted."""
        group = _test_group(toml)
        if group is None:
            return
        new = self._db.execute("INSERT OR IGNORE INTO test_groups VALUES (?, ?)", group).rowcount
        if new:
            rows = self._db.execute(
                "SELECT id, registered, visits, spend FROM customers "
                "WHERE erased = 0 AND merged IS NULL AND registered >= ?",
                (group[1],),
            )
            self._fill(group, rows)

    def move(self, customer: bytes, *, old: Standing | None, new: Standing | None) -> None:
        """Counts a customer who stood in one way in the other."""
        for every, since in self._db.execute("SELECT every, since FROM test_groups").fetchall():
            before, after = _counted(old, since), _counted(new, since)
            change = tuple(now - was for now, was in zip(after, before, strict=True))
            if any(change):
                self._sums.add((every, since, *_place(customer, every)), *change)

    def _fill(self, group: tuple[int, str], rows: Iterable[tuple[bytes, str, int, int]]) -> None:
        found: dict[tuple[int, int], list[int]] = {}
        for customer, registered, visits, spend in rows:
            sums = found.setdefault(_place(customer, group[0]), [0, 0, 0, 0])
            for place, amount in enumerate((1, _ordinal(registered), visits, spend)):
                sums[place] += amount
        for side, sums in found.items():
            self._sums.add((*group, *side), *sums)


def fill_sides(connection: Connection) -> None:
    """Counts the sides of all test groups in a file that never did."""
    sides = Sides(connection)
    for (toml,) in connection.execute("SELECT toml FROM programmes").fetchall():
        sides.formed(toml)


def _test_group(toml: str) -> tuple[int, str] | None:
    """Every how many customers one is in the test group of a programme, and since when."""
    try:
        group = tomllib.loads(toml).get("test_group")
    except tomllib.TOMLDecodeError:  # of a fact that this release cannot read there is nothing to count
        return None
    every, since = (group.get("every"), group.get("since")) if isinstance(group, dict) else (None, None)
    if not isinstance(every, int) or every < 1:
        return None
    return every, since.isoformat() if isinstance(since, date) else ""


def _place(customer: bytes, every: int) -> tuple[int, int]:
    """Whether a customer is in the test group, and the slot."""
    number = int(sha256(codec.identity(customer).encode()).hexdigest(), 16)
    return int(number % every == 0), number // every % SLOTS


def _counted(standing: Standing | None, since: str) -> _Counted:
    if standing is None or standing.gone or standing.registered < since:
        return _Counted()
    return _Counted(1, _ordinal(standing.registered), standing.visits, standing.spend)


def _ordinal(registered: str) -> int:
    return date.fromisoformat(registered[:10]).toordinal()
