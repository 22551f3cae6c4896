"""Keeps the sums over the days on which customers were here: who came again and when, who came in which month."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from loyaltydesk.model.insights import RETURN_DAYS
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.sums import Sums

_THEIRS = "FROM purchases INDEXED BY purchases_of WHERE customer = ?1 AND state <> 'voided'"
_ABOUT = (
    f"SELECT EXISTS (SELECT 1 {_THEIRS} AND day = ?2 AND id <> ?3), "
    f"(SELECT day {_THEIRS} AND day < ?2 ORDER BY day DESC LIMIT 1), "
    f"(SELECT day {_THEIRS} AND day > ?2 ORDER BY day LIMIT 1)"
)


class Visits:
    """The tables `months`, `cohorts`, `gaps` and `gap_lengths`, and what `days` says of visitors.

    A visit is a day on which a customer made a purchase that was not voided. All is called when the purchases are as
    they stand afterwards. `gaps` counts the customers who were here on a day and next on another one: by days, by
    months, and by one of each, so that a long time is added up from few rows.
    """

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._days = Sums.of_days(connection)
        self._months = Sums(connection, "months", key="month", sums="active joined")
        self._cohorts = Sums(connection, "cohorts", key="joined month", sums="customers")
        self._gaps = Sums(connection, "gaps", key="kind span next", sums="customers")
        self._lengths = Sums(connection, "gap_lengths", key="days", sums="times")

    def joined(self, registered: str, sign: int = 1) -> None:
        """One more member since a moment, or one less."""
        self._months.add((registered[:7],), 0, sign)

    def came(self, customer: bytes, day: str, *, purchase: bytes) -> None:
        """A customer has a purchase on a day."""
        self._changed(customer, day, purchase=purchase, sign=1)

    def went(self, customer: bytes, day: str, *, purchase: bytes) -> None:
        """A customer has that purchase no longer."""
        self._changed(customer, day, purchase=purchase, sign=-1)

    def all_of(self, customer: bytes, registered: str, sign: int) -> None:
        """Everything that a customer's visits count for, added or taken away."""
        days = [row[0] for row in self._db.execute(f"SELECT DISTINCT day {_THEIRS} ORDER BY day", (customer,))]
        for day in days:
            self._days.add((day, 1), 0, 0, 0, 0, sign, 0, 0)
        for month in sorted({day[:7] for day in days}):
            self._month(registered, month=month, sign=sign)
        self._pairs(days, sign)

    def _changed(self, customer: bytes, day: str, *, purchase: bytes, sign: int) -> None:
        again, last, following = self._db.execute(_ABOUT, (customer, day, purchase)).fetchone()
        if again:
            return
        self._days.add((day, 1), 0, 0, 0, 0, sign, 0, 0)
        if last and following:
            self._pairs((last, following), -sign)
        self._pairs([each for each in (last, day, following) if each], sign)
        if day[:7] not in ((last or "")[:7], (following or "")[:7]):
            sql = "SELECT registered FROM customers WHERE id = ?"
            self._month(self._db.execute(sql, (customer,)).fetchone()[0], month=day[:7], sign=sign)

    def _month(self, registered: str, *, month: str, sign: int) -> None:
        self._months.add((month,), sign, 0)
        self._cohorts.add((registered[:7], month), sign)

    def _pairs(self, days: Sequence[str], sign: int) -> None:
        for day, following in pairwise(days):
            length = (date.fromisoformat(following) - date.fromisoformat(day)).days
            self._lengths.add((length,), sign)
            month, then = day[:7], following[:7]
            spans = ("dd", day, following), ("dm", day, then), ("md", month, following), ("mm", month, then)
            self._gaps.count(spans, sign)
            if length <= RETURN_DAYS:
                self._days.add((day, 1), 0, 0, 0, 0, 0, sign, 0)
