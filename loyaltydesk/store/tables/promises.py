"""Writes vouchers, stamps and gifts to good causes, and how often each reward was taken."""

from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date

from loyaltydesk.model.facts import Recorded, VoucherCancelled, VoucherIssued, VoucherUsed
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import VoucherSource
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.apart import Apart

_GIVEN = (VoucherSource.OCCASION, VoucherSource.CAMPAIGN)  # for nothing: no customer's limit knows of it
_TAKEN = (VoucherSource.POINTS, *_GIVEN)  # what such a voucher gives is a reward of the programme


class Promises:
    """The tables `vouchers`, `turns`, `taken`, `stock`, `stamps` and `donations`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._apart = Apart(connection)

    # --- rewards, stamps, good causes

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
        given = self._db.execute("DELETE FROM donations WHERE source = ? RETURNING day, money", (source,)).fetchall()
        for day, money in given:
            self._apart.gave(day, -money)

    def stamp(self, customer: bytes, stamps: Iterable[tuple[str, int]], *, sign: int = 1) -> None:
        """Stamps come to a customer's stamp cards, or go."""
        self._db.executemany(
            "INSERT INTO stamps VALUES (?, ?, ?) "
            "ON CONFLICT (customer, card) DO UPDATE SET have = have + excluded.have",
            ((customer, card, sign * units) for card, units in stamps),
        )

    def donate(self, cause: str, money: int, *, source: bytes, customer: bytes | None, day: date) -> None:
        """Money (minor units) goes to a good cause."""
        self._db.execute(
            "INSERT INTO donations VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (source, cause) DO UPDATE SET money = money + excluded.money",
            (source, cause, customer, day.isoformat(), money),
        )
        self._apart.gave(day.isoformat(), money)

    # --- vouchers

    def issued(self, fact: VoucherIssued, recorded: Recorded) -> None:
        """A new voucher, or an old one under a new code."""
        voucher, customer, first = codec.blob(fact.id), codec.blob_or_none(fact.customer), codec.blob(fact.id)
        holder = codec.blob_or_none(fact.customer_id) or b""
        if fact.replaces:
            before = codec.blob(fact.replaces)
            (first,) = self._db.execute("SELECT first FROM vouchers WHERE id = ?", (before,)).fetchone()
        elif fact.source in _TAKEN and fact.reward:  # a campaign gives money that is no reward, too
            to = b"" if fact.source in _GIVEN else holder
            self.take(fact.reward, to, source=voucher, times=1)
        if fact.stamps and not fact.replaces:
            self.stamp(holder, [(fact.stamp_card, fact.stamps)], sign=-1)
        last_day = fact.last_day.isoformat() if fact.last_day else None
        self._db.execute(
            "INSERT INTO vouchers (id, code, customer, reward, name, gives, cost, issued, last_day, state, first, "
            "source, payer, purchase, stamp_card, stamps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?)",
            (
                voucher, fact.code, customer, fact.reward, fact.name, codec.written(fact.gives), fact.cost,
                recorded.stamp.at.isoformat(), last_day, first, fact.source.value, codec.blob_or_none(fact.payer),
                codec.blob_or_none(fact.purchase), fact.stamp_card, fact.stamps,
            ),
        )  # fmt: skip
        if fact.replaces:
            self._turned(before, "reprinted", recorded)
        else:
            self._recount(first)

    def used(self, fact: VoucherUsed, recorded: Recorded) -> None:
        """A voucher was handed in, whole or for a part of its money."""
        voucher, purchase = codec.blob(fact.voucher), codec.blob_or_none(fact.purchase)
        self._turned(voucher, "used", recorded, purchase=purchase, amount=fact.amount)
        gives, holder, first = self._db.execute(
            "SELECT gives, coalesce(customer, payer), first FROM vouchers WHERE id = ?", (voucher,)
        ).fetchone()
        promised = codec.value_from(gives, Gives)
        if promised.kind == "donate":
            self.donate(promised.cause, promised.money, source=first, customer=holder, day=recorded.stamp.day)

    def came_back(self, voucher: str, purchase: bytes, recorded: Recorded) -> None:
        """The purchase that a voucher was used in was brought back."""
        self._turned(codec.blob(voucher), "back", recorded, purchase=purchase)

    def cancelled(self, fact: VoucherCancelled, recorded: Recorded) -> None:
        """A voucher was taken back, with the stamps that were given for it."""
        voucher = codec.blob(fact.voucher)
        self._turned(voucher, "cancelled", recorded)
        self.put_back(codec.blob(fact.first))
        holder, card, stamps = self._db.execute(
            "SELECT coalesce(customer, payer, x''), stamp_card, stamps FROM vouchers WHERE id = ?", (voucher,)
        ).fetchone()
        if stamps:
            self.stamp(holder, [(card, stamps)])

    def _turned(
        self, voucher: bytes, turn: str, recorded: Recorded, *, purchase: bytes | None = None, amount: int = 0
    ) -> None:
        """Puts one more turn of a voucher's life into its place, and says where all of them together leave it."""
        (first,) = self._db.execute("SELECT first FROM vouchers WHERE id = ?", (voucher,)).fetchone()
        with self._apart.moving(first) if purchase is None else nullcontext():
            self._db.execute(
                "INSERT INTO turns VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    voucher,
                    recorded.lamport,
                    codec.blob(recorded.fact.id),
                    turn,
                    purchase,
                    amount,
                    recorded.stamp.day.isoformat(),
                ),
            )
        self._recount(first)

    def settle(self, customer: bytes) -> None:
        """Says anew how a customer's vouchers stand, once those of others are theirs."""
        rows = self._db.execute("SELECT DISTINCT first FROM vouchers WHERE customer = ?", (customer,)).fetchall()
        for (first,) in rows:
            self._recount(first)

    def _recount(self, first: bytes) -> None:
        """Where a voucher and whatever was printed in its place stand after all their turns together."""
        papers = self._db.execute(
            "SELECT id, customer, gives FROM vouchers WHERE first = ?1 OR id = ?1", (first,)
        ).fetchall()
        turns = self._db.execute(
            "SELECT t.voucher, t.turn, t.purchase, t.amount FROM turns t JOIN vouchers v ON v.id = t.voucher "
            "WHERE v.first = ? ORDER BY t.lamport, t.fact",
            (first,),
        ).fetchall()
        for voucher, customer, gives in papers:
            promised = codec.value_from(gives, Gives)
            worth = promised.money if promised.kind == "money" else 0
            left, used_by = _left(turns, worth or 1)
            state = next((turn for paper, turn, *_ in turns if paper == voucher and turn in _FINAL), "")
            if not state:
                state = "used" if left == 0 else self._unturned(customer)
            self._db.execute(
                "UPDATE vouchers SET state = ?, used_by = ?, money_left = ? WHERE id = ?",
                (state, used_by, left if worth else 0, voucher),
            )
            self._count_open(customer)

    def _count_open(self, customer: bytes | None) -> None:
        """Keeps with the customer how many vouchers are open, so that most scans need not look for any."""
        self._db.execute(
            "UPDATE customers SET open_vouchers = (SELECT count(*) FROM vouchers WHERE customer = customers.id "
            "AND state = 'open') WHERE id = ?",
            (customer,),
        )

    def _unturned(self, customer: bytes | None) -> str:
        """The state of a voucher that nothing happened to: a forgotten customer's cannot be used any more."""
        row = self._db.execute("SELECT erased FROM customers WHERE id = ?", (customer,)).fetchone()
        return "cancelled" if row and row[0] else "open"


_FINAL = ("cancelled", "reprinted")


def _left(turns: list[tuple[bytes, str, bytes | None, int]], whole: int) -> tuple[int, bytes | None]:
    """What is left of a voucher after these turns, and the purchase that used it first; an amount of 0 uses all.

    What is cancelled can no more be used.
    """
    uses: dict[bytes | None, int] = {}
    for _voucher, turn, purchase, amount in turns:
        if turn == "cancelled":
            break
        if turn == "back":
            uses.pop(purchase, None)
        elif turn == "used":
            uses[purchase] = min(amount or whole, whole)
    return max(whole - sum(uses.values()), 0), next(iter(uses), None)
