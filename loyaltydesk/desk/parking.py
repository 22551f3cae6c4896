"""Purchases that are put aside while somebody looks for the purse, and taken up again; they never count as anything."""

from datetime import datetime

import msgspec
from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.parked import Parked, Waiting
from loyaltydesk.model.refusals import BadRequest

KIND, FIELD = "parked", "sale"


class _Kept(Struct, frozen=True):
    """A parked purchase as its record has it."""

    number: int
    at: datetime
    staff: str
    parked: Parked


class Parking:
    """The purchases that wait."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def park(self, parked: Parked, stamp: Stamp | None = None) -> Waiting:
        """Puts a purchase aside under the lowest number that is free."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            used = {each.number for each in self.waiting()}
            number = next(n for n in range(1, len(used) + 2) if n not in used)
            kept = _Kept(number, stamp.at, stamp.staff, parked)
            record = self._core.new_id()()
            self._save(record, stamp, text=msgspec.json.encode(kept).decode())
        return Waiting(record, number, stamp.at, stamp.staff, parked)

    def waiting(self) -> list[Waiting]:
        """The parked purchases, the longest parked first; one that cannot be read is left out."""
        found = []
        for record, text in self._core.store.records.filled(KIND, FIELD).items():
            try:
                kept = msgspec.json.decode(text, type=_Kept)
            except msgspec.MsgspecError:  # written by another release
                continue
            found.append(Waiting(record, kept.number, kept.at, kept.staff, kept.parked))
        return sorted(found, key=lambda each: (each.at, each.id))

    def count(self) -> int:
        """How many purchases are parked."""
        return len(self.waiting())

    def take(self, record: str, stamp: Stamp | None = None) -> Waiting:
        """Takes a parked purchase up again: it is parked no more. Raises BadRequest when somebody else was quicker."""
        with self._core.writing():
            found = next((each for each in self.waiting() if each.id == record), None)
            if found is None:
                raise BadRequest("parked", "parked_gone")
            self._save(record, stamp or self._core.stamp(), text="")
        return found

    def _save(self, record: str, stamp: Stamp, *, text: str) -> None:
        saved = RecordSaved(id=self._core.new_id()(), kind=KIND, record=record, fields={FIELD: text})
        self._core.record([saved], stamp)
