"""Rows of a table on their way into the shop, in a passing file that goes when it is closed.

A million rows need no memory, and whether a customer stood further up in the table is one look at an index.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from typing import Any

import msgspec

from loyaltydesk.model import refusals
from loyaltydesk.model.imports import CheckedRow, ImportRow, Twin, TwinKind, Verdict
from loyaltydesk.model.refusals import Refused
from loyaltydesk.store.sqlite import Error, driver, refusal

_SCHEMA = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -16384",
    "CREATE TABLE rows (number INTEGER PRIMARY KEY, row BLOB NOT NULL, refused TEXT, verdict TEXT NOT NULL, "
    "kind TEXT, customer TEXT, above INTEGER, other_name INTEGER NOT NULL, target TEXT) STRICT",
    "CREATE TABLE keys (kind TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, key)) "
    "STRICT, WITHOUT ROWID",
)
_ROW = "number, row, refused, verdict, kind, customer, above, other_name"
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(ImportRow).decode
PIECE = 500  # rows read at once


@contextmanager
def passing_room() -> Iterator[None]:
    """Turns what is wrong with the place of passing files into refusals. Raises DiskFull or FileReadOnly."""
    try:
        yield
    except (Error, OSError) as error:
        raise refusal(error, gettempdir()) from error


class Scratch:
    """The rows with what becomes of each; keys tell by what the customers among them can be known again."""

    def __init__(self) -> None:
        self._folder = mkdtemp(prefix="loyaltydesk-")
        path = Path(self._folder) / "rows"
        self._db = driver.connect(str(path), isolation_level=None, cached_statements=64, check_same_thread=False)
        for statement in _SCHEMA:
            self._db.execute(statement)
        with suppress(OSError):  # where a file can go while it is open, not even a power cut leaves the names behind
            path.unlink()
        self._db.execute("BEGIN")

    def close(self) -> None:
        """Lets everything go."""
        self._db.close()
        rmtree(self._folder, ignore_errors=True)

    def add(self, checked: CheckedRow) -> None:
        """One more row."""
        row, twin = checked.row, checked.twin
        bare = msgspec.structs.replace(row, refused=None) if row.refused else row
        self._db.execute(
            "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
            (row.number, _encoded(bare), _written(row.refused), checked.verdict.value, *_twin(twin)),
        )

    def know(self, number: int, keys: Iterable[tuple[TwinKind, str]]) -> None:
        """By what the customer of a row is known again; of two rows with one key the first keeps it."""
        self._db.executemany(
            "INSERT OR IGNORE INTO keys VALUES (?, ?, ?)", [(kind.value, key, number) for kind, key in keys]
        )

    def forget_keys(self) -> None:
        """Knows nobody any more."""
        self._db.execute("DELETE FROM keys")

    def above(self, kind: TwinKind, key: str) -> int:
        """The number of the row that has this key; 0 for none."""
        found = self._db.execute("SELECT number FROM keys WHERE kind = ? AND key = ?", (kind.value, key)).fetchone()
        return int(found[0]) if found else 0

    def row(self, number: int) -> CheckedRow:
        """One row."""
        return _checked(self._db.execute(f"SELECT {_ROW} FROM rows WHERE number = ?", (number,)).fetchone())

    def rows(self, *verdicts: Verdict) -> Iterator[CheckedRow]:
        """All rows of these verdicts in their order; what is changed meanwhile is read as it is then."""
        after = -1
        while piece := self.page(after, limit=PIECE, verdicts=verdicts):
            yield from piece
            after = piece[-1].row.number

    def page(self, after: int, *, limit: int, verdicts: Iterable[Verdict] = ()) -> list[CheckedRow]:
        """The next rows behind the one with the number `after`."""
        wanted = [verdict.value for verdict in verdicts or Verdict]
        found = self._db.execute(
            f"SELECT {_ROW} FROM rows WHERE number > ? AND verdict IN ({', '.join('?' * len(wanted))}) "
            "ORDER BY number LIMIT ?",
            (after, *wanted, limit),
        ).fetchall()
        return [_checked(row) for row in found]

    def judge(self, checked: CheckedRow) -> None:
        """Keeps what becomes of a row now."""
        self._db.execute(
            "UPDATE rows SET refused = ?, verdict = ?, kind = ?, customer = ?, above = ?, other_name = ? "
            "WHERE number = ?",
            (_written(checked.row.refused), checked.verdict.value, *_twin(checked.twin), checked.row.number),
        )

    def settle(self, number: int, customer: str) -> None:
        """Whose row it turned out to be, for those below that speak of the same person."""
        self._db.execute("UPDATE rows SET target = ? WHERE number = ?", (customer, number))

    def target(self, number: int) -> str:
        """Whose row it turned out to be; empty for nobody's."""
        return str(self._db.execute("SELECT target FROM rows WHERE number = ?", (number,)).fetchone()[0] or "")

    def counts(self) -> dict[str, int]:
        """How many rows there are of each verdict."""
        return dict(self._db.execute("SELECT verdict, count(*) FROM rows GROUP BY verdict").fetchall())

    def twins(self) -> dict[TwinKind, int]:
        """How many rows have a twin of each kind."""
        found = self._db.execute("SELECT kind, count(*) FROM rows WHERE kind IS NOT NULL GROUP BY kind").fetchall()
        return {TwinKind(kind): count for kind, count in found}


def _encoded(row: ImportRow) -> bytes:
    try:
        return _encode(row)
    except UnicodeEncodeError:  # half a character, which no file can keep
        told = {name: _whole(text) for name, text in row.told.items()}
        cells = tuple(map(_whole, row.cells))
        return _encode(msgspec.structs.replace(row, told=told, card=_whole(row.card), printed="", cells=cells))


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _twin(twin: Twin | None) -> tuple[str | None, str, int, bool]:
    return (twin.kind.value, twin.customer, twin.row, twin.other_name) if twin else (None, "", 0, False)


def _written(refused: Refused | None) -> str | None:
    if refused is None:
        return None
    return msgspec.json.encode([type(refused).__name__, refused.facts()]).decode()


def _checked(row: Any) -> CheckedRow:
    _number, content, refused, verdict, kind, customer, above, other_name = row
    read = _decode(content)
    if refused:
        name, facts = msgspec.json.decode(refused)
        read = msgspec.structs.replace(read, refused=getattr(refusals, name)(**facts))
    twin = Twin(TwinKind(kind), customer, above, bool(other_name)) if kind else None
    return CheckedRow(read, Verdict(verdict), twin)
