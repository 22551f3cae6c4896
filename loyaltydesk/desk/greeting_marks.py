"""What is kept of greetings that were made or set aside, and of who wants none; the last word of all tills counts."""

from collections.abc import Collection, Iterable

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.model.campaigns import CAMPAIGN
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.greetings import Mark, State, Why

KIND, WISHES = "greeting", "wishes"
LONGEST_NOTE = 200


class GreetingMarks:
    """The marks on greetings, a record for each."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def of(self, key: str, year: int, *, customers: Collection[str] | None = None) -> dict[str, Mark]:
        """How the greetings of a kind stand in a year, by customer; only of these `customers`, or of all.

        What was done for a record that went into another counts for that one.
        """
        return self._beginning(f"{key}/{year}/", customers)

    def of_campaign(self, campaign: str) -> dict[str, Mark]:
        """How the cards of a campaign stand, by customer."""
        return self._beginning(f"{CAMPAIGN}/{campaign}/", None)

    def _beginning(self, begins: str, customers: Collection[str] | None) -> dict[str, Mark]:
        found: dict[str, Mark] = {}
        for kept in self._core.store.greetings.kept(KIND, begins, of=customers):
            try:
                mark = msgspec.json.decode(str(kept.fields.get("mark", "")), type=Mark)
            except msgspec.MsgspecError:  # written by another release
                continue
            note = str(kept.fields.get("note", "")) if mark.why is Why.BY_HAND else ""
            found[kept.customer] = msgspec.structs.replace(mark, note=note)
        return found

    def mark(
        self, ids: Iterable[str], state: State, why: Why | None, *, note: str = "", stamp: Stamp | None = None
    ) -> None:
        """Keeps how greetings stand; the note only of what is set aside by hand.

        A reason that the desk finds by itself is not kept: it holds for as long as it is true.
        """
        stamp = stamp or self._core.stamp()
        if why not in (None, Why.BY_HAND):
            state, why = State.TO_DO, None
        mark = Mark(state, why, at=stamp.at.isoformat(timespec="seconds"), staff=stamp.staff)
        text = msgspec.json.encode(mark).decode()
        personal = {"note": " ".join(note.split())[:LONGEST_NOTE]} if why is Why.BY_HAND else {}
        with self._core.writing():
            new_id = self._core.new_id()
            facts = [
                RecordSaved(id=new_id(), kind=KIND, record=each, fields={"mark": text}, personal=personal)
                for each in ids
            ]
            self._core.record(facts, stamp)

    def unwanted(self, field: str) -> frozenset[str]:
        """Who said that they want no `greetings`, or no `calls`."""
        kept = self._core.store.greetings.kept(WISHES)  # two records of one person may speak of different things
        said = {each.customer: each.fields[field] for each in kept if field in each.fields}
        return frozenset(customer for customer, wanted in said.items() if wanted is False)

    def wrong_numbers(self) -> dict[str, str]:
        """The phone numbers that turned out to be somebody else's, by customer."""
        kept = self._core.store.greetings.kept(WISHES)
        return {each.customer: str(each.fields["phone"]) for each in kept if each.fields.get("phone")}

    def want(self, customer: str, *, stamp: Stamp | None = None, **wanted: bool) -> None:
        """Keeps whether somebody wants `greetings` or `calls`."""
        with self._core.writing():
            saved = RecordSaved(id=self._core.new_id()(), kind=WISHES, record=customer, fields=dict(wanted))
            self._core.record([saved], stamp or self._core.stamp())
