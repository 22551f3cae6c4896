"""Things worth saying to a customer at the till."""

from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.pledges import Pledge
from loyaltydesk.model.voices import Voice


class PromptKind(StrEnum):
    """Things worth saying to a customer, the most urgent first."""

    ANSWERED = "answered"
    PROMISE = "promise"
    VOICE_OVERDUE = "voice_overdue"
    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    VOUCHER_ENDS = "voucher_ends"
    POINTS_END = "points_end"
    WARRANTY = "warranty"
    REWARD = "reward"
    WELCOME_BACK = "welcome_back"
    FIRST_VISIT = "first_visit"


class Prompt(Struct, frozen=True):
    """One thing to say; `days` from today (negative: ago), `points`, and the name of the reward or voucher.

    `voice` is what they said: it was answered, or waits too long for it. `pledge` is what they were promised.
    """

    kind: PromptKind
    days: int = 0
    points: int = 0
    name: str = ""
    code: str = ""  # of the voucher, or the reward's id
    voice: Voice | None = None
    pledge: Pledge | None = None
