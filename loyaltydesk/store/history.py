"""Reads the shop's past for a forecast, customer by customer in one pass, with one customer in memory at a time."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.history import Before, PastPurchase, Span
from loyaltydesk.model.purchases import Line, TakenPromotion
from loyaltydesk.store import codec
from loyaltydesk.store.columns import CUSTOMER, customer_from
from loyaltydesk.store.sqlite import Connection

RECENT = 20_000  # facts that are looked through for a price


class _Said(Struct):
    """What is needed of a PurchaseRecorded; everything else is skipped unread."""

    lines: tuple[Line, ...] = ()
    codes: tuple[str, ...] = ()
    free: tuple[int, ...] = ()
    promotions: tuple[TakenPromotion, ...] = ()
    rewards: tuple[msgspec.Raw, ...] = ()
    vouchers: tuple[msgspec.Raw, ...] = ()


_said_from = msgspec.json.Decoder(_Said).decode


class Usage(NamedTuple):
    """Points that came and points that were used."""

    given: int
    used: int


class History:
    """Purchases that stand, as they were made."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def span(self, first: date, last: date) -> Span | None:
        """The days from the first purchase of a period on, with how many there are; None without any."""
        row = self._db.execute(
            "SELECT min(day), sum(customer IS NOT NULL), sum(customer IS NULL), sum(value) "
            "FROM purchases WHERE day BETWEEN ? AND ? AND state = 'done'",
            (first.isoformat(), last.isoformat()),
        ).fetchone()
        return Span(date.fromisoformat(row[0]), last, *row[1:]) if row[0] else None

    def purchases(self, span: Span) -> Iterator[tuple[str | None, list[PastPurchase]]]:
        """The purchases of each customer in order of time; those of guests first, one by one."""
        rows = self._db.execute(
            "SELECT p.customer, p.at, p.discount, p.value, p.returned, j.payload "
            "FROM purchases p INDEXED BY purchases_of JOIN journal j ON j.id = p.id "
            "WHERE p.day BETWEEN ? AND ? AND p.state = 'done' ORDER BY p.customer",
            (span.first.isoformat(), span.last.isoformat()),
        )
        for customer, theirs in groupby(rows, key=lambda row: row[0]):
            if customer is None:
                yield from ((None, [_purchase(row)]) for row in theirs)
            else:
                yield codec.identity(customer), sorted(map(_purchase, theirs), key=lambda past: past.at)

    def customer(self, customer: str, since: datetime) -> Customer:
        """Whoever made purchases; of one that was forgotten nothing is known but that they bought `since` a time."""
        row = self._db.execute(f"SELECT {CUSTOMER} FROM customers c WHERE c.id = ?", (codec.blob(customer),)).fetchone()
        return customer_from(row, "") if row else Customer(customer, Profile(), since, Account())

    def before(self, customer: str, first: date, *, since: date | None) -> tuple[Before, ...]:
        """What was paid and earned from `since` to the day before `first`, month by month, the oldest first."""
        rows = self._db.execute(
            "SELECT max(day), sum(due - refunded), sum(earned - taken_back) FROM purchases INDEXED BY purchases_of "
            "WHERE customer = ? AND day >= ? AND day < ? GROUP BY substr(day, 1, 7) ORDER BY 1",
            (codec.blob(customer), (since or date.min).isoformat(), first.isoformat()),
        )
        return tuple(Before(date.fromisoformat(day), spend, earned) for day, spend, earned in rows)

    def quiet_with_tier(self, span: Span) -> list[str]:
        """The customers who won a tier, or were given one, and bought nothing in the period."""
        rows = self._db.execute(
            "SELECT c.id FROM customers c WHERE c.erased = 0 AND c.merged IS NULL "
            "AND (c.tier IS NOT NULL OR c.floor IS NOT NULL) "
            "AND NOT EXISTS (SELECT 1 FROM purchases p WHERE p.customer = c.id AND p.day BETWEEN ? AND ?)",
            (span.first.isoformat(), span.last.isoformat()),
        )
        return [codec.identity(row[0]) for row in rows]

    def slots(self, every: int, since: date | None, *, without: bool) -> list[tuple[int, int, int, int]]:
        """The members of the test group, or all others, who joined since a day (None: ever), dealt into slots.

        Of each slot how many they are, the sum of the ordinals of the days on which they joined, their purchases, and
        what they paid, returns counted off.
        """
        return self._db.execute(
            "SELECT members, joined, visits, spend FROM sides WHERE every = ? AND since = ? AND without = ? "
            "ORDER BY slot",
            (every, since.isoformat() if since else "", int(without)),
        ).fetchall()

    def friends(self) -> Iterator[tuple[str, str, date]]:
        """Who brought whom, and the day on which the new customer bought for the first time."""
        rows = self._db.execute(
            "SELECT c.referred_by, c.id, "
            "(SELECT min(day) FROM purchases WHERE customer = c.id AND state = 'done') AS d "
            "FROM customers c WHERE c.referred_by <> '' AND c.erased = 0 AND d IS NOT NULL"
        )
        return ((friend, codec.identity(new), date.fromisoformat(day)) for friend, new, day in rows)

    def usage(self, span: Span) -> Usage:
        """The points that came in a period, and those that were used."""
        rows = self._db.execute(
            "SELECT kind, coalesce(sum(points), 0) FROM entries WHERE at >= ? AND at < ? GROUP BY kind",
            (span.first.isoformat(), f"{span.last.isoformat()}U"),
        )
        sums: dict[str, int] = dict(rows.fetchall())
        given = sum(sums.get(kind, 0) for kind in ("earned", "taken_back", "occasion", "referral", "adjusted"))
        return Usage(given, -sum(sums.get(kind, 0) for kind in ("spent", "reward", "given_back")))

    def prices(self, products: set[str]) -> dict[str, int]:
        """What each product costs: by the list, or by a bill of late; those of which neither is known are left out."""
        found = {}
        for sku in products:
            row = self._db.execute("SELECT price FROM products WHERE sku = ? AND price > 0", (sku,)).fetchone()
            price = row[0] if row else self._seen(sku)
            if price:
                found[sku] = price
        return found

    def _seen(self, sku: str) -> int:
        """The price of a product on the newest bill among RECENT facts; 0 without one."""
        rows = self._db.execute(
            "SELECT payload FROM journal WHERE kind = 'PurchaseRecorded' AND instr(payload, ?) > 0 "
            "AND arrival > (SELECT max(arrival) FROM journal) - ? ORDER BY arrival DESC LIMIT 100",
            (codec.written(sku), RECENT),
        )
        for (payload,) in rows:
            for line in _said_from(payload).lines:
                if line.sku == sku and line.price:
                    return line.price
        return 0


def _purchase(row: Any) -> PastPurchase:
    _customer, at, discount, value, returned, payload = row
    said = _said_from(payload)
    lines, taken_off = said.lines, sum(each.off for each in said.promotions)
    if said.free and (said.rewards or said.vouchers):  # had for points or a voucher, and not bought
        bought = [(line, line.qty - free) for line, free in zip(lines, said.free, strict=True)]
        taken_off += sum(line.price * (line.qty - units) for line, units in bought)
        lines = tuple(msgspec.structs.replace(line, qty=units) for line, units in bought if units)
    own = max(discount - taken_off, 0)
    total = sum(line.price * line.qty for line in lines)
    return PastPurchase(datetime.fromisoformat(at), lines, min(own, total), said.codes, value, returned)
