"""Keeps the answer to each keyed request, so that a repeat gets the first answer and changes nothing."""

from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection


class Answers:
    """Answers by key. They do not follow from the journal; they are part of what was said to another program."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def given(self, key: str) -> str | None:
        """The answer that was given under this key."""
        row = self._db.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def keep(self, key: str, answer: str, *, customer: str | None) -> None:
        """Keeps an answer (JSON), with the customer it speaks of."""
        self._db.execute("INSERT INTO answers VALUES (?, ?, ?)", (key, codec.blob_or_none(customer), answer))

    def forget(self, customer: str) -> None:
        """Drops what was answered about a person."""
        self._db.execute("UPDATE answers SET answer = '{\"ok\": true}' WHERE customer = ?", (codec.blob(customer),))
