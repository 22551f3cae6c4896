"""Reports for the desk drawer: a day as it ended, a month in figures, and the balances of everybody on paper.

Money is in minor units, points are whole.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.agenda import Matter
from loyaltydesk.model.insights import GroupCount, Liability, MonthOfPoints
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.programme_cost import Cost
from loyaltydesk.model.staff import Contest, Unusual

REPORT, BALANCES = "report", "balances"  # the kind and the name of the record that says when the list was printed
OLD = timedelta(days=30)  # after which a printed list of balances is too old to be of use


class Bought(Struct, frozen=True):
    """Purchases as they were recorded, and what was paid for them."""

    purchases: int = 0
    due: int = 0


class Back(Struct, frozen=True):
    """Purchases of which something was brought back, or that were voided, and what was paid out for it."""

    times: int = 0
    refunded: int = 0


class PointsOfDay(Struct, frozen=True):
    """What people held before the day and after it, and what the day moved, by why, as it changes what they hold.

    `opening` comes from the running sums, `moved` from the statements, `closing` from the lots: three ways to one end.
    """

    opening: int
    closing: int
    moved: Mapping[EntryKind, int]

    def of(self, *kinds: EntryKind) -> int:
        """What moved for these reasons."""
        return sum(self.moved.get(kind, 0) for kind in kinds)

    @property
    def given(self) -> int:
        """What purchases, occasions and friends brought."""
        return self.of(EntryKind.EARNED, EntryKind.OCCASION, EntryKind.REFERRAL)

    @property
    def taken_back(self) -> int:
        """What went again with what was brought back."""
        return -self.of(EntryKind.TAKEN_BACK)

    @property
    def used(self) -> int:
        """What was spent as money and for rewards."""
        return -self.of(EntryKind.SPENT, EntryKind.REWARD)

    @property
    def given_back(self) -> int:
        """What was spent and came back."""
        return self.of(EntryKind.GIVEN_BACK)

    @property
    def expired(self) -> int:
        """What ended unused."""
        return -self.of(EntryKind.EXPIRED)

    @property
    def other(self) -> int:
        """What was changed by hand, and what went with whoever was forgotten."""
        return sum(self.moved.values()) - (
            self.given - self.taken_back - self.used + self.given_back - self.expired
        )  # fmt: skip

    @property
    def holds(self) -> bool:
        """Whether the sums meet: what was there and what moved is what is there."""
        return self.opening + sum(self.moved.values()) == self.closing


class Promised(Struct, frozen=True):
    """Vouchers, and what those of them are worth of which that is known."""

    vouchers: int = 0
    worth: int = 0
    unpriced: int = 0  # how many are worth nobody knows what: a percentage, a product without a price


class Share(Struct, frozen=True):
    """What one cashier, or one till, has to do with a day; empty `name`: nobody said."""

    name: str
    bought: Bought = Bought()
    back: Back = Back()
    given: int = 0
    used: int = 0
    joined: int = 0

    @property
    def paid(self) -> int:
        """What was paid, less what was paid out."""
        return self.bought.due - self.back.refunded


class DayEnd(Struct, frozen=True):
    """A day as it ended. What was attached, brought back or changed on a later day belongs to that day."""

    day: date
    points: PointsOfDay
    members: Bought
    guests: Bought
    returns: Back
    voids: Back
    issued: Promised
    used: Promised
    ended: Promised
    cashiers: tuple[Share, ...]
    tills: tuple[Share, ...]
    joined: int
    greetings: int
    donated: tuple[tuple[str, int, int], ...]  # the cause, how often, minor units
    unusual: tuple[Unusual, ...]

    @property
    def paid(self) -> int:
        """What was paid, less what was paid out."""
        return self.members.due + self.guests.due - self.returns.refunded - self.voids.refunded

    @property
    def is_quiet(self) -> bool:
        """Whether nothing happened."""
        quiet = not any(self.points.moved.values()) and not self.cashiers and not self.joined
        return quiet and not (self.issued.vouchers or self.used.vouchers or self.greetings or self.donated)


class MonthFigures(Struct, frozen=True):
    """What a month came to; `basket` is the average purchase, None without any."""

    month: date
    purchases: int
    members: int  # paid by them
    guests: int
    active: int
    joined: int

    @property
    def paid(self) -> int:
        """What everybody paid."""
        return self.members + self.guests

    @property
    def basket(self) -> int | None:
        """The average purchase."""
        return self.paid // self.purchases if self.purchases > 0 else None


class MonthLetter(Struct, frozen=True):
    """All that a letter to the owner tells: `months` are thirteen, the last is its own, the first that of last year.

    `groups`, `matters` and what of `liability` ends soon are as of the day `written`.
    """

    written: date
    is_over: bool
    months: tuple[MonthFigures, ...]
    cost: Cost
    points: MonthOfPoints
    liability: Liability
    groups: tuple[GroupCount, ...]
    matters: tuple[Matter, ...]
    contest: Contest

    @property
    def now(self) -> MonthFigures:
        """The month itself."""
        return self.months[-1]

    @property
    def before(self) -> MonthFigures | None:
        """The month before; None where nothing was sold in it."""
        return self.months[-2] if self.months[-2].purchases else None

    @property
    def year_ago(self) -> MonthFigures | None:
        """The same month of last year; None where nothing was sold in it."""
        return self.months[0] if self.months[0].purchases else None


class ListedBy(StrEnum):
    """In which order the list of balances stands."""

    NAME = "name"
    CARD = "card"


class Held(Struct, frozen=True):
    """A line of the list: whose card it is, and what can be spent with it.

    By name a customer has one line, with the newest card that can be used and how many `more` there are; by card each
    card has its own. `only_collects` cards cannot spend; `shared` points are those of a household.
    """

    customer: str
    name: str
    phone: str
    card: str
    points: int
    tier: str
    vouchers: tuple[str, ...] = ()
    more: int = 0
    only_collects: bool = False
    shared: bool = False


class BalanceWish(Struct, frozen=True):
    """Which list is wanted; only those who were here, or joined, within so many `months` (None: everybody)."""

    by: ListedBy = ListedBy.NAME
    months: int | None = None


class Printed(Struct, frozen=True):
    """When the list was printed last."""

    at: datetime

    def is_old(self, now: datetime) -> bool:
        """Whether a new one should be printed."""
        return now - self.at > OLD
