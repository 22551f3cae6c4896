"""Safety copies that are proved before they count, and putting one back."""

import os
import re
from datetime import datetime
from pathlib import Path

from loyaltydesk.model.facts import CustomerErased, Stamp
from loyaltydesk.model.refusals import FileBroken, FileReadOnly
from loyaltydesk.store.checking import faults, quiet
from loyaltydesk.store.file import new_store, open_store, remove
from loyaltydesk.store.sqlite import Connection, Error, driver, refusal
from loyaltydesk.store.store import Store

DAILY, MONTHLY = 14, 12  # copies that are kept
_NAME = re.compile(r"-(\d{8})-(\d{6})\.ldbak$")


def back_up(store: Store, folder: Path, now: datetime) -> Path:
    """A proved copy of the open file in `folder`; older copies beyond the fourteen days and twelve months go.

    Raises FileReadOnly, DiskFull, or FileBroken when the copy does not prove whole: then no copy is left.
    """
    assert store.path is not None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileReadOnly(str(folder)) from None
    target = folder / f"{store.path.stem}-{now:%Y%m%d-%H%M%S}.ldbak"
    part = target.with_suffix(".part")
    try:
        _copy(store.connection, part)
        _prove(part, now)
        _settle(part, target)
    except Error as error:
        raise refusal(error, target) from error
    finally:
        remove(part)
    _rotate(folder, store.path.stem)
    return target


def restore(backup: Path, path: Path, now: datetime) -> Path | None:
    """Puts a backup in the place of the shop file at `path`, which is kept beside it; returns where it is kept.

    Nothing of the backup is trusted: it is proved first, then its facts go into a new file of this release. People
    forgotten since the backup was made stay forgotten. Raises the refusals of `open_store`, or FileBroken.
    """
    fresh = path.with_name(path.name + ".restoring")
    remove(fresh)
    source = open_store(_copied(backup, path), now)
    try:
        found = faults(source)
        if found:
            raise FileBroken(str(backup), found[0])
        target = new_store(fresh)
        try:
            _carry_over(source, target, _forgotten(path, now), now)
        finally:
            target.close()
    except BaseException:
        remove(fresh)
        raise
    finally:
        source.close()
        remove(_copy_place(path))
    return _swap(fresh, path, now)


def backups(folder: Path, stem: str) -> list[Path]:
    """The copies of a shop in a folder, the newest first."""
    return sorted((p for p in folder.glob(f"{stem}-*.ldbak") if _NAME.search(p.name)), reverse=True)


def _copy(connection: Connection, part: Path) -> None:
    """One pass with the till waiting a moment: a stepwise copy beside a busy till starts again for ever."""
    remove(part)
    copy = driver.connect(str(part))
    try:
        connection.backup(copy, pages=-1)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _prove(part: Path, now: datetime) -> None:
    copy = open_store(part, now)
    try:
        found = faults(copy, quiet)
    finally:
        copy.connection.execute("PRAGMA journal_mode = DELETE")
        copy.close()
    if found:
        raise FileBroken(str(part), found[0])


def _settle(part: Path, target: Path) -> None:
    """Makes sure that the copy is on the disk before it has its name."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":  # Windows cannot open folders, and keeps names by itself
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _rotate(folder: Path, stem: str) -> None:
    days: set[str] = set()
    months: set[str] = set()
    for copy in backups(folder, stem):
        found = _NAME.search(copy.name)
        assert found
        day, month = found[1], found[1][:6]
        keep = (day not in days and len(days) < DAILY) or (month not in months and len(months) < MONTHLY)
        newest_today = copy == backups(folder, stem)[0]
        if keep or newest_today:
            days.add(day)
            months.add(month)
        else:
            copy.unlink()


def _copy_place(path: Path) -> Path:
    return path.with_name(path.name + ".backup")


def _copied(backup: Path, path: Path) -> Path:
    """The backup beside the shop file: it may lie on a medium that cannot be written, and is opened for good."""
    place = _copy_place(path)
    remove(place)
    try:
        place.write_bytes(backup.read_bytes())
    except OSError:
        raise FileReadOnly(str(backup)) from None
    return place


def _forgotten(path: Path, now: datetime) -> list[str]:
    """The people that the file in place knows as forgotten; none when it cannot be read."""
    if not path.exists():
        return []
    try:
        current = open_store(path, now)
    except Exception:  # noqa: BLE001 - whatever is wrong with it is why a backup is put back
        return []
    try:
        return [entry.fact.customer for entry in current.journal.facts() if isinstance(entry.fact, CustomerErased)]
    finally:
        current.close()


def _carry_over(source: Store, target: Store, forgotten: list[str], now: datetime) -> None:
    with target.writing():
        for name in ("journal", "heads", "answers"):
            rows = source.connection.execute(f"SELECT * FROM {name}")
            marks = ", ".join("?" * len(rows.description))
            target.connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        for recorded in target.journal.facts():
            target.tables.apply(recorded)
        new_id = target.ids(now)
        for customer in forgotten:
            if target.customers.by_id(customer):
                target.record([CustomerErased(id=new_id(), customer=customer)], Stamp(now))
                target.forget(customer)


def _swap(fresh: Path, path: Path, now: datetime) -> Path | None:
    kept = None
    if path.exists():
        kept = path.with_name(f"{path.stem}-before-restore-{now:%Y%m%d-%H%M%S}{path.suffix}")
        path.replace(kept)
        for end in ("-wal", "-shm"):
            log = path.with_name(path.name + end)
            if log.exists():
                log.replace(kept.with_name(kept.name + end))
    fresh.replace(path)
    _sync_folder(path.parent)
    return kept
