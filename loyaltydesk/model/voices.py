"""What customers say to the shop: suggestions, complaints and praise, and what became of them."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.refusals import BadRequest

VOICE = "voice"  # the kind of the records that are kept; what is personal in them goes with the customer
TO_TELL = "to_tell"  # under which a customer's row has the day of the oldest answer that they have not heard
LONGEST_TEXT = 500
LONGEST_ANSWER = 200  # so that it can be said at the till, and stands on a slip as a whole


class VoiceKind(StrEnum):
    """What somebody said."""

    SUGGESTION = "suggestion"
    COMPLAINT = "complaint"
    PRAISE = "praise"


class VoiceOutcome(StrEnum):
    """What became of it."""

    OPEN = "open"
    TAKEN_UP = "taken_up"  # done, or put right
    DECLINED = "declined"


class Voice(Struct, frozen=True):
    """One thing that somebody said, and the shop's answer; `staff` is who wrote it down.

    `customer` is None for somebody who is not known. `id` is the name of its record: the customer as they were known
    then, a stroke, an identity.
    """

    id: str
    customer: str | None
    kind: VoiceKind
    text: str
    at: datetime
    staff: str = ""
    outcome: VoiceOutcome = VoiceOutcome.OPEN
    answer: str = ""
    answered_at: datetime | None = None
    told_at: datetime | None = None

    @property
    def is_to_tell(self) -> bool:
        """Whether there is an answer that the customer has not heard yet."""
        return bool(self.answer) and self.told_at is None


def checked_text(text: str) -> str:
    """What somebody said, tidied to one paragraph. Raises BadRequest where there is nothing, or too much."""
    tidy = _tidy(text, "text")
    if len(tidy) > LONGEST_TEXT:
        raise BadRequest("text", "voice_too_long")
    return tidy


def checked_answer(text: str) -> str:
    """An answer, tidied to one paragraph. Raises BadRequest where there is nothing, or too much."""
    tidy = _tidy(text, "answer")
    if len(tidy) > LONGEST_ANSWER:
        raise BadRequest("answer", "answer_too_long")
    return tidy


def _tidy(text: str, field: str) -> str:
    tidy = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    if not tidy:
        raise BadRequest(field, "voice_missing")
    return tidy
