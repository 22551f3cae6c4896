"""Reads who is to be greeted or called, and what is kept of greetings and calls that were made."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.purchases import GiftCause, Voucher
from loyaltydesk.store import codec
from loyaltydesk.store.columns import CUSTOMER, CUSTOMER_WIDTH, customer_from
from loyaltydesk.store.customers import CELEBRATED
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.vouchers import VOUCHER, voucher_from

FEW = 500  # customers that are asked for one by one
_LIVING = "c.erased = 0 AND c.merged IS NULL"


class Kept(Struct, frozen=True):
    """What is kept under one name: its fields, and the customer whom it is about by now."""

    name: str
    customer: str
    fields: dict[str, Any]


class Greetings:
    """Customers by their days, and the records "greeting", "call" and "wishes" of them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def celebrating(self, occasion: str, days: Iterable[str]) -> list[Customer]:
        """The customers with a birthday, name_day or day of having joined on one of these days ("MM-DD")."""
        column, indexed = CELEBRATED[occasion]
        wanted = list(days)
        rows = self._db.execute(
            f"SELECT {CUSTOMER} FROM customers c WHERE {column} IN ({', '.join('?' * len(wanted))}) {indexed} "
            f"AND {_LIVING} ORDER BY c.id",
            wanted,
        )
        return [customer_from(row, "") for row in rows]

    def everybody(self) -> Iterator[Customer]:
        """All customers, the longest known first."""
        rows = self._db.execute(f"SELECT {CUSTOMER} FROM customers c WHERE {_LIVING} ORDER BY c.id")
        return (customer_from(row, "") for row in rows.fetchall())

    def absent(self, first: date, last: date, *, visits: int) -> list[Customer]:
        """The customers who came so often at least, and were here for the last time on one of these days."""
        rows = self._db.execute(
            f"SELECT {CUSTOMER} FROM customers c WHERE c.last_visit >= ? AND c.last_visit < ? AND c.erased = 0 "
            "AND c.merged IS NULL AND c.visits >= ? ORDER BY c.last_visit, c.id",
            (first.isoformat(), f"{last.isoformat()}T~", visits),
        )
        return [customer_from(row, "") for row in rows]

    def bought(self, customer: str, since: datetime, *, last: date) -> bool:
        """Whether a customer bought something after a moment, up to a last day, that was not wholly brought back."""
        row = self._db.execute(
            "SELECT 1 FROM purchases WHERE customer = ? AND day BETWEEN ? AND ? AND at > ? AND state = 'done' LIMIT 1",
            (codec.blob(customer), since.date().isoformat(), last.isoformat(), since.isoformat()),
        ).fetchone()
        return row is not None

    def vouchers_ending(self, first: date, last: date) -> list[tuple[Voucher, Customer]]:
        """The open vouchers whose last day is one of these, with whose they are."""
        columns = ", ".join(f"v.{name.strip()}" for name in VOUCHER.split(","))
        rows = self._db.execute(
            f"SELECT {CUSTOMER}, {columns} FROM vouchers v JOIN customers c ON c.id = v.customer "
            "WHERE v.state = 'open' AND v.last_day IS NOT NULL AND v.last_day BETWEEN ? AND ? "
            f"AND {_LIVING} ORDER BY v.last_day, v.id",
            (first.isoformat(), last.isoformat()),
        )
        return [(voucher_from(row[CUSTOMER_WIDTH:]), customer_from(row[:CUSTOMER_WIDTH], "")) for row in rows]

    def vouchers_given(self, customer: str, reward: str) -> list[Voucher]:
        """The vouchers of a reward that a customer was given for an occasion, the newest first."""
        rows = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE (customer = ?1 OR payer = ?1) AND source = 'occasion' "
            "AND reward = ?2 ORDER BY id DESC",
            (codec.blob(customer), reward),
        )
        return [voucher_from(row) for row in rows]

    def in_place_of(self, voucher: Voucher) -> Voucher:
        """The newest voucher of those that were printed in the place of one; mostly that one itself."""
        row = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE first = ? ORDER BY id DESC LIMIT 1", (codec.blob(voucher.first),)
        ).fetchone()
        return voucher_from(row) if row else voucher

    def given(self, rule: str, period: str) -> set[str]:
        """The customers whom a rule for an occasion has given something in a year."""
        rows = self._db.execute(
            "SELECT DISTINCT customer FROM gifts WHERE cause = ? AND rule = ? AND period = ?",
            (GiftCause.OCCASION.value, rule, period),
        )
        return {codec.identity(row[0]) for row in rows}

    def kept(self, kind: str, begins: str = "", *, of: Collection[str] | None = None) -> list[Kept]:
        """What is kept of a kind under names that begin so, the oldest word first; of all records of a person.

        `of` asks for certain customers only, which is quicker for a few.
        """
        person = self._persons()
        which, values = "record >= ? AND record < ?", [begins, begins + "\x7f"]
        if of is not None and len(of) <= FEW:
            records = [*of, *(record for record, stayed in person.items() if stayed in of)]
            which, values = f"record IN ({', '.join('?' * len(records))})", [f"{begins}{each}" for each in records]
        rows = self._db.execute(
            "SELECT record, json_group_object(field, json(value)), max(lamport), max(fact) FROM records "
            f"WHERE kind = ? AND {which} GROUP BY record ORDER BY 3, 4",
            (kind, *values),
        )
        found = []
        for record, fields, *_place in rows:
            customer = record.rpartition("/")[2]
            found.append(Kept(record, person.get(customer, customer), json.loads(fields)))
        return found

    def _persons(self) -> dict[str, str]:
        """The records that went into others, and into which."""
        rows = self._db.execute("SELECT id, merged FROM customers WHERE merged IS NOT NULL")
        return {codec.identity(record): codec.identity(person) for record, person in rows}
