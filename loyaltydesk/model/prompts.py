"""Things worth saying to a customer at the till."""

from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.voices import Voice


class PromptKind(StrEnum):
    """Things worth saying to a customer, the most urgent first."""

    ANSWERED = "answered"
    BIRTHDAY = "birthday"
    NAME_DAY = "name_day"
    VOUCHER_ENDS = "voucher_ends"
    POINTS_END = "points_end"
    REWARD = "reward"
    WELCOME_BACK = "welcome_back"
    FIRST_VISIT = "first_visit"


class Prompt(Struct, frozen=True):
    """One thing to say; `days` from today (negative: ago), `points`, and the name of the reward or voucher.

    `voice` is what they said and was answered.
    """

    kind: PromptKind
    days: int = 0
    points: int = 0
    name: str = ""
    code: str = ""  # of the voucher, or the reward's id
    voice: Voice | None = None
