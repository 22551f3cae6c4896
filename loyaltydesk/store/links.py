"""Who has to do with whom: customers who were one person, or who share or shared a household."""

from collections.abc import Iterable

from loyaltydesk.model.facts import Recorded
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


class Links:
    """The table `links`: a row for each two customers that a fact joins, and for each who left a household."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def add(self, recorded: Recorded, kind: str, *, keep: str, others: Iterable[str]) -> None:
        """One more link; `kind` is merge, household or left."""
        self._db.executemany(
            "INSERT INTO links (fact, lamport, kind, keep, other) VALUES (?, ?, ?, ?, ?)",
            (
                (codec.blob(recorded.fact.id), recorded.lamport, kind, codec.blob(keep), codec.blob(other))
                for other in others
            ),
        )

    def account(self, customer: bytes) -> bytes:
        """The account that a customer's points are on: their own, mostly."""
        row = self._db.execute("SELECT account FROM customers WHERE id = ?", (customer,)).fetchone()
        account: bytes | None = row[0] if row else None
        return account or customer

    def joined(self, customer: bytes, kinds: tuple[str, ...] = ("merge", "household")) -> set[bytes]:
        """Everybody whom links of these kinds, whenever they were made, join to a customer."""
        found, marks = {customer}, ", ".join("?" * len(kinds))
        ahead = [customer]
        while ahead:
            one = ahead.pop()
            rows = self._db.execute(
                f"SELECT other FROM links WHERE keep = ? AND kind IN ({marks}) "
                f"UNION SELECT keep FROM links WHERE other = ? AND kind IN ({marks})",
                (one, *kinds, one, *kinds),
            )
            ahead += new if (new := {row[0] for row in rows} - found) else ()
            found |= new
        return found

    def facts(self, customers: Iterable[bytes]) -> set[bytes]:
        """The facts that made the links of these customers."""
        sql = "SELECT fact FROM links WHERE keep = ?1 UNION SELECT fact FROM links WHERE other = ?1"
        return {row[0] for customer in customers for row in self._db.execute(sql, (customer,))}

    def merges(self, customers: Iterable[bytes]) -> list[tuple[int, bytes, bytes, bytes]]:
        """The merges of these customers in order: Lamport counter, fact, who stayed, who went."""
        sql = "SELECT lamport, fact, keep, other FROM links WHERE keep = ? AND kind = 'merge'"
        return sorted(row for customer in customers for row in self._db.execute(sql, (customer,)))
