"""Reads vouchers, and how often rewards were taken."""

from datetime import date, datetime
from typing import Any

from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import Voucher, VoucherSource, VoucherState
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

VOUCHER = (
    "id, code, customer, reward, name, gives, cost, issued, last_day, state, first, used_by, source, money_left, "
    "payer, purchase, stamp_card, stamps"
)
"""Of the table vouchers."""


class Vouchers:
    """The vouchers of the shop, as they stand."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def by_code(self, code: str) -> Voucher | None:
        """The voucher with this code."""
        row = self._db.execute(f"SELECT {VOUCHER} FROM vouchers WHERE code = ?", (code,)).fetchone()
        return voucher_from(row) if row else None

    def of_customer(self, customer: str) -> list[Voucher]:
        """All vouchers of a customer, the newest first."""
        rows = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE customer = ? ORDER BY id DESC", (codec.blob(customer),)
        )
        return [voucher_from(row) for row in rows]

    def open_of(self, customer: str, day: date) -> list[Voucher]:
        """The vouchers a customer can use on `day`, the one that ends first in front."""
        rows = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE customer = ? AND state = 'open' "
            "AND (last_day IS NULL OR last_day >= ?) ORDER BY last_day IS NULL, last_day, id",
            (codec.blob(customer), day.isoformat()),
        )
        return [voucher_from(row) for row in rows]

    def ending(self, first: date, last: date) -> int:
        """How many open vouchers end on these days."""
        row = self._db.execute(
            "SELECT count(*) FROM vouchers WHERE state = 'open' AND last_day IS NOT NULL AND last_day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        ).fetchone()
        return int(row[0])

    def taken(self, reward: str, customer: str) -> tuple[int, int]:
        """How often a reward was taken, by everybody and by one customer."""
        in_all = self._db.execute("SELECT taken FROM stock WHERE reward = ?", (reward,)).fetchone()
        by_customer = self._db.execute(
            "SELECT coalesce(sum(times), 0) FROM taken WHERE reward = ? AND customer = ?",
            (reward, codec.blob(customer)),
        ).fetchone()
        return (in_all[0] if in_all else 0), by_customer[0]

    def open_for_stamps(self, customer: str, card: str) -> list[Voucher]:
        """The open vouchers that a customer has for a full stamp card, the newest first."""
        holder = codec.blob(customer)
        rows = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE (customer = ?1 OR payer = ?1) AND state = 'open' "
            "AND source = 'stamps' AND stamp_card = ?2 ORDER BY id DESC",
            (holder, card),
        )
        return [voucher_from(row) for row in rows]

    def open_from(self, purchase: str) -> list[Voucher]:
        """The open vouchers that a purchase brought."""
        rows = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE purchase = ? AND state = 'open' ORDER BY id",
            (codec.blob(purchase),),
        )
        return [voucher_from(row) for row in rows]

    def brought_by(self, purchase: str) -> list[Voucher]:
        """The vouchers that a purchase brought, whatever became of them."""
        rows = self._db.execute(
            f"SELECT {VOUCHER} FROM vouchers WHERE purchase = ? ORDER BY id", (codec.blob(purchase),)
        )
        return [voucher_from(row) for row in rows]

    def stamps(self, customer: str) -> dict[str, int]:
        """The stamps on each stamp card of a customer; below nothing where more went with a return than were there."""
        return dict(
            self._db.execute("SELECT card, have FROM stamps WHERE customer = ?", (codec.blob(customer),)).fetchall()
        )

    def promoted(self, promotion: str, customer: str) -> tuple[int, int]:
        """How many purchases used a promotion, of everybody and of one customer (empty: a guest)."""
        in_all, theirs = self._db.execute(
            "SELECT (SELECT count(*) FROM promoted WHERE promotion = ?1), "
            "(SELECT count(*) FROM promoted WHERE promotion = ?1 AND customer = ?2)",
            (promotion, codec.blob_or_none(customer)),
        ).fetchone()
        return in_all, theirs

    def donations(self, first: date, last: date) -> list[tuple[str, int, int]]:
        """What went to each good cause on these days: the cause, how often, and the money (minor units)."""
        return self._db.execute(
            "SELECT cause, count(*), sum(money) FROM donations WHERE day BETWEEN ? AND ? GROUP BY cause ORDER BY cause",
            (first.isoformat(), last.isoformat()),
        ).fetchall()

    def donors(self, first: date, last: date) -> list[tuple[str | None, str, str, int, int]]:
        """Who gave to which good cause on these days: id and name, cause, how often, and the money (minor units).

        By name; whoever was forgotten since has no id any more, and comes last.
        """
        rows = self._db.execute(
            "SELECT c.id, coalesce(nullif(c.name, ''), c.company, ''), d.cause, count(*), sum(d.money) "
            "FROM donations d LEFT JOIN customers c ON c.id = d.customer AND c.erased = 0 WHERE d.day BETWEEN ? AND ? "
            "GROUP BY c.id, d.cause ORDER BY c.id IS NULL, c.sort_name, c.id, d.cause",
            (first.isoformat(), last.isoformat()),
        )
        return [(codec.identity_or_none(person), *told) for person, *told in rows]


def voucher_from(row: Any) -> Voucher:
    """A voucher from the columns of VOUCHER."""
    voucher, code, customer, reward, name, gives, cost, issued, last_day, state, first, used_by, *origin = row
    source, left, payer, purchase, stamp_card, stamps = origin
    return Voucher(
        id=codec.identity(voucher),
        code=code,
        customer=codec.identity_or_none(customer),
        reward=reward,
        name=name,
        gives=codec.value_from(gives, Gives),
        cost=cost,
        issued=datetime.fromisoformat(issued),
        last_day=date.fromisoformat(last_day) if last_day else None,
        state=VoucherState(state),
        first=codec.identity(first),
        used_by=codec.identity_or_none(used_by) or "",
        source=VoucherSource(source),
        left=left,
        payer=codec.identity_or_none(payer) or "",
        purchase=codec.identity_or_none(purchase) or "",
        stamp_card=stamp_card,
        stamps=stamps,
    )
