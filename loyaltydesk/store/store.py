"""The open shop file: its journal, its tables, and the one way of writing to both."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from loyaltydesk.model.facts import Fact, Recorded, Stamp
from loyaltydesk.model.ids import Ids
from loyaltydesk.model.refusals import FileInUse
from loyaltydesk.store import identity
from loyaltydesk.store.answers import Answers
from loyaltydesk.store.balances import Balances
from loyaltydesk.store.batches import Batches
from loyaltydesk.store.best import BestCustomers
from loyaltydesk.store.companies import Companies
from loyaltydesk.store.customers import Customers
from loyaltydesk.store.deeds import Deeds
from loyaltydesk.store.dossiers import Dossiers
from loyaltydesk.store.everything import Everything
from loyaltydesk.store.gifts import Gifts
from loyaltydesk.store.greetings import Greetings
from loyaltydesk.store.households import Households
from loyaltydesk.store.insights import Insights
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.partners import Partners
from loyaltydesk.store.pledges import Pledges
from loyaltydesk.store.points_held import PointsHeld
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.products import Products
from loyaltydesk.store.purchases import Purchases
from loyaltydesk.store.records import Records
from loyaltydesk.store.reports import Reports
from loyaltydesk.store.sqlite import Connection, Error, refusal
from loyaltydesk.store.standings import Standings
from loyaltydesk.store.surveys import Surveys
from loyaltydesk.store.tables import Tables
from loyaltydesk.store.voices import Voices
from loyaltydesk.store.vouchers import Vouchers

REWRITTEN = 256 * 1024 * 1024  # bytes that are written anew in a few seconds


class Store:
    """A shop's file. Reads are plain calls; whatever changes something happens within `writing()`."""

    def __init__(
        self, connection: Connection, path: Path | None, randbelow: Callable[[int], int] = secrets.randbelow
    ) -> None:
        """`randbelow(n)` gives a whole number below n, for identities and salts."""
        self.connection = connection
        self.path = path
        self.journal = Journal(connection, randbelow)
        self.postings = Postings(connection, self.journal)
        self.tables = Tables(connection, self.postings, self.journal)
        self.customers = Customers(connection, self.postings)
        self.standings = Standings(connection)
        self.purchases = Purchases(connection, self.journal)
        self.vouchers = Vouchers(connection)
        self.voices = Voices(connection)
        self.deeds = Deeds(connection)
        self.surveys = Surveys(connection)
        self.pledges = Pledges(connection)
        self.partners = Partners(connection)
        self.companies = Companies(connection)
        self.products = Products(connection)
        self.insights = Insights(connection)
        self.points = PointsHeld(connection)
        self.best = BestCustomers(connection)
        self.gifts = Gifts(connection)
        self.greetings = Greetings(connection)
        self.households = Households(connection)
        self.records = Records(connection)
        self.reports = Reports(connection)
        self.balances = Balances(connection)
        self.dossiers = Dossiers(connection)
        self.batches = Batches(connection, self.journal)
        self.everything = Everything(connection)
        self.answers = Answers(connection)
        self._ids = Ids(random=lambda bits: randbelow(1 << bits))
        self._origin = ""
        self._keyed = ""  # the key that a fact of this transaction carries
        self.undone = 0  # transactions taken back
        self._forgot = False

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, immediate, so that what was read in it is still true when it is written; inner ones join.

        Raises what `sqlite.refusal` makes of SQLite's complaints; nothing is changed then.
        """
        if self._busy():
            yield
            return
        with self.asking():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._arrive()
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                self._undo()
                raise
        if self._forgot:
            self._shake_out()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """The file as it is at one moment, whatever others write meanwhile; within `writing()` as it is there."""
        if self._busy():
            yield
            return
        with self.asking():
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._busy():
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Turns SQLite's complaints into refusals."""
        try:
            yield
        except Error as error:
            raise refusal(error, self.path or "") from error

    def record(self, facts: Iterable[Fact], stamp: Stamp) -> list[Recorded]:
        """Appends facts to the journal and brings the tables up to them. Only within `writing()`.

        The first fact of the transaction carries the stamp's key.
        """
        assert self._busy()
        if stamp.key and stamp.key == self._keyed:
            stamp = replace(stamp, key="")
        recorded = self.journal.append(facts, stamp, self._origin)
        if recorded:
            self._keyed = stamp.key or self._keyed
        for entry in recorded:
            self.tables.apply(entry)
        return recorded

    def forget(self, *records: str) -> None:
        """Empties what is kept about a person, on all records of theirs, for good.

        Only within `writing()`, beside a CustomerErased for each of the records.
        """
        for record in {each: None for customer in records for each in self.households.gone_with(customer)}:
            self.journal.forget(record, (card.id for card in self.customers.cards(record)))
            self.tables.forget(record)
            self.answers.forget(record)
        self._forgot = True

    def forget_partner(self, partner: str) -> None:
        """Empties what is kept about a partner, for good. Only within `writing()`, beside what says so."""
        self.journal.forget(partner, ())
        self._forgot = True

    def _shake_out(self) -> None:
        """Writes the file anew and empties the log, so that not a byte of a forgotten name is left in either.

        SQLite wipes what is deleted, and not what it left behind when a page was split before.
        """
        with suppress(Error):  # the person is forgotten already; `close` tries once more
            if self.path and self.path.stat().st_size <= REWRITTEN:
                self.connection.execute("VACUUM")
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._forgot = False

    def ids(self, now: datetime) -> Callable[[], str]:
        """A source of identities for what happens `now`. Only within `writing()`."""
        return lambda: self._ids.new(now)

    def version(self) -> tuple[int, int]:
        """Something that changes whenever another connection has written, or this one has taken back."""
        return self.connection.execute("PRAGMA data_version").fetchone()[0], self.undone

    def settle(self) -> None:
        """Moves everything from the write-ahead log into the file, which can be renamed once it is closed.

        Raises DiskFull or FileInUse: then part of the shop is in the log only.
        """
        with self.asking():
            busy, _pages, _moved = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise FileInUse(str(self.path))

    def close(self) -> None:
        """Lets the file go; what cannot be moved from the write-ahead log into it stays in the log, beside it."""
        if self._forgot:
            self._shake_out()
        with suppress(Error):  # a hint for the planner; the file may be read-only or gone by now
            self.connection.execute("PRAGMA optimize")
        self.connection.close()

    def _busy(self) -> bool:
        return self.connection.in_transaction

    def _arrive(self) -> None:
        self._origin = self._origin or identity.origin(self.connection, self.path)
        self._keyed = ""
        last = self.journal.newest_id()
        if last:
            self._ids.after(last)

    def _undo(self) -> None:
        self._origin = ""  # it may have been taken in this very transaction
        self.undone += 1
        if self._busy():
            self.connection.execute("ROLLBACK")
