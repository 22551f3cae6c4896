"""What the programme cost in a period beside what members paid, and what it brought by the test group."""

from collections.abc import Callable

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.forecast import Forecasts
from loyaltydesk.desk.liability import Liabilities
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.insights import Figure, Period
from loyaltydesk.model.programme_cost import EVERYTHING, Cost, Gain
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules.forecast import Assumed, Comparison
from loyaltydesk.rules.insights_worth import expected
from loyaltydesk.store.insights import Sold

_MONTHS, _YEAR = 12, 365
_MARGIN = "margin"  # a field of the shop's own record


class ProgrammeCost:
    """Cost against gain."""

    def __init__(self, core: Core, liabilities: Liabilities) -> None:
        self._core = core
        self._liabilities = liabilities
        self._forecasts = Forecasts(core)

    @property
    def margin(self) -> int:
        """What the shop keeps of its turnover after the cost of goods (hundredths of a percent)."""
        kept = self._core.store.records.fields("shop", "shop").get(_MARGIN)
        return kept if isinstance(kept, int) and 0 <= kept <= EVERYTHING else Assumed().margin

    def keep_margin(self, margin: int) -> None:
        """Remembers another margin. Raises BadRequest for less than nothing, or more than everything."""
        if not 0 <= margin <= EVERYTHING:
            raise BadRequest("margin", "wrong_value")
        with self._core.writing():
            fields: dict[str, str | int | bool | None] = {_MARGIN: margin}
            saved = RecordSaved(id=self._core.new_id()(), kind="shop", record="shop", fields=fields)
            self._core.record([saved], self._core.stamp())

    def of(self, period: Period) -> Cost:
        """What the programme cost in a period, and what it brought in it where a test group tells."""
        store = self._core.store
        members, others = store.insights.sold(period)
        before, *slices = (moved.given for moved in store.points.moved((period.before, *period.slices())))
        given = Figure(sum(slices), before, tuple(slices))
        point, comparison = self._liabilities.worth_of_a_point(), self._forecasts.comparison()
        worth = None if point is None else expected(int((given.now or 0) * point), self._liabilities.breakage())
        everybody = [one.settled + other.settled for one, other in zip(members, others, strict=True)]
        return Cost(
            period,
            off=_figure(members, lambda sold: sold.off),
            paid=Figure(everybody[0], everybody[1], tuple(everybody[2:])),
            apart=_figure(members, lambda sold: sold.apart),
            given=given,
            new_worth=worth,
            turnover=_figure(members, lambda sold: sold.due),
            has_test_group=self._core.programme.test_group is not None,
            gain=_gain(comparison, period, margin=self.margin) if comparison else None,
        )


def _figure(sold: list[Sold], of: Callable[[Sold], int]) -> Figure:
    now, before, *series = map(of, sold)
    return Figure(now, before, tuple(series))


def _gain(found: Comparison, period: Period, *, margin: int) -> Gain:
    """Of a period in which people joined no more days count than they were members ever since."""
    more, others = found.more, found.others.members
    days = min(others * period.days, found.others.days)

    def whole(a_month: int) -> int:
        return a_month * days * _MONTHS // _YEAR

    return Gain(
        more.middle, more.low, more.high, whole(more.middle), whole(more.low), whole(more.high),
        without=found.without.members, others=others, margin=margin,
    )  # fmt: skip
