"""Reads purchases, statements and days."""

from datetime import date, datetime
from typing import Any

from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.purchases import Entry, Purchase, PurchaseState
from loyaltydesk.store import codec
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.sqlite import Connection

_PURCHASE = (
    "id, at, day, customer, card, receipt, total, discount, value, due, earned, spent, state, returned, refunded, "
    "taken_back, given_back, programme, staff"
)


class Purchases:
    """The purchases of the shop, as they stand."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._db = connection
        self._journal = journal

    def by_id(self, purchase: str) -> Purchase | None:
        """The purchase with this id."""
        try:
            key = codec.blob(purchase)
        except ValueError:
            return None
        return self._one("id = ?", key)

    def by_receipt(self, receipt: str) -> Purchase | None:
        """The newest purchase with this receipt number."""
        return self._one("receipt = ? AND receipt <> '' ORDER BY id DESC", receipt) if receipt else None

    def of_customer(self, customer: str, limit: int) -> list[Purchase]:
        """The newest purchases of a customer, the newest first, taken back ones too."""
        rows = self._db.execute(
            f"SELECT {_PURCHASE} FROM purchases WHERE customer = ? ORDER BY day DESC, id DESC LIMIT ?",
            (codec.blob(customer), limit),
        )
        return [_purchase(row) for row in rows]

    def any_kept(self, customer: str) -> bool:
        """Whether a customer has a purchase that was not wholly brought back."""
        row = self._db.execute(
            "SELECT 1 FROM purchases WHERE customer = ? AND state = 'done' LIMIT 1", (codec.blob(customer),)
        ).fetchone()
        return row is not None

    def months(self, customer: str, first: date) -> dict[str, int]:
        """What a customer paid (minor units) by month ("2026-03") from `first` on, returns counted off."""
        rows = self._db.execute(
            "SELECT substr(day, 1, 7), sum(due - refunded) FROM purchases INDEXED BY purchases_of "
            "WHERE customer = ? AND day >= ? GROUP BY 1",
            (codec.blob(customer), first.isoformat()),
        )
        return dict(rows.fetchall())

    def newest(self, limit: int) -> list[Purchase]:
        """The newest purchases of the shop, the newest first."""
        rows = self._db.execute(f"SELECT {_PURCHASE} FROM purchases ORDER BY id DESC LIMIT ?", (limit,))
        return [_purchase(row) for row in rows]

    def recorded(self, purchase: str) -> PurchaseRecorded:
        """The purchase as it was worked out then, with its lines and reasons. Raises KeyError for an unknown id."""
        found = self._journal.fact(purchase)
        if found is None or not isinstance(found.fact, PurchaseRecorded):
            raise KeyError(purchase)
        return found.fact

    def units_back(self, purchase: str) -> dict[int, int]:
        """The units that came back by their place on the bill."""
        rows = self._db.execute("SELECT place, units FROM units_back WHERE purchase = ?", (codec.blob(purchase),))
        return dict(rows.fetchall())

    def statement(self, customer: str, limit: int) -> list[Entry]:
        """The newest lines of a customer's statement, the newest first."""
        rows = self._db.execute(
            "SELECT e.at, e.kind, e.points, e.balance, p.id, coalesce(p.receipt, ''), e.last_day, e.fact "
            "FROM entries e LEFT JOIN purchases p ON p.id = e.source WHERE e.points <> 0 AND e.customer = "
            "(SELECT coalesce(account, id) FROM customers WHERE id = ?) "
            "ORDER BY e.lamport DESC, e.fact DESC, e.n DESC LIMIT ?",
            (codec.blob(customer), limit),
        )
        return [
            Entry(
                datetime.fromisoformat(at),
                EntryKind(kind),
                points,
                balance,
                codec.identity_or_none(purchase),
                receipt,
                date.fromisoformat(last_day) if last_day else None,
                codec.identity(fact),
            )
            for at, kind, points, balance, purchase, receipt, last_day, fact in rows
        ]

    def day(self, day: date) -> tuple[int, int]:
        """How many purchases a day had and what was paid (minor units), less what came back of them."""
        sql = "SELECT coalesce(sum(purchases), 0), coalesce(sum(due), 0) FROM days WHERE day = ?"
        purchases, due = self._db.execute(sql, (day.isoformat(),)).fetchone()
        return purchases, due

    def _one(self, condition: str, value: bytes | str) -> Purchase | None:
        row = self._db.execute(f"SELECT {_PURCHASE} FROM purchases WHERE {condition} LIMIT 1", (value,)).fetchone()
        return _purchase(row) if row else None


def _purchase(row: Any) -> Purchase:
    purchase, at, day, customer, card, *middle = row
    receipt, total, discount, value, due, earned, spent, state, *end = middle
    returned, refunded, taken_back, given_back, programme, staff = end
    return Purchase(
        id=codec.identity(purchase),
        at=datetime.fromisoformat(at),
        day=date.fromisoformat(day),
        customer=codec.identity_or_none(customer),
        card=codec.identity_or_none(card),
        receipt=receipt,
        total=total,
        discount=discount,
        value=value,
        due=due,
        earned=earned,
        spent=spent,
        state=PurchaseState(state),
        returned=returned,
        refunded=refunded,
        taken_back=taken_back,
        given_back=given_back,
        programme=programme,
        staff=staff,
    )
