"""Writes purchases, what came back of them, and what follows for the customer and the day."""

from loyaltydesk.model.facts import PurchaseAttached, PurchaseRecorded, PurchaseReturned, Recorded
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.promises import Promises


class Sales:
    """The tables `purchases`, `units_back` and `days`, and a customer's sums."""

    def __init__(self, connection: Connection, promises: Promises) -> None:
        self._db = connection
        self._promises = promises

    def recorded(self, fact: PurchaseRecorded, entry: Recorded) -> None:
        """A new purchase."""
        at, day, customer = entry.stamp.at.isoformat(), entry.stamp.day.isoformat(), fact.customer
        self._db.execute(
            "INSERT INTO purchases (id, customer, card, at, day, receipt, total, discount, value, due, earned, spent, "
            "programme, staff) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                codec.blob(fact.id), codec.blob_or_none(customer), codec.blob_or_none(fact.card), at, day, fact.receipt,
                fact.total, fact.discount, fact.value, fact.due, fact.earned, fact.spent, fact.programme,
                entry.stamp.staff,
            ),
        )  # fmt: skip
        self._count_day(day, 1, fact.due)
        if customer:
            self._count_visit(codec.blob(customer), at, fact.due, fact.earned)
        for reward in fact.rewards:
            self._promises.take(reward.reward, codec.blob(customer or ""), codec.blob(fact.id), reward.times)

    def attached(self, fact: PurchaseAttached, _entry: Recorded) -> None:
        """A purchase got its customer."""
        purchase, customer = codec.blob(fact.purchase), codec.blob(fact.customer)
        at, due = self._db.execute("SELECT at, due FROM purchases WHERE id = ?", (purchase,)).fetchone()
        self._db.execute(
            "UPDATE purchases SET customer = ?, card = ?, earned = ? WHERE id = ?",
            (customer, codec.blob_or_none(fact.card), fact.earned, purchase),
        )
        self._count_visit(customer, at, due, fact.earned)

    def returned(self, fact: PurchaseReturned, _entry: Recorded) -> None:
        """Part or all of a purchase came back."""
        purchase = codec.blob(fact.purchase)
        state = "voided" if fact.voided else "returned" if fact.closes else "done"
        (day,) = self._db.execute(
            "UPDATE purchases SET state = CASE WHEN state = 'done' THEN ? ELSE state END, returned = returned + ?, "
            "refunded = refunded + ?, taken_back = taken_back + ?, given_back = given_back + ? WHERE id = ? "
            "RETURNING day",
            (state, fact.value, fact.refunded, fact.taken_back, fact.given_back, purchase),
        ).fetchone()
        for place, units in fact.lines:
            self._db.execute(
                "INSERT INTO units_back VALUES (?, ?, ?) "
                "ON CONFLICT (purchase, place) DO UPDATE SET units = units + excluded.units",
                (purchase, place, units),
            )
        for voucher in fact.vouchers:
            self._db.execute(
                "UPDATE vouchers SET state = 'open', used_by = NULL WHERE id = ? AND used_by = ?",
                (codec.blob(voucher), purchase),
            )
        self._count_day(day, -1 if fact.voided else 0, -fact.refunded)
        if fact.customer:
            self._count_return(codec.blob(fact.customer), fact)
        if fact.closes:
            self._promises.put_back(purchase)

    def _count_day(self, day: str, purchases: int, due: int) -> None:
        self._db.execute(
            "INSERT INTO days VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE "
            "SET purchases = purchases + excluded.purchases, due = due + excluded.due",
            (day, purchases, due),
        )

    def _count_visit(self, customer: bytes, at: str, due: int, earned: int) -> None:
        self._db.execute(
            "UPDATE customers SET visits = visits + 1, spend = spend + ?, earned = earned + ?, "
            "last_visit = max(last_visit, ?) WHERE id = ?",
            (due, earned, at, customer),
        )

    def _count_return(self, customer: bytes, fact: PurchaseReturned) -> None:
        self._db.execute(
            "UPDATE customers SET spend = spend - ?, earned = earned - ? WHERE id = ?",
            (fact.refunded, fact.taken_back, customer),
        )
        if fact.voided:
            self._db.execute(
                "UPDATE customers SET visits = visits - 1, last_visit = "
                "(SELECT coalesce(max(at), '') FROM purchases WHERE customer = customers.id AND state <> 'voided') "
                "WHERE id = ?",
                (customer,),
            )
