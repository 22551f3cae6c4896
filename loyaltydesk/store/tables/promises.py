"""Writes vouchers, and how often each reward was taken."""

from loyaltydesk.model.facts import Recorded, VoucherCancelled, VoucherIssued, VoucherUsed
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


class Promises:
    """The tables `vouchers`, `turns`, `taken` and `stock`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def take(self, reward: str, customer: bytes, *, source: bytes, times: int) -> None:
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
        voucher, customer, first = codec.blob(fact.id), codec.blob(fact.customer), codec.blob(fact.id)
        if fact.replaces:
            before = codec.blob(fact.replaces)
            (first,) = self._db.execute("SELECT first FROM vouchers WHERE id = ?", (before,)).fetchone()
            self._turned(before, "reprinted", recorded)
        else:
            self.take(fact.reward, customer, source=voucher, times=1)
        last_day = fact.last_day.isoformat() if fact.last_day else None
        self._db.execute(
            "INSERT INTO vouchers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (
                voucher, fact.code, customer, fact.reward, fact.name, codec.written(fact.gives), fact.cost,
                recorded.stamp.at.isoformat(), last_day, self._unturned(customer), first,
            ),
        )  # fmt: skip
        self._count_open(customer)

    def used(self, fact: VoucherUsed, recorded: Recorded) -> None:
        """A voucher was handed in."""
        self._turned(codec.blob(fact.voucher), "used", recorded, purchase=codec.blob_or_none(fact.purchase))

    def came_back(self, voucher: str, purchase: bytes, recorded: Recorded) -> None:
        """The purchase that a voucher was used in was brought back."""
        self._turned(codec.blob(voucher), "back", recorded, purchase=purchase)

    def cancelled(self, fact: VoucherCancelled, recorded: Recorded) -> None:
        """A voucher was taken back."""
        self._turned(codec.blob(fact.voucher), "cancelled", recorded)
        self.put_back(codec.blob(fact.first))

    def _turned(self, voucher: bytes, turn: str, recorded: Recorded, *, purchase: bytes | None = None) -> None:
        """Puts one more turn of a voucher's life into its place, and says where all of them together leave it."""
        self._db.execute(
            "INSERT INTO turns VALUES (?, ?, ?, ?, ?)",
            (voucher, recorded.lamport, codec.blob(recorded.fact.id), turn, purchase),
        )
        turns = self._db.execute(
            "SELECT turn, purchase FROM turns WHERE voucher = ? ORDER BY lamport, fact", (voucher,)
        ).fetchall()
        (customer,) = self._db.execute("SELECT customer FROM vouchers WHERE id = ?", (voucher,)).fetchone()
        state, used_by = _after(turns)
        self._db.execute(
            "UPDATE vouchers SET state = ?, used_by = ? WHERE id = ?",
            (self._unturned(customer) if state == "open" else state, used_by, voucher),
        )
        self._count_open(customer)

    def _count_open(self, customer: bytes) -> None:
        """Keeps with the customer how many vouchers are open, so that most scans need not look for any."""
        self._db.execute(
            "UPDATE customers SET open_vouchers = (SELECT count(*) FROM vouchers WHERE customer = customers.id "
            "AND state = 'open') WHERE id = ?",
            (customer,),
        )

    def _unturned(self, customer: bytes) -> str:
        """The state of a voucher that nothing happened to: a forgotten customer's cannot be used any more."""
        (erased,) = self._db.execute("SELECT erased FROM customers WHERE id = ?", (customer,)).fetchone()
        return "cancelled" if erased else "open"


def _after(turns: list[tuple[str, bytes | None]]) -> tuple[str, bytes | None]:
    """The state after these turns, and the purchase that used the voucher; what is cancelled or reprinted stays so."""
    state, used_by = "open", None
    for turn, purchase in turns:
        if turn == "back":
            if state == "used" and used_by == purchase:
                state, used_by = "open", None
        elif turn != "used":
            return turn, used_by
        elif state == "open":
            state, used_by = "used", purchase
    return state, used_by
