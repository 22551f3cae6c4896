"""The rows of accounts: entries, lots and uses, read and written."""

from collections.abc import Iterable
from datetime import date, datetime

from loyaltydesk.model.lots import Lot, LotKey, Posting, Use
from loyaltydesk.store import codec
from loyaltydesk.store.point_sums import PointSums
from loyaltydesk.store.sqlite import Connection

_LOT = "fact, n, points, remaining, day, from_day, last_day, source"


class Ledger:
    """The tables `entries`, `lots` and `uses`, whose column `customer` names the account."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._sums = PointSums(connection)

    # --- reading

    def open_lots(self, account: bytes) -> Iterable[Lot]:
        """The lots with points left."""
        rows = self._db.execute(
            f"SELECT {_LOT} FROM lots INDEXED BY lots_open WHERE customer = ? AND remaining > 0", (account,)
        )
        return (_lot_from(row) for row in rows)

    def lot(self, account: bytes, key: LotKey) -> Lot | None:
        """One lot, used up or not."""
        row = self._db.execute(
            f"SELECT {_LOT} FROM lots WHERE customer = ? AND fact = ? AND n = ?", (account, codec.blob(key[0]), key[1])
        ).fetchone()
        return _lot_from(row) if row else None

    def uses(self, account: bytes, source: str) -> list[Use]:
        """What a purchase or a voucher (the source) drew from the lots, and still holds."""
        rows = self._db.execute(
            "SELECT fact, n, lot_fact, lot_n, last_day, points FROM uses WHERE customer = ? AND source = ?",
            (account, codec.blob(source)),
        )
        return [
            Use(codec.identity(fact), n, (codec.identity(lot_fact), lot_n), _day_or_none(last_day), points)
            for fact, n, lot_fact, lot_n, last_day, points in rows
        ]

    def facts(self, account: bytes) -> set[bytes]:
        """The facts that left an entry."""
        return {row[0] for row in self._db.execute("SELECT fact FROM entries WHERE customer = ?", (account,))}

    # --- writing

    def clear(self, account: bytes) -> None:
        """Takes every row of an account away."""
        self._sums.cleared(account)
        for table in ("entries", "lots", "uses"):
            self._db.execute(f"DELETE FROM {table} WHERE customer = ?", (account,))

    def enter(self, account: bytes, posting: Posting, *, place: tuple[int, bytes], at: datetime, balance: int) -> None:
        """One line of the statement; `place` is the fact's Lamport counter and id, `balance` what there is after it."""
        self._db.execute(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (account, *place, posting.n, at.isoformat(), *_entry(posting, balance)),
        )
        self._sums.entered(posting, at)

    def keep_lot(self, account: bytes, lot: Lot) -> None:
        """A lot as it is now."""
        key = account, codec.blob(lot.fact), lot.n
        held = self._db.execute("SELECT remaining FROM lots WHERE customer = ? AND fact = ? AND n = ?", key).fetchone()
        self._sums.kept(lot, held[0] if held else 0)
        self._db.execute(
            "INSERT INTO lots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (customer, fact, n) DO UPDATE SET remaining = excluded.remaining",
            (*key, lot.points, lot.remaining, *_days(lot)),
        )

    def keep_uses(self, account: bytes, source: str, uses: Iterable[Use]) -> None:
        """What a source drew, as it is now."""
        for use in uses:
            self._db.execute(
                "INSERT INTO uses VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (customer, source, fact, n, lot_fact, lot_n) DO UPDATE SET points = excluded.points",
                (account, codec.blob(source), *_use(use)),
            )


def _lot_from(row: tuple[bytes, int, int, int, str, str, str | None, bytes | None]) -> Lot:
    """A lot from its columns in the order of `lots`, without the account."""
    fact, n, points, remaining, day, from_day, last_day, source = row
    return Lot(
        codec.identity(fact),
        n,
        points,
        remaining,
        date.fromisoformat(day),
        date.fromisoformat(from_day),
        _day_or_none(last_day),
        codec.identity_or_none(source) or "",
    )


def _entry(posting: Posting, balance: int) -> tuple[str, int, int, bytes | None, str | None]:
    last_day = posting.last_day.isoformat() if posting.last_day else None
    return posting.kind.value, posting.points, balance, codec.blob_or_none(posting.source), last_day


def _days(lot: Lot) -> tuple[str, str, str | None, bytes | None]:
    last_day = lot.last_day.isoformat() if lot.last_day else None
    return lot.day.isoformat(), lot.from_day.isoformat(), last_day, codec.blob_or_none(lot.source)


def _use(use: Use) -> tuple[bytes, int, bytes, int, str | None, int]:
    last_day = use.last_day.isoformat() if use.last_day else None
    return codec.blob(use.fact), use.n, codec.blob(use.lot[0]), use.lot[1], last_day, use.points


def _day_or_none(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
