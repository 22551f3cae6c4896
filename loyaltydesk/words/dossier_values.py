"""What stands in the fields of a dossier, in words: no key, no identity and no date as the file keeps it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from loyaltydesk.model.cards import CardState
from loyaltydesk.model.customers import NO_NAME_DAY
from loyaltydesk.model.dossiers import MONEY
from loyaltydesk.model.exports import Value
from loyaltydesk.model.focus_groups import Reply
from loyaltydesk.model.pledges import PledgeState
from loyaltydesk.model.purchases import PurchaseState, VoucherSource, VoucherState
from loyaltydesk.model.voices import VoiceOutcome
from loyaltydesk.words.catalogue import LANGUAGES, mark, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.greetings import CALLS, HOLIDAYS, OCCASIONS
from loyaltydesk.words.greetings import OUTCOMES as CALL_OUTCOMES
from loyaltydesk.words.greetings import STATES as GREETING_STATES
from loyaltydesk.words.pledges import PLEDGES
from loyaltydesk.words.surveys import REPLIES
from loyaltydesk.words.voices import KINDS


def _plain(words: Mapping[Any, str]) -> dict[str, str]:
    return {str(key): text for key, text in words.items()}


_STATES = {
    **_plain(GREETING_STATES),
    **_plain(CALL_OUTCOMES),
    **{reply.value: words for reply, words in REPLIES.items() if reply is not Reply.OPEN},
    "yes": mark("yes"),
    "no": mark("no"),
    "full": mark("collects and spends"),
    "earn_only": mark("only collects"),
    CardState.ACTIVE.value: mark("in use"),
    CardState.BLOCKED.value: mark("blocked"),
    CardState.REPLACED.value: mark("replaced"),
    PurchaseState.DONE.value: mark("stands"),
    PurchaseState.RETURNED.value: mark("returned"),
    PurchaseState.VOIDED.value: mark("voided"),
    PledgeState.OPEN.value: mark("not settled yet"),
    VoiceOutcome.TAKEN_UP.value: mark("taken up"),
    VoiceOutcome.DECLINED.value: mark("not taken up"),
    PledgeState.KEPT.value: mark("kept"),
    PledgeState.BROKEN.value: mark("not kept"),
}
_VOUCHERS = {
    VoucherState.OPEN.value: mark("open"),
    VoucherState.USED.value: mark("used"),
    VoucherState.CANCELLED.value: mark("cancelled"),
    VoucherState.REPRINTED.value: mark("printed anew"),
    VoucherState.EXPIRED.value: mark("expired"),
    VoucherSource.POINTS.value: mark("paid for with points"),
    VoucherSource.STAMPS.value: mark("for a full stamp card"),
    VoucherSource.NEXT_PURCHASE.value: mark("for a purchase"),
    VoucherSource.OCCASION.value: mark("for a special day"),
    VoucherSource.CAMPAIGN.value: mark("for a group of customers"),
}
STATED = frozenset(("state", "role", "blocked", "greetings", "calls", "outcome", "reply"))
_TIMED = frozenset(("registered", "last_visit", "due", "until"))
_DAYS = frozenset(("birth_date", "name_day_on"))
_KINDS = {**_plain(KINDS), **_plain(PLEDGES)}
_RECORDS = {
    **_plain(OCCASIONS),
    **HOLIDAYS,
    **_plain(CALLS),
    "campaign": mark("Campaigns"),
    "customer": mark("Customer"),
    "card": mark("Card"),
}
_IDENTITY = 36  # letters


def record_name(about: str) -> str:
    """What a record is about: the birthday of 2026; an identity says nothing to anybody."""
    parts = [part for part in about.split("/") if not (len(part) == _IDENTITY and part.count("-") == 4)]
    kind, *rest = parts or [""]
    return " ".join((tr(_RECORDS[kind]), *rest)) if kind in _RECORDS else "/".join((kind, *rest))


def state_text(value: str) -> str:
    """How something stands; as it is where another release knows it."""
    return tr(_STATES[value]) if value in _STATES else value


def voucher_text(value: str) -> str:
    """How a voucher stands, or what it was given for; as it is where another release knows it."""
    return tr(_VOUCHERS[value]) if value in _VOUCHERS else value


def field_text(name: str, value: Value, formats: Formats) -> str:
    """The content of a field as people read it."""
    last = name.rpartition(".")[2]
    if isinstance(value, int):
        return formats.money(value) if last in MONEY else formats.number(value)
    if value is None:
        return ""
    if last in _TIMED or last == "at" or last.endswith("_at"):
        return moment_text(value, formats)
    if last in _DAYS:
        return _day_text(value, formats)
    if last in STATED or value in ("yes", "no"):
        return state_text(value)
    if last == "language":
        return LANGUAGES.get(value, value)
    if last == "kind" and value in _KINDS:
        return tr(_KINDS[value])
    return value


def _day_text(kept: str, formats: Formats) -> str:
    """A birthday or a name day, day first where it has no year, as it is typed in."""
    if kept == NO_NAME_DAY:
        return tr("Keeps no name day")
    month, _stroke, day = kept.removeprefix("--").partition("-")
    is_without_year = len(month) == 2 and len(day) == 2
    return f"{day}.{month}" if is_without_year else moment_text(kept, formats)


def moment_text(text: str, formats: Formats) -> str:
    """A day, or a moment with its hour; as it is where another release wrote it in its own way."""
    try:
        if len(text) == 10:
            return formats.day(date.fromisoformat(text))
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{formats.day(at.date())} {at:%H:%M}"
