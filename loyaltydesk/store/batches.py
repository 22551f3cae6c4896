"""Reads who is in the shop already when a table comes in, and what an import wrote and happened with it since."""

from collections.abc import Iterator
from typing import NamedTuple

from loyaltydesk.model.cards import spellings
from loyaltydesk.model.facts import Recorded
from loyaltydesk.model.folding import fold, folded_words
from loyaltydesk.model.imports import SinceThen, TwinKind
from loyaltydesk.store import codec
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.search_keys import MOST_WORDS
from loyaltydesk.store.sqlite import Connection

PIECE = 500  # facts read at once
_FOUND = "FROM search s JOIN customers c ON c.id = s.customer WHERE s.key = ?1 AND c.erased = 0 AND"
_TWINS = {
    TwinKind.PHONE: f"SELECT c.id {_FOUND} c.phone = ?2 ORDER BY c.id LIMIT 1",
    TwinKind.EMAIL: f"SELECT c.id {_FOUND} lower(c.email) = ?2 ORDER BY c.id LIMIT 1",
    TwinKind.NAME: f"SELECT c.id {_FOUND} c.birth_date = ?2 ORDER BY c.id LIMIT 1",
}
_HELD = "SELECT id, customer, state FROM cards WHERE number = ? ORDER BY id LIMIT 1"
# What happened with a customer outside the facts of an import: of one origin, in one stretch of its numbers, of Lamport
# counters and of identities.
_SINCE = {
    SinceThen.PURCHASE: "SELECT 1 FROM purchases WHERE customer = :customer LIMIT 1",
    SinceThen.POINTS: "SELECT 1 FROM entries WHERE customer = :customer AND lamport NOT BETWEEN :lamport AND :until "
    "AND kind <> 'expired' LIMIT 1",
    SinceThen.VOUCHER: "SELECT 1 FROM vouchers WHERE customer = :customer OR payer = :customer LIMIT 1",
    SinceThen.CHANGED: "SELECT 1 FROM journal INDEXED BY journal_personal WHERE customer = :customer "
    "AND personal IS NOT NULL AND kind = 'RecordSaved' AND NOT (origin = :origin AND seq BETWEEN :first AND :last) "
    "LIMIT 1",
    SinceThen.CARD: "SELECT 1 FROM cards WHERE customer = :customer AND (state <> 'active' OR role <> 'full' OR NOT "
    "(id BETWEEN :oldest AND :newest OR EXISTS (SELECT 1 FROM records r WHERE r.kind = 'card' AND r.field = 'customer' "
    "AND r.record = lower(substr(hex(cards.id), 1, 8) || '-' || substr(hex(cards.id), 9, 4) || '-' || "
    "substr(hex(cards.id), 13, 4) || '-' || substr(hex(cards.id), 17, 4) || '-' || substr(hex(cards.id), 21)) "
    "AND r.fact BETWEEN :oldest AND :newest))) LIMIT 1",
    SinceThen.TOGETHER: "SELECT 1 WHERE EXISTS (SELECT 1 FROM links WHERE keep = :customer OR other = :customer) "
    "OR EXISTS (SELECT 1 FROM customers WHERE referred_by = :name AND referred_by <> '')",
}


class Held(NamedTuple):
    """A card that there is: its id, whose it is (nobody's: empty), and its state."""

    card: str
    customer: str
    state: str


class Batches:
    """The shop as an import needs to know it."""

    def __init__(self, connection: Connection, journal: Journal) -> None:
        self._db = connection
        self._journal = journal

    def is_empty(self) -> bool:
        """Whether nobody is known yet, and no card."""
        return self._db.execute("SELECT 1 FROM customers UNION ALL SELECT 1 FROM cards LIMIT 1").fetchone() is None

    def holder(self, number: str) -> Held | None:
        """The card with this number; None where there is none."""
        for each in spellings(number):
            row = self._db.execute(_HELD, (each,)).fetchone()
            if row:
                return Held(codec.identity(row[0]), codec.identity_or_none(row[1]) or "", row[2])
        return None

    def twin(self, kind: TwinKind, key: str) -> str:
        """The customer with this phone (E.164), e-mail address, or name with birth date; empty for nobody."""
        start, value = _looked_up(kind, key)
        row = self._db.execute(_TWINS[kind], (start, value)).fetchone()
        return codec.identity(row[0]) if row else ""

    def moved(self, customer: str) -> bool:
        """Whether a customer's points ever moved."""
        sql = "SELECT ledger_lamport, account FROM customers WHERE id = ?"
        lamport, account = self._db.execute(sql, (codec.blob(customer),)).fetchone()
        return bool(lamport) or account is not None

    def moved_besides(self, customer: str, fact: str) -> bool:
        """Whether a customer's points moved by anything but one fact."""
        sql = (
            "SELECT 1 FROM entries WHERE customer = (SELECT coalesce(account, id) FROM customers WHERE id = ?) "
            "AND fact <> ? LIMIT 1"
        )
        return self._db.execute(sql, (codec.blob(customer), codec.blob(fact))).fetchone() is not None

    def used(self, card: str) -> bool:
        """Whether a card was ever used for a purchase, by whoever has it."""
        sql = (
            "SELECT 1 FROM purchases p JOIN cards d ON d.customer = p.customer WHERE d.id = ?1 AND p.card = ?1 LIMIT 1"
        )
        return self._db.execute(sql, (codec.blob(card),)).fetchone() is not None

    def facts(self, origin: str, *, first: int, last: int) -> Iterator[Recorded]:
        """What an installation wrote under these numbers, in order; others may be written meanwhile."""
        start = first
        while start <= last:
            rows = self._db.execute(
                "SELECT id FROM journal WHERE origin = ? AND seq BETWEEN ? AND ? ORDER BY seq",
                (codec.blob(origin), start, min(start + PIECE - 1, last)),
            ).fetchall()
            for (fact,) in rows:
                recorded = self._journal.fact(codec.identity(fact))
                if recorded:
                    yield recorded
            start += PIECE

    def since(self, customer: str, *, first: Recorded, last: Recorded) -> SinceThen | None:
        """What happened with a customer besides the facts from `first` to `last`; None for nothing."""
        values = {
            "customer": codec.blob(customer),
            "name": customer,
            "origin": codec.blob(first.origin),
            "first": first.seq,
            "last": last.seq,
            "lamport": first.lamport,
            "until": last.lamport,
            "oldest": codec.blob(first.fact.id),
            "newest": codec.blob(last.fact.id),
        }
        return next((kind for kind, sql in _SINCE.items() if self._db.execute(sql, values).fetchone()), None)


def key(kind: TwinKind, told: dict[str, str]) -> str:
    """By what a customer is known again among others; empty where too little is known."""
    if kind is TwinKind.NAME:
        words, born = folded_words(told.get("name", "")), told.get("birth_date", "")
        return f"{' '.join(words[:MOST_WORDS])}|{born}" if len(words) > 1 and born else ""
    value = told.get(kind.value, "")
    return value.lower() if kind is TwinKind.EMAIL else value


def _looked_up(kind: TwinKind, wanted: str) -> tuple[str, str]:
    """The key in the index of the search, and the value beside which it counts."""
    if kind is TwinKind.PHONE:
        return wanted.removeprefix("+"), wanted
    if kind is TwinKind.EMAIL:
        return "@" + fold(wanted), wanted
    words, _, born = wanted.partition("|")
    return words, born
