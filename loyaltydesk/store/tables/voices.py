"""Writes on a customer's row that an answer waits for them, so that a scan learns of it without another look."""

from collections.abc import Iterable

from loyaltydesk.model.voices import TO_TELL, VOICE
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


class Voices:
    """The day of the oldest answer that a customer has not heard, among what was said to them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def show(self, customer: bytes, records: Iterable[bytes]) -> None:
        """Keeps on a row what waits on all `records` of that person; with none of them, that nothing does."""
        days = [day for record in records for day in self._waiting(codec.identity(record))]
        self._db.execute(
            "UPDATE customers SET said = (SELECT json_group_object(key, value) FROM (SELECT key, value "
            "FROM json_each(customers.said) WHERE key <> ?1 UNION ALL SELECT ?1, ?2 WHERE ?2 IS NOT NULL ORDER BY 1)) "
            "WHERE id = ?3",
            (TO_TELL, min(days, default=None), customer),
        )

    def _waiting(self, record: str) -> list[str]:
        rows = self._db.execute(
            "SELECT date(substr(value, 2, 10)) FROM records answered WHERE kind = ?1 AND record >= ?2 AND record < ?3 "
            "AND field = 'answered_at' AND value GLOB '\"[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' "
            "AND NOT EXISTS (SELECT 1 FROM records WHERE kind = ?1 AND record = answered.record AND field = 'told_at' "
            "AND value <> 'null')",
            (VOICE, f"{record}/", f"{record}0"),
        )
        return [row[0] for row in rows if row[0]]  # another release may have written what is no day
