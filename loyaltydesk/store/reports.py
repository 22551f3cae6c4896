"""Reads what a day did: who recorded what at which till, what moved, and what that leaves everybody with.

What a day did is read from what was written down on it, so that the same report comes out years later. The joins are
crossed and name their index: a planner that still believes the journal to be small would go through it for each line.
"""

from datetime import date
from typing import NamedTuple

from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.programme import Gives
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_BY_ID = "INDEXED BY sqlite_autoindex_journal_1"


class Moves(NamedTuple):
    """Points that one cashier moved at one till for one reason."""

    kind: EntryKind
    staff: str
    till: str
    points: int


class Sold(NamedTuple):
    """Purchases that one cashier recorded at one till, and what points and vouchers paid of them (minor units)."""

    staff: str
    till: str
    member: bool
    purchases: int
    due: int
    by_vouchers: int


class BroughtBack(NamedTuple):
    """What one cashier took back at one till (minor units)."""

    voided: bool
    staff: str
    till: str
    times: int
    refunded: int


class Paper(NamedTuple):
    """Vouchers of one kind: how many, and the minor units each has to do with where it is for money."""

    gives: Gives
    vouchers: int
    money: int = 0


class Reports:
    """Days, as they were written down."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    # --- points

    def moved(self, day: date) -> list[Moves]:
        """What the statements say of a day."""
        rows = self._db.execute(
            "SELECT e.kind, j.staff, j.till, sum(e.points) FROM entries e "
            f"CROSS JOIN journal j {_BY_ID} ON j.id = e.fact "
            "WHERE substr(e.at, 1, 10) = ? AND e.points <> 0 GROUP BY 1, 2, 3",
            (day.isoformat(),),
        )
        return [Moves(EntryKind(kind), staff, till, points) for kind, staff, till, points in rows]

    def held(self, day: date) -> int:
        """What people held when a day was over: what the lots hold now, less what came and went since."""
        (now,) = self._db.execute(
            "SELECT (SELECT coalesce(sum(remaining), 0) FROM lots WHERE remaining > 0) - (SELECT coalesce(sum(debt), 0)"
            " FROM customers WHERE debt > 0 AND coalesce(account, id) = id)"
        ).fetchone()
        (since,) = self._db.execute(
            "SELECT coalesce(sum(points), 0) FROM point_sums WHERE span > ? AND length(span) = 10", (day.isoformat(),)
        ).fetchone()
        return int(now - since)

    # --- purchases

    def sold(self, day: date) -> list[Sold]:
        """The purchases of a day; one that got its customer on a later day was a guest's."""
        rows = self._db.execute(
            "SELECT j.staff, j.till, j.customer IS NOT NULL OR coalesce(a.at < ?, 0), count(*), sum(p.due), "
            "sum(coalesce(json_extract(j.payload, '$.by_vouchers'), 0)) "
            f"FROM purchases p CROSS JOIN journal j {_BY_ID} ON j.id = p.id LEFT JOIN journal a {_BY_ID} "
            "ON a.id = p.attached WHERE p.day = ? GROUP BY 1, 2, 3",
            (_within(day)[1], day.isoformat()),
        )
        return [Sold(staff, till, bool(member), *sums) for staff, till, member, *sums in rows]

    def brought_back(self, day: date) -> list[BroughtBack]:
        """What was brought back or voided on a day, whenever it was bought."""
        rows = self._db.execute(
            "SELECT d.deed = 'void', j.staff, j.till, count(*), sum(json_extract(j.payload, '$.refunded')) "
            "FROM deeds d CROSS JOIN journal j ON j.id = d.subject "
            "WHERE d.deed IN ('return', 'void') AND d.day = ? GROUP BY 1, 2, 3",
            (day.isoformat(),),
        )
        return [BroughtBack(bool(voided), *rest) for voided, *rest in rows]

    # --- people

    def joined(self, day: date) -> list[tuple[str, str, int]]:
        """Who welcomed how many new customers at which till."""
        return self._db.execute(
            "SELECT j.staff, j.till, count(*) FROM customers c CROSS JOIN journal j ON j.id = c.id "
            "WHERE c.registered >= ? AND c.registered < ? AND c.merged IS NULL GROUP BY 1, 2",
            _within(day),
        ).fetchall()

    def greetings(self, day: date) -> int:
        """How many greetings were sent or handed over on a day."""
        row = self._db.execute(
            "SELECT count(*) FROM deeds WHERE deed = 'greeting' AND day = ? AND stands = 1", (day.isoformat(),)
        ).fetchone()
        return int(row[0])

    # --- vouchers

    def issued(self, day: date) -> list[Paper]:
        """The vouchers written out on a day; one printed anew is none."""
        rows = self._db.execute(
            "SELECT gives, count(*) FROM vouchers WHERE issued >= ? AND issued < ? AND first = id GROUP BY 1",
            _within(day),
        )
        return [Paper(codec.value_from(gives, Gives), count) for gives, count in rows]

    def used(self, day: date) -> list[tuple[Paper, bool]]:
        """The vouchers handed in on a day, and whether with a purchase, which says then what they paid."""
        rows = self._db.execute(
            "SELECT v.gives, coalesce(json_extract(j.payload, '$.purchase'), '') <> '', count(*), "
            "sum(coalesce(json_extract(j.payload, '$.amount'), 0)) FROM deeds d CROSS JOIN journal j ON j.id = d.fact "
            "CROSS JOIN vouchers v ON v.id = substr(d.subject, 1, 16) "
            "WHERE d.deed = 'voucher' AND d.day = ? GROUP BY 1, 2",
            (day.isoformat(),),
        )
        return [
            (Paper(codec.value_from(gives, Gives), count, money), bool(bought)) for gives, bought, count, money in rows
        ]

    def ended(self, day: date) -> list[Paper]:
        """The vouchers that nobody had used when their last day was over, with what was left of each."""
        rows = self._db.execute(
            "SELECT gives, count(*), sum(money_left) FROM vouchers WHERE last_day = ? AND state = 'open' "
            "AND last_day IS NOT NULL GROUP BY 1",
            (day.isoformat(),),
        )
        return [Paper(codec.value_from(gives, Gives), count, money) for gives, count, money in rows]


def _within(day: date) -> tuple[str, str]:
    """Between which texts every moment of a day is, whatever its time and zone."""
    return f"{day.isoformat()}T", f"{day.isoformat()}U"
