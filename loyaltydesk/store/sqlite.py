"""The one place that picks SQLite, opens connections and turns its complaints into refusals."""

import os
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
    "secure_delete = FAST",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)


def connect(path: Path | str, *, read_only: bool = False) -> Connection:
    """A connection with our settings. Transactions are begun by hand. Raises the refusals of `refusal`."""
    mode = "ro" if read_only else "rw"
    target = f"{Path(path).absolute().as_uri()}?mode={mode}" if isinstance(path, Path) else path
    try:
        connection: Connection = driver.connect(
            target, uri=isinstance(path, Path), isolation_level=None, cached_statements=512, check_same_thread=True
        )
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except Error as error:
        raise refusal(error, path) from error
    return connection


def refusal(error: Exception, path: Path | str) -> Refused | Exception:
    """What a person can act on in a complaint of SQLite; the complaint itself when it is a fault of ours."""
    name = getattr(error, "sqlite_errorname", "") or ""
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
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return FileBroken(str(path), str(error))
    return error


def can_write(path: Path) -> bool:
    """Whether the file and its folder (for the write-ahead log) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
