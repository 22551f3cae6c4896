"""What customers said and what became of it: names for kinds and outcomes, and what is said at the till."""

from loyaltydesk.model.voices import Voice, VoiceKind, VoiceOutcome
from loyaltydesk.words.catalogue import Words, mark, tr

KINDS = {
    VoiceKind.SUGGESTION: mark("Suggestion"),
    VoiceKind.COMPLAINT: mark("Complaint"),
    VoiceKind.PRAISE: mark("Praise"),
}

# What became of it; praise is only thanked for, whichever it is.
OUTCOMES = {
    (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP): mark("Taken up"),
    (VoiceKind.SUGGESTION, VoiceOutcome.DECLINED): mark("Not taken up"),
    (VoiceKind.COMPLAINT, VoiceOutcome.TAKEN_UP): mark("Put right"),
    (VoiceKind.COMPLAINT, VoiceOutcome.DECLINED): mark("Not put right"),
    (VoiceKind.PRAISE, VoiceOutcome.TAKEN_UP): mark("Answered"),
    (VoiceKind.PRAISE, VoiceOutcome.DECLINED): mark("Answered"),
}

VOICE_REASONS = {
    "voice_missing": mark("Write down in a few words what it is about."),
    "voice_too_long": mark("That is too long: 500 letters at most, the point of it."),
    "answer_too_long": mark("That is too long to be said and printed: 200 letters at most."),
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
}

_HEADINGS = {
    VoiceKind.SUGGESTION: mark("About your suggestion"),
    VoiceKind.COMPLAINT: mark("About your complaint"),
    VoiceKind.PRAISE: mark("About your kind words"),
}


def outcome_text(voice: Voice) -> str:
    """What became of it, in a word or two; empty while nothing did."""
    if voice.outcome is VoiceOutcome.OPEN:
        return ""
    return tr(OUTCOMES[voice.kind, voice.outcome])


def to_tell(voice: Voice) -> str:
    """What is to be told to whoever said it, for the one at the till."""
    return tr(_TELL[voice.kind, voice.outcome]).format(what=shortened(voice.text))


def heading(voice: Voice, words: Words) -> str:
    """What stands over the answer on the slip, in the language of `words`."""
    if voice.outcome is VoiceOutcome.TAKEN_UP and voice.kind is not VoiceKind.PRAISE:
        return words.tr("You said it, we did it")
    return words.tr(_HEADINGS[voice.kind])


def shortened(text: str) -> str:
    """The beginning of what somebody said, cut between words where it can be."""
    if len(text) <= SHORT:
        return text
    cut = text[:SHORT]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
