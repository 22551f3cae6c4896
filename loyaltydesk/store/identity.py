"""Who this installation is: an identity of its own that does not travel with a copied disk or a restored backup."""

import hashlib
import secrets
import sys
import uuid
from pathlib import Path

from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


def origin(connection: Connection, path: Path | None) -> str:
    """The identity under which this installation writes facts into the file at `path` (None: in memory).

    It is kept with a fingerprint of the machine and of the file's place on its disk; when that is another one, the
    file was copied or restored and a new identity is taken, so that no two chains ever share their numbers. Call it
    within a transaction.
    """
    mark = fingerprint(path)
    row = connection.execute("SELECT origin, fingerprint FROM installation").fetchone()
    if row and row[1] == mark:
        return codec.identity(row[0])
    new = secrets.token_bytes(16)
    connection.execute("INSERT OR REPLACE INTO installation VALUES (1, ?, ?)", (new, mark))
    return codec.identity(new)


def fingerprint(path: Path | None) -> str:
    """What tells this file on this machine from any copy of it."""
    if path is None:
        return "memory"
    place = path.stat()
    parts = (_machine(), str(path.absolute()), str(place.st_dev), str(place.st_ino))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _machine() -> str:
    if not sys.platform.startswith("linux"):
        return f"{uuid.getnode():x}"
    found = [_text(Path("/etc/machine-id"))]
    # A cloned disk keeps the machine-id; the built-in network card is not cloned.
    for address in sorted(Path("/sys/class/net").glob("*/address")):
        if "/pci" in str(address.parent.resolve()):
            found.append(_text(address))
    return " ".join(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
