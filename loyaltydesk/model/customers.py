"""Customers: what they told us about themselves, and how their account stands."""

import re
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import fields

from loyaltydesk.model.cards import Card
from loyaltydesk.model.lots import Purse
from loyaltydesk.model.refusals import BadRequest

LONGEST_NAME = 120
LONGEST_FIELD = 500
NO_NAME_DAY = "none"  # of somebody who wants no wishes


class Profile(Struct, frozen=True):
    """What a person told the shop; empty is unknown. Everything here is personal and goes when it is erased."""

    name: str = ""
    phone: str = ""  # E.164
    email: str = ""
    birth_date: str = ""  # YYYY-MM-DD, or --MM-DD when the year was not told
    name_day: str = ""  # the given name whose day is kept
    name_day_on: str = ""  # MM-DD, or NO_NAME_DAY
    language: str = ""
    company: str = ""
    tax_id: str = ""
    note: str = ""
    consent: str = ""  # what was agreed to and when, as it was put to the person
    address: str = ""  # postal, as it stands on an envelope; its lines with commas between them

    @property
    def called(self) -> str:
        """What somebody is called: by name, or by company where there is no other; empty when neither is known."""
        return self.name or self.company

    def birthday(self) -> tuple[int, int] | None:
        """Month and day of the birthday, if known."""
        if not self.birth_date:
            return None
        return _month_and_day(self.birth_date[-5:])

    def name_day_kept(self) -> tuple[int, int] | None:
        """Month and day of the name day, if one is known and kept."""
        return _month_and_day(self.name_day_on) if self.name_day_on not in ("", NO_NAME_DAY) else None


PERSONAL_FIELDS = tuple(field.name for field in fields(Profile))


class Account(Struct, frozen=True):
    """How a customer stands: money in minor units, points whether or not they can be spent yet."""

    balance: int = 0
    debt: int = 0
    visits: int = 0
    spend: int = 0
    earned: int = 0
    last_visit: datetime | None = None


class Customer(Struct, frozen=True):
    """One customer, with the number of the newest card that can be used."""

    id: str
    profile: Profile
    registered: datetime
    account: Account
    tier: str | None = None
    floor: str | None = None
    blocked: bool = False
    card: str = ""
    household: str | None = None


class Household(Struct, frozen=True):
    """Customers who share one balance; whose account it is comes first."""

    id: str
    name: str
    members: tuple[Customer, ...]


class Standing(Struct, frozen=True):
    """A customer as the rules need them: with the card in hand, the purse, and the sums of the tier's window.

    `window_spend` (minor units) and `window_earned` (points) cover the programme's current tier window without the
    purchase in hand.
    """

    customer: Customer
    card: Card | None
    purse: Purse
    window_spend: int = 0
    window_earned: int = 0


class Sort(StrEnum):
    """The orders in which customers can be paged through."""

    NAME = "name"
    POINTS = "points"
    SPEND = "spend"
    VISIT = "visit"
    JOINED = "joined"


class PageKey(Struct, frozen=True):
    """Where a page of customers ends: the sorted value and the id, to go on from there."""

    value: str | int | bytes
    id: str


def checked_profile(profile: Profile) -> Profile:
    """`profile` tidied: no control characters, no blanks at the ends. Raises BadRequest for what cannot be true."""
    tidy = {name: _tidy(getattr(profile, name), name) for name in PERSONAL_FIELDS}
    if tidy["email"] and not re.fullmatch(r"[^@\s<>,;]{1,64}@[^@\s<>,;]+\.[^@\s<>,;.]+", tidy["email"]):
        raise BadRequest("email", "email_unreadable")
    if tidy["birth_date"]:
        tidy["birth_date"] = checked_birth_date(tidy["birth_date"])
    if tidy["name_day_on"] not in ("", NO_NAME_DAY):
        tidy["name_day_on"] = checked_name_day(tidy["name_day_on"])
    return Profile(**tidy)


def checked_birth_date(text: str) -> str:
    """A birth date as YYYY-MM-DD, or --MM-DD without the year. Raises BadRequest for anything else."""
    match = re.fullmatch(r"(?:([0-9]{4})|-)-([0-9]{2})-([0-9]{2})", text)
    try:
        if not match or date(int(match[1] or 2000), int(match[2]), int(match[3])).year < 1850:
            raise ValueError(text)
    except ValueError:
        raise BadRequest("birth_date", "date_unreadable") from None
    return text


def checked_name_day(text: str) -> str:
    """The day of a year as MM-DD, 29 February too. Raises BadRequest for anything else."""
    try:
        if not re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
            raise ValueError(text)
        date(2000, *_month_and_day(text))
    except ValueError:
        raise BadRequest("name_day_on", "name_day_unreadable") from None
    return text


def _month_and_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _tidy(text: object, field: str) -> str:
    if not isinstance(text, str):
        raise BadRequest(field, "not_text")
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(clean) > (LONGEST_NAME if field in ("name", "name_day", "language", "tax_id") else LONGEST_FIELD):
        raise BadRequest(field, "too_long")
    return clean
