"""Reads in one statement what the till must know of a customer: the whole scan is two rows of two tables."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from loyaltydesk.model.cards import Card, spellings, tidy
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.lots import Portion, Purse
from loyaltydesk.store import codec
from loyaltydesk.store.columns import (
    CARD,
    CARD_WIDTH,
    CUSTOMER,
    CUSTOMER_WIDTH,
    NEWEST_CARD,
    STAYED,
    card_from,
    customer_from,
)
from loyaltydesk.store.sqlite import Connection

_HELD = "c.open_lots, c.said, c.open_vouchers, (SELECT max(version) FROM programmes)"
# Two tills may have given out one number while they could not see each other; then the card made first has it.
_BY_CARD = (
    f"SELECT {CUSTOMER}, {CARD}, {_HELD} FROM cards d LEFT JOIN customers c ON c.id = d.customer "
    "WHERE d.number = ? AND c.erased IS NOT 1 ORDER BY d.id LIMIT 1"
)
# What stands on a card for people finds it where the bars of none say so, and where it stands on that card alone.
_BY_PRINTED = (
    f"SELECT {CUSTOMER}, {CARD}, {_HELD} FROM cards d LEFT JOIN customers c ON c.id = d.customer "
    "WHERE d.printed = ? AND d.printed <> '' AND c.erased IS NOT 1 LIMIT 2"
)
_BY_ID = f"SELECT {CUSTOMER}, {NEWEST_CARD}, {_HELD} FROM customers c WHERE c.id = {STAYED} AND c.erased = 0"
_portions_from = msgspec.json.Decoder(list[Portion]).decode
_said_from = msgspec.json.Decoder(dict[str, date]).decode


class Found(Struct, frozen=True):
    """A customer as they stand at one moment; `card` is None when they were named by their id.

    The purse is one to work things out with. `said` tells on which day each kind of thing was said to them last,
    `programme` the version of the rules in force.
    """

    customer: Customer
    card: Card | None
    purse: Purse
    said: Mapping[str, date]
    has_vouchers: bool  # open ones
    programme: int


class Standings:
    """The customers as whoever stands at the till needs them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def by_card(self, code: str) -> Found | Card | None:
        """The customer with this card (as scanned, or as it stands on the card); a blank card alone, or None."""
        for number in spellings(code):
            row = self._db.execute(_BY_CARD, (number,)).fetchone()
            if row:
                return _held(row)
        rows = self._db.execute(_BY_PRINTED, (tidy(code),)).fetchall()
        return _held(rows[0]) if len(rows) == 1 else None

    def by_id(self, customer: str) -> Found | None:
        """The customer with this id, or the one that record went into; None when there is none or it was forgotten.

        Raises ValueError for no id.
        """
        row = self._db.execute(_BY_ID, (codec.blob(customer),)).fetchone()
        return _found(row, row[CUSTOMER_WIDTH] or "", None) if row else None


def _held(row: Any) -> Found | Card:
    card = card_from(row[CUSTOMER_WIDTH : CUSTOMER_WIDTH + CARD_WIDTH])
    return _found(row, card.number, card) if card.customer else card


def _found(row: Any, number: str, card: Card | None) -> Found:
    lots, said, vouchers, programme = row[-4:]
    customer = customer_from(row[:CUSTOMER_WIDTH], number)
    purse = Purse.holding(_portions_from(lots), customer.account.debt)
    return Found(customer, card, purse, _said_from(said), vouchers > 0, programme)
