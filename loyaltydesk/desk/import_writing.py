"""Writes the rows of a draft into the shop, some hundred at a time: customers, cards, opening points."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.import_drafts import Draft, other_name
from loyaltydesk.desk.numbering import NewNumbers, numbering_of
from loyaltydesk.model.customers import PERSONAL_FIELDS, Customer, Profile
from loyaltydesk.model.facts import (
    CardIssued,
    CustomerRegistered,
    Fact,
    PointsAdjusted,
    Recorded,
    RecordSaved,
    Stamp,
)
from loyaltydesk.model.imports import CheckedRow, Counts, ImportRow, Verdict
from loyaltydesk.model.numbers import Numbering
from loyaltydesk.rules import namedays
from loyaltydesk.rules.calendar import last_valid_day
from loyaltydesk.store.deriving import Progress
from loyaltydesk.words.imports import opening_reason

PIECE = 500  # rows written at once
_NOON = time(12)


class Written(Struct, frozen=True):
    """What was written: from which fact to which (None without any), and how many rows became what."""

    first: Recorded | None
    last: Recorded | None
    counts: Counts


class ImportWriting:
    """One import while it is written, within one transaction."""

    def __init__(self, core: Core, draft: Draft, stamp: Stamp) -> None:
        self._core = core
        self._draft = draft
        self._stamp = stamp
        self._new_id = core.new_id()
        self._rules = core.programme.points
        self._region = str(core.store.records.fields("shop", "shop").get("region", ""))
        self._scheme: Numbering = numbering_of(core.store)
        self._tally = {**draft.scratch.counts(), "new": 0, "filled": 0, "same": 0, "points": 0}
        self._ends: list[Recorded] = []

    def write(self, progress: Progress) -> Written:
        """Writes everything; `progress` may raise to stop it, and then nothing is left."""
        whole, done = self._draft.counts().rows, 0
        piece: list[CheckedRow] = []
        for done, checked in enumerate(self._draft.rows(Verdict.NEW, Verdict.FILLED, Verdict.SAME), 1):
            piece.append(checked)
            if len(piece) == PIECE:
                self._piece(piece)
                piece = []
                progress(done, whole)
        self._piece(piece)
        progress(done, whole)
        first, last = (self._ends[0], self._ends[-1]) if self._ends else (None, None)
        return Written(first, last, Counts(**self._tally))

    def _piece(self, rows: Sequence[CheckedRow]) -> None:
        """New customers of some rows together; whoever is there already one by one, as others may just have come."""
        facts: list[Fact] = []
        numbers = NewNumbers(self._core.store, self._core.randbelow)
        for checked in rows:
            if checked.verdict is Verdict.NEW:
                facts += self._joining(checked.row, numbers)
                continue
            self._record(facts)
            facts = []
            self._fill(checked)
        reached = numbers.fact(self._new_id)
        self._record([*facts, reached] if reached else facts)

    def _record(self, facts: Sequence[Fact]) -> None:
        recorded = self._core.record(facts, self._stamp)
        self._ends = [*self._ends[:1], *recorded[:1], recorded[-1]] if recorded else self._ends
        self._ends = [self._ends[0], self._ends[-1]] if self._ends else []

    # --- somebody new

    def _joining(self, row: ImportRow, numbers: NewNumbers) -> Iterator[Fact]:
        profile = namedays.with_name_day(Profile(**row.told), self._region)
        joined = CustomerRegistered(id=self._new_id(), profile=profile)
        self._draft.scratch.settle(row.number, joined.id)
        self._tally["new"] += 1
        if row.joined and row.joined < self._stamp.day:
            self._came(joined, row.joined)
        else:
            yield joined
        if row.card:
            yield self._card(row, joined.id)
        elif self._draft.choices.new_numbers:
            yield self._own(numbers.new(), joined.id)
        if row.tier:
            yield self._saved(joined.id, {"floor": row.tier}, {})
        if row.points:
            yield self._opening(row, joined.id)

    def _came(self, joined: CustomerRegistered, day: date) -> None:
        """Writes down who came on a day long ago."""
        at = datetime.combine(day, _NOON, self._stamp.at.tzinfo)
        recorded = self._core.record([joined], replace(self._stamp, at=at))
        self._ends = [self._ends[0] if self._ends else recorded[0], recorded[0]]

    def _own(self, number: str, customer: str) -> Fact:
        bars = self._scheme.symbology.value
        return CardIssued(id=self._new_id(), customer=customer, number=number, symbology=bars)

    def _card(self, row: ImportRow, customer: str) -> Fact:
        """The card of a row: a new one, or a blank one that is taken."""
        held = self._core.store.batches.holder(row.card)
        if held:
            taken: dict[str, str | int | bool | None] = {"customer": customer, "state": "active"}
            return RecordSaved(id=self._new_id(), kind="card", record=held.card, fields=taken)
        bars = self._scheme.symbology.value if self._scheme.place(row.card) is not None else ""
        return CardIssued(id=self._new_id(), customer=customer, number=row.card, printed=row.printed, symbology=bars)

    def _opening(self, row: ImportRow, customer: str) -> Fact:
        """The opening points, as one lot that ends when the table or the programme says."""
        self._tally["points"] += row.points
        last_day = row.until or last_valid_day(self._rules, row.since or self._stamp.day)
        return PointsAdjusted(
            id=self._new_id(), customer=customer, points=row.points, reason=opening_reason(), last_day=last_day
        )

    # --- somebody who is there

    def _fill(self, checked: CheckedRow) -> None:
        """Fills in what is not known of somebody yet."""
        assert checked.twin is not None
        scratch, store = self._draft.scratch, self._core.store
        target = checked.twin.customer or scratch.target(checked.twin.row)
        person = store.customers.by_id(target) if target else None
        if person is None or other_name(person.profile.name, checked.row.told.get("name", "")):
            self._tally["skipped"] = self._tally.get("skipped", 0) + 1
            return
        scratch.settle(checked.row.number, person.id)
        facts = list(self._filling(person, checked.row))
        self._tally["filled" if facts else "same"] += 1
        self._record(facts)

    def _filling(self, person: Customer, row: ImportRow) -> Iterator[Fact]:
        told = {name: text for name, text in row.told.items() if not getattr(person.profile, name)}
        after = namedays.with_name_day(replace(person.profile, **told), self._region, person.profile)
        changed = {
            name: new
            for name in PERSONAL_FIELDS
            if (new := getattr(after, name)) != (before := getattr(person.profile, name)) and not before
        }
        floor: dict[str, str | int | bool | None] = {"floor": row.tier} if row.tier and not person.floor else {}
        if changed or floor:
            yield self._saved(person.id, floor, changed)
        if row.card and not self._core.store.customers.newest_card(person.id) and self._is_free(row.card):
            yield self._card(row, person.id)
        if row.points and not self._core.store.batches.moved(person.id):
            yield self._opening(row, person.id)

    def _is_free(self, card: str) -> bool:
        held = self._core.store.batches.holder(card)
        return held is None or held.state == "blank"

    def _saved(
        self, customer: str, fields: dict[str, str | int | bool | None], personal: dict[str, str]
    ) -> RecordSaved:
        return RecordSaved(id=self._new_id(), kind="customer", record=customer, fields=fields, personal=personal)
