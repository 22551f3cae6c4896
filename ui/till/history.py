"""What a customer's purchases tell at a glance: the last visits, how often, how much, and visits week by week."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from loyaltydesk.model.purchases import Purchase, PurchaseState

ENOUGH = 120  # purchases to read: a quarter of a year of somebody who comes each day, and some more
WEEKS = 13
RECENT = 20  # visits that speak for the rhythm of today
FEWEST = 3  # visits before there is a rhythm at all


class History(Struct, frozen=True):
    """The purchases that count, the newest first; `every_days` and `average` (minor units) are None for too few."""

    purchases: tuple[Purchase, ...] = ()
    weeks: tuple[int, ...] = ()
    every_days: int | None = None
    average: int | None = None


def history(purchases: Sequence[Purchase], today: date) -> History:
    """Looks back from `today` over `purchases`, the newest first; what was voided never happened."""
    real = tuple(each for each in purchases if each.state is not PurchaseState.VOIDED)
    return History(real, _weeks(real, today), _rhythm(real), _average(real))


def paid(purchase: Purchase) -> int:
    """What a purchase came to in the end, in minor units."""
    return purchase.due - purchase.refunded


def points_kept(purchase: Purchase) -> int:
    """What a purchase did to the points in the end; below zero when more were used than earned."""
    return purchase.earned - purchase.taken_back - (purchase.spent - purchase.given_back)


def _weeks(purchases: Sequence[Purchase], today: date) -> tuple[int, ...]:
    """Visits in each of the last weeks, the one up to today at the end; empty when there were none."""
    counts = [0] * WEEKS
    for purchase in purchases:
        age = (today - purchase.day).days // 7
        if 0 <= age < WEEKS:
            counts[WEEKS - 1 - age] += 1
    return tuple(counts) if any(counts) else ()


def _rhythm(purchases: Sequence[Purchase]) -> int | None:
    days = sorted({each.day for each in purchases[:RECENT]})
    if len(days) < FEWEST:
        return None
    span, steps = (days[-1] - days[0]).days, len(days) - 1
    return max(1, (2 * span + steps) // (2 * steps))  # rounded half up


def _average(purchases: Sequence[Purchase]) -> int | None:
    sums = [paid(each) for each in purchases if each.state is PurchaseState.DONE]
    if len(sums) < FEWEST:
        return None
    return (2 * sum(sums) + len(sums)) // (2 * len(sums))
