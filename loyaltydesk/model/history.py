"""The shop's past as a forecast needs it: who bought what and when, as little of it as will do."""

from datetime import date, datetime

from msgspec import Struct

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.purchases import Line


class PastPurchase(Struct, frozen=True):
    """A purchase that stands; money in minor units.

    `lines` are without what was had for a voucher or a reward, `discount` is what the cashier took off beside all
    promotions, and of the bill's `value` so much was brought back.
    """

    at: datetime
    lines: tuple[Line, ...]
    discount: int = 0
    codes: tuple[str, ...] = ()
    value: int = 0
    returned: int = 0

    @property
    def total(self) -> int:
        """The bill before promotions, without what the cashier took off."""
        return sum(line.price * line.qty for line in self.lines) - self.discount

    def stays(self, amount: int) -> int:
        """What is left of an amount of the whole purchase: what was brought back is taken off it, rounded down."""
        return amount - amount * self.returned // self.value if self.returned and self.value else amount


class Before(Struct, frozen=True):
    """What a customer paid (minor units) and earned (points) in a month before the period, dated within it."""

    day: date
    spend: int
    earned: int


class PastCustomer(Struct, frozen=True):
    """A customer with the purchases of a period in order of time, and the sums before it that count for a tier.

    `brought` are the days on which customers they had brought bought for the first time, `was_brought` the day of
    their own first purchase if somebody had brought them.
    """

    customer: Customer
    purchases: tuple[PastPurchase, ...]
    before: tuple[Before, ...] = ()
    brought: tuple[date, ...] = ()
    was_brought: date | None = None


class Basis(Struct, frozen=True):
    """What a forecast stands on, to be told: the history, and what had to be supposed.

    `use` is the share of points that people use, `share` that of sales to members (hundredths of a percent); `guessed`
    are products whose price nobody knows, with what they were taken to be worth (minor units).
    """

    first: date
    last: date
    customers: int
    purchases: int
    use: int
    measured: bool
    share: int
    invented: bool = False
    guessed: tuple[tuple[str, int], ...] = ()
    refused: int = 0


class Span(Struct, frozen=True):
    """The days of a history, both inclusive, with how many purchases of customers and of guests there are.

    `value` is what all of them came to, in minor units.
    """

    first: date
    last: date
    purchases: int = 0
    guests: int = 0
    value: int = 0

    @property
    def whole(self) -> int:
        """How many purchases there are."""
        return self.purchases + self.guests
