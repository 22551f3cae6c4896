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

    def filled(self, kind: str, field: str) -> dict[str, str]:
        """The text that stands in one field of every record of a kind where it is not empty, by record."""
        rows = self._db.execute(
            "SELECT record, value FROM records WHERE kind = ? AND field = ? AND value <> '\"\"' ORDER BY record",
            (kind, field),
        )
        return {record: str(json.loads(value)) for record, value in rows}

    def programme(self, version: int | None = None) -> tuple[int, str]:
        """The newest version of the rules, or a certain one, with its text. Raises KeyError when there is none."""
        row = self._db.execute(
            "SELECT version, toml FROM programmes WHERE ? IS NULL OR version = ? "
            "ORDER BY version DESC, fact DESC LIMIT 1",
            (version, version),
        ).fetchone()
        if row is None:
            raise KeyError(version)
        return row[0], row[1]

    def schedule(self) -> list[tuple[int, str, bytes]]:
        """Every version of the rules, the oldest first: its number, its first day (ISO, or empty), and its fact."""
        return self._db.execute("SELECT version, from_day, fact FROM programmes ORDER BY version, fact").fetchall()

    def programme_history(self) -> list[tuple[int, str, str, str]]:
        """Version, time, first day (ISO; empty: at once) and text of every programme, the oldest first."""
        return self._db.execute("SELECT version, at, from_day, toml FROM programmes ORDER BY version, fact").fetchall()
