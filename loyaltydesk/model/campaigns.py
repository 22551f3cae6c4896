"""Campaigns: what one click does for a group of customers, who was left out of it and why, and what came of it."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.customers import Customer

CAMPAIGN, MEMBER = "campaign", "campaign_member"
"""The kinds of records: a campaign, and each customer within ("<campaign>/<customer>")."""

MOST = 5000  # people in one campaign
APART = 60  # days within which nobody gets the same twice
WATCHED = 30  # days within which a purchase, or a voucher that is used, is put down to a campaign


class CampaignKind(StrEnum):
    """What each of the customers gets."""

    VOUCHERS = "vouchers"  # to be printed together, or inside a card
    GREETINGS = "greetings"  # a card, with a voucher inside or without
    CALLS = "calls"


class Subject(StrEnum):
    """What the words are about; cards and calls have texts under this key in every language."""

    MISS_YOU = "miss_you"
    THANK_YOU = "thank_you"
    WELCOME = "welcome"
    FIRST_PURCHASE = "first_purchase"  # an invitation to somebody who has not bought anything yet


class LeftOut(StrEnum):
    """Why somebody of the group gets nothing; the first reason that holds counts."""

    GONE = "gone"  # forgotten, or never known
    BLOCKED = "blocked"
    NOT_WANTED = "not_wanted"
    NO_CONSENT = "no_consent"
    NO_OFFERS = "no_offers"  # in the test group, which goes without offers
    NO_PHONE = "no_phone"
    NO_ADDRESS = "no_address"
    RECENT = "recent"  # had the same, or another voucher, within so many days
    TOO_MANY = "too_many"  # more than the limit, or than there are of the reward


class CampaignGift(Struct, frozen=True):
    """The voucher for each: a `reward` of the programme, or so much money (minor units) or `percent` off, by a `name`.

    `valid_days` is for how long; None: as the reward says, and without an end for money and percents.
    """

    reward: str = ""
    money: int = 0
    percent: int = 0
    name: str = ""
    valid_days: int | None = None


class Plan(Struct, frozen=True):
    """What is to be done, and for whom of the customers that come with it.

    `group` is the key of the group they are from. Nobody gets anything who had the same within `apart` days; `most`
    people get it; with `by_post` only those with an address.
    """

    kind: CampaignKind
    group: str = ""
    subject: Subject = Subject.MISS_YOU
    gift: CampaignGift | None = None
    apart: int = APART
    most: int = MOST
    by_post: bool = False


class Campaign(Struct, frozen=True):
    """A campaign as it was begun; `left_out` counts by reason, `gift` is what the vouchers are called (empty: none)."""

    id: str
    plan: Plan
    begun: datetime
    people: int
    left_out: tuple[tuple[LeftOut, int], ...] = ()
    gift: str = ""
    last_day: date | None = None
    staff: str = ""
    stopped: datetime | None = None

    @property
    def watched_until(self) -> date:
        """The last day on which a purchase is put down to it."""
        return self.begun.date() + timedelta(days=WATCHED)


class Member(Struct, frozen=True):
    """A customer within a campaign, as the record that stayed, and the code of their voucher (empty: none)."""

    customer: str
    voucher: str = ""


class Chosen(Struct, frozen=True):
    """Who will get it, how many will not and why, and what the vouchers are worth together (minor units).

    `estimated` says that the worth is a guess: a percentage of an average purchase, or a product without a price.
    """

    people: tuple[Customer, ...]
    left_out: tuple[tuple[LeftOut, int], ...] = ()
    worth: int = 0
    estimated: bool = False


class CampaignResult(Struct, frozen=True):
    """What came of a campaign for the `people` of it who are still known.

    `printed` and `sent` are cards as they stand, `called` are those with a final outcome and `reached` of them those
    spoken to; `used` and `came_back` count within WATCHED days.
    """

    people: int
    printed: int = 0
    sent: int = 0
    called: int = 0
    reached: int = 0
    vouchers: int = 0
    used: int = 0
    came_back: int = 0
    is_over: bool = False  # the days that count have passed
