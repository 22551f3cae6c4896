"""Fills a shop's file by SQL with as many customers and purchases as one asks for, ten million in a quarter of an hour.

Every table the desk reads at the till is filled: customers, cards, search, purchases with their statement lines and
lots, vouchers, and what was said; and the sums that the insights are read from. Everybody comes once in each of EACH
turns, in an order that is another one in each turn; a few pay very much and most of them little. The facts behind it
are left out of the journal (but the programme's own), so such a file cannot prove itself; it would be three times as
large, and no reading at the till looks into the journal. Rows come in the order of their table's key and indexes are
made afterwards, which is many times quicker.
"""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from math import gcd, isqrt
from pathlib import Path

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.folding import fold
from loyaltydesk.store.search_keys import keys
from loyaltydesk.store.sqlite import Connection, connect
from tests.shop import PROGRAMME, Clock
from tests.sums import refill

EACH = 10  # purchases of a customer
LEAST, POINTS = 320, 12  # of each, in cents and points
OPEN = 3  # of their lots still hold points
FIRST = Clock("2025-03-01T08:00:00")()
NOW = "2026-03-14T10:05:00"
SPAN = 370 * 24 * 3600  # seconds
_FIRST_NAMES = (
    "Anna Maria Jānis Łukasz Пётр Ольга Katarzyna Ilze Marek Tomasz Zofia Ēriks Ирина Søren Jürgen Eva".split()
)
_STARTS = (
    "Kowal Nowi Bērzi Kalni Wiśnie Wójci Лебе Соко Zieli Szyma Ozoli Jansi Müll Peter Dąbro Liepi Крав Мороз".split()
)
_MIDDLES = "ba be da do ga ka la le ma na no ra re sa ta to va za".split()
_ENDS = "ski cka ņš ņa wicz ова ев man sen czyk ko ers".split()


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled file, and whom to ask for."""

    path: Path
    customers: int

    def card(self, number: int) -> str:
        """The card of a customer by number."""
        return f"26{number:011}"


def fill(path: Path, customers: int) -> Filled:
    """A shop with so many customers and ten times as many purchases; the file as it is when it is there already."""
    filled = Filled(path, customers)
    if path.exists():
        return filled
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    Desk.create(part, PROGRAMME, Clock(NOW)).close()
    connection = connect(part)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    with _without_indexes(connection):
        _insert(connection, "customers", "id registered name phone email sort_name birth_date birthday tier balance "
                "visits spend earned last_visit open_lots open_vouchers said",
                (_customer(number, customers) for number in range(customers)))  # fmt: skip
        cards = ((filled.card(number), _id(2, number), _id(1, number), "active", _at(0)) for number in range(customers))
        _insert(connection, "cards", "number id customer state issued", cards)
        _insert(connection, "purchases", "id customer card at day receipt total discount value due earned spent "
                "programme staff", (_purchase(number, customers) for number in range(customers * EACH)))  # fmt: skip
        _insert(connection, "entries", "customer lamport fact n at kind points balance source last_day",
                _entries(customers))  # fmt: skip
        _insert(connection, "lots", "customer fact n points remaining day from_day last_day source", _lots(customers))
        _insert(connection, "vouchers", "id code customer reward name gives cost issued last_day state first "
                "source stamp_card stamps",
                map(_voucher, range(0, customers, 4)))  # fmt: skip
        _fill_search(connection, customers)
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("BEGIN")
    refill(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA optimize = 0x10012")  # the way a shop's file is looked over when it is closed
    connection.close()
    part.rename(path)
    return filled


@contextmanager
def _without_indexes(connection: Connection) -> Iterator[None]:
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _sql in made:
        connection.execute(f"DROP INDEX {name}")
    connection.execute("BEGIN")
    yield
    connection.execute("COMMIT")
    for _name, sql in made:
        connection.execute(sql)


def _insert(connection: Connection, table: str, columns: str, rows: Iterable[Sequence[object]]) -> None:
    names = columns.split()
    connection.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows)


def _fill_search(connection: Connection, customers: int) -> None:
    connection.execute("CREATE TEMP TABLE unsorted (key TEXT, customer BLOB)")
    made = ((key, _id(1, number)) for number in range(customers) for key in keys(profile(number)))
    connection.executemany("INSERT INTO unsorted VALUES (?, ?)", made)
    connection.execute("INSERT INTO search SELECT * FROM unsorted ORDER BY 1, 2")
    connection.execute("DROP TABLE unsorted")


def _id(kind: int, number: int) -> bytes:
    """An identity that increases with `number`, of the shape of a UUIDv7."""
    return (1_740_000_000_000 + number).to_bytes(6) + b"\x70" + kind.to_bytes() + b"\x80" + number.to_bytes(7)


def _at(number: int, whole: int = 1) -> str:
    return (FIRST + timedelta(seconds=SPAN * number // whole)).isoformat()


def profile(number: int) -> Profile:
    """The person with this number, the same each time."""
    chance = random.Random(number)
    first = chance.choice(_FIRST_NAMES)
    surname = chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_MIDDLES) + chance.choice(_ENDS)
    month, day = chance.randrange(1, 13), chance.randrange(1, 29)
    return Profile(
        name=f"{first} {surname}",
        phone=f"+48{500_000_000 + number * 7_919 % 400_000_000}",
        email=f"person{number}@example.org" if number % 3 == 0 else "",
        birth_date=f"19{chance.randrange(40, 99)}-{month:02}-{day:02}" if number % 2 else "",
    )


@cache
def _step(turn: int, customers: int) -> tuple[int, int]:
    """How far apart in a turn neighbours by number come, and what takes that back."""
    step = next(each for each in range(customers * (turn + 2) // (EACH + 3) + 1, 2 * customers + 2)
                if gcd(each, customers) == 1)  # fmt: skip
    return step, pow(step, -1, customers)


def _place(number: int, turn: int, customers: int) -> int:
    """The number of a customer's purchase of a turn among all purchases."""
    return turn * customers + number * _step(turn, customers)[0] % customers


def _paid(number: int, turn: int) -> int:
    """What a customer pays in a turn, in cents: of four times as many customers it is twice as little at most."""
    rank = number * 7_919 % 1_000_003
    return LEAST * isqrt(1_000_003_000_000 // (1 + rank)) // 1000 * (700 + (number * 31 + turn * 977) % 600) // 1000


def _customer(number: int, customers: int) -> tuple[object, ...]:
    told = profile(number)
    times = [_at(_place(number, turn, customers), customers * EACH) for turn in range(EACH)]
    days = [at[:10] for at in times]
    lots = json.dumps([[POINTS, day, _last_day(day)] for day in days[-OPEN:]], separators=(",", ":"))
    return (
        _id(1, number), _at(0), told.name, told.phone, told.email, fold(told.name), told.birth_date,
        told.birth_date[-5:] or None, "Silver" if number % 5 == 0 else None, OPEN * POINTS, EACH,
        sum(_paid(number, turn) for turn in range(EACH)), EACH * POINTS, times[-1], lots, int(number % 4 == 0),
        f'{{"reward":"{days[-1]}"}}' if number % 5 == 1 else "{}",
    )  # fmt: skip


def _purchase(number: int, customers: int) -> tuple[object, ...]:
    turn, place = divmod(number, customers)
    at, customer = _at(number, customers * EACH), place * _step(turn, customers)[1] % customers
    paid = _paid(customer, turn)
    return (
        _id(3, number), _id(1, customer), _id(2, customer), at, at[:10], f"R{number:09}", paid, 0, paid, paid, POINTS,
        0, 1, "Eva",
    )  # fmt: skip


def _of_each(customers: int) -> Iterator[tuple[int, int, int]]:
    """Each purchase as customer, place in the customer's row of purchases, and number in the shop's."""
    return ((each, turn, _place(each, turn, customers)) for each in range(customers) for turn in range(EACH))


def _entries(customers: int) -> Iterator[tuple[object, ...]]:
    for each, turn, number in _of_each(customers):
        at, fact = _at(number, customers * EACH), _id(3, number)
        balance = POINTS * (turn + 1)
        yield _id(1, each), number + 1, fact, 0, at, "earned", POINTS, balance, fact, _last_day(at)


def _lots(customers: int) -> Iterator[tuple[object, ...]]:
    for each, turn, number in _of_each(customers):
        at, fact = _at(number, customers * EACH), _id(3, number)
        left = POINTS if turn >= EACH - OPEN else 0
        yield _id(1, each), fact, 0, POINTS, left, at[:10], at[:10], _last_day(at), fact


def _last_day(at: str) -> str:
    """A year later (a day that there is)."""
    return f"{int(at[:4]) + 1}{at[4:10]}"


def _voucher(number: int) -> tuple[object, ...]:
    voucher = _id(4, number)
    gives = '{"kind":"product","product":"COFFEE","qty":1,"money":0,"percent":"0","max_money":null,"cause":""}'
    return (
        voucher, f"29{number:011}", _id(1, number), "coffee", "Free coffee", gives, 50, _at(1), "2026-04-30", "open",
        voucher, "points", "", 0,
    )  # fmt: skip
