"""What waits for the owner: matters that are overdue or near, each with the page where it is seen to."""

from datetime import date
from enum import IntEnum, StrEnum

from msgspec import Struct


class MatterKind(StrEnum):
    """What it is; the sentence for each is in `loyaltydesk.words.agenda`."""

    VOICE_OVERDUE = "voice_overdue"
    PROMISE_OVERDUE = "promise_overdue"
    UNUSUAL = "unusual"
    VOICE_DUE = "voice_due"
    PROMISE_DUE = "promise_due"
    PARTNER_REMINDER = "partner_reminder"
    WARRANTY_ENDS = "warranty_ends"
    BALANCES_OLD = "balances_old"


class Urgency(IntEnum):
    """How it is to be shown; the most urgent first."""

    LATE = 0
    SOON = 1
    NOTED = 2


class Matter(Struct, frozen=True):
    """One line of the owner's list: so many of a kind, of which the first is told of.

    `name` is whom the first is about (empty where nobody is known), `text` its own words, `day` when it is due.
    `page` and `what` open it: `Page.wanted.emit(matter.page, matter.what)`.
    """

    kind: MatterKind
    urgency: Urgency
    count: int
    page: str
    what: str
    name: str = ""
    text: str = ""
    day: date | None = None
