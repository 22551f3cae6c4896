"""Reads customers: by card, by what somebody types, page by page, with everything the rules need."""

from datetime import date

from loyaltydesk.model.cards import Card, spellings, tidy
from loyaltydesk.model.customers import Customer, PageKey, Sort
from loyaltydesk.model.lots import Purse
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
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.search_keys import stretches
from loyaltydesk.store.sqlite import Connection

_SORT_COLUMNS = {
    Sort.NAME: "c.sort_name",
    Sort.POINTS: "c.balance",
    Sort.SPEND: "c.spend",
    Sort.VISIT: "c.last_visit",
    Sort.JOINED: "c.id",
}

# What an index leaves out has to be said in its own words, or SQLite does not see that it fits.
CELEBRATED = {
    "birthday": ("birthday", "AND birthday IS NOT NULL"),
    "name_day": ("name_day_on", "AND name_day_on <> ''"),
    "joined": ("substr(registered, 6, 5)", ""),
}


class Customers:
    """The customers and their cards, as they stand."""

    def __init__(self, connection: Connection, postings: Postings) -> None:
        self._db = connection
        self._postings = postings

    def by_card(self, code: str) -> tuple[Card, Customer | None] | None:
        """The card with this number (as scanned) and its customer, None when there is no such card.

        What stands on a card for people finds it too, where the bars of none say so and it stands on that card alone.
        """
        for number in spellings(code):
            rows = self._with_cards("d.number = ?", number)
            if rows:  # two tills may have given out one number while they could not see each other
                return rows[0]
        printed = self.by_printed(code)
        return printed[0] if len(printed) == 1 else None

    def by_printed(self, text: str) -> list[tuple[Card, Customer | None]]:
        """The cards on which this stands for people, the oldest first, and their customers; eleven at most."""
        return self._with_cards("d.printed = ? AND d.printed <> ''", tidy(text))

    def _with_cards(self, which: str, number: str) -> list[tuple[Card, Customer | None]]:
        rows = self._db.execute(
            f"SELECT {CARD}, {CUSTOMER} FROM cards d LEFT JOIN customers c ON c.id = d.customer "
            f"WHERE {which} AND c.erased IS NOT 1 ORDER BY d.id LIMIT 11",
            (number,),
        ).fetchall()
        return [
            (card_from(row[:CARD_WIDTH]), customer_from(row[CARD_WIDTH:], row[0]) if row[2] else None) for row in rows
        ]

    def by_id(self, customer: str) -> Customer | None:
        """The customer with this id, or the one that record went into; None when there is none or it was forgotten."""
        row = self._db.execute(
            f"SELECT {CUSTOMER}, {NEWEST_CARD} FROM customers c WHERE c.id = {STAYED} AND c.erased = 0",
            (codec.blob(customer),),
        ).fetchone()
        return customer_from(row[:CUSTOMER_WIDTH], row[CUSTOMER_WIDTH] or "") if row else None

    def cards(self, customer: str) -> list[Card]:
        """All cards of a customer, the newest first."""
        rows = self._db.execute(
            f"SELECT {CARD} FROM cards d WHERE d.customer = ? ORDER BY d.id DESC", (codec.blob(customer),)
        ).fetchall()
        return [card_from(row) for row in rows]

    def blank_cards(self, limit: int) -> list[Card]:
        """Cards that wait for their customer, the newest first."""
        rows = self._db.execute(
            f"SELECT {CARD} FROM cards d WHERE d.customer IS NULL AND d.state = 'blank' ORDER BY d.id DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return [card_from(row) for row in rows]

    def holders(self) -> list[tuple[str, Customer]]:
        """Every customer with a card that can be used: the newest one's id, and the customer with its number.

        By name; nobody who is blocked.
        """
        rows = self._db.execute(
            f"SELECT d.id, d.number, {CUSTOMER} FROM customers c JOIN cards d ON d.id = (SELECT id FROM cards "
            "WHERE customer = c.id AND state = 'active' ORDER BY id DESC LIMIT 1) "
            "WHERE c.erased = 0 AND c.merged IS NULL AND c.blocked = 0 ORDER BY c.sort_name, c.id"
        )
        return [(codec.identity(row[0]), customer_from(row[2:], row[1])) for row in rows]

    def purse(self, customer: Customer) -> Purse:
        """The customer's open lots and debt."""
        return self._postings.purse(customer.id, customer.account.debt)

    def sums(self, customer: str, *, first: date | None, last: date | None = None) -> tuple[int, int]:
        """Money paid (minor units) and points earned by purchases of these days, returns counted off."""
        row = self._db.execute(
            "SELECT coalesce(sum(due - refunded), 0), coalesce(sum(earned - taken_back), 0) FROM purchases "
            "INDEXED BY purchases_of WHERE customer = ? AND day BETWEEN ? AND ?",
            (codec.blob(customer), (first or date.min).isoformat(), (last or date.max).isoformat()),
        ).fetchone()
        return row[0], row[1]

    def find(self, text: str, limit: int) -> list[Customer]:
        """The customers somebody may mean by `text`: a name, a phone number, its last digits, an e-mail address.

        And those on whose cards it stands, where the bars say another number.
        """
        found = {codec.blob(holder.id): holder for _card, holder in self.by_printed(text)[:limit] if holder}
        for start, end in stretches(text):
            rows = self._db.execute(
                f"SELECT {CUSTOMER} FROM search s JOIN customers c ON c.id = s.customer WHERE s.key >= ? AND s.key < ?",
                (start, end),
            )
            while len(found) < limit and (row := rows.fetchone()):  # one customer may come under several keys
                found.setdefault(row[0], customer_from(row, ""))
            rows.close()
        return list(found.values())

    def page(self, sort: Sort, after: PageKey | None, limit: int, *, descending: bool) -> list[Customer]:
        """The next customers in an order, from where the last page ended; who has no name comes with the card."""
        column, way, than = _SORT_COLUMNS[sort], *(("DESC", "<") if descending else ("ASC", ">"))
        beyond = f"AND ({column}, c.id) {than} (?, ?)" if after else ""
        start = (after.value, codec.blob(after.id)) if after else ()
        rows = self._db.execute(
            f"SELECT {CUSTOMER}, CASE WHEN c.name || c.company = '' THEN {NEWEST_CARD} END FROM customers c "
            f"WHERE c.erased = 0 AND c.merged IS NULL {beyond} ORDER BY {column} {way}, c.id {way} LIMIT ?",
            (*start, limit),
        )
        return [customer_from(row[:CUSTOMER_WIDTH], row[CUSTOMER_WIDTH] or "") for row in rows]

    def page_key(self, sort: Sort, customer: Customer) -> PageKey:
        """Where a page that shows `customer` last ends."""
        row = self._db.execute(
            f"SELECT {_SORT_COLUMNS[sort]} FROM customers c WHERE c.id = ?", (codec.blob(customer.id),)
        ).fetchone()
        return PageKey(row[0], customer.id)

    def newest_card(self, customer: str) -> str:
        """The number of the newest card that can be used; empty when there is none."""
        row = self._db.execute(
            f"SELECT {NEWEST_CARD} FROM customers c WHERE c.id = ?", (codec.blob(customer),)
        ).fetchone()
        return str(row[0] or "") if row else ""

    def count(self) -> int:
        """How many customers there are."""
        merged = "SELECT count(*) FROM customers WHERE merged IS NOT NULL AND erased = 0"
        sql = f"SELECT count(*) - ({merged}) FROM customers WHERE erased = 0"
        return int(self._db.execute(sql).fetchone()[0])

    def with_overdue_points(self, day: date) -> list[str]:
        """The customers with points whose last valid day lies before `day`, the oldest end first."""
        rows = self._db.execute(
            "SELECT customer FROM lots INDEXED BY lots_ending WHERE remaining > 0 AND last_day IS NOT NULL "
            "AND last_day < ? GROUP BY customer ORDER BY min(last_day), customer",
            (day.isoformat(),),
        )
        return [codec.identity(row[0]) for row in rows]

    def losing_points(self, first: date, last: date) -> int:
        """How many accounts have points whose last valid day is one of these."""
        row = self._db.execute(
            "SELECT count(DISTINCT customer) FROM lots INDEXED BY lots_ending WHERE remaining > 0 "
            "AND last_day IS NOT NULL AND last_day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        ).fetchone()
        return int(row[0])

    def with_tiers(self, *, spend: int | None = None, earned: int | None = None) -> list[str]:
        """The customers who ever won a tier or were given one, and those who reach this spend or these points."""
        rows = self._db.execute(
            "SELECT id FROM customers WHERE erased = 0 AND merged IS NULL "
            "AND (tier IS NOT NULL OR floor IS NOT NULL OR spend >= ? OR earned >= ?) ORDER BY id",
            (spend, earned),
        )
        return [codec.identity(row[0]) for row in rows]

    def referrer(self, customer: str) -> str:
        """Who brought a customer, as the record that stayed; empty where nobody did, or that person was forgotten."""
        row = self._db.execute("SELECT referred_by FROM customers WHERE id = ?", (codec.blob(customer),)).fetchone()
        friend = self.by_id(row[0]) if row and row[0] else None
        return friend.id if friend else ""

    def celebrating(self, occasion: str, days: list[str]) -> list[str]:
        """The customers with a birthday, name_day or day of having joined on one of these days ("MM-DD").

        The longest known stand first.
        """
        column, indexed = CELEBRATED[occasion]
        rows = self._db.execute(
            f"SELECT id FROM customers WHERE {column} IN ({', '.join('?' * len(days))}) {indexed} "
            "AND erased = 0 AND merged IS NULL ORDER BY id",
            days,
        )
        return [codec.identity(row[0]) for row in rows]
