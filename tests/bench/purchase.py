"""A purchase, durable, against bare SQL that writes the same rows in the same driver with the same sync.

Two copies of one shop: on one the desk records a purchase, on the other ready-made statements, one for each row that
the same purchase left on a third copy. Both sides fill the journal's chain, the tables and every index.
"""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.store.file import open_store
from loyaltydesk.store.sqlite import Connection, connect
from tests.bench.measuring import Row, in_turn
from tests.bench.replaying import Statement, changes, tables
from tests.shop import PROGRAMME, Clock, join

CUSTOMERS = 250
LIMIT = 2.0


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase to be made: when, with which card, for how many cents."""

    at: str
    card: str
    cents: int


def purchases(folder: Path, times: int) -> list[Row]:
    """The line of the table, from `times` purchases on each side."""
    shop = folder / "shop.db"
    cards = _fill(shop)
    todo = _todo(cards, times)
    for name in ("ours.db", "bare.db"):
        shutil.copy(shop, folder / name)
    written = _written(shop, todo)
    bare = connect(folder / "bare.db")
    clock = Clock()
    desk = Desk.open(folder / "ours.db", clock)
    ours = [_bought(desk, clock, bought) for bought in todo]
    took, bare_took = in_turn(ours, [_replayed(bare, statements) for statements in written])
    desk.close()
    bare.close()
    return [Row("a durable purchase / bare INSERTs of its rows", took, bare_took, LIMIT)]


def _fill(path: Path) -> list[str]:
    """A shop in which each customer bought four times; returns the cards."""
    clock = Clock("2026-01-05T09:00:00")
    desk = Desk.create(path, PROGRAMME, clock)
    with desk.writing():
        cards = [join(desk, f"Anna Kowalska {number}", phone=f"+4860{number:07}")[1] for number in range(CUSTOMERS)]
        for turn in range(4):
            for place, card in enumerate(cards):
                clock.forward(seconds=90)
                desk.till.record(Basket((Line(850 + place),), card=card, receipt=f"A{turn}-{place}"))
    desk.close()
    return cards


def _todo(cards: list[str], times: int) -> list[Bought]:
    clock, chance = Clock("2026-03-14T10:00:00"), random.Random(3)
    made = []
    for _turn in range(times):
        clock.forward(seconds=40)
        made.append(Bought(clock().replace(tzinfo=None).isoformat(), chance.choice(cards), chance.randrange(150, 4000)))
    return made


def _bought(desk: Desk, clock: Clock, bought: Bought) -> Callable[[], object]:
    basket = Basket((Line(bought.cents),), card=bought.card, receipt=bought.at)
    clock.to(bought.at)
    stamp = desk.stamp()
    return lambda: desk.till.record(basket, stamp)


def _written(path: Path, todo: list[Bought]) -> list[list[Statement]]:
    """What each of the purchases leaves in a shop, as statements."""
    clock = Clock()
    desk = Desk(open_store(path, clock()), clock)
    connection = connect(path)
    before, made = tables(connection), []
    for bought in todo:
        _bought(desk, clock, bought)()
        after = tables(connection)
        made.append(changes(connection, before, after))
        before = after
    connection.close()
    desk.close()
    return made


def _replayed(connection: Connection, statements: list[Statement]) -> Callable[[], object]:
    def replay() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            connection.execute(sql, values)
        connection.execute("COMMIT")

    return replay
