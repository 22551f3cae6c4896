"""Makes a shop file under a passing name and gives it its own when it is whole: half a shop is never left behind."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from loyaltydesk.model.refusals import FileExists, FileReadOnly
from loyaltydesk.store import identity
from loyaltydesk.store.file import new_store, remove
from loyaltydesk.store.store import Store


@contextmanager
def making(path: Path, randbelow: Callable[[int], int] = secrets.randbelow) -> Iterator[Store]:
    """A new shop file, to be filled within the block; it is at `path`, whole, after the block, or not at all.

    Raises FileExists, FolderMissing, FileReadOnly or DiskFull. What an earlier attempt left when the power failed is
    removed.
    """
    if path.exists():
        raise FileExists(str(path))
    part = path.with_name(path.name + ".making")
    remove(part)
    try:
        store = new_store(part, randbelow)
    except FileReadOnly:
        raise FileReadOnly(str(path)) from None
    try:
        yield store
        with store.writing():
            identity.move(store.connection, part, new=path)
        store.settle()
        store.close()
        if path.exists():
            raise FileExists(str(path))
        _put(part, path)
    except BaseException:
        store.close()
        remove(part)
        raise


def _put(part: Path, path: Path) -> None:
    """Makes sure that all of it is on the disk before it has its name. Raises FileReadOnly."""
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.rename(path)
    except OSError:
        raise FileReadOnly(str(path)) from None
