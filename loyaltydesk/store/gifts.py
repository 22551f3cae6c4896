"""Points that the desk gave by itself, each once: read, and written as the facts of it are posted."""

from collections.abc import Iterable

from loyaltydesk.model.facts import GiftTakenBack, PointsGiven, Recorded
from loyaltydesk.model.pools import Gift
from loyaltydesk.model.purchases import GiftCause
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_PERSON = "(SELECT coalesce(merged, id) FROM customers WHERE id = ?)"


class Gifts:
    """The table `gifts`: what was given and counts. Of two tills that both gave it, the first in order has the row."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def given(self, cause: GiftCause, rule: str, *, period: str, customer: str) -> bool:
        """Whether a customer has a gift for this cause, rule and period (a year, or the customer who was brought)."""
        row = self._db.execute(
            f"SELECT 1 FROM gifts WHERE cause = ? AND rule = ? AND period = ? AND customer = {_PERSON}",
            (cause.value, rule, period, codec.blob(customer)),
        ).fetchone()
        return row is not None

    def of_purchase(self, purchase: str) -> list[tuple[str, str, int]]:
        """What was given for a purchase and not taken back: the fact, the customer, the points."""
        rows = self._db.execute(
            "SELECT fact, customer, points FROM gifts WHERE purchase = ? ORDER BY lamport, fact",
            (codec.blob(purchase),),
        )
        return [(codec.identity(fact), codec.identity(customer), points) for fact, customer, points in rows]

    def counts(self, recorded: Recorded) -> bool:
        """Whether a newest fact has points to move, and keeps what it gives or takes back."""
        fact = recorded.fact
        if isinstance(fact, PointsGiven):
            if self.given(fact.cause, fact.rule, period=fact.period, customer=fact.customer):
                return False
            self._keep(Gift(fact, recorded.lamport))
        elif isinstance(fact, GiftTakenBack):
            gone = self._db.execute(
                f"DELETE FROM gifts WHERE customer = {_PERSON} AND fact = ?",
                (codec.blob(fact.customer), codec.blob(fact.gift)),
            )
            return gone.rowcount > 0
        return True

    def replace(self, customers: Iterable[bytes], gifts: Iterable[Gift]) -> None:
        """Puts what these customers were given, worked out anew, in the place of what was known."""
        self._db.executemany("DELETE FROM gifts WHERE customer = ?", ((customer,) for customer in customers))
        for gift in gifts:
            self._keep(gift)

    def _keep(self, gift: Gift) -> None:
        fact = gift.fact
        self._db.execute(
            f"INSERT INTO gifts VALUES (?, ?, ?, {_PERSON}, ?, ?, ?, ?)",
            (
                fact.cause.value, fact.rule, fact.period, codec.blob(fact.customer), gift.lamport,
                codec.blob(fact.id), fact.points, codec.blob_or_none(fact.purchase),
            ),
        )  # fmt: skip
