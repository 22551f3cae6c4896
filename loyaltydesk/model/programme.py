"""The rules of a loyalty programme as values, read from the programme file by `rules.programme_file`."""

from datetime import date, time
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from loyaltydesk.model.money import Currency


class Rounding(StrEnum):
    """How a fraction of a point is made whole, once for each purchase."""

    FLOOR = "floor"
    HALF_UP = "half_up"
    CEIL = "ceil"


class EarnOn(StrEnum):
    """Which part of a bill earns."""

    FULL = "full"  # all of it
    PAID = "paid"  # what is left after points and vouchers
    NONE_WHEN_REDEEMING = "none_when_redeeming"


class Expire(StrEnum):
    """When points end."""

    NEVER = "never"
    AFTER = "after"
    MONTH_END = "month_end"
    YEAR_END = "year_end"


class Basis(StrEnum):
    """What lifts a customer to a tier."""

    SPEND = "spend"
    POINTS = "points"


class Window(StrEnum):
    """The stretch of time that counts for a tier."""

    LIFETIME = "lifetime"
    CALENDAR_YEAR = "calendar_year"
    TWELVE_MONTHS = "12 months"


class Span(Struct, frozen=True):
    """A length of calendar time: so many days, months or years."""

    number: int
    unit: str


class PointRules(Struct, frozen=True):
    """How points are counted and how long they live."""

    rounding: Rounding = Rounding.FLOOR
    earn_on: EarnOn = EarnOn.PAID
    net_of_tax: bool = False
    pending_days: int = 0
    expire: Expire = Expire.NEVER
    expire_after: Span = Span(0, "days")


class Redeem(Struct, frozen=True):
    """Points as money: `points` for `worth` minor units; at least `minimum` points, at most `max_percent` of a bill."""

    points: int
    worth: int
    minimum: int = 0
    max_percent: Fraction = Fraction(100)


class Scope(Struct, frozen=True):
    """Which lines of a purchase a rule covers; an empty scope covers all."""

    sku: frozenset[str] = frozenset()
    category: frozenset[str] = frozenset()
    not_sku: frozenset[str] = frozenset()
    not_category: frozenset[str] = frozenset()
    not_shipping: bool = False


class When(Struct, frozen=True):
    """When a rule applies; everything named must hold. `min_bill` is in minor units, times are the shop's own."""

    min_bill: int = 0
    min_qty: int = 0
    weekdays: frozenset[int] = frozenset()  # Monday is 0
    from_time: time | None = None  # the first moment that counts
    to_time: time | None = None  # the first moment that counts no more
    first_day: date | None = None
    last_day: date | None = None
    tiers: frozenset[str] = frozenset()
    occasion: str = ""
    code: str = ""


class EarnRule(Struct, frozen=True):
    """`points` for each completed `per` (minor units), or for each unit or each purchase."""

    id: str
    points: int
    per: int = 0
    each: str = ""
    of: Scope = Scope()
    when: When = When()
    priority: int = 0
    alone: bool = False


class Gives(Struct, frozen=True):
    """What a reward gives: a product, money off (minor units), a percentage off, or money for a good cause."""

    kind: str  # product | money | percent | donate
    product: str = ""
    qty: int = 1
    money: int = 0
    percent: Fraction = Fraction(0)
    max_money: int | None = None
    cause: str = ""


class Reward(Struct, frozen=True):
    """Something to have for `cost` points; `valid_days`, `stock` and `per_customer` are None without a limit."""

    id: str
    name: str
    cost: int
    gives: Gives
    valid_days: int | None = None
    stock: int | None = None
    per_customer: int | None = None


class Tier(Struct, frozen=True):
    """A level from `threshold` on (minor units of spend, or points earned), with what it brings."""

    name: str
    threshold: int
    multiply: Fraction = Fraction(1)
    discount_percent: Fraction = Fraction(0)


class Programme(Struct, frozen=True):
    """All rules of a shop's programme."""

    name: str
    currency: Currency
    starts: date | None = None
    ends: date | None = None
    points: PointRules = PointRules()
    redeem: Redeem | None = None
    overdraft: bool = False  # after a return the balance may fall below zero
    earn: tuple[EarnRule, ...] = ()
    rewards: tuple[Reward, ...] = ()
    tiers: tuple[Tier, ...] = ()  # lowest first
    basis: Basis = Basis.SPEND
    window: Window = Window.LIFETIME

    @property
    def rewards_by_id(self) -> dict[str, Reward]:
        """The rewards under the names the programme file gives them."""
        return {reward.id: reward for reward in self.rewards}

    def runs_on(self, day: date) -> bool:
        """Whether `day` lies in the programme's time; both ends are part of it."""
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def tier(self, name: str | None) -> Tier | None:
        """The tier with this name, if the programme (still) has it."""
        return next((tier for tier in self.tiers if tier.name == name), None) if name else None
