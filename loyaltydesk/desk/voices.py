"""What customers say to the shop: written down, seen to, answered, and the answer told to whoever asked."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from loyaltydesk.desk.core import Core
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest, UnknownPurchase
from loyaltydesk.model.voices import (
    DEFAULT_DAYS,
    LONGEST_DAYS,
    VOICE,
    Telling,
    Voice,
    VoiceKind,
    VoiceOutcome,
    VoicePlan,
    checked_answer,
    checked_plan,
    checked_text,
)

_SETTINGS = ("voices", "days")  # the record with the days until an answer is due, a field for each kind
_Fields = dict[str, str | int | bool | None]


class Voices:
    """What was said, a record for each; the last word of all tills counts, field by field."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def of(self, customer: str) -> list[Voice]:
        """Everything that a customer said, the oldest first. Raises UnknownCustomer."""
        store, person = self._core.store, self._core.customer(customer)
        return store.voices.of([person.id, *store.households.merged_into(person.id)])

    def everything(self) -> list[Voice]:
        """All that was ever said, the oldest first."""
        return self._core.store.voices.everything()

    def open(self) -> list[Voice]:
        """All that wait for an answer, the oldest first."""
        return self._core.store.voices.open()

    def to_tell(self, customer: str) -> list[Voice]:
        """What is answered and the customer has not heard yet, the oldest answer first. Raises UnknownCustomer."""
        return to_tell(self._core, customer)

    def is_there(self, voice: str) -> bool:
        """Whether there is one with this id, which was not forgotten with its customer."""
        return self._core.store.voices.named(voice) is not None

    def get(self, voice: str) -> Voice:
        """The one with this id. Raises BadRequest when there is none, or not any more."""
        found = self._core.store.voices.named(voice)
        if found is None:
            raise BadRequest("voice", "voice_gone")
        return found

    def same_wish(self, voice: Voice) -> list[Voice]:
        """All that ask for the same thing, this one among them, the oldest first."""
        return self._core.store.voices.of_matter(voice.matter) if voice.matter else [voice]

    def praised(self, first: date, last: date) -> Counter[str]:
        """How often each was praised by name on these days; the words of some may be forgotten by now."""
        return Counter(self._core.store.voices.praised(first, last))

    def days(self) -> dict[VoiceKind, int]:
        """The days until an answer to each kind is due; 0 is never."""
        kept = self._core.store.records.fields(*_SETTINGS)
        said = {kind: kept.get(kind.value) for kind in VoiceKind}
        return {
            kind: days if isinstance(days, int) and 0 <= days <= LONGEST_DAYS else DEFAULT_DAYS[kind]
            for kind, days in said.items()
        }

    # --- writing

    def note(
        self, customer: str, text: str, *, kind: VoiceKind, plan: VoicePlan | None = None, stamp: Stamp | None = None
    ) -> Voice:
        """Writes down what somebody said; no `customer` for somebody who is not known.

        Without a day in `plan` the answer is due after the days of its kind; its purchase may be named by the number
        of the receipt. Raises UnknownCustomer, UnknownPurchase, or BadRequest where there is nothing to write down or
        more than 500 letters, where the purchase is somebody else's, and for what makes no sense in `plan`.
        """
        stamp, said, plan = stamp or self._core.stamp(), checked_text(text), checked_plan(plan or VoicePlan(), kind)
        with self._core.writing():
            person = self._core.customer(customer).id if customer else ""
            name = f"{person}/{self._core.new_id()()}"
            fields, words = self._planned(plan, person)
            days = self.days()[kind]
            if plan.due is None and days:
                fields["due"] = (stamp.day + timedelta(days=days)).isoformat()
            begun: _Fields = {"kind": kind.value, "at": _written(stamp.at), "staff": stamp.staff}
            begun["outcome"] = VoiceOutcome.OPEN.value
            self._save(name, stamp, fields={**begun, **fields}, words={"text": said, **words})
        return self.get(name)

    def revise(self, voice: str, plan: VoicePlan, *, kind: VoiceKind, stamp: Stamp | None = None) -> Voice:
        """Keeps who sees to it, until when, and whatever else is noted beside the words; and what kind it is.

        Raises BadRequest or UnknownPurchase as `note` does.
        """
        stamp, plan = stamp or self._core.stamp(), checked_plan(plan, kind)
        with self._core.writing():
            fields, words = self._planned(plan, self.get(voice).customer or "")
            self._save(voice, stamp, fields={**fields, "kind": kind.value}, words=words)
        return self.get(voice)

    def answer(self, voice: str, text: str, *, outcome: VoiceOutcome, stamp: Stamp | None = None) -> Voice:
        """Keeps the answer to the one with this id, and to all that ask for the same thing, to be told to each.

        A new answer is told anew. Raises BadRequest where there is no such voice, no answer or more than 200 letters,
        or no outcome.
        """
        stamp, answer = stamp or self._core.stamp(), checked_answer(text)
        if outcome is VoiceOutcome.OPEN:
            raise BadRequest("outcome", "wrong_value")
        with self._core.writing():
            for each in self.same_wish(self.get(voice)):
                self._answer(each.id, answer, outcome=outcome, stamp=stamp)
        return self.get(voice)

    def told(self, voice: str, stamp: Stamp | None = None, *, how: Telling = Telling.TILL) -> None:
        """Remembers that the customer has heard the answer. Raises BadRequest where there is no such voice."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            if self.get(voice).is_to_tell:
                self._save(voice, stamp, fields={"told_at": _written(stamp.at), "told_how": how.value}, words={})

    def join(self, voice: str, *, to: str, stamp: Stamp | None = None) -> Voice:
        """Says that two ask for the same thing, so that one answer is for both; an answer that is there already, too.

        Raises BadRequest where one of them is not there.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            mine, other = self.get(voice), self.get(to)
            matter = other.matter or mine.matter or other.id.partition("/")[2]
            for each in {each.id: each for one in (mine, other) for each in self.same_wish(one)}.values():
                if each.matter != matter:
                    self._save(each.id, stamp, fields={"matter": matter}, words={})
                if each.is_open and other.answer:
                    self._answer(each.id, other.answer, outcome=other.outcome, stamp=stamp)
        return self.get(voice)

    def part(self, voice: str, stamp: Stamp | None = None) -> Voice:
        """Says that this one asks for something of its own after all. Raises BadRequest where it is not there."""
        with self._core.writing():
            if self.get(voice).matter:
                self._save(voice, stamp or self._core.stamp(), fields={"matter": ""}, words={})
        return self.get(voice)

    def set_days(self, days: Mapping[VoiceKind, int], stamp: Stamp | None = None) -> None:
        """Keeps after how many days an answer to each of these kinds is due; for what is written down from now on.

        Raises BadRequest for more than a year, and fewer than no days.
        """
        before = self.days()
        if not all(0 <= each <= LONGEST_DAYS for each in days.values()):
            raise BadRequest("days", "wrong_value")
        changed: _Fields = {kind.value: each for kind, each in days.items() if each != before[kind]}
        if changed:
            kind, record = _SETTINGS
            with self._core.writing():
                saved = RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=changed)
                self._core.record([saved], stamp or self._core.stamp())

    # --- inside

    def _answer(self, voice: str, answer: str, *, outcome: VoiceOutcome, stamp: Stamp) -> None:
        fields: _Fields = {"outcome": outcome.value, "answered_at": _written(stamp.at), "told_at": None}
        fields["answered_by"] = stamp.staff
        self._save(voice, stamp, fields=fields, words={"answer": answer})

    def _planned(self, plan: VoicePlan, customer: str) -> tuple[_Fields, dict[str, str]]:
        """A plan as it is kept: the fields, and what may name somebody."""
        fields: _Fields = {
            "responsible": plan.responsible,
            "due": plan.due.isoformat() if plan.due else None,
            "purchase": purchase_of(self._core, plan.purchase, customer=customer),
            "about": plan.about,
            "score": plan.score,
        }
        return fields, {"source": plan.source}

    def _save(self, name: str, stamp: Stamp, *, fields: _Fields, words: dict[str, str]) -> None:
        saved = RecordSaved(id=self._core.new_id()(), kind=VOICE, record=name, fields=fields, personal=words)
        self._core.record([saved], stamp)


def to_tell(core: Core, customer: str) -> list[Voice]:
    """What is answered and the customer has not heard yet, the oldest answer first. Raises UnknownCustomer."""
    waiting = [voice for voice in Voices(core).of(customer) if voice.is_to_tell]
    return sorted(waiting, key=lambda voice: voice.answered_at or voice.at)


def overdue(core: Core, customer: str, day: date) -> list[Voice]:
    """What a customer said that should have been answered before `day`, the longest overdue first."""
    late = [voice for voice in Voices(core).of(customer) if voice.is_overdue(day)]
    return sorted(late, key=lambda voice: voice.plan.due or day)


def purchase_of(core: Core, number: str, *, customer: str) -> str:
    """The id of the purchase with this id or receipt number, empty for none named.

    Raises UnknownPurchase, or BadRequest where it is another customer's.
    """
    if not number.strip():
        return ""
    purchases = core.store.purchases
    found = purchases.by_id(number.strip()) or purchases.by_receipt(number.strip())
    if found is None:
        raise UnknownPurchase(number.strip()[:64])
    if found.customer and customer and found.customer != customer:
        raise BadRequest("purchase", "purchase_of_another")
    return found.id


def _written(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
