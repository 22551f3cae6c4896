"""Reads whatever the file keeps about a person, of whatever kind, also of kinds that this release does not know."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


class Told(NamedTuple):
    """A fact with something personal in it, as it was written down: what it says besides that, and what is personal."""

    at: str
    staff: str
    till: str
    kind: str
    place: tuple[str, int]  # the installation, and its number there
    said: dict[str, Any]
    personal: dict[str, Any]


class Field(NamedTuple):
    """One field of a record as it stands, with when and by whom it was written last."""

    kind: str
    record: str
    field: str
    value: Any
    at: str
    staff: str


class Dossiers:
    """The journal, and the records that are named after a person or name one."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def told(self, customers: Sequence[str], cards: Sequence[str]) -> Iterator[Told]:
        """Every personal fact about somebody with these records and these cards, the oldest first."""
        rows = self._db.execute(
            "SELECT at, staff, till, kind, origin, seq, payload, personal FROM journal WHERE personal IS NOT NULL "
            f"AND (customer IN ({_marks(customers)}) OR id IN ({_marks(cards)})) ORDER BY arrival",
            [*map(codec.blob, customers), *map(codec.blob, cards)],
        )
        for at, staff, till, kind, origin, seq, payload, personal in rows:
            place = codec.identity(origin), seq
            yield Told(at, staff, till, kind, place, msgspec.json.decode(payload), msgspec.json.decode(personal))

    def reasons(self, customers: Sequence[str]) -> dict[str, str]:
        """Why points were changed by hand, by the fact that did it."""
        rows = self._db.execute(
            "SELECT j.id, json_extract(j.payload, '$.reason') FROM deeds d JOIN journal j ON j.id = d.fact "
            f"WHERE d.customer IN ({_marks(customers)}) AND d.deed = 'adjustment' AND d.customer IS NOT NULL",
            [*map(codec.blob, customers)],
        )
        return {codec.identity(fact): reason or "" for fact, reason in rows}

    def fields(self, ids: Sequence[str]) -> list[Field]:
        """Every field of every record that has one of these identities in its name, or in the field itself."""
        rows = self._db.execute(
            "SELECT r.kind, r.record, r.field, r.value, coalesce(j.at, ''), coalesce(j.staff, '') FROM records r "
            "LEFT JOIN journal j ON j.id = r.fact WHERE EXISTS (SELECT 1 FROM json_each(?) e "
            "WHERE instr(r.record, e.value) > 0 OR instr(r.value, e.value) > 0) ORDER BY r.kind, r.record, r.field",
            (msgspec.json.encode(list(ids)).decode(),),
        )
        return [
            Field(kind, record, field, msgspec.json.decode(value), at, staff)
            for kind, record, field, value, at, staff in rows
        ]

    def answers(self, customers: Sequence[str]) -> list[tuple[str, str]]:
        """What was answered to other programs that asked about somebody: the key of the question, and the answer."""
        return self._db.execute(
            f"SELECT key, answer FROM answers WHERE customer IN ({_marks(customers)}) ORDER BY key",
            [*map(codec.blob, customers)],
        ).fetchall()


def _marks(identities: Sequence[str]) -> str:
    return ", ".join("?" * len(identities))
