"""Writes on a customer's row what waits for them and since or until when, so that a scan learns of it at no cost."""

import json
from collections.abc import Iterable, Iterator

from loyaltydesk.model.pledges import PLEDGE, PROMISED, WARRANTED, PledgeKind
from loyaltydesk.model.voices import DUE, TO_TELL, VOICE
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

ALL_WAITING = (TO_TELL, DUE, PROMISED, WARRANTED)
_DAY = "value GLOB '\"[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'"  # another release may have written what is no day


class Waiting:
    """The first day of each: an answer not heard, an answer due, a promise to keep, the end of a warranty."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def show(self, customer: bytes, records: Iterable[bytes]) -> None:
        """Keeps on a row what waits on all `records` of that person; with none of them, that nothing does."""
        first: dict[str, str] = {}
        for record in records:
            for what, day in self._of(codec.identity(record)):
                first[what] = min(day, first.get(what, day))
        self._db.execute(
            "UPDATE customers SET said = (SELECT json_group_object(key, value) FROM (SELECT key, value "
            "FROM json_each(customers.said) WHERE key NOT IN (SELECT value FROM json_each(?1)) "
            "UNION ALL SELECT key, value FROM json_each(?2) ORDER BY 1)) WHERE id = ?3",
            (json.dumps(ALL_WAITING), json.dumps(first), customer),
        )

    def _of(self, record: str) -> Iterator[tuple[str, str]]:
        """What waits on one record of a person, and its day."""
        span = (f"{record}/", f"{record}0")
        yield from (
            (TO_TELL, day)
            for day in self._days(
                "field = 'answered_at' AND NOT EXISTS (SELECT 1 FROM records WHERE kind = found.kind "
                "AND record = found.record AND field = 'told_at' AND value <> 'null')",
                (VOICE, *span),
            )
        )
        yield from ((DUE, day) for day in self._days(f"field = 'due' AND {_has('outcome', 'open')}", (VOICE, *span)))
        for kind, what in ((PledgeKind.PROMISE, PROMISED), (PledgeKind.WARRANTY, WARRANTED)):
            condition = f"field = 'until' AND {_has('state', 'open')} AND {_has('kind', kind)}"
            yield from ((what, day) for day in self._days(condition, (PLEDGE, *span)))

    def _days(self, condition: str, span: tuple[str, str, str]) -> list[str]:
        rows = self._db.execute(
            "SELECT date(substr(value, 2, 10)) FROM records found WHERE kind = ?1 AND record >= ?2 AND record < ?3 "
            f"AND {_DAY} AND {condition}",
            span,
        )
        return [row[0] for row in rows if row[0]]


def _has(field: str, word: str) -> str:
    """The condition that a field of the same record is a word of ours."""
    return (
        "EXISTS (SELECT 1 FROM records WHERE kind = found.kind AND record = found.record "
        f"AND field = '{field}' AND value = '\"{word}\"')"
    )
