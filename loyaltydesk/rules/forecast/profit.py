"""Whether a programme pays: what members must buy more to break even, and profit month by month with its chances.

With the reward rate r (worth of what is given for each unit spent), the share u of it that is used, the cost k of
what is used (cost of goods for goods, all of it for money), the gross margin m, fixed costs F and sales to members S,
members must buy this much more:

    (r·u·k + F/S) / (m − r·u·k)

Of each month, profit is  S·a·m − (1 + a)·(r·u·k)·S − F  with the uplift a, less what it cost to start. Points count
as a cost when they are given, as far as they will be used, and not when they are used. Money off by promotions and
tiers counts in full. All amounts are whole minor units, all shares hundredths of a percent.
"""

from fractions import Fraction

from msgspec import Struct

from loyaltydesk.rules.forecast.period import MONTHS_OF_A_YEAR
from loyaltydesk.rules.forecast.replay import Replayed
from loyaltydesk.rules.forecast.tally import WHOLE
from loyaltydesk.rules.forecast.years import JOINING, STEPS, Draw, Row, columns, ranked

AROUND = 20_00  # by which the share of points used may differ from what was supposed
LOW, MIDDLE, HIGH = 10, 50, 90  # percent of the years


class Assumed(Struct, frozen=True):
    """What is supposed, in hundredths of a percent and minor units; None is what was measured.

    `fixed` are costs of each month, `startup` those of the beginning, `uplift` is how much more members buy.
    """

    margin: int = 60_00
    cost_of_goods: int = 40_00
    uplift: int = 6_00
    use: int | None = None
    share: int | None = None
    fixed: int = 0
    startup: int = 0


class Month(Struct, frozen=True):
    """Profit since the start at the end of a month, in minor units: eight years out of ten lie from low to high."""

    low: int
    middle: int
    high: int


class Forecast(Struct, frozen=True):
    """The answers; shares in hundredths of a percent.

    `break_even` is exact (1 is everything), None where no uplift is enough; `rate` what is given for each unit spent,
    `pays_in` the first month (1 to 12) at whose end there is a profit in half of the years.
    """

    break_even: Fraction | None
    rate: Fraction
    months: tuple[Month, ...]
    chance: int
    pays_in: int | None

    @property
    def after_a_year(self) -> Month:
        """Profit at the end of the year."""
        return self.months[-1]


def forecast(replayed: Replayed, assumed: Assumed) -> Forecast:
    """What follows from a replay and from what is supposed; quick enough for a slider."""
    paths = [
        _path(replayed, assumed, row, draw=draw) for row, draw in zip(replayed.years, replayed.draws, strict=False)
    ]
    if not paths:
        paths = [_path(replayed, assumed, (0,) * (4 * MONTHS_OF_A_YEAR), draw=Draw(0, 0, JOINING[0]))]
    by_month = [sorted(path[month] for path in paths) for month in range(MONTHS_OF_A_YEAR)]
    months = tuple(Month(*(ranked(each, percent) for percent in (LOW, MIDDLE, HIGH))) for each in by_month)
    return Forecast(
        break_even=break_even(replayed, assumed),
        rate=_rate(replayed),
        months=months,
        chance=sum(path[-1] > 0 for path in paths) * WHOLE // len(paths),
        pays_in=next((number for number, month in enumerate(months, 1) if month.middle > 0), None),
    )


def break_even(replayed: Replayed, assumed: Assumed) -> Fraction | None:
    """How much more members must buy, as an exact share; None when no uplift is enough."""
    if not replayed.year:
        return None
    times = _times(replayed, assumed)
    sales, goods, money, off = (sum(column) * times for column in columns(replayed.year))
    use = Fraction(assumed.use if assumed.use is not None else replayed.background.use, WHOLE)
    cost = (goods * Fraction(assumed.cost_of_goods, WHOLE) + money) * use + off
    fixed = assumed.fixed * MONTHS_OF_A_YEAR + sum(replayed.guests_off)
    left = sales * Fraction(assumed.margin, WHOLE) - cost
    return (cost + fixed) / left if left > 0 else None


def _rate(replayed: Replayed) -> Fraction:
    """What is given for each unit spent."""
    sales, goods, money, off = map(sum, columns(replayed.year)) if replayed.year else (0, 0, 0, 0)
    return Fraction(goods + money + off, sales) if sales else Fraction(0)


def _times(replayed: Replayed, assumed: Assumed) -> Fraction:
    """How many times the sales to members that history has there will be."""
    share = replayed.share if assumed.share is None else assumed.share
    return Fraction(share, replayed.share) if replayed.share else Fraction(1)


def _joined(replayed: Replayed, assumed: Assumed, joining: int) -> list[int]:
    """The sales to members in each month, in hundredths of a percent of those in history.

    Members who are there stay. Those who are still to come join within so many months, as many in each.
    """
    whole = _times(replayed, assumed)
    there = Fraction(0) if replayed.background.invented else min(whole, Fraction(1))
    coming = ((whole - there) * Fraction(min(month, joining), joining) for month in range(1, MONTHS_OF_A_YEAR + 1))
    return [int((there + each) * WHOLE) for each in coming]


def _path(replayed: Replayed, assumed: Assumed, row: Row, *, draw: Draw) -> list[int]:
    """Profit since the start at the end of each month of one what-if year."""
    use = replayed.background.use if assumed.use is None else assumed.use
    use = min(max(use + AROUND * draw.use // STEPS, 0), WHOLE)
    uplift = assumed.uplift * (STEPS + draw.lift) // STEPS
    profit, path = -assumed.startup, []
    months = zip(*columns(row), replayed.guests_off, _joined(replayed, assumed, draw.joining), strict=True)
    for sales, goods, money, off, guests_off, joined in months:
        given = (goods * assumed.cost_of_goods // WHOLE + money) * use // WHOLE + off
        gain = sales * uplift // WHOLE * assumed.margin // WHOLE
        cost = given * (WHOLE + uplift) // WHOLE
        profit += (gain - cost) * joined // WHOLE - assumed.fixed - guests_off
        path.append(profit)
    return path
