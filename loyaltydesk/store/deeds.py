"""Reads who did what well in a time, on which days they were at the till, and what an owner may want to look at."""

import json
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from loyaltydesk.model.staff import Deed, Incident
from loyaltydesk.store import codec
from loyaltydesk.store.columns import STAYED
from loyaltydesk.store.sqlite import Connection

_DEEDS = ", ".join(f"'{deed.value}'" for deed in Deed)
# A deed stands while what was filled in is still there, and nobody did it before to another record of that person.
_COUNTS = (
    "SELECT d.staff, d.deed, count(*) FROM deeds d INDEXED BY deeds_by_day "
    "LEFT JOIN customers c ON c.id = d.customer LEFT JOIN customers p ON p.id = coalesce(c.merged, c.id) "
    "LEFT JOIN vouchers v ON d.deed = 'voucher' AND v.id = substr(d.subject, 1, 16) "
    f"WHERE d.day BETWEEN ?1 AND ?2 AND d.staff <> '' AND d.stands = 1 AND d.deed IN ({_DEEDS}) "
    "AND CASE d.what WHEN 'phone' THEN p.phone WHEN 'email' THEN p.email WHEN 'address' THEN p.address ELSE '-' END "
    "<> '' AND NOT EXISTS (SELECT 1 FROM deeds e INDEXED BY deeds_of WHERE d.deed <> 'praise' AND e.customer IN "
    "(SELECT id FROM customers WHERE merged = p.id UNION ALL SELECT p.id) AND e.deed = d.deed AND e.what = d.what "
    "AND e.customer IS NOT NULL AND e.stands = 1 AND (e.lamport, e.fact) < (d.lamport, d.fact)) "
    "AND NOT EXISTS (SELECT 1 FROM json_each(?3) own WHERE json_extract(own.value, '$[0]') = d.staff "
    "AND json_extract(own.value, '$[1]') = hex(coalesce(p.id, v.customer))) "
    "GROUP BY d.staff, d.deed"
)


class Seen(Struct, frozen=True):
    """Something that was counted beside the deeds: how often, when last, and whom it was about last."""

    staff: str
    count: int
    last: date
    customer: str | None = None


class Deeds:
    """The tables `deeds` and `shifts`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def counts(self, first: date, last: date, *, own: Iterable[tuple[str, str]] = ()) -> list[tuple[str, Deed, int]]:
        """How often each name did each deed on these days.

        `own` has names with the customer they are themselves: what they did to their own record does not count.
        """
        pairs = json.dumps([(name, codec.blob(customer).hex().upper()) for name, customer in own])
        rows = self._db.execute(_COUNTS, (first.isoformat(), last.isoformat(), pairs))
        return [(staff, Deed(deed), count) for staff, deed, count in rows]

    def days(self, first: date, last: date) -> list[tuple[str, date]]:
        """Every name that was at the till on these days, with each of those days."""
        rows = self._db.execute(
            "SELECT staff, day FROM shifts WHERE day BETWEEN ? AND ?", (first.isoformat(), last.isoformat())
        )
        return [(staff, date.fromisoformat(day)) for staff, day in rows]

    def purchases(self, first: date, last: date) -> list[tuple[str, int]]:
        """How many purchases each name recorded on these days."""
        return self._db.execute(
            "SELECT staff, sum(purchases) FROM shifts WHERE day BETWEEN ? AND ? GROUP BY staff",
            (first.isoformat(), last.isoformat()),
        ).fetchall()

    def names_between(self, first: date, last: date) -> list[str]:
        """Every name with a deed on these days."""
        rows = self._db.execute(
            "SELECT DISTINCT staff FROM deeds WHERE day BETWEEN ? AND ? AND staff <> ''",
            (first.isoformat(), last.isoformat()),
        )
        return [row[0] for row in rows]

    def names(self) -> list[tuple[str, int, date]]:
        """Every name that was ever at the till: how many purchases they recorded, and their last day there."""
        rows = self._db.execute("SELECT staff, sum(purchases), max(day) FROM shifts GROUP BY staff ORDER BY staff")
        return [(staff, purchases, date.fromisoformat(day)) for staff, purchases, day in rows]

    def incidents(self, kinds: Iterable[Incident], *, first: date, last: date) -> list[Seen]:
        """How often each name did something of these kinds on these days, and to whom last."""
        return self._seen("staff", kinds, (first, last))

    def on_own_card(self, first: date, last: date) -> list[Seen]:
        """The purchases on one's own card of these days that were not voided, for each name and customer."""
        return self._seen("staff, d.customer", (Incident.OWN_CARD,), (first, last))

    def _seen(self, by: str, kinds: Iterable[Incident], days: tuple[date, date]) -> list[Seen]:
        wanted = ", ".join(f"'{kind.value}'" for kind in kinds)
        rows = self._db.execute(
            f"SELECT d.staff, count(*), max(d.day), d.customer FROM deeds d WHERE d.deed IN ({wanted}) "
            "AND d.day BETWEEN ? AND ? AND d.staff <> '' AND NOT EXISTS (SELECT 1 FROM purchases p "
            "WHERE d.deed = 'own_card' AND p.id = d.subject AND p.state = 'voided') "
            f"GROUP BY d.{by} ORDER BY 2 DESC, 1",
            tuple(day.isoformat() for day in days),
        )
        return [
            Seen(staff, count, date.fromisoformat(last), self._stays(customer))
            for staff, count, last, customer in rows.fetchall()
        ]

    def busy_cards(self, first: date, last: date, *, least: int) -> list[Seen]:
        """The customers with at least so many purchases on one of these days, voided ones left out."""
        rows = self._db.execute(
            "SELECT (SELECT group_concat(DISTINCT nullif(q.staff, '')) FROM purchases q WHERE q.customer = p.customer "
            "AND q.day = p.day AND q.state <> 'voided'), count(*), p.day, p.customer FROM customers c "
            "JOIN purchases p ON p.customer = c.id WHERE c.last_visit >= ?1 AND c.erased = 0 "
            "AND p.day BETWEEN ?1 AND ?2 AND p.state <> 'voided' "
            "GROUP BY p.customer, p.day HAVING count(*) >= ?3 ORDER BY 2 DESC, 3 DESC",
            (first.isoformat(), last.isoformat(), least),
        )
        return [
            Seen((staff or "").replace(",", ", "), count, date.fromisoformat(day), codec.identity(customer))
            for staff, count, day, customer in rows
        ]

    def person(self, customer: str) -> tuple[str, str | None] | None:
        """The record a customer's went into, with their household; None for somebody who was forgotten."""
        row = self._db.execute(
            f"SELECT id, household FROM customers WHERE id = {STAYED} AND erased = 0", (codec.blob(customer),)
        ).fetchone()
        return (codec.identity(row[0]), codec.identity_or_none(row[1])) if row else None

    def _stays(self, customer: bytes | None) -> str | None:
        """Who a record is by now; None for somebody who was forgotten."""
        found = self.person(codec.identity(customer)) if customer else None
        return found[0] if found else None
