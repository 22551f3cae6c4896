"""What people said and what became of it: names for kinds and outcomes, and what is said at the till."""

from loyaltydesk.model.voices import Telling, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.words.catalogue import Words, mark, tr, tr_n
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.saying import Saying

KINDS = {
    VoiceKind.SUGGESTION: mark("Suggestion"),
    VoiceKind.COMPLAINT: mark("Complaint"),
    VoiceKind.PRAISE: mark("Praise"),
    VoiceKind.REVIEW: mark("Review"),
    VoiceKind.MYSTERY_VISIT: mark("Mystery visit"),
    VoiceKind.PHONE_NOTE: mark("Phone note"),
}

# What became of it; praise is only thanked for, whichever it is.
OUTCOMES = {
    (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP): mark("Taken up"),
    (VoiceKind.SUGGESTION, VoiceOutcome.DECLINED): mark("Not taken up"),
    (VoiceKind.COMPLAINT, VoiceOutcome.TAKEN_UP): mark("Put right"),
    (VoiceKind.COMPLAINT, VoiceOutcome.DECLINED): mark("Not put right"),
    (VoiceKind.PRAISE, VoiceOutcome.TAKEN_UP): mark("Answered"),
    (VoiceKind.PRAISE, VoiceOutcome.DECLINED): mark("Answered"),
    (VoiceKind.REVIEW, VoiceOutcome.TAKEN_UP): mark("Taken up"),
    (VoiceKind.REVIEW, VoiceOutcome.DECLINED): mark("Only answered"),
    (VoiceKind.MYSTERY_VISIT, VoiceOutcome.TAKEN_UP): mark("Acted on"),
    (VoiceKind.MYSTERY_VISIT, VoiceOutcome.DECLINED): mark("Noted"),
    (VoiceKind.PHONE_NOTE, VoiceOutcome.TAKEN_UP): mark("Done"),
    (VoiceKind.PHONE_NOTE, VoiceOutcome.DECLINED): mark("Not done"),
}

VOICE_REASONS = {
    "voice_missing": mark("Write down in a few words what it is about."),
    "voice_too_long": mark("That is too long: 500 letters at most, the point of it."),
    "answer_too_long": mark("That is too long to be said and printed: 200 letters at most."),
    "words_too_long": mark("“{field}” is too long for one line."),
    "score_out_of_range": mark("The score of a visit is a number from 1 to 5."),
    "purchase_of_another": mark("That purchase is another customer's. Look at the number on the receipt again."),
    "voice_not_answered": mark("There is nothing to write: nobody known asked, or there is no answer yet."),
    "voice_gone": mark("Nobody has written that down, or it was forgotten with its customer."),
}

SHORT = 60  # letters by which somebody remembers what they said

_TELL = {
    (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP): mark("Their suggestion was taken up: “{what}”"),
    (VoiceKind.SUGGESTION, VoiceOutcome.DECLINED): mark("There is an answer to their suggestion: “{what}”"),
    (VoiceKind.COMPLAINT, VoiceOutcome.TAKEN_UP): mark("What they complained of was put right: “{what}”"),
    (VoiceKind.COMPLAINT, VoiceOutcome.DECLINED): mark("There is an answer to their complaint: “{what}”"),
    (VoiceKind.PRAISE, VoiceOutcome.TAKEN_UP): mark("There is an answer to their praise: “{what}”"),
    (VoiceKind.PRAISE, VoiceOutcome.DECLINED): mark("There is an answer to their praise: “{what}”"),
    (VoiceKind.REVIEW, VoiceOutcome.TAKEN_UP): mark("What they wrote of was taken up: “{what}”"),
    (VoiceKind.REVIEW, VoiceOutcome.DECLINED): mark("There is an answer to their review: “{what}”"),
    (VoiceKind.MYSTERY_VISIT, VoiceOutcome.TAKEN_UP): mark("What they saw was acted on: “{what}”"),
    (VoiceKind.MYSTERY_VISIT, VoiceOutcome.DECLINED): mark("There is an answer to what they saw: “{what}”"),
    (VoiceKind.PHONE_NOTE, VoiceOutcome.TAKEN_UP): mark("What they called about is done: “{what}”"),
    (VoiceKind.PHONE_NOTE, VoiceOutcome.DECLINED): mark("There is an answer to their call: “{what}”"),
}

_OVERDUE = {
    VoiceKind.SUGGESTION: mark("Their suggestion waits for an answer: “{what}”"),
    VoiceKind.COMPLAINT: mark("Their complaint waits for an answer: “{what}”"),
    VoiceKind.PRAISE: mark("Their praise waits for an answer: “{what}”"),
    VoiceKind.REVIEW: mark("Their review waits for an answer: “{what}”"),
    VoiceKind.MYSTERY_VISIT: mark("What they saw waits for an answer: “{what}”"),
    VoiceKind.PHONE_NOTE: mark("Their call waits for an answer: “{what}”"),
}

_HEADINGS = {
    VoiceKind.SUGGESTION: mark("About your suggestion"),
    VoiceKind.COMPLAINT: mark("About your complaint"),
    VoiceKind.PRAISE: mark("About your kind words"),
    VoiceKind.REVIEW: mark("About your review"),
    VoiceKind.MYSTERY_VISIT: mark("About your visit"),
    VoiceKind.PHONE_NOTE: mark("About your call"),
}

TELLINGS = {
    Telling.TILL: mark("told at the till on {day}"),
    Telling.LETTER: mark("told by letter on {day}"),
    Telling.E_MAIL: mark("told by e-mail on {day}"),
}

_DONE = frozenset((VoiceKind.SUGGESTION, VoiceKind.COMPLAINT, VoiceKind.REVIEW))  # of which “we did it” can be said


def outcome_text(voice: Voice) -> str:
    """What became of it, in a word or two; empty while nothing did."""
    if voice.outcome is VoiceOutcome.OPEN:
        return ""
    return tr(OUTCOMES[voice.kind, voice.outcome])


def to_tell(voice: Voice) -> str:
    """What is to be told to whoever said it, for the one at the till."""
    return tr(_TELL[voice.kind, voice.outcome]).format(what=shortened(voice.text))


def overdue_saying(voice: Voice, days: int, formats: Formats) -> Saying:
    """What there is to say where an answer is so many days late, for the one at the till."""
    headline = tr(_OVERDUE[voice.kind]).format(what=shortened(voice.text))
    late = tr_n("{n} day late", "{n} days late", days).format(n=formats.number(days))
    if voice.plan.responsible:
        hint = tr("{late}. Say that {name} is seeing to it")
        return Saying(headline, hint.format(late=late, name=voice.plan.responsible))
    return Saying(headline, tr("{late}. Say that it is not forgotten").format(late=late))


def told_text(voice: Voice, formats: Formats) -> str:
    """How and when the customer heard the answer; empty while they have not."""
    if voice.told_at is None:
        return ""
    known = voice.told_how in list(Telling)
    words = TELLINGS[Telling(voice.told_how)] if known else mark("told on {day}")
    return tr(words).format(day=formats.day(voice.told_at.date()))


def heading(voice: Voice, words: Words) -> str:
    """What stands over the answer on the slip, in the language of `words`."""
    if voice.outcome is VoiceOutcome.TAKEN_UP and voice.kind in _DONE:
        return words.tr("You said it, we did it")
    return words.tr(_HEADINGS[voice.kind])


def shortened(text: str) -> str:
    """The beginning of what somebody said, cut between words where it can be."""
    if len(text) <= SHORT:
        return text
    cut = text[:SHORT]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
