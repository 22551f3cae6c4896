"""Customers taken over from a table: looked at first, written all together or not at all, and taken back as a whole."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.desk.import_undoing import Undoing
from loyaltydesk.desk.import_writing import ImportWriting, Written
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.imports import Batch, Choices, Counts, ImportRow, Undone
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.store.deriving import Progress, quiet
from loyaltydesk.store.scratch import passing_room

KIND = "import"
_COUNTS = Counts.__struct_fields__


class Imports:
    """What came in from tables. To be used as:

    with desk.imports.check(rows) as draft:     # nothing is written; look at draft.counts(), draft.page(), …
        batch = desk.imports.take(draft, file="customers.xlsx")
    desk.imports.undo(batch.id)
    """

    def __init__(self, core: Core) -> None:
        self._core = core

    def check(self, rows: Iterable[ImportRow], choices: Choices | None = None, progress: Progress = quiet) -> Draft:
        """The rows of a table with what would become of each; nothing is written.

        `progress` is told how many rows there are so far (of 0: nobody knows how many); what it raises stops the work.
        Raises DiskFull where there is no room to look at so many.
        """
        with passing_room():
            draft = Draft(self._core, choices or Choices())
            try:
                draft.read(rows, progress)
            except BaseException:
                draft.close()
                raise
        return draft

    def choose(self, draft: Draft, choices: Choices, progress: Progress = quiet) -> None:
        """Judges the rows of a draft anew by other choices on what to do with twins; nothing is written."""
        draft.go_on(self._core)
        with passing_room():
            draft.choose(choices, progress)

    def take(self, draft: Draft, *, file: str = "", progress: Progress = quiet, stamp: Stamp | None = None) -> Batch:
        """Writes a draft down in one transaction; what `progress` raises leaves the shop as it was.

        `file` is the name by which the import is known later. Raises BadRequest when nothing in it is to be written.
        """
        stamp, core = stamp or self._core.stamp(), self._core
        draft.go_on(core)
        with core.writing():
            if core.store.journal.count() != draft.seen:
                draft.choose(draft.choices)
            batch = core.new_id()()
            written = ImportWriting(core, draft, _nobodys(stamp)).write(progress)
            if written.first is None:
                raise BadRequest("file", "import_nothing")
            fields = _fields(file, stamp, written)
            core.record([RecordSaved(id=core.new_id()(), kind=KIND, record=batch, fields=fields)], stamp)
        return self.batch(batch)

    def batches(self) -> list[Batch]:
        """Every import, the newest first."""
        return [self.batch(name) for name in reversed(self._core.store.records.names(KIND))]

    def batch(self, batch: str) -> Batch:
        """One import. Raises BadRequest when there was none of this id."""
        fields = self._fields_of(batch)
        undone = fields.get("undone_at")
        return Batch(
            batch,
            datetime.fromisoformat(str(fields["at"])),
            str(fields.get("file", "")),
            str(fields.get("staff", "")),
            Counts(**{name: int(fields.get(name) or 0) for name in _COUNTS}),
            datetime.fromisoformat(str(undone)) if undone else None,
        )

    def undoable(self, batch: str, progress: Progress = quiet) -> Undone:
        """What taking an import back would do; nothing is written. Raises BadRequest for none, or one gone."""
        with self._core.store.reading():
            return self._undoing(batch).outlook(progress)

    def undo(self, batch: str, *, progress: Progress = quiet, stamp: Stamp | None = None) -> Undone:
        """Takes an import back in one transaction.

        Its customers are forgotten, their points and cards with them; what it filled in with others is emptied again.
        Whoever did something since stays as they are, and is named. Raises BadRequest as `undoable` does.
        """
        stamp, core = stamp or self._core.stamp(), self._core
        with core.writing():
            undone = self._undoing(batch).undo(_nobodys(stamp), progress)
            fields: dict[str, str | int | bool | None] = {
                "undone_at": stamp.at.isoformat(),
                "undone_by": stamp.staff,
                "undone": undone.customers + undone.emptied,
                "kept": len(undone.kept),
            }
            core.record([RecordSaved(id=core.new_id()(), kind=KIND, record=batch, fields=fields)], stamp)
        return undone

    def _undoing(self, batch: str) -> Undoing:
        fields = self._fields_of(batch)
        if fields.get("undone_at"):
            raise BadRequest("import", "import_undone")
        return Undoing(self._core, str(fields["origin"]), first=int(fields["first"]), last=int(fields["last"]))

    def _fields_of(self, batch: str) -> dict[str, Any]:
        fields = self._core.store.records.fields(KIND, batch)
        if not {"at", "origin", "first", "last"} <= fields.keys():
            raise BadRequest("import", "import_unknown")
        return fields


def _nobodys(stamp: Stamp) -> Stamp:
    """The stamp of what a table brought: nobody at the desk did it, and it is no merit and no fault of theirs."""
    return replace(stamp, staff="")


def _fields(file: str, stamp: Stamp, written: Written) -> dict[str, str | int | bool | None]:
    assert written.first is not None
    assert written.last is not None
    counts = {name: getattr(written.counts, name) for name in _COUNTS}
    place = {"origin": written.first.origin, "first": written.first.seq, "last": written.last.seq}
    return {"file": file[:200], "at": stamp.at.isoformat(), "staff": stamp.staff, **place, **counts}
