"""Writes customers, their cards and everything that is saved field by field."""

import json
from typing import Any

from loyaltydesk.model.companies import sort_company
from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile
from loyaltydesk.model.facts import CardIssued, CustomerErased, CustomerRegistered, Recorded, RecordSaved
from loyaltydesk.model.folding import BEHIND_ALL_NAMES, fold
from loyaltydesk.model.partners import FORGOTTEN, PARTNER
from loyaltydesk.store import codec
from loyaltydesk.store.search_keys import keys
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.goods import Goods
from loyaltydesk.store.tables.waiting import ALL_WAITING

_PROFILE = ", ".join(PERSONAL_FIELDS)
CUSTOMER_FIELDS = frozenset((*PERSONAL_FIELDS, "tier", "floor", "blocked"))
_CARD_FIELDS = frozenset(("state", "role", "customer", "replaced_by"))


class People:
    """The tables `records`, `customers`, `search` and `cards`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._goods = Goods(connection)

    def saved(self, fact: RecordSaved, recorded: Recorded) -> None:
        """Keeps whatever is newer than what is known; nothing personal of somebody who was forgotten."""
        forgotten = bool(fact.personal) and self._forgotten(fact.customer_id or "")
        fields = {**fact.fields, **({} if forgotten else fact.personal)}
        newest = recorded.lamport
        won = {field: value for field, value in fields.items() if self._won(fact, field, value, lamport=newest)}
        if won and fact.kind == "customer":
            self.show(codec.blob(fact.record), won)
        elif won and fact.kind == "card":
            self._card_saved(codec.blob(fact.record), won)
        elif won and fact.kind == "product":
            self._goods.saved(fact.record, won)
        elif won and fact.kind == "prompt":
            self._was_said(fact.record)

    def _forgotten(self, person: str) -> bool:
        """Whether a customer was forgotten, or a partner."""
        row = self._db.execute(
            "SELECT 1 FROM customers WHERE id = ? AND erased = 1 "
            "UNION ALL SELECT 1 FROM records WHERE kind = ? AND record = ? AND field = ?",
            (codec.blob_or_none(person), PARTNER, person, FORGOTTEN),
        ).fetchone()
        return row is not None

    def _won(self, fact: RecordSaved, field: str, value: object, *, lamport: int) -> bool:
        """Whether this is the newest word on a field, by Lamport counter and, on a par, by the fact's id."""
        row = self._db.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, record, field) DO UPDATE "
            "SET value = excluded.value, lamport = excluded.lamport, fact = excluded.fact "
            "WHERE (excluded.lamport, excluded.fact) > (lamport, fact) RETURNING 1",
            (fact.kind, fact.record, field, json.dumps(value, ensure_ascii=False), lamport, codec.blob(fact.id)),
        ).fetchone()
        return row is not None

    def registered(self, fact: CustomerRegistered, recorded: Recorded) -> None:
        """A new customer."""
        customer, profile = codec.blob(fact.id), fact.profile or Profile()
        told = tuple(getattr(profile, name) for name in PERSONAL_FIELDS)
        self._db.execute(
            f"INSERT INTO customers (id, registered, referred_by, sort_name, {_PROFILE}) "
            f"VALUES (?, ?, ?, ?{', ?' * len(told)})",
            (customer, recorded.stamp.at.isoformat(), fact.referred_by, _sort_name(profile), *told),
        )
        self._index(customer, before=Profile(), after=profile)

    def show(self, customer: bytes, fields: dict[str, Any]) -> None:
        """Keeps on a customer's row what they can be seen and found by."""
        before = self._profile(customer)
        for field in fields.keys() & CUSTOMER_FIELDS:
            self._db.execute(f"UPDATE customers SET {field} = ? WHERE id = ?", (fields[field], customer))
        self._index(customer, before=before, after=self._profile(customer))

    def _was_said(self, customer: str) -> None:
        """Keeps with the customer what was said to them and when, for whoever is at the till next."""
        self._db.execute(
            "UPDATE customers SET said = (SELECT json_group_object(field, json(value)) FROM (SELECT field, value "
            "FROM records WHERE kind = 'prompt' AND record = ?1 UNION ALL SELECT key, json_quote(value) "
            "FROM json_each(customers.said) WHERE key IN (SELECT value FROM json_each(?3)) ORDER BY 1)) WHERE id = ?2",
            (customer, codec.blob(customer), json.dumps(ALL_WAITING)),
        )

    def erased(self, fact: CustomerErased, _recorded: Recorded) -> None:
        """Nothing personal is left, no open voucher, and no card that can be found."""
        customer = codec.blob(fact.customer)
        self._index(customer, before=self._profile(customer), after=Profile())
        empty = ", ".join(f"{name} = ''" for name in PERSONAL_FIELDS)
        self._db.execute(f"UPDATE customers SET {empty}, open_vouchers = 0, erased = 1 WHERE id = ?", (customer,))
        for name in PERSONAL_FIELDS:
            self._db.execute(
                "DELETE FROM records WHERE kind = 'customer' AND record = ? AND field = ?", (fact.customer, name)
            )
        self._db.execute("UPDATE vouchers SET state = 'cancelled' WHERE customer = ? AND state = 'open'", (customer,))

    def _profile(self, customer: bytes) -> Profile:
        row = self._db.execute(f"SELECT {_PROFILE} FROM customers WHERE id = ?", (customer,)).fetchone()
        return Profile(*row)

    def _index(self, customer: bytes, *, before: Profile, after: Profile) -> None:
        """Makes the customer found under what is known now."""
        old, new = keys(before), keys(after)
        self._db.executemany(
            "DELETE FROM search WHERE key = ? AND customer = ?", ((key, customer) for key in old - new)
        )
        self._db.executemany("INSERT INTO search VALUES (?, ?)", ((key, customer) for key in new - old))
        if before != after:
            birthday = after.birth_date[-5:] or None
            self._db.execute(
                "UPDATE customers SET sort_name = ?, sort_company = ?, birthday = ? WHERE id = ?",
                (_sort_name(after), sort_company(after.company), birthday, customer),
            )

    def card_issued(self, fact: CardIssued, recorded: Recorded) -> None:
        """A new card, blank or somebody's."""
        if fact.number is None:  # its customer was forgotten, and the number with him
            return
        state = "active" if fact.customer else "blank"
        self._db.execute(
            "INSERT INTO cards (number, id, customer, state, issued, printed, symbology) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                fact.number,
                codec.blob(fact.id),
                codec.blob_or_none(fact.customer),
                state,
                recorded.stamp.at.isoformat(),
                fact.printed,
                fact.symbology,
            ),
        )

    def _card_saved(self, card: bytes, fields: dict[str, Any]) -> None:
        for field in fields.keys() & _CARD_FIELDS:
            value = codec.blob_or_none(fields[field]) if field in ("customer", "replaced_by") else fields[field]
            self._db.execute(f"UPDATE cards SET {field} = ? WHERE id = ?", (value, card))
        if fields.get("customer"):  # who may be one with another by now
            self._db.execute(
                "UPDATE cards SET customer = coalesce((SELECT merged FROM customers WHERE id = cards.customer), "
                "customer) WHERE id = ?",
                (card,),
            )


def _sort_name(profile: Profile) -> str:
    """Where somebody stands in a list by name: under the company where that is all we know."""
    return fold(profile.called) or BEHIND_ALL_NAMES


def fill_companies(connection: Connection) -> None:
    """Keeps where each company stands in a list, in a file that never did."""
    named = connection.execute("SELECT company, id FROM customers WHERE company <> ''").fetchall()
    connection.executemany(
        "UPDATE customers SET sort_company = ? WHERE id = ?", ((sort_company(name), each) for name, each in named)
    )
