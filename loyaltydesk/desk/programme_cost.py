"""What the programme cost in a period beside what members paid, and what it brought by the test group."""

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.forecast import Forecasts
from loyaltydesk.desk.liability import Liabilities
from loyaltydesk.model.insights import Cost, Figure, Gain, Period
from loyaltydesk.rules.forecast import Comparison
from loyaltydesk.rules.insights_worth import expected
from loyaltydesk.store.insights import Sold

_MONTHS, _YEAR = 12, 365


class ProgrammeCost:
    """Cost against gain."""

    def __init__(self, core: Core, liabilities: Liabilities) -> None:
        self._core = core
        self._liabilities = liabilities
        self._forecasts = Forecasts(core)

    def of(self, period: Period) -> Cost:
        """What the programme cost in a period, and what it brought in it where a test group tells."""
        store, periods = self._core.store, (period, period.before, *period.slices())
        sold, moved = store.insights.sold(period, members=True), store.points.moved(periods)
        given = [each.given for each in moved]
        point, comparison = self._liabilities.worth_of_a_point(), self._forecasts.comparison()
        worth = None if point is None else expected(int(given[0] * point), self._liabilities.breakage())
        return Cost(
            period,
            off=_figure(sold, "off"),
            paid=_figure(sold, "settled"),
            given=Figure(given[0], given[1], tuple(given[2:])),
            new_worth=worth,
            turnover=_figure(sold, "due"),
            has_test_group=self._core.programme.test_group is not None,
            gain=_gain(comparison, period) if comparison else None,
        )


def _figure(sold: list[Sold], name: str) -> Figure:
    now, before, *series = (getattr(each, name) for each in sold)
    return Figure(now, before, tuple(series))


def _gain(found: Comparison, period: Period) -> Gain:
    more, others = found.more, found.others.members

    def whole(a_month: int) -> int:
        return a_month * others * period.days * _MONTHS // _YEAR

    return Gain(
        more.middle, more.low, more.high, whole(more.middle), whole(more.low), whole(more.high),
        without=found.without.members, others=others,
    )  # fmt: skip
