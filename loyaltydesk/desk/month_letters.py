"""All that the letter to the owner tells of a month, beside the month before and the same month of last year."""

from collections.abc import Callable
from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.insights import Insights
from loyaltydesk.desk.staff import Staff
from loyaltydesk.model.agenda import Matter
from loyaltydesk.model.insights import Period
from loyaltydesk.model.reports import MonthFigures, MonthLetter
from loyaltydesk.model.staff import month_of

MONTHS = 13  # from the same month of last year on


class MonthLetters:
    """Any month that has begun."""

    def __init__(self, core: Core, matters: Callable[[], tuple[Matter, ...]]) -> None:
        """`matters` tells what waits for the owner today."""
        self._core = core
        self._matters = matters
        self._insights = Insights(core)

    def of(self, month: date) -> MonthLetter:
        """What the month in which this day falls came to; one that is not over yet, so far."""
        today, whole = self._core.now().date(), month_of(month)
        period = Period(whole.first, max(whole.first, min(whole.last, today)))
        points = self._insights.points(period)
        of_month = next(each for each in points.months if each.month == whole.first) if whole.first <= today else None
        return MonthLetter(
            written=today,
            is_over=whole.last < today,
            months=tuple(self._figures(each) for each in _months_to(whole.first)),
            cost=self._insights.cost(period),
            points=of_month or points.months[0],
            liability=points.liability,
            groups=self._insights.groups().groups,
            matters=self._matters(),
            contest=Staff(self._core).contest(whole.first),
        )

    def _figures(self, month: date) -> MonthFigures:
        store, period = self._core.store.insights, month_of(month)
        members, guests = (side[0] for side in store.sold(period))
        active, joined = store.months([month])[0]
        return MonthFigures(month, members.purchases + guests.purchases, members.due, guests.due, active, joined)


def _months_to(last: date) -> list[date]:
    """The first days of thirteen months, the last of which is this one; fewer at the beginning of the calendar."""
    number = last.year * 12 + last.month - 1
    months = range(max(number - MONTHS + 1, 12), number + 1)
    return [date(each // 12, each % 12 + 1, 1) for each in months]
