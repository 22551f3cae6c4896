"""Whether a rule applies: the `when` of the programme file."""

from datetime import datetime, time

from msgspec import Struct

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.programme import When
from loyaltydesk.rules.calendar import is_anniversary


class Circumstances(Struct, frozen=True):
    """What `when` asks about: the shop's own time, the bill (minor units), the customer, their tier, codes given.

    Codes are casefolded; a guest is no customer.
    """

    at: datetime
    bill: int
    customer: Customer | None
    tier: str | None
    codes: frozenset[str]


def applies(when: When, now: Circumstances, units: int) -> bool:
    """Whether everything that `when` names holds, with `units` of the covered goods on the bill."""
    if when == _ALWAYS:
        return True
    return in_time(when, now) and is_enough(when, now, units) and (not when.code or when.code.casefold() in now.codes)


_ALWAYS = When()


def in_time(when: When, now: Circumstances) -> bool:
    """Whether it is the time for a rule: day, hour and occasion."""
    return (
        not (when.weekdays and now.at.weekday() not in when.weekdays)
        and _in_hours(now.at.time(), start=when.from_time, end=when.to_time)
        and _in_days(when, now)
        and (not when.occasion or _is_occasion(when.occasion, now))
    )


def is_enough(when: When, now: Circumstances, units: int) -> bool:
    """Whether the bill is large enough for a rule, and the customer's tier the right one."""
    return now.bill >= when.min_bill and units >= when.min_qty and not (when.tiers and now.tier not in when.tiers)


def _in_hours(clock: time, *, start: time | None, end: time | None) -> bool:
    """From `start` on and before `end`; an `end` before the start lies on the next day."""
    after_start = start is None or clock >= start
    before_end = end is None or clock < end
    if start is not None and end is not None and end < start:
        return after_start or before_end
    return after_start and before_end


def _in_days(when: When, now: Circumstances) -> bool:
    day = now.at.date()
    return (when.first_day is None or when.first_day <= day) and (when.last_day is None or day <= when.last_day)


def _is_occasion(occasion: str, now: Circumstances) -> bool:
    today, customer = now.at.date(), now.customer
    if customer is None:
        return False
    if occasion == "joined":
        joined = customer.registered.date()
        return joined != today and is_anniversary((joined.month, joined.day), today)
    kept = customer.profile.name_day_kept() if occasion == "name_day" else customer.profile.birthday()
    return kept is not None and is_anniversary(kept, today)
