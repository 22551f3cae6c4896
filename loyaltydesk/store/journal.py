"""The journal: facts for good, chained for each installation, with what is personal kept apart so that it can go."""

import hashlib
import json
import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import merge
from typing import Any

from msgspec import Struct

from loyaltydesk.model.facts import CardIssued, Fact, Recorded, Stamp
from loyaltydesk.model.partners import FORGOTTEN, PARTNER
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_COLUMNS = "id, origin, seq, lamport, at, kind, customer, staff, till, key, payload, personal, salt, digest, hash"


class Head(Struct, frozen=True):
    """The end of one installation's chain."""

    seq: int
    lamport: int
    id: str
    hash: bytes


_START = Head(0, 0, "", b"")


class Journal:
    """All facts of the file, each in the chain of the installation that wrote it down."""

    def __init__(self, connection: Connection, randbelow: Callable[[int], int] = secrets.randbelow) -> None:
        self._db = connection
        self._randbelow = randbelow

    def _ends(self, origin: str) -> tuple[Head, int]:
        """Where the chain of an installation ends, and the highest Lamport counter of all chains."""
        head, lamport, own = _START, 0, codec.blob(origin)
        for chain, seq, counter, last_id, link in self._db.execute("SELECT origin, seq, lamport, id, hash FROM heads"):
            lamport = max(lamport, counter)
            if chain == own:
                head = Head(seq, counter, codec.identity(last_id), link)
        return head, lamport

    def newest_id(self) -> str:
        """The highest id with which any chain ends; empty when there is none."""
        return codec.identity_or_none(self._db.execute("SELECT max(id) FROM heads").fetchone()[0]) or ""

    def append(self, facts: Iterable[Fact], stamp: Stamp, origin: str) -> list[Recorded]:
        """Writes facts of this installation at the end of its chain; the first one carries the stamp's key."""
        head, lamport = self._ends(origin)
        key, recorded = stamp.key, []
        for fact in facts:
            lamport += 1
            entry = Recorded(fact, Stamp(stamp.at, stamp.staff, stamp.till, key), origin, head.seq + 1, lamport)
            head = self._write(entry, head.hash)
            recorded.append(entry)
            key = ""
        if recorded:
            self._db.execute(
                "INSERT INTO heads VALUES (?, ?, ?, ?, ?) ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq, "
                "lamport = excluded.lamport, id = excluded.id, hash = excluded.hash",
                (codec.blob(origin), head.seq, head.lamport, codec.blob(head.id), head.hash),
            )
        return recorded

    def _write(self, entry: Recorded, before: bytes) -> Head:
        fact, stamp = entry.fact, entry.stamp
        said, about = codec.payload(fact), codec.personal(fact)
        salt = self._randbelow(1 << 128).to_bytes(16) if about else None
        digest = personal_digest(salt, about) if salt and about else None
        values = (
            codec.blob(fact.id),
            codec.blob(entry.origin),
            entry.seq,
            entry.lamport,
            stamp.at.isoformat(),
            type(fact).__name__,
            codec.blob_or_none(fact.customer_id),
            stamp.staff,
            stamp.till,
            stamp.key or None,
            said,
        )
        link = link_hash(before, values, digest)
        self._db.execute(
            f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, about, salt, digest, link),
        )
        return Head(entry.seq, entry.lamport, fact.id, link)

    def fact(self, fact_id: str) -> Recorded | None:
        """One fact by its id."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM journal WHERE id = ?", (codec.blob(fact_id),)).fetchone()
        return _recorded(row) if row else None

    def facts(self) -> Iterator[Recorded]:
        """Every fact by Lamport counter and, on a par, by id: after all that it may follow from, whenever it came."""
        chains = [self._chain(row[0]) for row in self._db.execute("SELECT origin FROM heads")]
        return merge(*chains, key=lambda recorded: (recorded.lamport, recorded.fact.id))

    def _chain(self, origin: bytes) -> Iterator[Recorded]:
        for row in self._db.execute(f"SELECT {_COLUMNS} FROM journal WHERE origin = ? ORDER BY seq", (origin,)):
            yield _recorded(row)

    def count(self) -> int:
        """How many facts there are."""
        return int(self._db.execute("SELECT coalesce(max(arrival), 0) FROM journal").fetchone()[0])

    def personal_fields(self, customer: str) -> list[tuple[str, str, str]]:
        """The kind, the record and the field of everything personal that was saved about a person."""
        return self._db.execute(
            "SELECT json_extract(payload, '$.kind'), json_extract(payload, '$.record'), field.key "
            "FROM journal INDEXED BY journal_personal, json_each(personal, '$.personal') field "
            "WHERE customer = ? AND personal IS NOT NULL AND journal.kind = 'RecordSaved'",
            (codec.blob(customer),),
        ).fetchall()

    def forget(self, customer: str, cards: Iterable[str]) -> None:
        """Empties whatever the journal keeps about a customer with cards, or a partner; the chain still proves."""
        emptied = "SET personal = NULL, salt = NULL WHERE personal IS NOT NULL AND"
        self._db.execute(
            f"UPDATE journal INDEXED BY journal_personal {emptied} customer = ?", (codec.blob(customer),)
        )  # SQLite would rather read the whole journal when most of it was emptied before
        self._db.executemany(f"UPDATE journal {emptied} id = ?", ((codec.blob(card),) for card in cards))

    def faults(self) -> Iterator[str]:
        """Whatever is wrong with the chains: a changed, missing, doubled or cut-off fact."""
        chains: dict[bytes, tuple[int, int, bytes, bytes]] = {}
        arrived: dict[bytes, int] = {}
        for *row, arrival in self._db.execute(f"SELECT {_COLUMNS}, arrival FROM journal ORDER BY origin, seq"):
            fact_id, origin, seq, lamport = row[:4]
            before = chains.get(origin, (0, 0, b"", b""))
            if seq != before[0] + 1:
                yield f"fact {before[0] + 1} is missing"
            if lamport <= before[1] or arrival <= arrived.get(origin, 0):
                yield f"fact {seq} is out of order"
            if link_hash(before[3], row[:11], row[13]) != row[14]:
                yield f"fact {seq} was changed"
            if not self._person_proves(row):
                yield f"the personal part of fact {seq} was changed"
            chains[origin], arrived[origin] = (seq, lamport, fact_id, row[14]), arrival
        heads = {row[0]: row[1:] for row in self._db.execute("SELECT origin, seq, lamport, id, hash FROM heads")}
        if heads != chains:
            yield "the journal was cut off"
        sql = "SELECT count(*), coalesce(max(arrival), 0), coalesce(min(arrival), 1) FROM journal"
        count, last, first = self._db.execute(sql).fetchone()
        if (first, last) != (1, count):
            yield "the journal has a hole"

    def _person_proves(self, row: tuple[Any, ...]) -> bool:
        """Whether a personal part is the one that was written, or gone together with its person."""
        about, salt, digest = row[11:14]
        if about is not None:
            return salt is not None and personal_digest(salt, about) == digest
        if digest is None:
            return salt is None
        customer = row[6]
        if customer is None and row[5] == CardIssued.__name__:
            customer = self._holder(row[0])
        return salt is None and customer is not None and self._is_forgotten(customer)

    def _is_forgotten(self, person: bytes) -> bool:
        """Whether a customer was forgotten, or a partner."""
        sql = (
            "SELECT 1 FROM customers WHERE id = ? AND erased = 1 "
            "UNION ALL SELECT 1 FROM records WHERE kind = ? AND record = ? AND field = ?"
        )
        return self._db.execute(sql, (person, PARTNER, codec.identity(person), FORGOTTEN)).fetchone() is not None

    def _holder(self, card: bytes) -> bytes | None:
        """Who took a card that was made blank."""
        row = self._db.execute(
            "SELECT value FROM records WHERE kind = 'card' AND record = ? AND field = 'customer'",
            (codec.identity(card),),
        ).fetchone()
        return codec.blob_or_none(json.loads(row[0])) if row else None


def personal_digest(salt: bytes, about: str) -> bytes:
    """The digest by which the chain knows a personal part without keeping it (SHA-256 over salt and text)."""
    return hashlib.sha256(salt + about.encode()).digest()


def link_hash(before: bytes, values: tuple[object, ...], digest: bytes | None) -> bytes:
    """The link of a fact: SHA-256 over the link before it, everything it says, and the digest of its personal part."""
    return hashlib.sha256(before + codec.written([*values, digest]).encode()).digest()


def _recorded(row: tuple[object, ...]) -> Recorded:
    fact_id, origin, seq, lamport, at, kind, _customer, staff, till, key, said, about = row[:12]
    fact = codec.fact_from(str(kind), codec.identity(_bytes(fact_id)), said=str(said), about_person=_text(about))
    stamp = Stamp(datetime.fromisoformat(str(at)), str(staff), str(till), _text(key) or "")
    return Recorded(fact, stamp, codec.identity(_bytes(origin)), int(str(seq)), int(str(lamport)))


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)
    return value


def _text(value: object) -> str | None:
    return None if value is None else str(value)
