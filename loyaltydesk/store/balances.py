"""Reads whoever has a card that can be used, with what they can spend, one after the other, however many there are."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.lots import Portion, Purse
from loyaltydesk.model.reports import ListedBy
from loyaltydesk.store.columns import CUSTOMER, CUSTOMER_WIDTH, customer_from
from loyaltydesk.store.sqlite import Connection

_CARD = "coalesce(nullif(d.printed, ''), d.number)"  # what stands on it for people
_HELD = f"{CUSTOMER}, c.open_lots, c.open_vouchers > 0, {_CARD}, d.role = 'earn_only'"
_LIVING = "c.erased = 0 AND c.merged IS NULL AND c.blocked = 0 AND (c.last_visit >= ?1 OR c.registered >= ?1)"
_BEST = "(SELECT id FROM cards WHERE customer = c.id AND state = 'active' ORDER BY role = 'earn_only', id DESC LIMIT 1)"
_QUESTIONS = {
    ListedBy.NAME: (
        f"SELECT {_HELD}, (SELECT count(*) FROM cards WHERE customer = c.id AND state = 'active') - 1 "
        f"FROM customers c INDEXED BY customers_by_name JOIN cards d ON d.id = {_BEST} WHERE {_LIVING} "
        "ORDER BY c.sort_name, c.id"
    ),
    ListedBy.CARD: (
        f"SELECT {_HELD}, 0 FROM cards d JOIN customers c ON c.id = d.customer "
        f"WHERE d.state = 'active' AND {_LIVING} ORDER BY {_CARD}, d.id"
    ),
}
_portions_from = msgspec.json.Decoder(list[Portion]).decode


class Holding(Struct, frozen=True):
    """A customer with one card and the purse to work out with what can be spent."""

    customer: Customer
    purse: Purse
    card: str
    only_collects: bool
    more: int
    has_vouchers: bool


class Balances:
    """Customers with cards, in the order of a list."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def holdings(self, by: ListedBy, since: date | None) -> Iterator[Holding]:
        """Everybody, or those who were here or joined since a day, read as they are asked for."""
        rows = self._db.execute(_QUESTIONS[by], (since.isoformat() if since else "",))
        return (_holding(row) for row in rows)

    def count(self, since: date | None) -> int:
        """How many customers would be on a list by name."""
        row = self._db.execute(
            f"SELECT count(*) FROM customers c WHERE {_LIVING} "
            "AND EXISTS (SELECT 1 FROM cards WHERE customer = c.id AND state = 'active')",
            (since.isoformat() if since else "",),
        ).fetchone()
        return int(row[0])


def _holding(row: Any) -> Holding:
    lots, has_vouchers, card, only_collects, more = row[CUSTOMER_WIDTH:]
    customer = customer_from(row[:CUSTOMER_WIDTH], card)
    purse = Purse.holding(_portions_from(lots), customer.account.debt)
    return Holding(customer, purse, card, bool(only_collects), more, bool(has_vouchers))
