"""Keeps the sums over all points: what came, was used and ended on each day, and what ends on which."""

from datetime import datetime

from loyaltydesk.model.lots import EntryKind, Lot, Posting
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.sums import Sums

_KINDS = {
    EntryKind.EARNED: "given",
    EntryKind.OCCASION: "given",
    EntryKind.REFERRAL: "given",
    EntryKind.TAKEN_BACK: "given",
    EntryKind.SPENT: "used",
    EntryKind.REWARD: "used",
    EntryKind.GIVEN_BACK: "used",
    EntryKind.EXPIRED: "expired",
}


class PointSums:
    """The tables `point_sums` and `lot_sums`, which follow from `entries` and `lots`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._points = Sums(connection, "point_sums", key="span kind", sums="moves points")
        self._lots = Sums(connection, "lot_sums", key="last_day", sums="given expired remaining")

    def entered(self, posting: Posting, at: datetime) -> None:
        """A line of a statement."""
        last_day = posting.last_day.isoformat() if posting.last_day else None
        if not posting.points:
            return
        self._line(at.isoformat(), posting.kind, posting.points, last_day=last_day)

    def kept(self, lot: Lot, before: int) -> None:
        """A lot that held so many points before."""
        if lot.last_day and lot.remaining != before:
            self._lots.add((lot.last_day.isoformat(),), 0, 0, lot.remaining - before)

    def cleared(self, account: bytes) -> None:
        """Everything of an account is taken away, and there still."""
        rows = self._db.execute(
            "SELECT substr(at, 1, 10), kind, points, last_day FROM entries WHERE customer = ? AND points <> 0",
            (account,),
        )
        for day, kind, points, last_day in rows.fetchall():
            self._line(day, EntryKind(kind), points, last_day=last_day, sign=-1)
        rows = self._db.execute(
            "SELECT last_day, sum(remaining) FROM lots WHERE customer = ? AND last_day IS NOT NULL GROUP BY 1",
            (account,),
        )
        for last_day, remaining in rows.fetchall():
            self._lots.add((last_day,), 0, 0, -remaining)

    def _line(self, at: str, kind: EntryKind, points: int, *, last_day: str | None, sign: int = 1) -> None:
        summed = _KINDS.get(kind, "other")
        for span in (at[:10], at[:7]):
            self._points.add((span, summed), sign, sign * points)
        if last_day and kind is EntryKind.EXPIRED:
            self._lots.add((last_day,), 0, -sign * points, 0)
        elif last_day and points > 0 and kind is not EntryKind.GIVEN_BACK:
            self._lots.add((last_day,), sign * points, 0, 0)
