"""Purchases: what is asked for at the till, what was worked out, and what is kept."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.programme import Gives


class Line(Struct, frozen=True):
    """One line of a bill; `price` is in minor units for one unit, `tax` in hundredths of a percent within the price."""

    price: int
    qty: int = 1
    sku: str = ""
    category: str = ""
    tax: int = 0
    shipping: bool = False


class RewardWish(Struct, frozen=True):
    """A reward to be had within the purchase, so many times."""

    reward: str
    times: int = 1


class Basket(Struct, frozen=True):
    """A purchase as it is asked for; money in minor units. Without card and customer it is a guest's."""

    lines: tuple[Line, ...]
    card: str = ""
    customer: str = ""
    discount: int = 0
    redeem_points: int = 0
    rewards: tuple[RewardWish, ...] = ()
    vouchers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    receipt: str = ""

    @property
    def total(self) -> int:
        """The bill before anything comes off, in minor units."""
        return sum(line.price * line.qty for line in self.lines)


class Why(Struct, frozen=True):
    """One step of the counting: which rule gave how many points, and from what.

    `kind` is blocks, unit, purchase, tier, not_running, none_when_redeeming or own_card; `amount` and `per` are minor
    units, `count` the blocks, units or purchases, `rate` a tier's factor.
    """

    kind: str
    rule: str
    points: int
    amount: int = 0
    per: int = 0
    count: int = 0
    rate: str = ""


class TakenReward(Struct, frozen=True):
    """A reward that was had within a purchase, for `cost` points in all; `money` (minor units) went to a good cause."""

    reward: str
    name: str
    times: int
    cost: int
    cause: str = ""
    money: int = 0


class TakenPromotion(Struct, frozen=True):
    """A promotion that took so many minor units off a purchase."""

    promotion: str
    name: str
    off: int


class CodeState(StrEnum):
    """What became of a code that was given with a purchase."""

    APPLIED = "applied"
    UNKNOWN = "unknown"
    USED_UP = "used_up"
    USED_UP_CUSTOMER = "used_up_customer"
    NOT_NOW = "not_now"
    NOT_ENOUGH = "not_enough"
    OUTDONE = "outdone"  # another promotion takes more off


class GivenCode(Struct, frozen=True):
    """A code that was given with a purchase, and what became of it."""

    code: str
    state: CodeState


class Quote(Struct, frozen=True):
    """What a purchase comes to: money in minor units, points whole.

    `value` is the bill after discounts, `due` what is left to pay after points and vouchers, `free` the units of each
    line that cost nothing (empty when there are none).
    """

    total: int
    discount: int
    value: int
    by_points: int = 0
    by_vouchers: int = 0
    due: int = 0
    earned: int = 0
    redeemed: int = 0
    rewards: tuple[TakenReward, ...] = ()
    free: tuple[int, ...] = ()
    nets: tuple[int, ...] = ()
    promotions: tuple[TakenPromotion, ...] = ()
    codes: tuple[GivenCode, ...] = ()
    stamps: tuple[tuple[str, int], ...] = ()  # (stamp card, units)
    from_day: date | None = None
    last_day: date | None = None
    tier: str | None = None
    why: tuple[Why, ...] = ()

    @property
    def spent(self) -> int:
        """Points that go, as money and for rewards."""
        return self.redeemed + sum(reward.cost for reward in self.rewards)


class PurchaseState(StrEnum):
    """What has become of a purchase."""

    DONE = "done"
    RETURNED = "returned"  # all of it
    VOIDED = "voided"


class Purchase(Struct, frozen=True):
    """A recorded purchase as it stands now, returns counted off; money in minor units."""

    id: str
    at: datetime
    day: date
    customer: str | None
    card: str | None
    receipt: str
    total: int
    discount: int
    value: int
    due: int
    earned: int
    spent: int
    state: PurchaseState
    returned: int  # value returned so far
    refunded: int
    taken_back: int
    given_back: int
    programme: int  # version of the rules it was made under
    staff: str = ""

    @property
    def returnable(self) -> int:
        """The value (minor units) that can still be brought back."""
        return self.value - self.returned if self.state is PurchaseState.DONE else 0


class Asked(Struct, frozen=True):
    """What is brought back: everything that is left, a value in minor units, or units of products."""

    amount: int | None = None
    lines: tuple[tuple[str, int] | tuple[str, int, int], ...] = ()  # (sku, units), or with the price of one unit
    voids: bool = False

    @property
    def everything(self) -> bool:
        """Whether no part was named."""
        return self.amount is None and not self.lines


class Entry(Struct, frozen=True):
    """One line of a customer's statement, with the balance after it (points)."""

    at: datetime
    kind: EntryKind
    points: int
    balance: int
    purchase: str | None
    receipt: str
    last_day: date | None
    fact: str


class VoucherState(StrEnum):
    """What a voucher can do now. Whether it is over is a question of the day and is not kept."""

    OPEN = "open"
    USED = "used"
    CANCELLED = "cancelled"
    REPRINTED = "reprinted"
    EXPIRED = "expired"


class VoucherSource(StrEnum):
    """What a voucher was given for."""

    POINTS = "points"
    STAMPS = "stamps"
    NEXT_PURCHASE = "next_purchase"
    OCCASION = "occasion"
    CAMPAIGN = "campaign"  # for a whole group of customers


class GiftCause(StrEnum):
    """Why the desk gives points by itself."""

    OCCASION = "occasion"
    REFERRAL = "referral"  # to whoever brought a customer
    REFERRED = "referred"  # to the customer who was brought


class Voucher(Struct, frozen=True):
    """A promise on paper to one customer, or to whoever brings it; `cost` points were paid for it.

    `last_day` is the last valid day, `left` what one for money can still pay (minor units).
    """

    id: str
    code: str
    customer: str | None
    reward: str
    name: str
    gives: Gives
    cost: int
    issued: datetime
    last_day: date | None
    state: VoucherState
    first: str  # the voucher that was paid for; itself, unless it is a reprint
    used_by: str = ""  # the purchase
    source: VoucherSource = VoucherSource.POINTS
    left: int = 0
    payer: str = ""
    purchase: str = ""
    stamp_card: str = ""
    stamps: int = 0

    def state_on(self, day: date) -> VoucherState:
        """Its state on `day`, over or not."""
        over = self.state is VoucherState.OPEN and self.last_day is not None and self.last_day < day
        return VoucherState.EXPIRED if over else self.state
