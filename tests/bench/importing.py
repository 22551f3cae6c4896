"""Customers taken over from a table, against bare `executemany` of the very rows that the import leaves in all tables.

Both fill the journal's chain, the tables and every index, in one durable transaction, in the same driver with the same
sync. The indented lines are the way before it: reading and understanding the file, and looking for twins.
"""

import csv
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.customers_in import customers, suggested
from loyaltydesk.exchange.tables_in import open_table
from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.store.sqlite import Connection, connect
from tests.bench.filling import profile
from tests.bench.measuring import Row
from tests.shop import PROGRAMME, Clock, names_of_tables

LIMIT = 6.0
HEADINGS = ("Nr karty", "Imię i nazwisko", "Telefon", "E-mail", "Data urodzenia", "Punkty")
TODAY = date(2026, 3, 14)
T = TypeVar("T")


def imports(folder: Path, count: int) -> list[Row]:
    """The lines of the table, from one import of `count` customers with cards and opening points."""
    table, ours, bare = folder / "customers.csv", folder / "imported.db", folder / "executed.db"
    write(table, count)
    desk = Desk.create(ours, PROGRAMME, Clock())
    desk.shop.save_settings(ShopSettings(region="PL"))
    desk.close()
    shutil.copy(ours, bare)
    read, checked, taken = _imported(table, ours)
    executed = _executed(ours, bare)
    return [
        Row(f"import of {count:,} customers / a bare executemany of their rows", taken, executed, LIMIT),
        Row("  reading the file twice, and its columns / the same", read, executed),
        Row("  checking each row, and looking for twins / the same", checked, executed),
    ]


def write(path: Path, count: int) -> None:
    """A table as a spreadsheet in Poland saves it."""
    with path.open("w", encoding="utf-16", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        for number in range(count):
            told, body = profile(number), f"20{number:010}"
            born = ".".join(reversed(told.birth_date.split("-")))
            writer.writerow((body + check_digit(body), told.name, told.phone, told.email, born, number % 500))


def _imported(table: Path, shop: Path) -> tuple[float, float, float]:
    """The seconds of reading, of checking and of writing."""
    desk = Desk.open(shop, Clock(), check=False)
    with open_table(table) as opened:
        read, plan = _timed(lambda: suggested(opened))
        parsed, _count = _timed(lambda: sum(1 for _row in customers(opened, plan, TODAY)))
        checked, draft = _timed(lambda: desk.imports.check(customers(opened, plan, TODAY)))
    taken, _batch = _timed(lambda: desk.imports.take(draft, file=table.name))
    draft.close()
    desk.close()
    return read + parsed, checked - parsed, taken


def _timed(do: Callable[[], T]) -> tuple[float, T]:
    start = perf_counter()
    result = do()
    return perf_counter() - start, result


def _executed(full: Path, empty: Path) -> float:
    """The seconds of writing everything that is in one shop and not in another, table by table."""
    source, target = connect(full), connect(empty)
    missing = {name: _missing(source, target, name) for name in names_of_tables(source)}
    target.execute("PRAGMA foreign_keys = OFF")
    start = perf_counter()
    target.execute("BEGIN IMMEDIATE")
    for name, rows in missing.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            target.executemany(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", rows)
    target.execute("COMMIT")
    took = perf_counter() - start
    source.close()
    target.close()
    return took


def _missing(source: Connection, target: Connection, name: str) -> Sequence[tuple[object, ...]]:
    known = set(target.execute(f"SELECT * FROM {name}").fetchall())
    return [row for row in source.execute(f"SELECT * FROM {name}") if row not in known]
