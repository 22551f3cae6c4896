"""What stands in the lists of the Voices page: a voice or a promise as a line, and which of them are shown."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from loyaltydesk.model.folding import fold
from loyaltydesk.model.pledges import Pledge, PledgeKind, PledgeState
from loyaltydesk.model.voices import Voice, VoiceKind
from loyaltydesk.words import mark, tr, trc
from loyaltydesk.words.pledges import PLEDGES, state_text
from loyaltydesk.words.voices import KINDS, outcome_text
from ui.seams.formats import QtFormats
from ui.seams.lines import Line
from ui.seams.tables import Chip
from ui.theme.sheet import Tone

ICONS = {
    VoiceKind.SUGGESTION: "message-square-text",
    VoiceKind.COMPLAINT: "circle-alert",
    VoiceKind.PRAISE: "heart",
    VoiceKind.REVIEW: "star",
    VoiceKind.MYSTERY_VISIT: "user-check",
    VoiceKind.PHONE_NOTE: "phone",
}
PLEDGE_ICONS = {PledgeKind.PROMISE: "calendar", PledgeKind.WARRANTY: "shield-check"}
ANY = ""  # every kind
SOON_DAYS = 2


class Sieve(StrEnum):
    """Which voices are shown."""

    OPEN = "open"
    OVERDUE = "overdue"
    DUE = "due"
    MINE = "mine"
    TO_TELL = "to_tell"
    ANSWERED = "answered"
    ALL = "all"


SIEVES = {
    Sieve.OPEN: mark("To answer"),
    Sieve.OVERDUE: mark("Overdue"),
    Sieve.DUE: mark("Due soon"),
    Sieve.MINE: mark("Mine"),
    Sieve.TO_TELL: mark("To tell"),
    Sieve.ANSWERED: mark("Answered"),
    Sieve.ALL: mark("All"),
}


class PledgeSieve(StrEnum):
    """Which promises and warranties are shown."""

    NEAR = "near"
    PROMISES = "promises"
    WARRANTIES = "warranties"
    DONE = "done"
    ALL = "all"


PLEDGE_SIEVES = {
    PledgeSieve.PROMISES: mark("Promises to keep"),
    PledgeSieve.NEAR: mark("To see to now"),
    PledgeSieve.WARRANTIES: mark("Warranties that run"),
    PledgeSieve.DONE: mark("Done"),
    PledgeSieve.ALL: mark("All"),
}


def sifted(voices: Sequence[Voice], sieve: Sieve, *, staff: str, today: date) -> list[Voice]:
    """The voices that a sieve lets through, in the order in which they are worked on; `staff` is who looks."""
    tests: dict[Sieve, Callable[[Voice], bool]] = {
        Sieve.OPEN: lambda v: v.is_open,
        Sieve.OVERDUE: lambda v: v.is_overdue(today),
        Sieve.DUE: lambda v: v.is_open and v.plan.due is not None and 0 <= (v.plan.due - today).days <= SOON_DAYS,
        Sieve.MINE: lambda v: v.is_open and bool(staff) and v.plan.responsible.casefold() == staff.casefold(),
        Sieve.TO_TELL: lambda v: v.is_to_tell and v.customer is not None,
        Sieve.ANSWERED: lambda v: not v.is_open,
        Sieve.ALL: lambda _v: True,
    }
    kept = [voice for voice in voices if tests[sieve](voice)]
    if sieve in (Sieve.ANSWERED, Sieve.ALL):
        return kept[::-1]  # the newest first
    return sorted(kept, key=lambda voice: (voice.plan.due or date.max, voice.at))


def sifted_pledges(pledges: Sequence[Pledge], sieve: PledgeSieve, *, today: date) -> list[Pledge]:
    """The promises and warranties that a sieve lets through, the soonest day first."""
    tests: dict[PledgeSieve, Callable[[Pledge], bool]] = {
        PledgeSieve.NEAR: lambda p: p.is_near(today),
        PledgeSieve.PROMISES: lambda p: p.is_open and p.kind is PledgeKind.PROMISE,
        PledgeSieve.WARRANTIES: lambda p: p.is_open and p.kind is PledgeKind.WARRANTY and p.until >= today,
        PledgeSieve.DONE: lambda p: not p.is_open or (p.kind is PledgeKind.WARRANTY and p.until < today),
        PledgeSieve.ALL: lambda _p: True,
    }
    return [pledge for pledge in pledges if tests[sieve](pledge)]


def line_of(voice: Voice, name: str, formats: QtFormats, *, today: date) -> Line:
    """A voice as a line; `name` is whose it is."""
    tone, chip = _standing(voice, today)
    due = voice.plan.due if voice.is_open else None
    day = tr("by {day}").format(day=formats.short_day(due)) if due else formats.short_day(voice.at.date())
    return Line(voice.id, name, voice.text, ICONS[voice.kind], tone, (chip,) if chip else (), day=day)


def _standing(voice: Voice, today: date) -> tuple[Tone, Chip | None]:
    """The colour of a voice, and what is said of how it stands."""
    if voice.is_overdue(today):
        return "danger", Chip(tr("Overdue"), "danger")
    if voice.is_open:
        return "warning" if voice.kind is VoiceKind.COMPLAINT else "accent", None
    if voice.is_to_tell and voice.customer:
        return "", Chip(trc("suggestion", "To be told"), "accent")
    return "", Chip(outcome_text(voice))


def pledge_line(pledge: Pledge, name: str, formats: QtFormats, *, today: date) -> Line:
    """A promise or warranty as a line; `name` is whose it is."""
    late, near = pledge.is_overdue(today), pledge.is_near(today)
    tone: Tone = "danger" if late else "warning" if near else "accent" if pledge.is_open else ""
    shown: Tone = "danger" if late or pledge.state is PledgeState.BROKEN else ""
    words = Chip(state_text(pledge, today), shown)
    chips = (words,) if shown or not pledge.is_open or pledge.until < today else ()
    return Line(
        pledge.id, name, pledge.text, PLEDGE_ICONS[pledge.kind], tone, chips, day=formats.short_day(pledge.until)
    )


def kind_options() -> list[tuple[str, str]]:
    """Every kind of voice, and all of them."""
    return [(ANY, trc("kinds of voices", "Every kind")), *((kind.value, tr(words)) for kind, words in KINDS.items())]


def pledge_kind_options() -> list[tuple[str, str]]:
    """The two kinds of promises."""
    return [(kind.value, tr(words)) for kind, words in PLEDGES.items()]


def matches(typed: str, *texts: str) -> bool:
    """Whether every word that was typed stands somewhere in the texts, with or without accents."""
    said = fold(" ".join(texts))
    return all(word in said for word in fold(typed).split())
