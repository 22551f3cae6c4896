"""Reads companies: page by page, by name, number and card, who carries each card, and what it bought."""

import json
import re
from datetime import date

from loyaltydesk.model.companies import HOLDER, CompanyKey
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.folding import folded_words
from loyaltydesk.store import codec
from loyaltydesk.store.columns import CUSTOMER, CUSTOMER_WIDTH, NEWEST_CARD, customer_from
from loyaltydesk.store.search_keys import LAST, stretches
from loyaltydesk.store.sqlite import Connection

# What is not indexed has to be said in the index's own words, or SQLite does not see that it fits; records that went
# into others, and forgotten ones, have no company any more.
_COMPANY = "c.sort_company <> ''"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_TAX = f"ltrim(replace(replace(replace(upper(c.tax_id), ' ', ''), '-', ''), '.', ''), '{_LETTERS}')"
LOOKED_AT = 5_000  # keys of all customers that are looked at for one that is a company; more letters find it
FEWEST = 3  # letters from which a number may be meant


class Companies:
    """Customers who are companies."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def count(self) -> int:
        """How many there are."""
        return int(self._db.execute(f"SELECT count(*) FROM customers c WHERE {_COMPANY}").fetchone()[0])

    def page(self, after: CompanyKey | None, limit: int, *, descending: bool) -> list[Customer]:
        """The next ones by name, from where the last page ended, each with the number of the newest card."""
        way, than = ("DESC", "<") if descending else ("ASC", ">")
        column = "c.sort_company"  # named once alone: of two columns together SQLite makes no search
        beyond = f"AND {column} {than}= ? AND ({column}, c.id) {than} (?, ?)" if after else ""
        start = (after.company, after.company, codec.blob(after.id)) if after else ()
        return self._read(
            f"FROM customers c WHERE {_COMPANY} {beyond} ORDER BY {column} {way}, c.id {way} LIMIT ?",
            (*start, limit),
        )

    def find(self, text: str, limit: int) -> list[Customer]:
        """Those somebody may mean by the beginning of a name, of whoever stands for it, or of a tax number."""
        found: dict[str, Customer] = {}
        for customer in (*self._begin(text, limit), *self._taxed(text, limit), *self._called(text, limit)):
            found.setdefault(customer.id, customer)
        return list(found.values())[:limit]

    def taxed(self, tax_id: str) -> Customer | None:
        """The one that was registered first with this tax number, however it is written."""
        bare = _bare(tax_id)
        if not bare:
            return None
        rows = self._read(
            f"FROM customers c WHERE c.tax_id <> '' AND {_TAX} = ? AND {_COMPANY} ORDER BY c.id LIMIT 1", (bare,)
        )
        return next(iter(rows), None)

    def holder(self, card: str) -> str:
        """Who carries the card with this id; empty where nobody is known to."""
        row = self._db.execute(
            "SELECT value FROM records WHERE kind = ? AND record >= ? AND record < ? AND field = 'name' "
            "ORDER BY lamport DESC, fact DESC LIMIT 1",
            (HOLDER, f"{card}/", f"{card}0"),
        ).fetchone()
        return str(json.loads(row[0])) if row else ""

    def bought(self, customer: str, first: date) -> dict[str, tuple[int, int]]:
        """How often each card of a customer bought since `first`, and for how much (minor units), by the card's id."""
        rows = self._db.execute(
            "SELECT card, count(*), sum(due - refunded) FROM purchases "
            "WHERE customer = ? AND day >= ? AND state <> 'voided' AND card IS NOT NULL GROUP BY card",
            (codec.blob(customer), first.isoformat()),
        )
        return {codec.identity(card): (count, due) for card, count, due in rows}

    # --- inside

    def _begin(self, text: str, limit: int) -> list[Customer]:
        """Those whose name begins so, with or without diacritics and quotation marks."""
        start = " ".join(folded_words(text))
        if not start:
            return []
        return self._read(
            f"FROM customers c WHERE {_COMPANY} AND c.sort_company >= ? AND c.sort_company < ? "
            "ORDER BY c.sort_company, c.id LIMIT ?",
            (start, start + LAST, limit),
        )

    def _taxed(self, text: str, limit: int) -> list[Customer]:
        """Those whose tax number begins so, with or without its country, blanks and strokes."""
        bare = _bare(text)
        if len(bare) < FEWEST:
            return []
        return self._read(
            f"FROM customers c WHERE c.tax_id <> '' AND {_TAX} >= ? AND {_TAX} < ? AND {_COMPANY} LIMIT ?",
            (bare, bare + LAST, limit),
        )

    def _called(self, text: str, limit: int) -> list[Customer]:
        """Those with a word that begins so in a name, the contact's number or address; of the first keys that fit."""
        found: list[Customer] = []
        for start, end in stretches(text):
            found += self._read(
                "FROM (SELECT customer FROM search WHERE key >= ? AND key < ? LIMIT ?) s "
                f"JOIN customers c ON c.id = s.customer WHERE {_COMPANY} LIMIT ?",
                (start, end, LOOKED_AT, limit),
            )
        return found

    def _read(self, what: str, values: tuple[object, ...]) -> list[Customer]:
        rows = self._db.execute(f"SELECT {CUSTOMER}, {NEWEST_CARD} {what}", values)
        return [customer_from(row[:CUSTOMER_WIDTH], row[CUSTOMER_WIDTH] or "") for row in rows]


def _bare(text: str) -> str:
    """A tax number without its country, blanks and strokes, as `_TAX` makes it."""
    return re.sub(r"[\s.-]", "", text).upper().lstrip(_LETTERS)
