"""The open shop file: its journal, its tables, and the one way of writing to both."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from loyaltydesk.model.facts import Fact, Recorded, Stamp
from loyaltydesk.model.ids import Ids
from loyaltydesk.store import identity
from loyaltydesk.store.answers import Answers
from loyaltydesk.store.customers import Customers
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.purchases import Purchases
from loyaltydesk.store.records import Records
from loyaltydesk.store.sqlite import Connection, Error, refusal
from loyaltydesk.store.tables import Tables
from loyaltydesk.store.vouchers import Vouchers


class Store:
    """A shop's file. Reads are plain calls; whatever changes something happens within `writing()`."""

    def __init__(self, connection: Connection, path: Path | None) -> None:
        self.connection = connection
        self.path = path
        self.journal = Journal(connection)
        self.postings = Postings(connection, self.journal)
        self.tables = Tables(connection, self.postings)
        self.customers = Customers(connection, self.postings)
        self.purchases = Purchases(connection, self.journal)
        self.vouchers = Vouchers(connection)
        self.records = Records(connection)
        self.answers = Answers(connection)
        self._ids = Ids()
        self._origin = ""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, immediate, so that what was read in it is still true when it is written; inner ones join.

        Raises what `sqlite.refusal` makes of SQLite's complaints; nothing is changed then.
        """
        if self._busy():
            yield
            return
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                if not self._origin:
                    self._arrive()
                yield
            except BaseException:
                self._origin = ""  # it may have been taken in this very transaction
                if self._busy():
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")
        except Error as error:
            if self._busy():
                self.connection.execute("ROLLBACK")
            raise refusal(error, self.path or "") from error

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turns SQLite's complaints into refusals while something is read."""
        try:
            yield
        except Error as error:
            raise refusal(error, self.path or "") from error

    def record(self, facts: Iterable[Fact], stamp: Stamp) -> list[Recorded]:
        """Appends facts to the journal and brings the tables up to them. Only within `writing()`."""
        recorded = self.journal.append(facts, stamp, self._origin)
        for entry in recorded:
            self.tables.apply(entry)
        return recorded

    def forget(self, customer: str) -> None:
        """Empties what journal and answers keep about a person. Only within `writing()`, beside CustomerErased."""
        self.journal.forget(customer)
        self.answers.forget(customer)

    def shake_out(self) -> None:
        """Writes the write-ahead log into the file and empties it, so that no forgotten name is left in it."""
        with self.reading():
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def ids(self, now: datetime) -> Callable[[], str]:
        """A source of identities for what happens `now`. Only within `writing()`."""
        return lambda: self._ids.new(now)

    def version(self) -> int:
        """A number that changes whenever another connection has written."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Moves everything from the write-ahead log into the file and lets it go."""
        with suppress(Error):  # a hint for the planner; the file may be read-only or gone by now
            self.connection.execute("PRAGMA optimize")
        self.connection.close()

    def _busy(self) -> bool:
        return self.connection.in_transaction

    def _arrive(self) -> None:
        self._origin = identity.origin(self.connection, self.path)
        last = self.journal.head(self._origin).id
        if last:
            self._ids.after(last)
