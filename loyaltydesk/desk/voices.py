"""What customers say to the shop: written down, answered, and the answer told to whoever asked."""

from datetime import datetime

from loyaltydesk.desk.core import Core
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import VOICE, Voice, VoiceKind, VoiceOutcome, checked_answer, checked_text


class Voices:
    """Suggestions, complaints and praise, a record for each; the last word of all tills counts, field by field."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def of(self, customer: str) -> list[Voice]:
        """Everything that a customer said, the oldest first. Raises UnknownCustomer."""
        store, person = self._core.store, self._core.customer(customer)
        return store.voices.of([person.id, *store.households.merged_into(person.id)])

    def open(self) -> list[Voice]:
        """All that wait for an answer, the oldest first."""
        return self._core.store.voices.open()

    def to_tell(self, customer: str) -> list[Voice]:
        """What is answered and the customer has not heard yet, the oldest answer first. Raises UnknownCustomer."""
        return to_tell(self._core, customer)

    def get(self, voice: str) -> Voice:
        """The one with this id. Raises BadRequest when there is none, or not any more."""
        found = self._core.store.voices.named(voice)
        if found is None:
            raise BadRequest("voice", "voice_gone")
        return found

    # --- writing

    def note(self, customer: str, text: str, *, kind: VoiceKind, stamp: Stamp | None = None) -> Voice:
        """Writes down what somebody said; no `customer` for somebody who is not known.

        Raises UnknownCustomer, or BadRequest where there is nothing to write down, or more than 500 letters.
        """
        stamp, said = stamp or self._core.stamp(), checked_text(text)
        with self._core.writing():
            person = self._core.customer(customer).id if customer else ""
            name = f"{person}/{self._core.new_id()()}"
            begun = {"kind": kind.value, "at": _written(stamp.at), "staff": stamp.staff}
            self._save(name, stamp, fields={**begun, "outcome": VoiceOutcome.OPEN.value}, words={"text": said})
        return self.get(name)

    def answer(self, voice: str, text: str, *, outcome: VoiceOutcome, stamp: Stamp | None = None) -> Voice:
        """Keeps the answer to the one with this id, to be told at the next visit; a new answer is told anew.

        Raises BadRequest where there is no such voice, no answer or more than 200 letters, or no outcome.
        """
        stamp, answer = stamp or self._core.stamp(), checked_answer(text)
        if outcome is VoiceOutcome.OPEN:
            raise BadRequest("outcome", "wrong_value")
        with self._core.writing():
            self.get(voice)
            fields = {"outcome": outcome.value, "answered_at": _written(stamp.at), "told_at": None}
            self._save(voice, stamp, fields=fields, words={"answer": answer})
        return self.get(voice)

    def told(self, voice: str, stamp: Stamp | None = None) -> None:
        """Remembers that the customer has heard the answer. Raises BadRequest where there is no such voice."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            if self.get(voice).is_to_tell:
                self._save(voice, stamp, fields={"told_at": _written(stamp.at)}, words={})

    def _save(self, name: str, stamp: Stamp, *, fields: dict[str, str | None], words: dict[str, str]) -> None:
        kept: dict[str, str | int | bool | None] = dict(fields)
        saved = RecordSaved(id=self._core.new_id()(), kind=VOICE, record=name, fields=kept, personal=words)
        self._core.record([saved], stamp)


def to_tell(core: Core, customer: str) -> list[Voice]:
    """What is answered and the customer has not heard yet, the oldest answer first. Raises UnknownCustomer."""
    waiting = [voice for voice in Voices(core).of(customer) if voice.is_to_tell]
    return sorted(waiting, key=lambda voice: voice.answered_at or voice.at)


def _written(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
