"""The backups of a shop that nobody has open, and one of them put in its place."""

from datetime import datetime
from pathlib import Path

from msgspec import Struct

from loyaltydesk.store.backup import backups
from loyaltydesk.store.condition import made
from loyaltydesk.store.deriving import Progress, quiet
from loyaltydesk.store.lock import ShopLock
from loyaltydesk.store.restoring import restore


class Backup(Struct, frozen=True):
    """A file with a copy of a shop, and when it was made; None where its name does not tell."""

    path: Path
    made: datetime | None


def backup(path: Path, now: datetime) -> Backup:
    """The backup in a file, its time by the clock of `now`. The file itself is not looked at."""
    return Backup(path, made(path, now))


def backup_folder(shop: Path) -> Path:
    """Where the copies of a shop go that nobody chose another place for: beside its file."""
    return shop.parent / "backups"


def backups_of(shop: Path, now: datetime) -> list[Backup]:
    """The backups beside the shop's file, the newest first."""
    return [backup(path, now) for path in backups(backup_folder(shop), shop.stem)]


def put_back(copy: Path, shop: Path, *, now: datetime, progress: Progress = quiet) -> Path | None:
    """Puts a backup in the place of the shop's file, which is kept beside it; returns where it is kept.

    Nothing is changed before the backup is proved whole. `progress` may raise, to give it up. Raises FileInUse while
    somebody has the shop open, and the refusals of `restore`.
    """
    with ShopLock(shop):
        return restore(copy, shop, now=now, progress=progress)
