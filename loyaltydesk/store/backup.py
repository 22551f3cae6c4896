"""Safety copies that are proved before they count."""

import os
import re
from datetime import datetime
from pathlib import Path

from loyaltydesk.model.refusals import FileBroken
from loyaltydesk.store.checking import faults
from loyaltydesk.store.file import open_store, remove
from loyaltydesk.store.sqlite import Connection, Error, driver, refusal
from loyaltydesk.store.store import Store

DAILY, MONTHLY = 14, 12  # copies that are kept


def back_up(store: Store, folder: Path, now: datetime) -> Path:
    """A proved copy of the open file in `folder`; older copies beyond the fourteen days and twelve months go.

    Raises FileReadOnly, DiskFull, or FileBroken when the copy does not prove whole: then no copy is left.
    """
    assert store.path is not None
    target = folder / f"{store.path.stem}-{now:%Y%m%d-%H%M%S}.ldbak"
    part = target.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(store.connection, part)
        _prove(part, store.path, now=now)
        _settle(part, target)
        _rotate(target, store.path.stem)
    except (Error, OSError) as error:
        raise refusal(error, folder) from error
    finally:
        remove(part)
    return target


def backups(folder: Path, stem: str) -> list[Path]:
    """The copies of a shop in a folder, the newest first."""
    name = re.compile(re.escape(stem) + r"-\d{8}-\d{6}\.ldbak")
    return sorted((path for path in folder.glob("*.ldbak") if name.fullmatch(path.name)), reverse=True)


def _copy(connection: Connection, part: Path) -> None:
    """One pass with the till waiting a moment: a stepwise copy beside a busy till starts again for ever."""
    remove(part)
    copy = driver.connect(str(part))
    try:
        connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _prove(part: Path, shop: Path, *, now: datetime) -> None:
    try:
        copy = open_store(part, now)
        try:
            found = faults(copy)
        finally:
            copy.connection.execute("PRAGMA journal_mode = DELETE")
            copy.close()
    except FileBroken as broken:
        found = [broken.detail]
    if found:
        raise FileBroken(str(shop), found[0])


def _settle(part: Path, target: Path) -> None:
    """Makes sure that the copy is on the disk before it has its name."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes sure that the names in a folder are on the disk."""
    if os.name == "posix":  # Windows cannot open folders, and keeps names by itself
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _rotate(newest: Path, stem: str) -> None:
    """Keeps the newest copy of each day and of each month; and the one just made, whatever the clock said before."""
    days: set[str] = set()
    months: set[str] = set()
    for copy in backups(newest.parent, stem):
        day = copy.stem[-15:-7]
        month = day[:6]
        if (day not in days and len(days) < DAILY) or (month not in months and len(months) < MONTHLY):
            days.add(day)
            months.add(month)
        elif copy != newest:
            copy.unlink()
