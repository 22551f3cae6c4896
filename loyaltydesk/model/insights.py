"""What the owner sees of the shop: the periods, the groups of customers, and the figures of every panel.

Money is in minor units, points are whole, a share is in thousandths; None is a figure that cannot be told yet.
"""

from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

POINTS_OF_A_SERIES = 12  # of a small line beside a figure
RETURN_DAYS = 60  # within which somebody is said to come back
ENDING_DAYS = 30  # ahead, for points that end soon
BREAKAGE_MONTHS = 24  # of lots that are over, for the share that ended unused
OFTEN = 5  # purchases from which on a customer comes often
LOWER_PACE, UPPER_PACE = 14, 120  # days between which the shop's own interval is kept
USUAL_PACE = 30  # days, while too few customers came twice
STEPS = tuple(sorted(one * 10**zeros for one in (1, 2, 5) for zeros in range(16)))  # round amounts of money
ENOUGH_GAPS = 20  # times that customers came again, before the shop has an interval of its own


class Preset(StrEnum):
    """The periods that can be had with one click; each ends today."""

    DAYS_30 = "30_days"
    DAYS_90 = "90_days"
    MONTHS_12 = "12_months"


class Period(Struct, frozen=True):
    """The days from `first` to `last`, both inclusive."""

    first: date
    last: date

    @classmethod
    def of(cls, preset: Preset, today: date) -> "Period":
        """The period of a preset that ends today; 12 months begin on the day after today's date of last year."""
        if preset is Preset.MONTHS_12:
            year, leap_day = max(today.year - 1, 1), (today.month, today.day) == (2, 29)
            a_year_ago = date(year, 2, 28) if leap_day else today.replace(year=year)
            return cls(a_year_ago + timedelta(days=1), today)
        days = 30 if preset is Preset.DAYS_30 else 90
        return cls(today - timedelta(days=days - 1), today)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The period of as many days that ends on the day before it."""
        return self.earlier(self.days)

    def earlier(self, days: int) -> "Period":
        """The same period so many days earlier; at the beginning of the calendar it is cut off."""
        first, last = (max(day.toordinal() - days, 1) for day in (self.first, self.last))
        return Period(date.fromordinal(first), date.fromordinal(last))

    def slices(self, count: int = POINTS_OF_A_SERIES) -> tuple["Period", ...]:
        """Its days cut into so many parts of about equal length, one after the other; a day each where it is short."""
        parts, start = min(count, self.days), self.first.toordinal()
        ends = [start + self.days * part // parts for part in range(parts + 1)]
        return tuple(Period(date.fromordinal(first), date.fromordinal(then - 1)) for first, then in pairwise(ends))

    def months(self) -> tuple[date, ...]:
        """The first day of each month that it touches."""
        first, last = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        return tuple(date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1))


class Figure(Struct, frozen=True):
    """A figure of a period, of the period before, and of the slices of the period."""

    now: int | None
    before: int | None
    series: tuple[int | None, ...] = ()

    @property
    def change(self) -> int | None:
        """By how much it grew."""
        return None if self.now is None or self.before is None else self.now - self.before

    @property
    def growth(self) -> int | None:
        """By how many thousandths it grew; None where there was nothing before."""
        return None if self.now is None or not self.before else (self.now - self.before) * 1000 // self.before


class Liability(Struct, frozen=True):
    """Points that people hold: how many, what they are worth, how much of it is likely to be asked for.

    `worth` is None where points buy nothing; `breakage` the share of points that ended unused among the lots of the
    last 24 months, None while no lot is over; `expected` the worth less that share. `ending` points end within 30 days
    from today.
    """

    points: Figure
    worth: Figure | None
    breakage: int | None
    expected: int | None
    ending: int
    ending_worth: int | None


class Overview(Struct, frozen=True):
    """The tiles: who was here, who comes again, what a purchase comes to, what the points come to.

    `active` are customers with a purchase in the period, `returning` the share of visits whose customer came again
    within 60 days (of the visits whose 60 days ended in the period), `basket` the average purchase of members and
    `guest_basket` of all others (minor units).
    """

    period: Period
    active: Figure
    returning: Figure
    basket: Figure
    guest_basket: Figure
    liability: Liability


class MonthOfMembers(Struct, frozen=True):
    """A month by its first day: the customers who bought in it, and those who joined in it."""

    month: date
    active: int
    joined: int


class Members(Struct, frozen=True):
    """Customers over time."""

    period: Period
    members: int  # all there are now, without those who were forgotten
    months: tuple[MonthOfMembers, ...]


class Group(StrEnum):
    """The groups of customers; everybody is in one of them."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    PROMISING = "promising"
    NEW = "new"
    ATTENTION = "attention"
    SLIPPING = "slipping"
    LOST = "lost"
    NOT_YET = "not_yet"


class Lines(Struct, frozen=True):
    """What divides the groups on a day: `pace` days between visits are usual here, and `much` (minor units) is spent
    by at least a fifth of the customers; `often` purchases are many. `measured` says whether `pace` is the shop's own.
    """

    day: date
    pace: int
    measured: bool
    much: int
    often: int = OFTEN


class GroupCount(Struct, frozen=True):
    """How many customers are in a group."""

    group: Group
    customers: int


class Groups(Struct, frozen=True):
    """All groups on a day, in their order."""

    lines: Lines
    groups: tuple[GroupCount, ...]


class Grouped(Struct, frozen=True):
    """A customer of a group: purchases, minor units of a lifetime, and the day of the last purchase."""

    customer: str
    name: str
    visits: int
    spend: int
    last_day: date | None


class Cohort(Struct, frozen=True):
    """Those who joined in a month, and how many of them bought in that month and in each one after it."""

    month: date
    joined: int
    came: tuple[int, ...]

    def share(self, months_after: int) -> int | None:
        """The thousandths of them who bought so many months after they joined; None while nobody can tell."""
        known = months_after < len(self.came) and self.joined
        return self.came[months_after] * 1000 // self.joined if known else None


class Cohorts(Struct, frozen=True):
    """The customers of each month of joining; the last month of each may not be over yet."""

    period: Period
    cohorts: tuple[Cohort, ...]


class BestCustomer(Struct, frozen=True):
    """A customer who paid a lot in a period, returns counted off."""

    customer: str
    name: str
    spend: int
    lifetime: int


class Best(Struct, frozen=True):
    """Those who paid most in a period, the first in front.

    Where very many paid about the same, not all of them are looked at; nobody else paid more than `others` minor units
    then. It is 0 where nobody can have paid more than those who are named.
    """

    period: Period
    customers: tuple[BestCustomer, ...]
    others: int = 0


class Hours(Struct, frozen=True):
    """Purchases, and minor units paid, of each weekday (Monday first) and hour (0 to 23)."""

    period: Period
    purchases: tuple[tuple[int, ...], ...]
    paid: tuple[tuple[int, ...], ...]


class MonthOfPoints(Struct, frozen=True):
    """Points by month: what came, was used and ended, what people held when it was over, what ends in it from now on.

    `given` and `used` have what went back with returns counted off; `other` was given or taken by hand, or went with
    whoever was forgotten. `held` is None for a month to come.
    """

    month: date
    given: int
    used: int
    expired: int
    other: int
    held: int | None
    ending: int


class Points(Struct, frozen=True):
    """The points of the months of a period, and of the six months after it."""

    period: Period
    months: tuple[MonthOfPoints, ...]
    liability: Liability
