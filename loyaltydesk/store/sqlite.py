"""The one place that picks SQLite, opens connections and turns its complaints into refusals."""

import errno
import os
import shutil
import sqlite3
import sys
from pathlib import Path
from typing import Any, cast

from loyaltydesk.model.refusals import DiskFull, FileBroken, FileForeign, FileInUse, FileReadOnly, Refused

try:  # carries a SQLite without the fault that can lose pages in WAL mode (mended in 3.51.3)
    from pysqlite3 import dbapi2 as _driver
except ImportError:
    _driver = sqlite3

# pysqlite3 has the same face as sqlite3 and no types of its own.
driver = cast("Any", _driver)
Connection = sqlite3.Connection
Error: type[Exception] = driver.Error

ROOM = 64 * 1024  # bytes without which SQLite cannot even begin

PRAGMAS = (
    "busy_timeout = 5000",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # so that the journal's guard sees what REPLACE deletes
    "synchronous = FULL",
    "cache_size = -65536",
    "temp_store = MEMORY",
    "mmap_size = 0",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)


# Some complaints come without their name; these are the sentences of sqlite3_errstr().
_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database is locked": "SQLITE_BUSY",
    "file is not a database": "SQLITE_NOTADB",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "disk I/O error": "SQLITE_IOERR",
}


def connect(path: Path | str) -> Connection:
    """A connection with our settings. Transactions are begun by hand. Raises the refusals of `refusal`."""
    target = f"{path.absolute().as_uri()}?mode=rw" if isinstance(path, Path) else path
    try:
        connection: Connection = driver.connect(
            target, uri=isinstance(path, Path), isolation_level=None, cached_statements=512, check_same_thread=True
        )
    except Error as error:
        raise refusal(error, path) from error
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except Error as error:
        connection.close()
        raise refusal(error, path) from error
    return connection


def refusal(error: Exception, path: Path | str) -> Refused | Exception:
    """What a person can act on in a complaint of SQLite or of the disk; itself when it is a fault of ours."""
    if isinstance(error, OSError):
        return (DiskFull if error.errno in (errno.ENOSPC, errno.EDQUOT) else FileReadOnly)(str(path))
    name = getattr(error, "sqlite_errorname", "") or _NAMES.get(str(error), "")
    kinds = {
        "SQLITE_FULL": DiskFull,
        "SQLITE_NOTADB": FileForeign,
        "SQLITE_READONLY": FileReadOnly,
        "SQLITE_CANTOPEN": FileReadOnly,
        "SQLITE_PERM": FileReadOnly,
        "SQLITE_BUSY": FileInUse,
        "SQLITE_LOCKED": FileInUse,
    }
    for start, kind in kinds.items():
        if name.startswith(start):
            return kind(str(path))
    if name.startswith("SQLITE_IOERR") and _is_full(path):  # what a full disk does to the file beside the log
        return DiskFull(str(path))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return FileBroken(str(path), str(error))
    return error


def _is_full(path: Path | str) -> bool:
    try:
        return shutil.disk_usage(Path(path).absolute().parent).free < ROOM
    except OSError:
        return False


def can_write(path: Path) -> bool:
    """Whether the file and its folder (for the write-ahead log) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
