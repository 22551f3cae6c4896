"""Proves the file whole: SQLite's checks, the chain of the journal, and every table derived anew and compared."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

from loyaltydesk.store.file import scratch_store
from loyaltydesk.store.sqlite import Connection, Error
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables

Progress = Callable[[int, int], None]  # done, of how many
MOST = 20  # faults that are named


def quiet(_done: int, _whole: int) -> None:
    """Tells nobody how far it is."""


def faults(store: Store, progress: Progress = quiet) -> list[str]:
    """Whatever is wrong with the file, at most twenty faults; empty when it is whole."""
    found: list[str] = []
    for fault in _faults(store, progress):
        found.append(fault)
        if len(found) == MOST:
            break
    return found


def rebuild(store: Store, progress: Progress = quiet) -> int:
    """Derives every table from the journal anew, in one transaction; returns how many facts there were."""
    with store.writing():
        store.tables.clear()
        return _derive(store, store, progress)


def _faults(store: Store, progress: Progress) -> Iterator[str]:
    connection = store.connection
    try:
        for (said,) in connection.execute("PRAGMA quick_check(20)"):
            if said != "ok":
                yield said
        for table, _row, parent, _number in connection.execute("PRAGMA foreign_key_check"):
            yield f"{table} points at a row of {parent} that is not there"
        yield from store.journal.faults()
        yield from _differences(store, progress)
    except Error as error:
        yield str(error)


def _differences(store: Store, progress: Progress) -> Iterator[str]:
    again = scratch_store()
    try:
        if _schema(store.connection) != _schema(again.connection):
            yield "the schema was changed"
            return
        with again.writing():
            _derive(store, again, progress)
        for table in Tables.NAMES:
            yield from _compare(table, store.connection, again.connection)
    finally:
        again.close()


def _derive(source: Store, target: Store, progress: Progress) -> int:
    whole, done = source.journal.count(), 0
    for done, recorded in enumerate(source.journal.facts(), 1):
        target.tables.apply(recorded)
        if done % 1000 == 0:
            progress(done, whole)
    progress(done, whole)
    return done


def _compare(table: str, kept: Connection, derived: Connection) -> Iterator[str]:
    keys = [row[1] for row in kept.execute(f"PRAGMA table_info({table})") if row[5]]
    query = f"SELECT * FROM {table} ORDER BY {', '.join(keys)}"
    wrong = sum(one != other for one, other in zip_longest(kept.execute(query), derived.execute(query)))
    if wrong:
        yield f"{table}: rows that do not follow from the journal: {wrong}"


def _schema(connection: Connection) -> list[tuple[str, str]]:
    return connection.execute(
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master "
        "WHERE name NOT LIKE 'sqlite_stat%' AND name NOT LIKE '_sqlite_migrations' "
        "AND tbl_name <> '_sqlite_migrations' ORDER BY 1, 2"
    ).fetchall()
