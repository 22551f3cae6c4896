"""Tiers: which one a customer has reached, and when one is lost."""

from datetime import date

from msgspec import Struct

from loyaltydesk.model.customers import Customer, Standing
from loyaltydesk.model.programme import Basis, Programme, Tier, Window
from loyaltydesk.rules.calendar import a_year_before


class NextTier(Struct, frozen=True):
    """The tier above, and what is missing to it: minor units of spend, or points."""

    name: str
    missing: int
    reached: int  # of the threshold, so far


def reached(programme: Programme, amount: int) -> Tier | None:
    """The highest tier whose threshold (inclusive) `amount` reaches: minor units or points, as the programme counts."""
    return next((tier for tier in reversed(programme.tiers) if tier.threshold <= amount), None)


def higher(*tiers: Tier | None) -> Tier | None:
    """The highest of some tiers, None where there is none at all."""
    highest = None
    for tier in tiers:
        if tier is not None and (highest is None or tier.threshold > highest.threshold):
            highest = tier
    return highest


def held(programme: Programme, customer: Customer) -> Tier | None:
    """The tier a customer has now: the one won, the one set by hand, or the one that everybody has."""
    if not programme.tiers:
        return None
    return higher(won(programme, customer), programme.tier(customer.floor))


def counted(programme: Programme, *, spend: int, earned: int) -> int:
    """What counts for the tier: money paid (minor units) or points earned."""
    return spend if programme.basis is Basis.SPEND else earned


def window_start(window: Window, day: date) -> date | None:
    """The first day that counts for a tier on `day`; None when all of them do."""
    if window is Window.CALENDAR_YEAR:
        return date(day.year, 1, 1)
    if window is Window.TWELVE_MONTHS:
        return a_year_before(day)
    return None


def won(programme: Programme, customer: Customer) -> Tier | None:
    """The tier a customer has without one set by hand."""
    return higher(programme.tier(customer.tier), reached(programme, 0))


def earned(programme: Programme, amounts: tuple[int, ...]) -> Tier | None:
    """The tier that a review leaves; `amounts` are what was reached in each window that still speaks for it.

    A tier won in one calendar year is kept through the next, so there both years speak.
    """
    return higher(reached(programme, 0), *(reached(programme, amount) for amount in amounts))


def next_tier(programme: Programme, standing: Standing) -> NextTier | None:
    """The tier above the one held, with what is missing to it in the current window."""
    now = held(programme, standing.customer)
    have = counted(programme, spend=standing.window_spend, earned=standing.window_earned)
    above = [tier for tier in programme.tiers if now is None or tier.threshold > now.threshold]
    if not above:
        return None
    missing = max(above[0].threshold - have, 0)
    return NextTier(above[0].name, missing, above[0].threshold - missing)
