"""What a customer is given without buying anything, day by day within a period: occasions, and thanks for a friend."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from loyaltydesk.model.history import PastCustomer
from loyaltydesk.model.programme import Gives, OccasionRule, Programme
from loyaltydesk.rules.calendar import anniversary_in
from loyaltydesk.rules.forecast.period import Period


class Present(NamedTuple):
    """Points that come on a day, or something else."""

    day: date
    points: int
    gives: Gives | None = None


def presents(programme: Programme, past: PastCustomer, period: Period, *, offers: bool) -> list[Present]:
    """All of them in order of time; occasions are among the `offers`."""
    found = [*_occasions(programme, past, period)] if offers else []
    referral = programme.referral
    found += [Present(day, referral.points_referrer) for day in past.brought if referral.points_referrer]
    if past.was_brought and referral.points_new:
        found.append(Present(past.was_brought, referral.points_new))
    return sorted(
        (each for each in found if period.first <= each.day <= period.last), key=lambda each: (each.day, each.points)
    )


def _occasions(programme: Programme, past: PastCustomer, period: Period) -> Iterator[Present]:
    rewards = programme.rewards_by_id if programme.occasions else {}
    for rule in programme.occasions:
        for day in _days(rule, past, period):
            reward = rewards.get(rule.reward)
            yield Present(day, rule.points, reward.gives if reward else None)


def _days(rule: OccasionRule, past: PastCustomer, period: Period) -> Iterator[date]:
    """The days on which a rule gives; nobody is given anything on the day they joined."""
    customer = past.customer
    joined = customer.registered.date()
    kept = {
        "birthday": customer.profile.birthday(),
        "name_day": customer.profile.name_day_kept(),
        "joined": (joined.month, joined.day),
    }[rule.on]
    if kept is None:
        return
    for year in range(period.first.year, min(period.last.year + 1, date.max.year) + 1):
        kept_on = anniversary_in(year, kept)
        day = kept_on - timedelta(days=rule.days_before)
        if day > joined and kept_on > joined:
            yield day
