"""Accounts: what lies behind the figures of one customer."""

from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import Recorded
from loyaltydesk.model.purchases import Entry
from loyaltydesk.rules import tiers


class Accounts:
    """The books of one customer, looked at more closely."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def tier(self, customer: Customer) -> str | None:
        """The tier a customer has now: won, given by hand, or everybody's; None where the programme has none."""
        held = tiers.held(self._core.programme, customer)
        return held.name if held else None

    def behind(self, entry: Entry) -> Recorded:
        """The fact that left this entry in the statement: when, by whom and why. Raises KeyError for a made-up one."""
        found = self._core.store.journal.fact(entry.fact)
        if found is None:
            raise KeyError(entry.fact)
        return found

    def months(self, customer: str, count: int = 12) -> list[tuple[date, int]]:
        """The last `count` months by their first day, this month at the end, and what was paid in each.

        Money is in minor units, returns counted off; a month without a purchase has 0.
        """
        months = _months_to(self._core.now().date(), count)
        paid = self._core.store.purchases.months(customer, months[0]) if months else {}
        return [(month, paid.get(f"{month:%Y-%m}", 0)) for month in months]


def _months_to(day: date, count: int) -> list[date]:
    """The first days of the last `count` months, the one of `day` at the end."""
    last = day.year * 12 + day.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - count + 1, last + 1)]
