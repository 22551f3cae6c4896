"""The days that the page looks at: this week, the next one, a month; counted from today, for a card takes its time."""

from datetime import date, timedelta
from enum import StrEnum

from loyaltydesk.words import mark


class Span(StrEnum):
    """One of them."""

    WEEK = "week"
    NEXT = "next"
    MONTH = "month"


_DAYS = {Span.WEEK: (0, 6), Span.NEXT: (7, 13), Span.MONTH: (0, 30)}
NAMES = {Span.WEEK: mark("This week"), Span.NEXT: mark("Next week"), Span.MONTH: mark("Month")}


def days_of(span: Span, today: date) -> tuple[date, date]:
    """The first day of a span and its last."""
    first, last = _DAYS[span]
    return today + timedelta(days=first), today + timedelta(days=last)
