"""Derives every table from the journal, fact by fact."""

from collections.abc import Callable

from loyaltydesk.model.refusals import FileBroken
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.posting import Postings
from loyaltydesk.store.sqlite import Connection, Error
from loyaltydesk.store.tables import Tables

Progress = Callable[[int, int], None]  # done, of how many


def quiet(_done: int, _whole: int) -> None:
    """Tells nobody how far it is."""


def derive(journal: Journal, target: Connection, *, name: str, progress: Progress = quiet) -> int:
    """Fills the empty tables of `target` from a journal; returns how many facts there were.

    Raises FileBroken, with the file's `name`, for a fact that makes no sense.
    """
    tables = Tables(target, Postings(target, journal), journal)
    whole, done = journal.count(), 0
    try:
        for done, recorded in enumerate(journal.facts(), 1):
            tables.apply(recorded)
            if done % 1000 == 0:
                progress(done, whole)
    except Error:
        raise
    except Exception as error:  # a journal that was forged together with its chain can say anything at all
        raise FileBroken(name, f"fact {done + 1} makes no sense: {error!r}") from error
    progress(done, whole)
    return done
