"""Reads what is saved field by field: the shop's settings, prompts that were said, and the programme in force."""

import json
from typing import Any

from loyaltydesk.store.sqlite import Connection


class Records:
    """Settings as the last writer left them."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def fields(self, kind: str, record: str) -> dict[str, Any]:
        """All fields of one record."""
        rows = self._db.execute("SELECT field, value FROM records WHERE kind = ? AND record = ?", (kind, record))
        return {field: json.loads(value) for field, value in rows}

    def names(self, kind: str) -> list[str]:
        """The records of a kind."""
        rows = self._db.execute("SELECT DISTINCT record FROM records WHERE kind = ? ORDER BY record", (kind,))
        return [row[0] for row in rows]

    def programme(self, version: int | None = None) -> tuple[int, str]:
        """Version and text of the rules in force, or of an older version. Raises KeyError when there is none."""
        row = self._db.execute(
            "SELECT version, toml FROM programmes WHERE ? IS NULL OR version = ? "
            "ORDER BY version DESC, fact DESC LIMIT 1",
            (version, version),
        ).fetchone()
        if row is None:
            raise KeyError(version)
        return row[0], row[1]

    def programme_history(self) -> list[tuple[int, str, str]]:
        """Version, time (ISO) and text of every programme, the oldest first."""
        return self._db.execute("SELECT version, at, toml FROM programmes ORDER BY version, fact").fetchall()
