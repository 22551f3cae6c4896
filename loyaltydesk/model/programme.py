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


class MultiplyRule(Struct, frozen=True):
    """A factor on the points of the lines it covers."""

    id: str
    by: Fraction
    of: Scope = Scope()
    when: When = When()


class BonusRule(Struct, frozen=True):
    """Points on top, not multiplied: once for a purchase, or for each unit it covers."""

    id: str
    points: int
    of: Scope = Scope()
    when: When = When()
    each_unit: bool = False


class OccasionRule(Struct, frozen=True):
    """What the desk gives each customer once a year by itself: points, or the voucher of a reward."""

    id: str
    on: str  # birthday | name_day | joined
    points: int = 0
    reward: str = ""
    days_before: int = 0


class Reward(Struct, frozen=True):
    """Something to have for `cost` points; `valid_days`, `stock` and `per_customer` are None without a limit.

    The voucher of a reward for the `bearer` is good for anybody.
    """

    id: str
    name: str
    cost: int
    gives: Gives
    valid_days: int | None = None
    stock: int | None = None
    per_customer: int | None = None
    bearer: bool = False


class StampCard(Struct, frozen=True):
    """Every so many paid units bring a voucher."""

    id: str
    name: str
    every: int
    gives: Gives
    of: Scope = Scope()
    valid_days: int | None = None
    bearer: bool = False


class NextPurchase(Struct, frozen=True):
    """A voucher that a purchase brings for the next one."""

    id: str
    name: str
    gives: Gives
    of: Scope = Scope()
    when: When = When()
    valid_days: int | None = None
    bearer: bool = False


class Promotion(Struct, frozen=True):
    """Money off without points: buy so many and get more for less, a percentage, or an amount (minor units).

    `kind` is get, percent or amount. With `get`, the units got cost `get_price` each or `percent` less. Only customers
    with a card have one for `members`.
    """

    id: str
    name: str
    kind: str
    of: Scope = Scope()
    when: When = When()
    buy: int = 0
    get: int = 0
    get_price: int | None = None
    percent: Fraction = Fraction(0)
    amount: int = 0
    max_money: int | None = None
    max_uses: int | None = None
    max_uses_customer: int | None = None
    members: bool = False

    @property
    def for_customers(self) -> bool:
        """Whether it asks who somebody is, so that no guest can have it."""
        return bool(self.members or self.when.tiers or self.when.occasion or self.max_uses_customer is not None)


class Referral(Struct, frozen=True):
    """Points for a customer who brings another, and for the one who was brought."""

    points_referrer: int = 0
    points_new: int = 0


class ControlGroup(Struct, frozen=True):
    """Every so many new customers go without offers, from a day on, so that it shows what offers do."""

    every: int
    since: date | None = None


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
    multiply: tuple[MultiplyRule, ...] = ()
    bonus: tuple[BonusRule, ...] = ()
    occasions: tuple[OccasionRule, ...] = ()
    rewards: tuple[Reward, ...] = ()
    stamp_cards: tuple[StampCard, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    next_purchase: tuple[NextPurchase, ...] = ()
    referral: Referral = Referral()
    approve_above: int | None = None  # a change by hand of more points needs a second person
    test_group: ControlGroup | None = None
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
