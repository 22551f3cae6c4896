"""Puts a finished file where it is wanted, whole or not at all."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from loyaltydesk.model.refusals import DiskFull, FileReadOnly, FolderMissing, Refused

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def save(content: bytes, path: Path) -> None:
    """Writes `content` to `path`, replacing what was there only when all of it is safely on the disk.

    Raises DiskFull, FolderMissing and FileReadOnly (for anything else that keeps the file from being written, such as
    another program that has it open, or a device in its place); the folder is then as it was.
    """
    save_parts((content,), path)


def save_parts(parts: Iterable[bytes], path: Path) -> None:
    """As `save`, for content that comes piece by piece."""
    try:
        _replace(parts, path)
    except OSError as error:
        raise _refusal(error, path) from error


def _replace(parts: Iterable[bytes], path: Path) -> None:
    if path.exists() and not path.is_file():  # a device, a pipe or a folder would be gone for good
        raise FileReadOnly(str(path))
    part = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _refusal(error: OSError, path: Path) -> Refused:
    if error.errno in FULL:
        return DiskFull(str(path))
    if error.errno == errno.ENOENT:
        return FolderMissing(str(path.parent))
    return FileReadOnly(str(path))
