"""Whom the shop works with: suppliers and partner shops, their terms, what is noted of them, and what to remember."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.phones import e164
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import short_line

PARTNER, PARTNER_NOTE, REMINDER = "partner", "partner_note", "reminder"  # the kinds of the records that are kept
OF_A_PARTNER = frozenset((PARTNER, PARTNER_NOTE, REMINDER))
"""The kinds of records whose personal fields go with a partner, by whose id their names begin."""
FORGOTTEN = "forgotten"  # the field of a partner of whom nothing personal is kept, nor will be
LONGEST_NAME = 120  # letters of a partner, of a contact person
LONGEST_FIELD = 120  # of an e-mail address, a tax number
LONGEST_ADDRESS = 300
LONGEST_TERMS = 2000
LONGEST_NOTE = 1000
LONGEST_REMINDER = 200
MOST_DAYS = 365  # of credit
NEAR = timedelta(days=30)  # so long before its last day an agreement is spoken of
_DISCOUNT = re.compile(r"(?:100(?:[.,]0{1,2})?|[0-9]{1,2}(?:[.,][0-9]{1,2})?)")


class PartnerKind(StrEnum):
    """What a partner is to the shop."""

    SUPPLIER = "supplier"
    SHOP = "shop"
    BOTH = "both"


class Repetition(StrEnum):
    """How often a reminder comes back."""

    ONCE = "once"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Repetition.MONTH: 1, Repetition.QUARTER: 3, Repetition.YEAR: 12}


class PartnerCard(Struct, frozen=True):
    """What is kept of a partner; empty is unknown.

    `phone` is E.164, `discount` a percentage as text ("7.5"), `payment_days` days of credit, `until` the last day of
    the agreement.
    """

    name: str
    kind: PartnerKind = PartnerKind.SUPPLIER
    contact: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    tax_id: str = ""
    terms: str = ""
    payment_days: int | None = None
    discount: str = ""
    until: date | None = None


class Partner(Struct, frozen=True):
    """A supplier or partner shop, written down `at` by `staff`; one that was put away is only kept."""

    id: str
    card: PartnerCard
    at: datetime
    staff: str = ""
    put_away: bool = False

    def ends_soon(self, today: date) -> bool:
        """Whether it is time to speak of the agreement: its last day is close, or past."""
        return not self.put_away and self.card.until is not None and self.card.until - today <= NEAR


class PartnerNote(Struct, frozen=True):
    """One line of the log of a partner."""

    id: str
    partner: str
    text: str
    at: datetime
    staff: str = ""
    removed: bool = False


class NewReminder(Struct, frozen=True):
    """What is to be remembered of a partner on a day."""

    text: str
    day: date
    repeats: Repetition = Repetition.ONCE


class Reminder(Struct, frozen=True):
    """Something to remember; `day` is the next one, `first` the day from which repetitions are counted.

    `done_at` is when it was done for good, or the last time.
    """

    id: str
    partner: str
    text: str
    day: date
    first: date
    repeats: Repetition = Repetition.ONCE
    done: bool = False
    done_at: datetime | None = None
    removed: bool = False

    def is_due(self, today: date) -> bool:
        """Whether its day has come."""
        return not self.done and self.day <= today

    def next_day(self, today: date) -> date | None:
        """The day it comes back when it is done today; None when it does not.

        Repetitions are counted from the first day, so that one from the 31st is on the last day of each month.
        """
        step = MONTHS.get(self.repeats)
        if step is None:
            return None
        after = max(self.day, today)
        whole = (after.year - self.first.year) * 12 + after.month - self.first.month
        times = max(whole // step, 0)
        while (day := months_later(self.first, times * step)) is not None and day <= after:
            times += 1
        return day


def months_later(day: date, months: int) -> date | None:
    """The same day so many months later (negative: before), or the last one of a month that is shorter.

    None where there is no such year.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Due(Struct, frozen=True):
    """What there is to see to of a partner: a reminder whose day has come, or (None) the end of the agreement."""

    partner: Partner
    day: date
    reminder: Reminder | None = None


def checked_partner(card: PartnerCard, region: str) -> PartnerCard:
    """The same, tidied; a phone number is read as in `region` (ISO 3166).

    Raises BadRequest where there is no name, for what is too long, and for what cannot be true.
    """
    name = short_line(card.name, "name", most=LONGEST_NAME)
    if not name:
        raise BadRequest("name", "partner_nameless")
    email = short_line(card.email, "email", most=LONGEST_FIELD)
    if email and not re.fullmatch(r"[^@\s<>,;]{1,64}@[^@\s<>,;]+\.[^@\s<>,;.]+", email):
        raise BadRequest("email", "email_unreadable")
    if card.payment_days is not None and not 0 <= card.payment_days <= MOST_DAYS:
        raise BadRequest("payment_days", "payment_days_range")
    return PartnerCard(
        name=name,
        kind=card.kind,
        contact=short_line(card.contact, "contact", most=LONGEST_NAME),
        phone=e164(short_line(card.phone, "phone", most=LONGEST_FIELD), region),
        email=email,
        address=short_line(card.address, "address", most=LONGEST_ADDRESS),
        tax_id=short_line(card.tax_id, "tax_id", most=LONGEST_FIELD),
        terms=checked_terms(card.terms),
        payment_days=card.payment_days,
        discount=checked_discount(card.discount),
        until=card.until,
    )


def checked_terms(text: str) -> str:
    """Terms in paragraphs, without control characters. Raises BadRequest beyond 2,000 letters."""
    lines = ("".join(sign if sign.isprintable() else " " for sign in line).strip() for line in text.splitlines())
    tidy = "\n".join(lines).strip()
    if len(tidy) > LONGEST_TERMS:
        raise BadRequest("terms", "terms_too_long")
    return tidy


def checked_discount(text: str) -> str:
    """A percentage as text, "7,5 %" as "7.5"; empty stays empty. Raises BadRequest outside of 0 to 100."""
    bare = "".join(text.split()).removesuffix("%")
    if bare and not _DISCOUNT.fullmatch(bare):
        raise BadRequest("discount", "discount_range")
    return bare.replace(",", ".")


def checked_partner_note(text: str) -> str:
    """A note, tidied to one paragraph. Raises BadRequest where there is nothing, or more than 1,000 letters."""
    tidy = short_line(text, "text", most=LONGEST_NOTE)
    if not tidy:
        raise BadRequest("text", "partner_note_missing")
    return tidy


def checked_reminder(asked: NewReminder) -> NewReminder:
    """The same, tidied. Raises BadRequest where there is nothing to remember, or more than 200 letters."""
    text = short_line(asked.text, "text", most=LONGEST_REMINDER)
    if not text:
        raise BadRequest("text", "reminder_missing")
    return NewReminder(text, asked.day, asked.repeats)
