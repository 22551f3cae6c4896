"""What the shop file holds and how it is: counts, size, copies, and whether SQLite can read it from end to end."""

from datetime import datetime
from pathlib import Path

from loyaltydesk.model.shop import Contents
from loyaltydesk.store.backup import backups
from loyaltydesk.store.sqlite import Error
from loyaltydesk.store.store import Store

MOST = 20  # faults that are named
_STAMP = "%Y%m%d-%H%M%S"  # the end of a copy's name
_STAMP_LENGTH = len("20260314-100500")


def quick_faults(store: Store) -> list[str]:
    """What SQLite finds when it reads the file from end to end; empty when it finds nothing.

    It says nothing about whether the tables follow from the journal: that is `checking.faults`, and takes far longer.
    """
    try:
        rows = store.connection.execute(f"PRAGMA quick_check({MOST})").fetchall()
    except Error as error:
        return [str(error)]
    return [said for (said,) in rows if said != "ok"]


def contents(store: Store) -> Contents:
    """How much is in the file; counting takes a second for ten million purchases."""
    purchases = int(store.connection.execute("SELECT count(*) FROM purchases").fetchone()[0])
    return Contents(store.customers.count(), purchases, _size(store.path) if store.path else 0)


def last_backup(path: Path, folder: Path, *, now: datetime) -> datetime | None:
    """When the newest copy of the shop at `path` in `folder` was made, by the clock of `now`; None without any."""
    times = (made(copy, now) for copy in backups(folder, path.stem))
    return next((at for at in times if at), None)


def made(copy: Path, now: datetime) -> datetime | None:
    """When a copy was made, by its name and the clock of `now`; None where the name does not tell."""
    try:
        return datetime.strptime(copy.stem[-_STAMP_LENGTH:], _STAMP).replace(tzinfo=now.tzinfo)
    except ValueError:  # a name that is none of ours, or only looks like one
        return None


def _size(path: Path) -> int:
    """The bytes of the file and of its write-ahead log."""
    files = (path, path.with_name(path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())
