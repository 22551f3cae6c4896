"""Reads what ties customers together: households, records that went into another, and who brought how many."""

from loyaltydesk.model.customers import Household
from loyaltydesk.store import codec
from loyaltydesk.store.columns import CUSTOMER, CUSTOMER_WIDTH, NEWEST_CARD, customer_from
from loyaltydesk.store.sqlite import Connection


class Households:
    """The households as they stand, and other ties."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def by_id(self, household: str) -> Household | None:
        """A household with its members, whose account it is in front; None when it is none any more."""
        key = codec.blob(household)
        named = self._db.execute("SELECT name FROM households WHERE id = ?", (key,)).fetchone()
        rows = self._db.execute(
            f"SELECT {CUSTOMER}, {NEWEST_CARD} FROM customers c WHERE c.household = ? AND c.household IS NOT NULL "
            "AND c.erased = 0 AND c.merged IS NULL ORDER BY c.account <> c.id, c.id",
            (key,),
        ).fetchall()
        members = tuple(customer_from(row[:CUSTOMER_WIDTH], row[CUSTOMER_WIDTH] or "") for row in rows)
        return Household(household, named[0], members) if named and members else None

    def merged_into(self, customer: str) -> list[str]:
        """The records that went into a customer's."""
        rows = self._db.execute(
            "SELECT id FROM customers WHERE merged = ? AND merged IS NOT NULL ORDER BY id", (codec.blob(customer),)
        )
        return [codec.identity(row[0]) for row in rows]

    def brought(self, customer: str) -> int:
        """How many others came because of a customer; those who were forgotten are not counted."""
        row = self._db.execute(
            "SELECT count(*) FROM customers WHERE referred_by = ? AND referred_by <> '' "
            "AND erased = 0 AND merged IS NULL",
            (customer,),
        ).fetchone()
        return int(row[0])

    def gone_with(self, customer: str) -> list[str]:
        """A forgotten customer's record, and all others of that person once nobody is left on any of them."""
        rows = self._db.execute(
            "SELECT other.id FROM customers c JOIN customers root ON root.id = coalesce(c.merged, c.id) "
            "JOIN customers other ON other.id = root.id OR other.merged = root.id WHERE c.id = ? AND root.erased = 1",
            (codec.blob(customer),),
        ).fetchall()
        return [codec.identity(row[0]) for row in rows] or [customer]
