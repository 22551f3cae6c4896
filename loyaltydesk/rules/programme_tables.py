"""The tables of the programme file as they are written, with their types; unknown keys are refused, not ignored."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
Text = Annotated[str, Meta(min_length=1, max_length=200)]
Days = Annotated[int, Meta(ge=1, le=36500)]
Times = Annotated[int, Meta(ge=1, le=1_000_000_000)]
Exact = str | int  # an exact number: 2, or "1.5"


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything in the file."""


class ProgrammeTable(Table, frozen=True):
    """[programme]"""

    name: Text
    currency: Text
    starts: date | None = None
    ends: date | None = None


class PointsTable(Table, frozen=True):
    """[points]"""

    rounding: Literal["floor", "half_up", "ceil"] = "floor"
    earn_on: Literal["full", "paid", "none_when_redeeming"] = "paid"
    tax: Literal["gross", "net"] = "gross"
    pending_days: Annotated[int, Meta(ge=0, le=3650)] = 0
    expire: Literal["never", "after", "month_end", "year_end"] | None = None  # after, when expire_after is given
    expire_after: str | None = None


class RedeemTable(Table, frozen=True):
    """[redeem]"""

    points: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    worth: str
    minimum: Count = 0
    max_percent: Exact = 100


class ReturnsTable(Table, frozen=True):
    """[returns]"""

    overdraft: Literal["clamp", "negative"] = "clamp"


class TiersTable(Table, frozen=True):
    """[tiers]"""

    basis: Literal["spend", "points"] = "spend"
    window: Literal["lifetime", "calendar_year", "12 months"] = "lifetime"


class OfTable(Table, frozen=True):
    """of = { … }: which lines a rule covers"""

    sku: list[Text] = []
    category: list[Text] = []
    not_sku: list[Text] = []
    not_category: list[Text] = []
    not_shipping: bool = False


class WhenTable(Table, frozen=True):
    """when = { … }: when a rule applies"""

    min_bill: str | None = None
    min_qty: Count = 0
    weekdays: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]] = []
    from_: str | None = field(default=None, name="from")
    to: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    tiers: list[Text] = []
    occasion: Literal["birthday", "name_day", "joined"] | None = None
    code: str = ""


class EarnTable(Table, frozen=True):
    """[[earn]]"""

    id: Text
    points: Count
    per: str | None = None
    each: Literal["unit", "purchase"] | None = None
    of: OfTable = OfTable()
    when: WhenTable = WhenTable()
    priority: int = 0
    alone: bool = False


class MultiplyTable(Table, frozen=True):
    """[[multiply]]"""

    id: Text
    by: Exact
    of: OfTable = OfTable()
    when: WhenTable = WhenTable()


class BonusTable(Table, frozen=True):
    """[[bonus]]"""

    id: Text
    points: Count
    per: Literal["unit", "purchase"] = "purchase"
    of: OfTable = OfTable()
    when: WhenTable = WhenTable()


class OccasionTable(Table, frozen=True):
    """[[occasion]]"""

    id: Text
    on: Literal["birthday", "name_day", "joined"]
    points: Count | None = None
    reward: Text | None = None
    days_before: Annotated[int, Meta(ge=0, le=60)] = 0


class TierTable(Table, frozen=True):
    """[[tier]]"""

    name: Text
    from_: Exact = field(name="from")
    multiply: Exact = 1
    discount_percent: Exact = 0


class GivesTable(Table, frozen=True):
    """gives = { … }: what a reward gives"""

    product: Text | None = None
    qty: Annotated[int, Meta(ge=1, le=1000)] | None = None
    money: str | None = None
    percent: Exact | None = None
    max: str | None = None
    donate: Text | None = None


class RewardTable(Table, frozen=True):
    """[[reward]]"""

    id: Text
    name: Text
    cost: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    gives: GivesTable
    valid_days: Days | None = None
    stock: Count | None = None
    per_customer: Times | None = None
    bearer: bool = False


class StampCardTable(Table, frozen=True):
    """[[stamp_card]]"""

    id: Text
    every: Annotated[int, Meta(ge=1, le=10_000)]
    gives: GivesTable
    name: Text | None = None
    of: OfTable = OfTable()
    valid_days: Days | None = None
    bearer: bool = False


class NextPurchaseTable(Table, frozen=True):
    """[[next_purchase]]"""

    id: Text
    gives: GivesTable
    name: Text | None = None
    of: OfTable = OfTable()
    when: WhenTable = WhenTable()
    valid_days: Days | None = None
    bearer: bool = False


class PromotionTable(Table, frozen=True):
    """[[promotion]]"""

    id: Text
    name: Text | None = None
    of: OfTable = OfTable()
    when: WhenTable = WhenTable()
    buy: Annotated[int, Meta(ge=1, le=1000)] | None = None
    get: Annotated[int, Meta(ge=1, le=1000)] | None = None
    get_price: str | None = None
    get_percent: Exact | None = None
    percent: Exact | None = None
    amount: str | None = None
    max: str | None = None
    code: str = ""
    max_uses: Times | None = None
    max_uses_customer: Times | None = None
    members: bool = False


class ReferralTable(Table, frozen=True):
    """[referral]"""

    points_referrer: Count = 0
    points_new: Count = 0


class ApprovalTable(Table, frozen=True):
    """[approval]"""

    adjust_above: Count


class ControlGroupTable(Table, frozen=True):
    """[test_group]"""

    every: Annotated[int, Meta(ge=2, le=10_000)]
    since: date | None = None


class ProgrammeFile(Table, frozen=True):
    """The whole file."""

    programme: ProgrammeTable
    points: PointsTable = PointsTable()
    redeem: RedeemTable | None = None
    returns: ReturnsTable = ReturnsTable()
    tiers: TiersTable = TiersTable()
    referral: ReferralTable = ReferralTable()
    approval: ApprovalTable | None = None
    test_group: ControlGroupTable | None = None
    earn: list[EarnTable] = []
    multiply: list[MultiplyTable] = []
    bonus: list[BonusTable] = []
    occasion: list[OccasionTable] = []
    tier: list[TierTable] = []
    reward: list[RewardTable] = []
    stamp_card: list[StampCardTable] = []
    promotion: list[PromotionTable] = []
    next_purchase: list[NextPurchaseTable] = []
