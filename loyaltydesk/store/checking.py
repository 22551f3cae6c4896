"""Proves the file whole: SQLite's checks, the chain of the journal, and every table derived anew and compared."""

from collections.abc import Iterator
from itertools import islice, zip_longest

from loyaltydesk.model.refusals import FileBroken
from loyaltydesk.store.deriving import Progress, derive, quiet
from loyaltydesk.store.file import scratch_store
from loyaltydesk.store.sqlite import Connection, Error
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables

MOST = 20  # faults that are named


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
        return derive(store.journal, store.connection, name=str(store.path), progress=progress)


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
            derive(store.journal, again.connection, name=str(store.path), progress=progress)
        for table in Tables.NAMES:
            yield from _compare(table, kept=store.connection, derived=again.connection)


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
