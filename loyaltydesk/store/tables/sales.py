"""Writes purchases, what came back of them, and what follows for the customer and the day."""

from datetime import date
from typing import NamedTuple

from loyaltydesk.model.facts import PurchaseAttached, PurchaseRecorded, PurchaseReturned, Recorded
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.sums import Sums
from loyaltydesk.store.tables.habits import Habits
from loyaltydesk.store.tables.promises import Promises
from loyaltydesk.store.tables.spends import Spends
from loyaltydesk.store.tables.visits import Visits


class _Counted(NamedTuple):
    """What a purchase counts for, as it stands."""

    customer: bytes | None
    at: str
    day: str
    state: str
    paid: int
    earned: int
    discount: int
    value: int
    returned: int

    @property
    def settled(self) -> int:
        """What points and vouchers paid of what is left of it."""
        return self.value - self.returned - self.paid

    @property
    def visits(self) -> int:
        """A purchase that was voided never was."""
        return 0 if self.state == "voided" else 1

    @property
    def visitor(self) -> bytes | None:
        """The customer who was here for it."""
        return self.customer if self.visits else None

    @property
    def spared(self) -> tuple[int, int]:
        """What was taken off the bill, and what points and vouchers paid: nothing, where all came back.

        What came back takes its share of what was taken off with it, in whole minor units.
        """
        gone = self.discount * self.returned // self.value if self.value else 0
        return (self.discount - gone, self.settled) if self.state == "done" else (0, 0)


class Sales:
    """The tables `purchases`, `units_back`, `days` and `hours`, and a customer's sums.

    Two tills that could not see each other may both have attached or brought back one purchase, and their facts come in
    any order. So each column of a purchase is made in a way that does not depend on it, and every sum is kept as the
    sum over the purchases as they stand.
    """

    def __init__(self, connection: Connection, promises: Promises) -> None:
        self._db = connection
        self._promises = promises
        self._days = Sums.of_days(connection)
        self._hours = Sums(connection, "hours", key="span weekday hour", sums="purchases due")
        self._visits = Visits(connection)
        self._spends = Spends(connection)
        self._habits = Habits(connection)

    def recorded(self, fact: PurchaseRecorded, entry: Recorded) -> None:
        """A new purchase."""
        at, day, customer = entry.stamp.at.isoformat(), entry.stamp.day.isoformat(), codec.blob_or_none(fact.customer)
        self._db.execute(
            "INSERT INTO purchases (id, customer, card, at, day, receipt, total, discount, value, due, earned, spent, "
            "programme, staff) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                codec.blob(fact.id), customer, codec.blob_or_none(fact.card), at, day, fact.receipt, fact.total,
                fact.discount, fact.value, fact.due, fact.earned, fact.spent, fact.programme, entry.stamp.staff,
            ),
        )  # fmt: skip
        purchase = codec.blob(fact.id)
        counted = _Counted(customer, at, day, "done", fact.due, fact.earned, fact.discount, fact.value, 0)
        with self._habits.moving(customer):
            self._count(counted, 1)
        if customer:
            self._visits.came(customer, day, purchase=purchase)
            self._spends.paid(customer, day, fact.due)
        for reward in fact.rewards:
            self._promises.take(reward.reward, customer or b"", source=purchase, times=reward.times)
            if reward.cause:
                day_given = entry.stamp.day
                self._promises.donate(reward.cause, reward.money, source=purchase, customer=customer, day=day_given)
        if customer:
            self._promises.stamp(customer, fact.stamps)
        self._db.executemany(
            "INSERT INTO promoted VALUES (?, ?, ?)",
            ((promotion.promotion, purchase, customer) for promotion in fact.promotions),
        )

    def attached(self, fact: PurchaseAttached, _entry: Recorded) -> None:
        """A purchase got its customer; of two, the one of the lower id."""
        purchase = codec.blob(fact.purchase)
        before = self._counted(purchase)
        changed = self._db.execute(
            "UPDATE purchases SET customer = ?, card = ?, earned = ?, attached = ? "
            "WHERE id = ? AND (attached IS NULL OR attached > ?)",
            (
                codec.blob(fact.customer), codec.blob_or_none(fact.card), fact.earned, codec.blob(fact.id), purchase,
                codec.blob(fact.id),
            ),
        ).rowcount  # fmt: skip
        after = self._counted(purchase)
        self._recount(purchase, before=before, after=after)
        if changed and before.customer:
            self._promises.stamp(before.customer, fact.stamps, sign=-1)
        if changed and after.customer:
            self._promises.stamp(after.customer, fact.stamps)

    def returned(self, fact: PurchaseReturned, entry: Recorded) -> None:
        """Part or all of a purchase came back; voided says more than returned, and that more than done."""
        purchase = codec.blob(fact.purchase)
        before = self._counted(purchase)
        self._db.execute(
            "UPDATE purchases SET returned = returned + ?, refunded = refunded + ?, taken_back = taken_back + ?, "
            "given_back = given_back + ?, state = CASE WHEN ? OR state = 'voided' THEN 'voided' "
            "WHEN ? OR state = 'returned' OR (value > 0 AND returned + ? >= value) THEN 'returned' ELSE 'done' END "
            "WHERE id = ?",
            (
                fact.value, fact.refunded, fact.taken_back, fact.given_back, fact.voided, fact.closes, fact.value,
                purchase,
            ),
        )  # fmt: skip
        after = self._counted(purchase)
        self._recount(purchase, before=before, after=after)
        if after.customer:
            self._promises.stamp(after.customer, fact.stamps, sign=-1)
        self._db.executemany(
            "INSERT INTO units_back VALUES (?, ?, ?) "
            "ON CONFLICT (purchase, place) DO UPDATE SET units = units + excluded.units",
            ((purchase, place, units) for place, units in fact.lines),
        )
        for voucher in fact.vouchers:
            self._promises.came_back(voucher, purchase, entry)
        if fact.closes:
            self._promises.put_back(purchase)
            self._db.execute("DELETE FROM promoted WHERE purchase = ?", (purchase,))

    def _counted(self, purchase: bytes) -> _Counted:
        row = self._db.execute(
            "SELECT customer, at, day, state, due - refunded, earned - taken_back, discount, value, returned "
            "FROM purchases WHERE id = ?",
            (purchase,),
        ).fetchone()
        return _Counted(*row)

    def _recount(self, purchase: bytes, *, before: _Counted, after: _Counted) -> None:
        with self._habits.moving(before.customer, after.customer):
            self._count(before, -1)
            self._count(after, 1)
            if before.customer and (before.customer != after.customer or before.visits != after.visits):
                self._db.execute(
                    "UPDATE customers SET last_visit = (SELECT coalesce(max(at), '') FROM purchases "
                    "WHERE customer = customers.id AND state <> 'voided') WHERE id = ?",
                    (before.customer,),
                )
        if before.visitor != after.visitor:
            if before.visitor:
                self._visits.went(before.visitor, before.day, purchase=purchase)
            if after.visitor:
                self._visits.came(after.visitor, after.day, purchase=purchase)
        paid = {before.customer: -before.paid}
        paid[after.customer] = paid.get(after.customer, 0) + after.paid
        for customer, more in paid.items():
            if customer:
                self._spends.paid(customer, after.day, more)

    def _count(self, counted: _Counted, sign: int) -> None:
        """Adds what a purchase counts for to the day and the customer, or takes it away."""
        visits, paid, earned = sign * counted.visits, sign * counted.paid, sign * counted.earned
        off, settled = (sign * spared for spared in counted.spared)
        self._days.add((counted.day, int(counted.customer is not None)), visits, paid, off, settled, 0, 0, 0)
        weekday, hour = date.fromisoformat(counted.day).weekday(), int(counted.at[11:13])
        for span in (counted.day, counted.day[:7]):
            self._hours.add((span, weekday, hour), visits, paid)
        if counted.customer:
            self._db.execute(
                "UPDATE customers SET visits = visits + ?, spend = spend + ?, earned = earned + ?, "
                "last_visit = max(last_visit, ?) WHERE id = ?",
                (visits, paid, earned, counted.at if counted.visits else "", counted.customer),
            )
