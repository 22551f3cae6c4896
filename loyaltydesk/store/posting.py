"""Posts what facts do to points: entries, lots and uses of one customer, worked out anew when a fact is late."""

from collections.abc import Iterable
from datetime import date

from loyaltydesk.model.facts import Recorded
from loyaltydesk.model.lots import EntryKind, Lot, Movement, Posting, Purse, Use
from loyaltydesk.store import codec
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.sqlite import Connection

_LOT = "fact, n, points, remaining, day, from_day, last_day, source"


class Postings:
    """The points of every customer in the tables `entries`, `lots` and `uses`."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._db = connection
        self._journal = journal

    def purse(self, customer: str, debt: int) -> Purse:
        """The customer's open lots and debt."""
        rows = self._db.execute(
            f"SELECT {_LOT} FROM lots INDEXED BY lots_open WHERE customer = ? AND remaining > 0",
            (codec.blob(customer),),
        )
        return Purse((_lot_from(row) for row in rows), debt)

    def post(self, recorded: Recorded) -> None:
        """Carries out the movements of a fact. One that comes late is put in its place and all after it follow anew."""
        movements = recorded.fact.movements()
        if not movements:
            return
        customer = codec.blob(recorded.fact.customer_id or "")
        balance, debt, lamport, fact = self._db.execute(
            "SELECT balance, debt, ledger_lamport, ledger_fact FROM customers WHERE id = ?", (customer,)
        ).fetchone()
        if (recorded.lamport, codec.blob(recorded.fact.id)) < (lamport, fact):
            self._replay(customer, recorded)
        else:
            self._carry_out(customer, recorded, self._needed(customer, movements, debt), balance=balance)

    def _needed(self, customer: bytes, movements: tuple[Movement, ...], debt: int) -> Purse:
        """As much of the purse as the movements touch: nothing at all when points only come in."""
        purse = Purse((), debt)
        if any(move.points < 0 or move.kind in (EntryKind.EXPIRED, EntryKind.ERASED) for move in movements):
            purse = self.purse(codec.identity(customer), debt)
        for move in movements:
            for fact, n in move.lots:
                row = self._db.execute(
                    f"SELECT {_LOT} FROM lots WHERE customer = ? AND fact = ? AND n = ?",
                    (customer, codec.blob(fact), n),
                ).fetchone()
                if row:
                    purse.lots[fact, n] = _lot_from(row)
            if move.kind is EntryKind.GIVEN_BACK:
                purse.uses[move.source] = self.uses(codec.identity(customer), move.source)
        return purse

    def uses(self, customer: str, source: str) -> list[Use]:
        """What a purchase or a voucher (the source) drew from the customer's lots, and still holds."""
        rows = self._db.execute(
            "SELECT fact, n, lot_fact, lot_n, last_day, points FROM uses WHERE customer = ? AND source = ?",
            (codec.blob(customer), codec.blob(source)),
        )
        return [
            Use(codec.identity(fact), n, (codec.identity(lot_fact), lot_n), _day_or_none(last_day), points)
            for fact, n, lot_fact, lot_n, last_day, points in rows
        ]

    def _carry_out(self, customer: bytes, recorded: Recorded, purse: Purse, *, balance: int) -> int:
        """Posts one fact on a purse and writes what changed; returns the balance after it."""
        fact, stamp = recorded.fact, recorded.stamp
        fact_id = codec.blob(fact.id)
        for posting in purse.post(fact.id, stamp.day, fact.movements()):
            balance += posting.points
            self._db.execute(
                "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (customer, recorded.lamport, fact_id, posting.n, stamp.at.isoformat(), *_entry(posting, balance)),
            )
        self._write(customer, purse, fact.movements())
        self._db.execute(
            "UPDATE customers SET balance = ?, debt = ?, ledger_lamport = ?, ledger_fact = ?, open_lots = "
            "(SELECT json_group_array(json_array(points, from_day, last_day)) FROM (SELECT sum(remaining) AS points, "
            "from_day, last_day FROM lots INDEXED BY lots_open WHERE customer = customers.id AND remaining > 0 "
            "GROUP BY last_day, from_day)) WHERE id = ?",
            (balance, purse.debt, recorded.lamport, fact_id, customer),
        )
        return balance

    def _write(self, customer: bytes, purse: Purse, movements: Iterable[Movement]) -> None:
        for key in sorted(purse.changed):
            lot = purse.lots[key]
            self._db.execute(
                "INSERT INTO lots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (customer, fact, n) DO UPDATE SET remaining = excluded.remaining",
                (customer, codec.blob(lot.fact), lot.n, lot.points, lot.remaining, *_days(lot)),
            )
        purse.changed.clear()
        for source in {move.source for move in movements if move.source in purse.uses}:
            for use in purse.uses[source]:
                self._db.execute(
                    "INSERT INTO uses VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (customer, source, fact, n, lot_fact, lot_n) DO UPDATE SET points = excluded.points",
                    (customer, codec.blob(source), *_use(use)),
                )

    def _replay(self, customer: bytes, late: Recorded) -> None:
        rows = self._db.execute("SELECT DISTINCT fact FROM entries WHERE customer = ?", (customer,)).fetchall()
        known = [self._journal.fact(codec.identity(row[0])) for row in rows]
        facts = [late, *(fact for fact in known if fact is not None)]
        for table in ("entries", "lots", "uses"):
            self._db.execute(f"DELETE FROM {table} WHERE customer = ?", (customer,))
        purse, balance = Purse(), 0
        for recorded in sorted(facts, key=lambda each: (each.lamport, codec.blob(each.fact.id))):
            balance = self._carry_out(customer, recorded, purse, balance=balance)


def _lot_from(row: tuple[bytes, int, int, int, str, str, str | None, bytes | None]) -> Lot:
    """A lot from its columns in the order of `lots`, without the customer."""
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
