"""The period that is played again, cut into months of equal length, and the rules moved into it."""

from datetime import date, timedelta
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.programme import BonusRule, EarnRule, MultiplyRule, NextPurchase, Programme, Promotion, When
from loyaltydesk.rules.calendar import anniversary_in

MONTHS_OF_A_YEAR = 12
DAYS_OF_A_YEAR = 365
_Rule = TypeVar("_Rule", EarnRule, MultiplyRule, BonusRule, Promotion, NextPurchase)


class Period(Struct, frozen=True):
    """The days from `first` to `last`, both inclusive."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def months(self) -> int:
        """Into how many months of about a twelfth of a year it is cut; one at least."""
        return max(1, (self.days * MONTHS_OF_A_YEAR + DAYS_OF_A_YEAR // 2) // DAYS_OF_A_YEAR)

    def month(self, day: date) -> int:
        """The number of the month in which `day` lies, from 0; days outside belong to the first or the last."""
        months = self.months
        at = (day - self.first).days * months // self.days
        return min(max(at, 0), months - 1)

    def in_a_month(self, amount: int) -> int:
        """What an amount of one of its months comes to in a twelfth of a year; the same unless the period is short."""
        if 30 * self.months <= self.days <= 31 * self.months:
            return amount
        return amount * DAYS_OF_A_YEAR * self.months // (MONTHS_OF_A_YEAR * self.days)

    def of_the_year(self) -> tuple[int, ...]:
        """Which of its months stand for the twelve of a year: the last twelve, or as many as there are, repeated."""
        if self.months >= MONTHS_OF_A_YEAR:
            return tuple(range(self.months - MONTHS_OF_A_YEAR, self.months))
        return tuple(month % self.months for month in range(MONTHS_OF_A_YEAR))


def months_before(day: date, months: int) -> date:
    """The first day of a period of so many months that ends with `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    return anniversary_in(year, (month + 1, day.day)) + timedelta(days=1)


def fitted(programme: Programme, period: Period) -> Programme:
    """The rules as if they had been in force all through the period.

    Their own first and last day are left out, and a rule for certain days (May 2027) counts in the same days of the
    year within the period (May 2026).
    """
    return replace(
        programme,
        starts=None,
        ends=None,
        earn=_all_moved(programme.earn, period),
        multiply=_all_moved(programme.multiply, period),
        bonus=_all_moved(programme.bonus, period),
        promotions=_all_moved(programme.promotions, period),
        next_purchase=_all_moved(programme.next_purchase, period),
    )


def _all_moved(rules: tuple[_Rule, ...], period: Period) -> tuple[_Rule, ...]:
    return tuple(replace(rule, when=_moved(rule.when, period)) for rule in rules)


def _moved(when: When, period: Period) -> When:
    """The same days of a year in which some of them lie in the period; one that is open at an end stays as it is."""
    first, last = when.first_day, when.last_day
    if first is None or last is None or first > last:
        return when
    for years in range(period.last.year - first.year, period.first.year - last.year - 1, -1):
        start, end = _years_on(first, years), _years_on(last, years)
        if start and end and start <= period.last and end >= period.first:
            return replace(when, first_day=start, last_day=end)
    return when


def _years_on(day: date, years: int) -> date | None:
    year = day.year + years
    return anniversary_in(year, (day.month, day.day)) if date.min.year <= year <= date.max.year else None
