"""Puts a safety copy in the place of a shop file: nothing of it is trusted, and nothing of the old file is lost."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from loyaltydesk.model.facts import CustomerErased, RecordSaved, Stamp
from loyaltydesk.model.partners import FORGOTTEN, PARTNER
from loyaltydesk.model.refusals import FileBroken, FileForeign, FileMissing, FileNewer, Refused
from loyaltydesk.store import codec, identity
from loyaltydesk.store.backup import sync_folder
from loyaltydesk.store.checking import faults
from loyaltydesk.store.deriving import Progress, quiet
from loyaltydesk.store.file import new_store, open_store, remove
from loyaltydesk.store.sqlite import Error, refusal
from loyaltydesk.store.store import Store

LOGS = ("-wal", "-shm")
STEP = 1000  # facts between one word of the progress and the next


def restore(backup: Path, path: Path, *, now: datetime, progress: Progress = quiet) -> Path | None:
    """Puts a backup in the place of the shop file at `path`, which is kept beside it; returns where it is kept.

    Nothing of the backup is trusted: it is proved first, then its facts go into a new file of this release. People
    forgotten since the backup was made stay forgotten. `progress` is told of the facts, each of which is gone through
    twice, and may raise, for nothing is changed yet. Raises the refusals of `open_store`, or FileBroken.
    """
    if not backup.is_file():
        raise FileMissing(str(backup))
    try:
        with _workshop(path) as folder:
            fresh = folder / "fresh.db"
            with _opened_copy(backup, folder / "backup.db", now=now) as source:
                found = faults(source, lambda done, whole: progress(done, whole * 2))
                if found:
                    raise FileBroken(str(backup), found[0])
                _carry_over(source, fresh, path=path, now=now, progress=progress)
            return _swap(fresh, path, now=now)
    except (Error, OSError) as error:
        raise refusal(error, path) from error


@contextmanager
def _workshop(path: Path) -> Iterator[Path]:
    """A folder beside the shop that is gone afterwards, with whatever an attempt before this one left in it."""
    folder = path.with_name(path.name + ".restoring")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _opened_copy(backup: Path, place: Path, *, now: datetime) -> Iterator[Store]:
    """A copy of the backup: it may lie on a medium that cannot be written, and what is opened may be changed."""
    log = backup.with_name(backup.name + "-wal")
    try:
        shutil.copyfile(backup, place)
        if log.exists():
            shutil.copyfile(log, place.with_name(place.name + "-wal"))
    except OSError as error:
        raise refusal(error, backup) from error
    try:
        store = open_store(place, now)
    except (FileBroken, FileForeign, FileNewer) as refused:
        refused.path = str(backup)
        raise
    try:
        yield store
    finally:
        store.close()


def _forgotten(path: Path, now: datetime) -> tuple[list[str], list[str]]:
    """The customers and the partners that the file in place knows as forgotten, as far as it can be read."""
    found: list[str] = []
    partners: list[str] = []
    with suppress(Error, Refused):  # whatever is wrong with it is why a backup is put back
        current = open_store(path, now, check=False)
        try:
            for (customer,) in current.connection.execute("SELECT customer FROM journal WHERE kind = 'CustomerErased'"):
                found.append(codec.identity(customer))
            partners += current.partners.forgotten()
        finally:
            current.close()
    return found, partners


def _carry_over(source: Store, fresh: Path, *, path: Path, now: datetime, progress: Progress) -> None:
    """Makes the file `fresh`, which is to be called `path`, out of the facts of the source."""
    (forgotten, partners), target = _forgotten(path, now), new_store(fresh)
    try:
        with target.writing():
            for name in ("journal", "heads", "answers"):
                rows = source.connection.execute(f"SELECT * FROM {name}")
                marks = ", ".join("?" * len(rows.description))
                target.connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
            count = target.journal.count()
            for done, recorded in enumerate(target.journal.facts(), 1):
                target.tables.apply(recorded)
                if done % STEP == 0:
                    progress(count + done, count * 2)
            new_id = target.ids(now)
            for customer in forgotten:
                if target.customers.by_id(customer):
                    target.record([CustomerErased(id=new_id(), customer=customer)], Stamp(now))
                    target.forget(customer)
            for partner in partners:
                if target.partners.named(partner):
                    gone = RecordSaved(id=new_id(), kind=PARTNER, record=partner, fields={FORGOTTEN: True})
                    target.record([gone], Stamp(now))
                    target.forget_partner(partner)
            progress(count * 2, count * 2)
            identity.move(target.connection, fresh, new=path)
        target.settle()
    finally:
        target.close()


def _swap(fresh: Path, path: Path, *, now: datetime) -> Path | None:
    kept = None
    if path.exists():
        kept = _free_name(path.with_name(f"{path.stem}-before-restore-{now:%Y%m%d-%H%M%S}{path.suffix}"))
        _move(path, kept)
    else:
        remove(path)  # a log without its file would be taken for the new one's
    try:
        fresh.rename(path)
    except OSError:
        if kept:
            _move(kept, path)
        raise
    sync_folder(path.parent)
    return kept


def _free_name(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _move(path: Path, new: Path) -> None:
    """Renames a shop file with its write-ahead log, without which the newest purchases would be missing."""
    path.rename(new)
    for end in LOGS:
        log = path.with_name(path.name + end)
        if log.exists():
            log.rename(new.with_name(new.name + end))
