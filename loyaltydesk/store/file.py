"""Opens and makes shop files: refuses what is foreign, newer or broken, and backs up before it migrates."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from loyaltydesk.model.refusals import (
    FileBroken,
    FileExists,
    FileForeign,
    FileMissing,
    FileNewer,
    FileReadOnly,
    FolderMissing,
)
from loyaltydesk.store.deriving import derive
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.sqlite import Connection, Error, can_write, connect, driver, refusal
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables.people import fill_companies
from loyaltydesk.store.tables.sides import fill_sides

APPLICATION = 0x4C44534B  # "LDSK", SQLite's application_id
SCHEMA = 4  # user_version: the number of migrations; a test keeps it true
QUICK = 48 * 1024 * 1024  # bytes that quick_check goes through in half a second


def open_store(path: Path, now: datetime, *, check: bool = True) -> Store:
    """The shop file at `path`, brought up to this release's schema; a copy of the old file stays beside it.

    Raises FileMissing, FileForeign, FileNewer, FileReadOnly, FileInUse, FileBroken or DiskFull. With `check` a file
    of ordinary size is gone through by SQLite's quick_check; a large one takes seconds and is left to `faults`.
    """
    if not path.is_file():
        raise FileMissing(str(path))
    if not can_write(path):
        raise FileReadOnly(str(path))
    connection = connect(path)
    try:
        schema = _schema(connection, path)
        if schema > SCHEMA:
            raise FileNewer(str(path))
        _set_up(connection, path)
        if check and path.stat().st_size <= QUICK:
            _quick_check(connection, path)
        if schema < SCHEMA:
            back_up_before_migrating(connection, path, schema=schema, now=now)
            migrate(connection, name=str(path))
    except Error as error:
        connection.close()
        raise refusal(error, path) from error
    except BaseException:
        connection.close()
        raise
    return Store(connection, path)


def new_store(path: Path, randbelow: Callable[[int], int] = secrets.randbelow) -> Store:
    """A new, empty shop file. Raises FileExists, FolderMissing, FileReadOnly or DiskFull; nothing is left then."""
    if path.exists():
        raise FileExists(str(path))
    if not path.parent.is_dir():
        raise FolderMissing(str(path.parent))
    try:
        path.touch(exist_ok=False)
    except OSError as error:
        raise refusal(error, path) from None
    try:
        connection = connect(path)
        try:
            _set_up(connection, path)
            migrate(connection)
        except BaseException:
            connection.close()
            raise
    except Error as error:
        remove(path)
        raise refusal(error, path) from error
    except BaseException:
        remove(path)
        raise
    return Store(connection, path, randbelow)


def memory_store() -> Store:
    """A shop in memory, for tests and for what-if questions."""
    connection = connect(":memory:")
    migrate(connection)
    return Store(connection, None)


@contextmanager
def scratch_store() -> Iterator[Store]:
    """A shop in a passing file, quick and not safe, for deriving tables once more: they may be too large for memory."""
    with TemporaryDirectory(prefix="loyaltydesk-") as folder:
        path = Path(folder, "scratch.db")
        path.touch()
        connection = connect(path)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            migrate(connection)
            yield Store(connection, None)
        finally:
            connection.close()


def remove(path: Path) -> None:
    """Removes a shop file with the logs and journals that SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()


def migrate(connection: Connection, *, name: str = "") -> None:
    """Takes every step of the schema's history that the file (by `name`) has not taken, all in one transaction.

    What follows from the journal is then derived anew where a step took its tables away. Raises FileBroken.
    """
    from sqlite_utils import Database  # slow to import, and needed for a new or an old file only

    from loyaltydesk.store.migrations import DERIVED_ANEW, FILLED_SINCE, migrations

    database = Database(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = connection.execute("PRAGMA user_version").fetchone()[0]
        migrations.apply(database)
        if before < max(DERIVED_ANEW):
            derive(Journal(connection), connection, name=name)
        elif before < FILLED_SINCE:
            fill_sides(connection)
            fill_companies(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up_before_migrating(connection: Connection, path: Path, *, schema: int, now: datetime) -> Path:
    """Puts a compact copy of the file as it is beside it, named for its schema and the time."""
    copy = path.with_name(f"{path.stem}-schema{schema}-{now:%Y%m%d-%H%M%S}{path.suffix}")
    part = copy.with_name(copy.name + ".part")
    remove(part)
    try:
        connection.execute("VACUUM INTO ?", (str(part),))
        part.replace(copy)
    finally:
        remove(part)
    return copy


def _schema(connection: Connection, path: Path) -> int:
    """The schema of one of our files. Raises FileForeign for anything else."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION:
        raise FileForeign(str(path))
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _set_up(connection: Connection, path: Path) -> None:
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":  # a share or a strange disk: without WAL a purchase is not safe
        raise FileReadOnly(str(path))


def _quick_check(connection: Connection, path: Path) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise FileBroken(str(path), str(found))


def sqlite_release() -> str:
    """The release of SQLite in use, for the log and for a report."""
    return str(driver.sqlite_version)
