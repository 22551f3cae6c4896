"""Takes an import back: by new facts that undo the old ones, except where something has happened since."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    Fact,
    PointsAdjusted,
    Recorded,
    RecordSaved,
    Stamp,
)
from loyaltydesk.model.imports import Kept, SinceThen, Undone
from loyaltydesk.store.deriving import Progress
from loyaltydesk.words.imports import opening_reason

OFTEN = 100  # facts between two words on how far it is


class _Step(Struct, frozen=True):
    """What is done about one fact: the facts that undo it, who is forgotten, or who stays."""

    facts: tuple[Fact, ...] = ()
    forgotten: str = ""
    emptied: str = ""
    kept: Kept | None = None


class Undoing:
    """One import, from the first of its facts to the last, and what is to be done to take it back."""

    def __init__(self, core: Core, origin: str, *, first: int, last: int) -> None:
        self._core = core
        read = core.store.batches.facts
        self._first, self._last = next(read(origin, first=first, last=first)), next(read(origin, first=last, last=last))

    def outlook(self, progress: Progress) -> Undone:
        """What taking it back would do."""
        return self._told(self._steps(progress))

    def undo(self, stamp: Stamp, progress: Progress) -> Undone:
        """Takes it back. Only within `writing()`."""
        return self._told(self._done(step, stamp) for step in self._steps(progress))

    def _told(self, steps: Iterator[_Step]) -> Undone:
        customers, emptied, kept = 0, set[str](), list[Kept]()
        for step in steps:
            customers += bool(step.forgotten)
            if step.emptied:
                emptied.add(step.emptied)
            if step.kept:
                kept.append(step.kept)
        return Undone(customers, len(emptied), tuple(kept))

    def _done(self, step: _Step, stamp: Stamp) -> _Step:
        self._core.record(step.facts, stamp)
        if step.forgotten:
            self._core.store.forget(step.forgotten)
        return step

    def _steps(self, progress: Progress) -> Iterator[_Step]:
        first, last, named = self._first.seq, self._last.seq, set[str]()
        facts = self._core.store.batches.facts(self._first.origin, first=first, last=last)
        for done, recorded in enumerate(facts, 1):
            if done % OFTEN == 0:
                progress(done, last - first + 1)
            step = self._step(recorded)
            if step and step.kept and step.kept.customer in named:
                continue  # once is enough, however much was filled in
            if step and step.kept:
                named.add(step.kept.customer)
            if step:
                yield step

    def _step(self, recorded: Recorded) -> _Step | None:
        fact = recorded.fact
        if isinstance(fact, CustomerRegistered):
            return self._newcomer(fact.id)
        if isinstance(fact, RecordSaved) and fact.kind == "customer":
            return self._others(fact.record, lambda person: self._emptied(person, fact))
        if isinstance(fact, PointsAdjusted):
            return self._others(fact.customer, lambda person: self._without_points(person, fact))
        if isinstance(fact, CardIssued) and fact.customer:
            return self._others(fact.customer, lambda person: self._without_card(person, fact.id))
        if isinstance(fact, RecordSaved) and fact.kind == "card":
            return self._others(str(fact.fields["customer"]), lambda person: self._without_card(person, fact.record))
        return None

    # --- who came by the import

    def _newcomer(self, customer: str) -> _Step | None:
        person = self._core.store.customers.by_id(customer)
        if person is None:
            return None  # forgotten meanwhile
        since = self._since(customer) if person.id == customer else SinceThen.TOGETHER
        if since:
            return _Step(kept=Kept(person.id, person.profile.called, since))
        cards = (card.id for card in self._core.store.customers.cards(customer))
        blank = tuple(self._blank(card) for card in cards if not self._is_ours(card))
        return _Step((*blank, CustomerErased(id=self._new_id(), customer=customer)), forgotten=customer)

    def _since(self, customer: str) -> SinceThen | None:
        return self._core.store.batches.since(customer, first=self._first, last=self._last)

    def _is_ours(self, identity: str) -> bool:
        """Whether a customer or a card was made by this import: identities only grow."""
        return self._first.fact.id <= identity <= self._last.fact.id

    # --- who was there before

    def _others(self, customer: str, undo: Callable[[Customer], _Step | None]) -> _Step | None:
        person = None if self._is_ours(customer) else self._core.store.customers.by_id(customer)
        return undo(person) if person else None

    def _emptied(self, person: Customer, fact: RecordSaved) -> _Step:
        """What was filled in is emptied where it still stands there."""
        personal = {name: "" for name, text in fact.personal.items() if getattr(person.profile, name) == text}
        fields: dict[str, str | int | bool | None] = {"floor": None} if fact.fields.get("floor") else {}
        other_floor = bool(fields) and person.floor != fact.fields["floor"]
        if len(personal) < len(fact.personal) or other_floor:
            return self._stays(person, SinceThen.CHANGED)
        saved = RecordSaved(id=self._new_id(), kind="customer", record=person.id, fields=fields, personal=personal)
        return _Step((saved,), emptied=person.id)

    def _without_points(self, person: Customer, fact: PointsAdjusted) -> _Step:
        if self._core.store.batches.moved_besides(person.id, fact.id):
            return self._stays(person, SinceThen.POINTS)
        back = PointsAdjusted(id=self._new_id(), customer=person.id, points=-fact.points, reason=opening_reason())
        return _Step((back,), emptied=person.id)

    def _without_card(self, person: Customer, card: str) -> _Step:
        held = next((each for each in self._core.store.customers.cards(person.id) if each.id == card), None)
        if held is None or held.state is not CardState.ACTIVE or self._core.store.batches.used(card):
            return self._stays(person, SinceThen.CARD)
        return _Step((self._blank(card),), emptied=person.id)

    def _stays(self, person: Customer, why: SinceThen) -> _Step:
        return _Step(kept=Kept(person.id, person.profile.called, why))

    def _blank(self, card: str) -> RecordSaved:
        """A card as it was before it was anybody's."""
        free: dict[str, str | int | bool | None] = {"customer": None, "state": CardState.BLANK.value}
        return RecordSaved(id=self._new_id(), kind="card", record=card, fields=free)

    def _new_id(self) -> str:
        return self._core.new_id()()
