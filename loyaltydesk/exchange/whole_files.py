"""Lets a file or a folder appear under its name when all of it is there, and not at all otherwise."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from loyaltydesk.model.refusals import DiskFull, FileExists, FileReadOnly, FolderMissing, Refused

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def whole(path: Path, *, folder: bool = False) -> Iterator[Path]:
    """Where to write within the block what is at `path` after it; a file there is replaced, a folder is not.

    Raises DiskFull, FolderMissing, FileReadOnly, or FileExists for a folder with something in it.
    """
    scratch = ""
    try:
        _check(path, folder=folder)
        scratch = mkdtemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        part = Path(scratch) / "part"
        if folder:
            part.mkdir()
        yield part
        if folder and path.exists():
            path.rmdir()
        _settle(part)
        part.replace(path)
    except OSError as error:
        raise _refusal(error, path) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(scratch)


def _check(path: Path, *, folder: bool) -> None:
    if folder and path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExists(str(path))
    if not folder and path.exists() and not path.is_file():  # a device, a pipe or a folder would be gone for good
        raise FileReadOnly(str(path))


def _settle(part: Path) -> None:
    """Makes sure that all of it is on the disk before it has its name."""
    for file in part.iterdir() if part.is_dir() else (part,):
        with file.open("rb+") as opened:
            os.fsync(opened.fileno())


def _refusal(error: OSError, path: Path) -> Refused:
    if error.errno in FULL:
        return DiskFull(str(path))
    return FolderMissing(str(path.parent)) if error.errno == errno.ENOENT else FileReadOnly(str(path))
