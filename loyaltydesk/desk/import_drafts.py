"""A table on its way into the shop: each row checked, twins found, and what becomes of it by what was chosen."""

from collections.abc import Iterable, Iterator
from types import TracebackType

from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.numbering import numbering_of
from loyaltydesk.model.cards import checked_number, checked_printed
from loyaltydesk.model.customers import Profile, checked_profile
from loyaltydesk.model.folding import fold, folded_words
from loyaltydesk.model.imports import (
    CheckedRow,
    Choices,
    Counts,
    ImportRow,
    OnTwin,
    Twin,
    TwinKind,
    Verdict,
)
from loyaltydesk.model.phones import e164
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard, Refused
from loyaltydesk.rules.points import MOST
from loyaltydesk.store.batches import key
from loyaltydesk.store.deriving import Progress, quiet
from loyaltydesk.store.scratch import Scratch

OFTEN = 500  # rows between two words on how far it is


class Draft:
    """The checked rows of a table; nothing of them is in the shop yet. To be closed, or used in a `with`."""

    def __init__(self, core: Core, choices: Choices) -> None:
        self.scratch = Scratch()
        self.choices = choices
        self.seen = 0  # facts in the shop when the twins were looked for
        self._core = core
        self._points = 0
        self._refresh()

    def __enter__(self) -> "Draft":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets the rows go."""
        self.scratch.close()

    def go_on(self, core: Core) -> None:
        """Goes on with another desk of the same shop: the one that checked the rows may be gone by now."""
        self._core = core

    # --- seeing

    def counts(self) -> Counts:
        """How many rows become what."""
        return Counts(**self.scratch.counts(), points=self._points)

    def twins(self) -> dict[TwinKind, int]:
        """How many rows speak of somebody who is there already, by what they are known."""
        return self.scratch.twins()

    def page(self, after: int = -1, limit: int = 50, *, only: Iterable[Verdict] = ()) -> list[CheckedRow]:
        """The next rows behind the one with the number `after`, as they will be."""
        return self.scratch.page(after, limit=limit, verdicts=only)

    def rows(self, *verdicts: Verdict) -> Iterator[CheckedRow]:
        """All rows of these verdicts."""
        return self.scratch.rows(*verdicts)

    # --- filling

    def read(self, rows: Iterable[ImportRow], progress: Progress = quiet) -> None:
        """Takes every row in; `progress` is told how many there are so far, and may raise to stop it."""
        self._refresh()
        done = 0
        for done, row in enumerate(rows, 1):
            self._add(row)
            if done % OFTEN == 0:
                progress(done, 0)
        progress(done, done)

    def choose(self, choices: Choices, progress: Progress = quiet) -> None:
        """Judges every row anew, by other choices and by who is in the shop by now."""
        self.choices = choices
        self._refresh()
        self._points, done, whole = 0, 0, sum(self.scratch.counts().values())
        self.scratch.forget_keys()
        for done, checked in enumerate(self.scratch.rows(*Verdict), 1):
            duplicate = isinstance(checked.row.refused, DuplicateCard)  # which is what was chosen, and no fault of it
            row = replace(checked.row, refused=None) if duplicate else checked.row
            if row.refused is None:
                judged = self._judged(row)
                self.scratch.judge(judged)
                self.scratch.know(row.number, _known_by(judged))
            if done % OFTEN == 0:
                progress(done, whole)

    # --- inside

    def _refresh(self) -> None:
        store = self._core.store
        own = str(store.records.fields("shop", "shop").get("region", ""))
        self._scheme, self._region = numbering_of(store), self.choices.region or own
        self._today = self._core.now().date().isoformat()
        self._tiers = {fold(tier.name): tier.name for tier in self._core.programme.tiers}
        self._alone, self.seen = store.batches.is_empty(), store.journal.count()

    def _add(self, row: ImportRow) -> None:
        if row.refused is None:
            try:
                row = self._checked(row)
            except Refused as no:
                row = replace(row, refused=no)
        if row.refused:
            self.scratch.add(CheckedRow(row, Verdict.REFUSED))
            return
        checked = self._judged(row)
        self.scratch.add(checked)
        self.scratch.know(row.number, _known_by(checked))

    def _checked(self, row: ImportRow) -> ImportRow:
        """The row as the shop would keep it. Raises BadRequest or BadCardNumber."""
        profile = checked_profile(Profile(**row.told))
        phone = e164(profile.phone, self._region)
        if profile.birth_date > self._today:
            raise BadRequest("birth_date", "date_unreadable")
        card = self._number(row.card) if row.card else ""
        if not (profile.called or card or phone or profile.email):
            raise BadRequest("name", "import_nobody")
        if row.points > MOST:
            raise BadRequest("points", "points_too_many")
        tier = self._tiers.get(fold(row.tier), "")
        if row.tier and not tier:
            raise BadRequest("tier", "unknown_tier")
        told = {name: text for name in row.told if (text := phone if name == "phone" else getattr(profile, name))}
        printed = checked_printed(row.printed)
        return replace(row, told=told, card=card, tier=tier, printed=printed if printed != card else "")

    def _number(self, code: str) -> str:
        number = checked_number(code)
        if self._scheme.looks_own(number) and self._scheme.place(number) is None:
            raise BadCardNumber(number, "check_digit")
        return number

    def _judged(self, row: ImportRow) -> CheckedRow:
        """What becomes of a row that is good in itself."""
        twin = self._twin(row)
        chosen = self.choices.on(twin.kind) if twin else OnTwin.ADD
        verdict, points = Verdict.NEW, row.points
        if twin and chosen is OnTwin.ADD and twin.kind is TwinKind.CARD:
            row, verdict = replace(row, refused=DuplicateCard(row.card)), Verdict.REFUSED
        elif twin and chosen is OnTwin.SKIP:
            verdict = Verdict.SKIPPED
        elif twin and chosen is OnTwin.UPDATE:
            verdict, points = self._filling(row, twin)
            twin = replace(twin, other_name=verdict is Verdict.SKIPPED)
        if verdict in (Verdict.NEW, Verdict.FILLED):
            self._points += points
        return CheckedRow(row, verdict, twin)

    def _twin(self, row: ImportRow) -> Twin | None:
        for kind, wanted in _keys(row):
            above = self.scratch.above(kind, wanted)
            if above and above < row.number:
                return Twin(kind, row=above)
            there = "" if self._alone else self._there(kind, wanted)
            if there:
                return Twin(kind, there)
        return None

    def _there(self, kind: TwinKind, wanted: str) -> str:
        batches = self._core.store.batches
        if kind is not TwinKind.CARD:
            return batches.twin(kind, wanted)
        held = batches.holder(wanted)
        return held.customer if held else ""

    def _filling(self, row: ImportRow, twin: Twin) -> tuple[Verdict, int]:
        """Whether something of a row is new to its twin, and how many points; skipped where the names are others."""
        if twin.customer:
            person = self._core.customer(twin.customer)
            known = {name: getattr(person.profile, name) for name in row.told}
            lacks_points = not self._core.store.batches.moved(person.id)
            lacks_card = not self._core.store.customers.newest_card(person.id)
            name, floor = person.profile.name, person.floor or ""
        else:
            before = self.scratch.row(twin.row).row
            known, lacks_points, lacks_card = before.told, not before.points, not before.card
            name, floor = before.told.get("name", ""), before.tier
        if other_name(name, row.told.get("name", "")):
            return Verdict.SKIPPED, 0
        points = row.points if lacks_points else 0
        fills = any(not known.get(field) for field in row.told) or points or (row.card and lacks_card)
        return (Verdict.FILLED if fills or (row.tier and not floor) else Verdict.SAME), points


def other_name(one: str, other: str) -> bool:
    """Whether two names are those of two people: both are known, and their words are not the same."""
    return bool(one and other) and sorted(folded_words(one)) != sorted(folded_words(other))


def _known_by(checked: CheckedRow) -> list[tuple[TwinKind, str]]:
    """The keys of a row that lower ones may go to; those of a row that goes nowhere lead nowhere."""
    return [] if checked.verdict in (Verdict.REFUSED, Verdict.SKIPPED) else list(_keys(checked.row))


def _keys(row: ImportRow) -> Iterator[tuple[TwinKind, str]]:
    if row.card:
        yield TwinKind.CARD, row.card
    for kind in (TwinKind.PHONE, TwinKind.EMAIL, TwinKind.NAME):
        wanted = key(kind, row.told)
        if wanted:
            yield kind, wanted
