"""From a scan to the customer's value, in a small shop and in one with a million customers.

The cards are drawn from the customers of one day, who are scanned more than once, as the till does: to show them, to
work out the purchase, and when it is recorded. A second line draws each card from all customers of the large shop, so
that nearly every scan has to fetch its pages from the system.
"""

import random
from collections.abc import Callable

from loyaltydesk.desk import Desk
from loyaltydesk.store.sqlite import Connection, connect
from tests.bench.filling import NOW, Filled
from tests.bench.measuring import Call, Row, in_turn
from tests.shop import Clock

LIMIT, GROWTH = 5.0, 1.3
BARE = "SELECT * FROM cards WHERE number = ?"
OF_A_DAY = 300


class _Shop:
    """A filled file, opened by the desk and by a bare connection."""

    def __init__(self, filled: Filled) -> None:
        self._filled = filled
        _fetch(filled)
        self._desk = Desk.open(filled.path, Clock(NOW), check=False)
        self._bare = connect(filled.path)
        self._chance = random.Random(5)
        self._today = [self._anybody() for _turn in range(min(OF_A_DAY, filled.customers))]

    def sides(self, times: int, *, of_a_day: bool) -> tuple[list[Call], list[Call]]:
        """So many scans by the desk, and so many bare looks at a card."""
        codes = [self._chance.choice(self._today) if of_a_day else self._anybody() for _turn in range(times * 2)]
        return (
            [_call(self._desk.customers.scan, code) for code in codes[:times]],
            [_call(lambda code: _bare(self._bare, code), code) for code in codes[times:]],
        )

    def close(self) -> None:
        self._desk.close()
        self._bare.close()

    def _anybody(self) -> str:
        return self._filled.card(self._chance.randrange(self._filled.customers))


def scans(small: Filled, large: Filled, times: int) -> list[Row]:
    """The lines of the table, from `times` scans of each kind."""
    shops = [_Shop(small), _Shop(large)]
    lines = [line for of_a_day in (True, False) for line in _lines(shops, small, large, times, of_a_day=of_a_day)]
    for shop in shops:
        shop.close()
    return lines


def _lines(shops: list[_Shop], small: Filled, large: Filled, times: int, *, of_a_day: bool) -> list[Row]:
    sides = [side for shop in shops for side in shop.sides(times, of_a_day=of_a_day)]
    if of_a_day:
        in_turn(*sides)  # everybody was here once before
    ours_small, bare_small, ours, bare = in_turn(*sides)
    who = "somebody of the day" if of_a_day else "anybody at all"
    grown = f"{large.customers:,} / {small.customers:,} customers"
    return [
        Row(f"scan of {who}, {large.customers:,} customers / bare card row", ours, bare, LIMIT),
        Row(f"scan of {who}, {grown}", ours, ours_small, GROWTH if of_a_day else None),
        Row(f"bare card row of {who}, {grown}", bare, bare_small),
    ]


def _fetch(filled: Filled) -> None:
    """Has the system read both tables: how quick the disk is with what nobody asked for before is not measured."""
    connection = connect(filled.path)
    connection.execute("SELECT max(issued) FROM cards NOT INDEXED").fetchone()
    connection.execute("SELECT max(open_lots) FROM customers NOT INDEXED").fetchone()
    connection.close()


def _call(do: Callable[[str], object], code: str) -> Call:
    return lambda: do(code)


def _bare(connection: Connection, code: str) -> object:
    return connection.execute(BARE, (code,)).fetchone()
