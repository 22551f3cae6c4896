"""What the points that people hold come to: how many, what they are worth, what ends and when."""

from datetime import date, timedelta
from fractions import Fraction

from loyaltydesk.desk.core import Core
from loyaltydesk.model.insights import (
    BREAKAGE_MONTHS,
    ENDING_DAYS,
    Figure,
    Liability,
    MonthOfPoints,
    Period,
)
from loyaltydesk.rules.insights_worth import breakage, expected, worth_of_a_point
from loyaltydesk.store.history import History

AHEAD = 6  # months


class Liabilities:
    """The points of everybody."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def on(self, period: Period) -> Liability:
        """What people hold at the end of a period; what ends soon is counted from today."""
        held, today = self._core.store.points, self._core.now().date()
        points = self._held(period)
        point, unused = self.worth_of_a_point(), self.breakage()
        ending = held.ending(today, today + timedelta(days=ENDING_DAYS))
        worth = _worth(points, point) if point is not None else None
        return Liability(
            points,
            worth,
            unused,
            expected(worth.now or 0, unused) if worth else None,
            ending,
            int(ending * point) if point is not None else None,
        )

    def _held(self, period: Period) -> Figure:
        """What people held at the end of a period, of the period before, and of each slice of the period."""
        held = self._core.store.points
        balances = [held.held(period.last)]
        for moved in reversed(held.moved(period.slices())):
            balances.insert(0, balances[0] - sum(moved))
        before, *series = balances
        return Figure(series[-1], before if period.first > date.min else 0, tuple(series))

    def worth_of_a_point(self) -> Fraction | None:
        """Minor units that a point is worth under the rules of today."""
        programme = self._core.programme
        wanted = {reward.gives.product for reward in programme.rewards if reward.gives.product}
        prices = {} if programme.redeem else History(self._core.store.connection).prices(wanted)
        return worth_of_a_point(programme, prices)

    def breakage(self) -> int | None:
        """The thousandths that ended unused of points whose last day is over, in the last 24 months."""
        return breakage(*self._core.store.points.over(*_matured(self._core.now().date())))

    def months(self, period: Period) -> tuple[MonthOfPoints, ...]:
        """The months of a period, and the six after today."""
        held, today = self._core.store.points, self._core.now().date()
        ahead = Period(today, today + timedelta(days=31 * AHEAD)).months()[: AHEAD + 1]
        months = sorted({*(month for month in period.months() if month <= today), *ahead})
        ending = held.ending_in(today, today + timedelta(days=31 * (AHEAD + 2)))
        balance, rows = held.held(months[0] - timedelta(days=1)), []
        for month, moved in zip(months, held.moved_in(months), strict=True):
            balance += sum(moved)
            points = moved.given, -moved.used, -moved.expired, moved.other
            held_then = balance if month <= today else None
            rows.append(MonthOfPoints(month, *points, held=held_then, ending=ending.get(f"{month:%Y-%m}", 0)))
        return tuple(rows)


def _worth(points: Figure, point: Fraction) -> Figure:
    def worth(figure: int | None) -> int | None:
        return None if figure is None else int(max(figure, 0) * point)

    return Figure(worth(points.now), worth(points.before), tuple(map(worth, points.series)))


def _matured(today: date) -> tuple[date, date]:
    """The last days of lots that are over, of the last 24 months."""
    year, month = divmod(today.year * 12 + today.month - 1 - BREAKAGE_MONTHS, 12)
    return date(max(year, 1), month + 1, 1), today - timedelta(days=1)
