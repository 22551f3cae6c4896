"""The owner's figures: how many are here and come again, who they are, what the programme costs and brings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.liability import Liabilities
from loyaltydesk.desk.programme_cost import ProgrammeCost
from loyaltydesk.model.insights import (
    RETURN_DAYS,
    Best,
    Cohort,
    Cohorts,
    Figure,
    Group,
    GroupCount,
    Grouped,
    Groups,
    Hours,
    Lines,
    Members,
    MonthOfMembers,
    Overview,
    Period,
    Points,
    Preset,
)
from loyaltydesk.model.programme_cost import Cost
from loyaltydesk.rules import insights_groups
from loyaltydesk.store.insights import Sold

BEST = 10
YEAR = 12  # months that a panel shows of a period of a year, and that follow a cohort
_ALL_YEAR = 360  # days


class Insights:
    """Every panel of the insights, as of now; each is read from sums that the file keeps."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._liabilities = Liabilities(core)
        self._cost = ProgrammeCost(core, self._liabilities)

    def period(self, preset: Preset) -> Period:
        """The period of a preset that ends today."""
        return Period.of(preset, self._today())

    # --- panels

    def overview(self, period: Period) -> Overview:
        """The tiles."""
        store = self._core.store.insights
        with self._core.store.reading():
            members, others = store.sold(period)
            return Overview(
                period,
                _figure(store.active(period, [each.visitors for each in members])),
                _figure(map(_returning, store.sold(period.earlier(RETURN_DAYS))[0])),
                _figure(map(_average, members)),
                _figure(map(_average, others)),
                self._liabilities.on(period),
            )

    def members(self, period: Period) -> Members:
        """Who was here, and who joined, by month; of a period of a year its last twelve months."""
        months = period.months()
        if period.days >= _ALL_YEAR and months[0] < period.first:
            months = months[1:]
        store = self._core.store.insights
        with self._core.store.reading():
            found = [
                MonthOfMembers(month, *figures) for month, figures in zip(months, store.months(months), strict=True)
            ]
            whole = store.without_purchase() + sum(customers for _reached, customers in store.spenders())
        return Members(period, whole, tuple(found))

    def groups(self) -> Groups:
        """How many customers are in each group today."""
        store = self._core.store.insights
        with self._core.store.reading():
            lines = self._lines()
            counted: Counter[Group] = Counter()
            for place, visits, spent_much, customers in store.habits(insights_groups.bounds(lines), lines.much):
                later = insights_groups.LATER[place - 1]
                counted[later if place else insights_groups.lately(visits, spent_much)] += customers
            bought = sum(customers for _reached, customers in store.spenders())
            counted[Group.LOST] = bought - counted.total()
            counted[Group.NOT_YET] = store.without_purchase()
        return Groups(lines, tuple(GroupCount(group, counted[group]) for group in Group))

    def group(self, group: Group) -> Iterator[str]:
        """The customers of a group today by their ids, whoever is away for longest first."""
        return (each.customer for each in self.grouped(group))

    def grouped(self, group: Group) -> Iterator[Grouped]:
        """The customers of a group today, read as they are asked for."""
        store = self._core.store.insights
        if group is Group.NOT_YET:
            return store.not_yet()
        limits = insights_groups.limits(self._lines(), group)
        return store.grouped(limits.days, visits=limits.visits, spend=limits.spend)

    def group_of(self, customer: str) -> Group:
        """The group that a customer is in today. Raises UnknownCustomer."""
        account = self._core.customer(customer).account
        last_day = account.last_visit.date() if account.last_visit else None
        return insights_groups.group_of(self._lines(), last_day, visits=account.visits, spend=account.spend)

    def cohorts(self, period: Period) -> Cohorts:
        """Who joined in each of the last twelve months of a period, and who of them came in each month since."""
        store, months = self._core.store.insights, period.months()[-YEAR:]
        with self._core.store.reading():
            came, joined = store.cohorts(months[0], months[-1]), store.months(months)
        return Cohorts(
            period,
            tuple(
                Cohort(month, new, tuple(came.get((f"{month:%Y-%m}", f"{later:%Y-%m}"), 0) for later in after))
                for month, (_active, new) in zip(months, joined, strict=True)
                if new and (after := Period(month, max(self._today(), month)).months()[: YEAR + 1])
            ),
        )

    def best(self, period: Period, count: int = BEST) -> Best:
        """Those who paid most in a period."""
        with self._core.store.reading():
            return self._core.store.best.of(period, count)

    def cost(self, period: Period) -> Cost:
        """What the programme cost in a period, and what it brought where a test group tells."""
        with self._core.store.reading():
            return self._cost.of(period)

    @property
    def margin(self) -> int:
        """What the shop keeps of its turnover after the cost of goods (hundredths of a percent)."""
        return self._cost.margin

    def keep_margin(self, margin: int) -> None:
        """Remembers another margin. Raises BadRequest for less than nothing, or more than everything."""
        self._cost.keep_margin(margin)

    def hours(self, period: Period) -> Hours:
        """When people buy."""
        purchases, paid = ([[0] * 24 for _weekday in range(7)] for _kind in range(2))
        for weekday, hour, times, due in self._core.store.insights.hours(period):
            purchases[weekday][hour], paid[weekday][hour] = times, due
        return Hours(period, tuple(map(tuple, purchases)), tuple(map(tuple, paid)))

    def points(self, period: Period) -> Points:
        """What came, was used and ended by month, and what ends in the months to come."""
        with self._core.store.reading():
            return Points(period, self._liabilities.months(period), self._liabilities.on(period))

    # --- inside

    def _today(self) -> date:
        return self._core.now().date()

    def _lines(self) -> Lines:
        store = self._core.store.insights
        return insights_groups.lines(self._today(), store.gap_lengths(), store.spenders())


def _figure(values: Iterable[int | None]) -> Figure:
    """Of a period, the period before, and each slice of the period."""
    now, before, *series = values
    return Figure(now, before, tuple(series))


def _returning(sold: Sold) -> int | None:
    return sold.came_back * 1000 // sold.visitors if sold.visitors else None


def _average(sold: Sold) -> int | None:
    return sold.due // sold.purchases if sold.purchases > 0 else None
