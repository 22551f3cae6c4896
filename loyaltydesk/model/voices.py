"""What customers say to the shop, what others say of it, and what became of it."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.refusals import BadRequest

VOICE = "voice"  # the kind of the records that are kept; what is personal in them goes with the customer
TO_TELL = "to_tell"  # under which a customer's row has the day of the oldest answer that they have not heard
DUE = "due"  # under which it has the earliest day by which something they said is to be answered
LONGEST_TEXT = 500
LONGEST_ANSWER = 200  # so that it can be said at the till, and stands on a slip as a whole
LONGEST_NAME = 60  # letters of a responsible person, of whoever is praised
LONGEST_SOURCE = 120
BEST_SCORE = 5
LONGEST_DAYS = 365


class VoiceKind(StrEnum):
    """What somebody said, or where it was heard."""

    SUGGESTION = "suggestion"
    COMPLAINT = "complaint"
    PRAISE = "praise"
    REVIEW = "review"
    MYSTERY_VISIT = "mystery_visit"
    PHONE_NOTE = "phone_note"


AT_THE_TILL = (VoiceKind.SUGGESTION, VoiceKind.COMPLAINT, VoiceKind.PRAISE)  # the rest is written down by the owner
DEFAULT_DAYS = {
    VoiceKind.SUGGESTION: 30,
    VoiceKind.COMPLAINT: 3,
    VoiceKind.PRAISE: 14,
    VoiceKind.REVIEW: 7,
    VoiceKind.MYSTERY_VISIT: 14,
    VoiceKind.PHONE_NOTE: 1,
}
"""Days until an answer is due where the owner has not said otherwise; 0 is never."""


class VoiceOutcome(StrEnum):
    """What became of it."""

    OPEN = "open"
    TAKEN_UP = "taken_up"  # done, or put right
    DECLINED = "declined"


class Telling(StrEnum):
    """How the customer heard the answer."""

    TILL = "till"
    LETTER = "letter"
    E_MAIL = "e_mail"


class VoicePlan(Struct, frozen=True):
    """What the shop notes beside the words: who sees to it and until when, and where it came from.

    `purchase` is the id of a purchase, `about` whom praise is for by name, `source` where a review stands, `score`
    what a mystery visit gave (1 to 5, None for no score).
    """

    responsible: str = ""
    due: date | None = None
    purchase: str = ""
    about: str = ""
    source: str = ""
    score: int | None = None


class Voice(Struct, frozen=True):
    """One thing that somebody said, and the shop's answer; `staff` is who wrote it down.

    `customer` is None for somebody who is not known. `id` is the name of its record: the customer as they were known
    then, a stroke, an identity. `matter` is shared by all that ask for the same thing; empty where nobody else does.
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
    plan: VoicePlan = VoicePlan()
    matter: str = ""
    answered_by: str = ""
    told_how: str = ""  # a Telling; empty where an older release wrote it down

    @property
    def is_to_tell(self) -> bool:
        """Whether there is an answer that the customer has not heard yet."""
        return bool(self.answer) and self.told_at is None

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.outcome is VoiceOutcome.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether the answer should have been given before `today`."""
        return self.is_open and self.plan.due is not None and self.plan.due < today


def checked_text(text: str) -> str:
    """What somebody said, tidied to one paragraph. Raises BadRequest where there is nothing, or too much."""
    tidy = _required(text, "text")
    if len(tidy) > LONGEST_TEXT:
        raise BadRequest("text", "voice_too_long")
    return tidy


def checked_answer(text: str) -> str:
    """An answer, tidied to one paragraph. Raises BadRequest where there is nothing, or too much."""
    tidy = _required(text, "answer")
    if len(tidy) > LONGEST_ANSWER:
        raise BadRequest("answer", "answer_too_long")
    return tidy


def checked_plan(plan: VoicePlan, kind: VoiceKind) -> VoicePlan:
    """What is noted beside the words, tidied, and only what the kind has. Raises BadRequest for what is too long."""
    score = plan.score if kind is VoiceKind.MYSTERY_VISIT else None
    if score is not None and not 1 <= score <= BEST_SCORE:
        raise BadRequest("score", "score_out_of_range")
    return VoicePlan(
        responsible=short_line(plan.responsible, "responsible", most=LONGEST_NAME),
        due=plan.due,
        purchase=plan.purchase,
        about=short_line(plan.about, "about", most=LONGEST_NAME) if kind is VoiceKind.PRAISE else "",
        source=short_line(plan.source, "source", most=LONGEST_SOURCE) if kind is VoiceKind.REVIEW else "",
        score=score,
    )


def short_line(text: str, field: str, *, most: int) -> str:
    """One line, tidied, of at most so many letters; it may be empty. Raises BadRequest where it is longer."""
    tidy = _tidy(text)
    if len(tidy) > most:
        raise BadRequest(field, "words_too_long")
    return tidy


def _tidy(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _required(text: str, field: str) -> str:
    tidy = _tidy(text)
    if not tidy:
        raise BadRequest(field, "voice_missing")
    return tidy
