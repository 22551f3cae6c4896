"""Focus groups: customers drawn by lot, with all that shows that the draw was fair, and who of them comes."""

from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256
from heapq import nsmallest

import msgspec
from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.greeting_marks import GreetingMarks
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.focus_groups import FOCUS, MOST_PLACES, PLACE, FocusGroup, Place, Reply, Whom, rank
from loyaltydesk.model.insights import Group
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from loyaltydesk.model.surveys import checked_title

Members = Callable[[str], Iterable[str]]
_Fields = dict[str, str | int | bool | None]


class _Kept(Struct, frozen=True):
    """A draw as its record has it; what it says is what `FocusGroup` says."""

    title: str
    whom: Whom
    which: str
    wanted: int
    seed: str
    among: int
    pool: str
    at: str


class FocusGroups:
    """The lists, a record for each, and one for each place on them."""

    def __init__(self, core: Core, members: Members) -> None:
        """`members` tells the ids of the customers in a group."""
        self._core = core
        self._members = members

    # --- reading

    def all(self) -> list[FocusGroup]:
        """Every list, the newest first."""
        found = (self._group(name) for name in self._core.store.records.names(FOCUS))
        return sorted((each for each in found if each), key=lambda each: each.id, reverse=True)

    def get(self, group: str) -> FocusGroup:
        """The list with this id. Raises BadRequest where there is none."""
        found = self._group(group)
        if found is None:
            raise BadRequest("group", "focus_gone")
        return found

    def eligible(self, whom: Whom, which: str = "") -> list[str]:
        """Who may be asked, in the order of their ids: agreed to be written to, has a phone, is not blocked, and did
        not say that they want no calls. `which` names the tier or the group. Raises BadRequest for no such group.
        """
        if whom is Whom.GROUP and which not in list(Group):
            raise BadRequest("group", "wrong_value")
        unwanted = GreetingMarks(self._core).unwanted("calls")
        found = self._core.store.surveys.eligible(which if whom is Whom.TIER else "")
        within = set(self._members(which)) if whom is Whom.GROUP else None
        return [each for each in found if each not in unwanted and (within is None or each in within)]

    def proves(self, group: str) -> bool | None:
        """Whether the lot would fall the same way today; None where others may be asked by now than on that day."""
        found = self.get(group)
        people = self.eligible(found.whom, found.which)
        if _digest(people) != found.pool:
            return None
        drawn = [place.customer.id for place in found.places if place.customer]
        return drawn == nsmallest(len(found.places), people, key=lambda person: rank(found.seed, person))

    # --- drawing

    def draw(
        self, title: str, wanted: int, *, whom: Whom = Whom.ALL, which: str = "", stamp: Stamp | None = None
    ) -> FocusGroup:
        """A new list of so many people; fewer where there are no more. Each draw stays in the journal.

        Raises BadRequest for no title, for none or more than 60 people, and where nobody may be asked.
        """
        stamp, named = stamp or self._core.stamp(), checked_title(title)
        if not 1 <= wanted <= MOST_PLACES:
            raise BadRequest("wanted", "focus_wanted")
        with self._core.writing():
            people = self.eligible(whom, which)
            if not people:
                raise BadRequest("wanted", "focus_nobody")
            group, seed = self._core.new_id()(), f"{self._core.randbelow(1 << 64):016x}"
            at = stamp.at.isoformat(timespec="seconds")
            kept = _Kept(named, whom, which, wanted, seed, len(people), _digest(people), at)
            facts = [self._saved(FOCUS, group, fields={"draw": msgspec.json.encode(kept).decode()})]
            drawn = nsmallest(wanted, people, key=lambda person: rank(seed, person))
            facts += [
                self._saved(PLACE, f"{group}/{person}", fields={"number": number, "reply": Reply.OPEN.value})
                for number, person in enumerate(drawn, 1)
            ]
            self._core.record(facts, stamp)
        return self.get(group)

    def draw_more(self, group: str, stamp: Stamp | None = None) -> FocusGroup:
        """Fills the places of those who do not come with whoever the same lot puts next.

        Raises BadRequest where nobody declined, and where nobody else may be asked.
        """
        with self._core.writing():
            found = self.get(group)
            if not found.free:
                raise BadRequest("group", "focus_full")
            kept = self._core.store.greetings.kept(PLACE, f"{group}/")
            known = {each.customer for each in kept} | {each.name.rpartition("/")[2] for each in kept}
            others = [person for person in self.eligible(found.whom, found.which) if person not in known]
            if not others:
                raise BadRequest("wanted", "focus_nobody")
            drawn = nsmallest(found.free, others, key=lambda person: rank(found.seed, person))
            facts = [
                self._saved(PLACE, f"{group}/{person}", fields={"number": number, "reply": Reply.OPEN.value})
                for number, person in enumerate(drawn, len(found.places) + 1)
            ]
            self._core.record(facts, stamp or self._core.stamp())
        return self.get(group)

    def reply(self, group: str, customer: str, *, reply: Reply, stamp: Stamp | None = None) -> FocusGroup:
        """Keeps what came of asking somebody. Raises BadRequest for somebody who is not on the list."""
        with self._core.writing():
            self.get(group)
            kept = self._core.store.greetings.kept(PLACE, f"{group}/")
            theirs = [each for each in kept if each.customer == customer]
            if not theirs:
                raise BadRequest("customer", "focus_not_drawn")
            facts = [self._saved(PLACE, each.name, fields={"reply": reply.value}) for each in theirs]
            self._core.record(facts, stamp or self._core.stamp())
        return self.get(group)

    # --- inside

    def _saved(self, kind: str, record: str, *, fields: _Fields) -> RecordSaved:
        return RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=fields)

    def _group(self, group: str) -> FocusGroup | None:
        text = self._core.store.records.fields(FOCUS, group).get("draw")
        try:
            kept = msgspec.json.decode(str(text), type=_Kept)
            at = datetime.fromisoformat(kept.at)
        except (msgspec.MsgspecError, ValueError):  # written by another release
            return None
        named = {name: getattr(kept, name) for name in _Kept.__struct_fields__ if name != "at"}
        return FocusGroup(id=group, drawn_at=at, places=tuple(self._places(group)), **named)

    def _places(self, group: str) -> list[Place]:
        """The places in their order; two records of one person are one place."""
        found: dict[str, Place] = {}
        for each in self._core.store.greetings.kept(PLACE, f"{group}/"):
            try:
                number, reply = int(each.fields["number"]), Reply(each.fields["reply"])
            except (KeyError, TypeError, ValueError):  # written by another release
                continue
            found.setdefault(each.customer, Place(number, self._person(each.customer), reply))
        return sorted(found.values(), key=lambda place: place.number)

    def _person(self, customer: str) -> Customer | None:
        try:
            return self._core.customer(customer)
        except UnknownCustomer:
            return None


def _digest(people: Iterable[str]) -> str:
    return sha256("\n".join(people).encode()).hexdigest()
