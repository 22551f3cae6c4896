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


def move(connection: Connection, path: Path, *, new: Path) -> None:
    """Keeps the identity of the file at `path` for when it is renamed to `new`. Call it within a transaction."""
    connection.execute("UPDATE installation SET fingerprint = ?", (fingerprint(path, new),))


def fingerprint(path: Path | None, name: Path | None = None) -> str:
    """What tells this file on this machine from any copy of it; `name` is what it will be called."""
    if path is None:
        return "memory"
    parts = (_machine(), str((name or path).resolve()), str(path.stat().st_ino))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _machine() -> str:
    if not sys.platform.startswith("linux"):
        node = uuid.getnode()
        return "" if node >> 40 & 1 else f"{node:x}"  # without a network card it is a new random number each time
    found = [_text(Path("/etc/machine-id"))]
    # A cloned disk keeps the machine-id; the built-in network card is not cloned. Wireless cards change their address.
    for card in sorted(Path("/sys/class/net").glob("*")):
        if "/pci" in str(card.resolve()) and not (card / "phy80211").exists():
            found.append(_text(card / "address"))
    return " ".join(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
