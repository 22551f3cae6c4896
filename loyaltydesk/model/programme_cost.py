"""What the programme costs, and what it brings where a test group tells.

Money is in minor units, points are whole; None is a figure that cannot be told yet.
"""

from msgspec import Struct

from loyaltydesk.model.insights import Figure, Period

EVERYTHING = 100_00  # hundredths of a percent


class Gain(Struct, frozen=True):
    """What members with offers buy more than those in the test group, in minor units of turnover.

    `more` a member and month, `whole` all members in the period; eight times out of ten the truth lies between the
    low and the high one. `without` and `others` are the members of either side. Of turnover the shop keeps `margin`
    (hundredths of a percent), after the cost of goods: only that can be held against what the programme costs.
    """

    more: int
    more_low: int
    more_high: int
    whole: int
    whole_low: int
    whole_high: int
    without: int
    others: int
    margin: int

    @property
    def kept(self) -> int:
        """What the shop keeps of all that members bought more."""
        return self._kept_of(self.whole)

    @property
    def kept_low(self) -> int:
        """What it keeps at least, eight times out of ten between this and the high one."""
        return self._kept_of(self.whole_low)

    @property
    def kept_high(self) -> int:
        """What it keeps at most."""
        return self._kept_of(self.whole_high)

    def _kept_of(self, turnover: int) -> int:
        kept = abs(turnover) * self.margin // EVERYTHING
        return kept if turnover > 0 else -kept


class Cost(Struct, frozen=True):
    """What the programme cost in a period beside what members paid (`turnover`), in minor units.

    `off` was taken off the bills of members, `paid` was paid with points and with anybody's vouchers, `apart` went out
    without a bill: to good causes, and for vouchers that were handed in by themselves. What came back is counted off.
    `new_worth` are the points newly given less those that are likely to end unused (None where points buy nothing).
    `gain` is None without a test group or while one of its sides is empty; `has_test_group` says which.
    """

    period: Period
    off: Figure
    paid: Figure
    apart: Figure
    given: Figure
    new_worth: int | None
    turnover: Figure
    has_test_group: bool
    gain: Gain | None

    @property
    def cost(self) -> Figure:
        """All of it together, without the points newly given."""
        parts = self.off, self.paid, self.apart
        return Figure(
            sum(part.now or 0 for part in parts),
            sum(part.before or 0 for part in parts),
            tuple(sum(each or 0 for each in at_once) for at_once in zip(*(part.series for part in parts), strict=True)),
        )
