"""Reads vouchers, and how often rewards were taken."""

from datetime import date, datetime
from typing import Any

from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_VOUCHER = "id, code, customer, reward, name, gives, cost, issued, last_day, state, first, used_by"


class Vouchers:
    """The vouchers of the shop, as they stand."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def by_code(self, code: str) -> Voucher | None:
        """The voucher with this code."""
        row = self._db.execute(f"SELECT {_VOUCHER} FROM vouchers WHERE code = ?", (code,)).fetchone()
        return _voucher(row) if row else None

    def of_customer(self, customer: str) -> list[Voucher]:
        """All vouchers of a customer, the newest first."""
        rows = self._db.execute(
            f"SELECT {_VOUCHER} FROM vouchers WHERE customer = ? ORDER BY id DESC", (codec.blob(customer),)
        )
        return [_voucher(row) for row in rows]

    def open_of(self, customer: str, day: date) -> list[Voucher]:
        """The vouchers a customer can use on `day`, the one that ends first in front."""
        rows = self._db.execute(
            f"SELECT {_VOUCHER} FROM vouchers WHERE customer = ? AND state = 'open' "
            "AND (last_day IS NULL OR last_day >= ?) ORDER BY last_day IS NULL, last_day, id",
            (codec.blob(customer), day.isoformat()),
        )
        return [_voucher(row) for row in rows]

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


def _voucher(row: Any) -> Voucher:
    voucher, code, customer, reward, name, gives, cost, issued, last_day, state, first, used_by = row
    return Voucher(
        id=codec.identity(voucher),
        code=code,
        customer=codec.identity(customer),
        reward=reward,
        name=name,
        gives=codec.value_from(gives, Gives),
        cost=cost,
        issued=datetime.fromisoformat(issued),
        last_day=date.fromisoformat(last_day) if last_day else None,
        state=VoucherState(state),
        first=codec.identity(first),
        used_by=codec.identity_or_none(used_by) or "",
    )
