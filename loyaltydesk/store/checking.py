"""Proves the file whole: SQLite's checks, the chain of the journal, and every table derived anew and compared."""

from collections.abc import Callable, Iterator
from itertools import islice, zip_longest

from loyaltydesk.model.refusals import FileBroken
from loyaltydesk.store.file import scratch_store
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.sqlite import Connection, Error
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables

Progress = Callable[[int, int], None]  # done, of how many
MOST = 20  # faults that are named


def quiet(_done: int, _whole: int) -> None:
    """Tells nobody how far it is."""


def faults(store: Store, progress: Progress = quiet) -> list[str]:
    """Whatever is wrong with the file as it is at this moment, at most twenty faults; empty when it is whole."""
    with store.reading():
        return list(islice(_faults(store, progress), MOST))


def rebuild(store: Store, progress: Progress = quiet) -> int:
    """Derives every table from the journal anew, in one transaction; returns how many facts there were.

    Raises FileBroken when the journal itself is not whole: what it says cannot be told from what it said.
    """
    with store.writing():
        for fault in store.journal.faults():
            raise FileBroken(str(store.path), fault)
        store.tables.clear()
        return _derive(store, store.connection, progress=progress)


def _faults(store: Store, progress: Progress) -> Iterator[str]:
    connection = store.connection
    whole = True
    try:
        for (said,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
            if said != "ok":
                yield said
        for table, _row, parent, _number in connection.execute("PRAGMA foreign_key_check"):
            yield f"{table} points at a row of {parent} that is not there"
        for fault in store.journal.faults():
            whole = False
            yield fault
        if whole:
            yield from _differences(store, progress)
    except FileBroken as broken:
        yield broken.detail
    except Error as error:
        yield str(error)


def _differences(store: Store, progress: Progress) -> Iterator[str]:
    with scratch_store() as again:
        if _schema(store.connection) != _schema(again.connection):
            yield "the schema was changed"
            return
        with again.writing():
            _derive(store, again.connection, progress=progress)
        for table in Tables.NAMES:
            yield from _compare(table, kept=store.connection, derived=again.connection)


def _derive(source: Store, target: Connection, *, progress: Progress) -> int:
    journal = source.journal
    tables = Tables(target, Postings(target, journal), journal)
    whole, done = journal.count(), 0
    try:
        for done, recorded in enumerate(journal.facts(), 1):
            tables.apply(recorded)
            if done % 1000 == 0:
                progress(done, whole)
    except Error:
        raise
    except Exception as error:  # a journal that was forged together with its chain can say anything at all
        raise FileBroken(str(source.path), f"fact {done + 1} makes no sense: {error!r}") from error
    progress(done, whole)
    return done


def _compare(table: str, *, kept: Connection, derived: Connection) -> Iterator[str]:
    keys = [row[1] for row in kept.execute(f"PRAGMA table_info({table})") if row[5]]
    query = f"SELECT * FROM {table} ORDER BY {', '.join(keys)}"
    wrong = sum(one != other for one, other in zip_longest(kept.execute(query), derived.execute(query)))
    if wrong:
        yield f"{table}: rows that do not follow from the journal: {wrong}"


def _schema(connection: Connection) -> list[tuple[str, str]]:
    """Everything of the schema but the tables that SQLite and sqlite-utils keep for themselves."""
    return connection.execute(
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master "
        "WHERE NOT (type IN ('table', 'index') AND tbl_name IN ('_sqlite_migrations', 'sqlite_stat1', 'sqlite_stat4')) "
        "ORDER BY 1, 2"
    ).fetchall()
