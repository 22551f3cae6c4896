"""Small pasts for the tests of the forecast."""

from datetime import UTC, date, datetime

from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.history import Before, PastCustomer, PastPurchase
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Line
from loyaltydesk.rules.forecast import WHOLE, Background, Period, Replay, Replayed

YEAR = Period(date(2025, 3, 15), date(2026, 3, 14))
JOINED = datetime(2025, 1, 2, 9, tzinfo=UTC)


def bought(day: str, cents: int, *, back: int = 0, discount: int = 0, sku: str = "", qty: int = 1) -> PastPurchase:
    """A purchase on a day at ten o'clock."""
    at = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).replace(hour=10)
    value = cents * qty - discount
    return PastPurchase(at, (Line(cents, qty, sku),), discount=discount, value=value, returned=back)


def person(*purchases: PastPurchase, name: str = "Anna", tier: str | None = None, **told: object) -> PastCustomer:
    """A customer with these purchases; `before` and other fields of a past as they are called there."""
    born = str(told.pop("born", ""))
    customer = Customer(name, Profile(name=name, birth_date=born), JOINED, Account(), tier=tier)
    return PastCustomer(customer, purchases, **told)  # type: ignore[arg-type]  # fields of a PastCustomer


def before(day: str, cents: int, points: int = 0) -> Before:
    """What was paid and earned in a month before."""
    return Before(date.fromisoformat(day), cents, points)


def replayed(
    programme: Programme, *past: PastCustomer, use: int = WHOLE, seed: int = 1, background: Background | None = None
) -> Replayed:
    """A year of these customers under a programme; everybody uses points as soon as they can."""
    replay = Replay(programme, background or Background(YEAR, use, purchase=1000), seed=seed)
    for each in past:
        replay.customer(each)
    return replay.done()
