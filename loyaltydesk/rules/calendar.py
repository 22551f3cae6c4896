"""Days as people count them: a month after 31 January is the last of February, and the last day still counts."""

from calendar import monthrange
from datetime import date, timedelta

from loyaltydesk.model.programme import Expire, PointRules, Span

FAR_AWAY = date(9999, 12, 31)


def after(day: date, span: Span) -> date:
    """The day that lies `span` after `day`; where the month is too short, its last day."""
    try:
        if span.unit == "days":
            return day + timedelta(days=span.number)
        months = span.number * (12 if span.unit == "years" else 1)
        year, month = divmod(day.month - 1 + months, 12)
        year += day.year
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return FAR_AWAY


def days_after(day: date, days: int) -> date:
    """The day so many days after `day`."""
    return after(day, Span(days, "days"))


def valid_until(day: date, days: int | None) -> date | None:
    """The last day of what is valid for so many days from `day` on; None when it does not end."""
    return None if days is None else days_after(day, days)


def a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for a leap day."""
    return anniversary_in(day.year - 1, (day.month, day.day)) if day.year > date.min.year else date.min


def last_valid_day(rules: PointRules, day: date) -> date | None:
    """The last day on which points that came on `day` can be spent; None when they never end."""
    if rules.expire is Expire.NEVER:
        return None
    falls = after(day, rules.expire_after)
    if rules.expire is Expire.MONTH_END:
        return falls.replace(day=monthrange(falls.year, falls.month)[1])
    if rules.expire is Expire.YEAR_END:
        return falls.replace(month=12, day=31)
    return falls


def is_anniversary(born: tuple[int, int], today: date) -> bool:
    """Whether `today` is the yearly return of a month and day; 29 February is 28 February in a common year."""
    return anniversary_in(today.year, born) == today


def anniversary_in(year: int, born: tuple[int, int]) -> date:
    """The day of `year` on which a month and day return."""
    month, day = born
    return date(year, month, min(day, monthrange(year, month)[1]))
