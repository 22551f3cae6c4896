"""Keeps what the programme gave without a bill: money to good causes, and vouchers for money handed in alone."""

from collections.abc import Iterator
from contextlib import contextmanager

from loyaltydesk.model.programme import Gives
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.sums import Sums

_TURNS = (
    "SELECT t.turn, t.day, t.purchase, t.amount, v.gives FROM turns t JOIN vouchers v ON v.id = t.voucher "
    "WHERE v.first = ? ORDER BY t.lamport, t.fact"
)


class Apart:
    """The column `apart` of the table `days`, in minor units."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._days = Sums.of_days(connection)

    def gave(self, day: str, money: int) -> None:
        """So much more went out on a day, or less."""
        self._days.add((day, 1), 0, 0, 0, 0, 0, 0, money)

    @contextmanager
    def moving(self, first: bytes) -> Iterator[None]:
        """Counts a voucher and whatever was printed in its place anew, as their turns change within the block."""
        before = self._handed_in(first)
        yield
        after = self._handed_in(first)
        if before != after:
            for counted, sign in ((before, -1), (after, 1)):
                if counted:
                    day, money = counted
                    self.gave(day, sign * money)

    def _handed_in(self, first: bytes) -> tuple[str, int] | None:
        """The day and the money of its use without a purchase; None where there is none, or it is for no money."""
        found: tuple[str, int] | None = None
        for turn, day, purchase, amount, gives in self._db.execute(_TURNS, (first,)).fetchall():
            if turn == "cancelled":
                break
            promised = codec.value_from(gives, Gives)
            if turn == "used" and purchase is None and promised.kind == "money":
                found = day, min(amount or promised.money, promised.money)
        return found
