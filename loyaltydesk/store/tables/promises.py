"""Writes vouchers, and how often each reward was taken."""

from loyaltydesk.model.facts import Recorded, VoucherCancelled, VoucherIssued, VoucherUsed
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


class Promises:
    """The tables `vouchers`, `taken` and `stock`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def take(self, reward: str, customer: bytes, source: bytes, times: int) -> None:
        """A reward went out, by a voucher or within a purchase (the source)."""
        self._db.execute("INSERT INTO taken VALUES (?, ?, ?, ?)", (reward, customer, source, times))
        self._db.execute(
            "INSERT INTO stock VALUES (?, ?) ON CONFLICT (reward) DO UPDATE SET taken = taken + excluded.taken",
            (reward, times),
        )

    def put_back(self, source: bytes) -> None:
        """What went out by this source is to be had again."""
        rows = self._db.execute("SELECT reward, times FROM taken WHERE source = ?", (source,)).fetchall()
        for reward, times in rows:
            self._db.execute("UPDATE stock SET taken = taken - ? WHERE reward = ?", (times, reward))
        self._db.execute("DELETE FROM taken WHERE source = ?", (source,))

    def issued(self, fact: VoucherIssued, recorded: Recorded) -> None:
        """A new voucher, or an old one under a new code."""
        voucher, first = codec.blob(fact.id), codec.blob(fact.id)
        if fact.replaces:
            (first,) = self._db.execute(
                "UPDATE vouchers SET state = 'reprinted' WHERE id = ? RETURNING first", (codec.blob(fact.replaces),)
            ).fetchone()
        else:
            self.take(fact.reward, codec.blob(fact.customer), voucher, 1)
        last_day = fact.last_day.isoformat() if fact.last_day else None
        self._db.execute(
            "INSERT INTO vouchers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, NULL)",
            (
                voucher, fact.code, codec.blob(fact.customer), fact.reward, fact.name, codec.written(fact.gives),
                fact.cost, recorded.stamp.at.isoformat(), last_day, first,
            ),
        )  # fmt: skip

    def used(self, fact: VoucherUsed, _recorded: Recorded) -> None:
        """A voucher was handed in."""
        self._db.execute(
            "UPDATE vouchers SET state = 'used', used_by = ? WHERE id = ? AND state = 'open'",
            (codec.blob_or_none(fact.purchase), codec.blob(fact.voucher)),
        )

    def cancelled(self, fact: VoucherCancelled, _recorded: Recorded) -> None:
        """A voucher was taken back."""
        self._db.execute("UPDATE vouchers SET state = 'cancelled' WHERE id = ?", (codec.blob(fact.voucher),))
        self.put_back(codec.blob(fact.first))
