"""The facts: what can happen in the shop, kept in the journal for good; everything on the disk follows from them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.lots import EntryKind, LotKey, Movement
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import Line, TakenReward, Why

PERSONAL = {"personal": True}  # a field kept apart from the chain, so that it can be erased


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that happened; `id` is a UUIDv7."""

    id: str

    @property
    def customer_id(self) -> str | None:
        """The customer whose points or person it is about."""
        customer: str | None = getattr(self, "customer", None)
        return customer

    def movements(self) -> tuple[Movement, ...]:
        """What it does to that customer's points, in order."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeChanged(Fact):
    """New rules are in force, as the text of a programme file."""

    version: int
    toml: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSaved(Fact):
    """Settings of something: the last writer wins, field by field. `personal` ones can be erased."""

    kind: str
    record: str
    fields: dict[str, str | int | bool | None] = field(default_factory=dict)
    personal: dict[str, str] = field(default_factory=dict, metadata=PERSONAL)

    @property
    def customer_id(self) -> str | None:
        """The customer, when the settings are a customer's."""
        return self.record if self.kind == "customer" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRegistered(Fact):
    """A person joined; the fact's id is the customer's."""

    profile: Profile | None = field(default=None, metadata=PERSONAL)
    referred_by: str = ""

    @property
    def customer_id(self) -> str | None:
        """The customer."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerErased(Fact):
    """A person was forgotten; the books stay."""

    customer: str

    def movements(self) -> tuple[Movement, ...]:
        """Whatever was on the account goes."""
        return (Movement(EntryKind.ERASED, 0),)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardIssued(Fact):
    """A card was made, blank or for a customer; the fact's id is the card's. An erased person's number is gone."""

    customer: str | None = None
    number: str | None = field(default=None, metadata=PERSONAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseRecorded(Fact):
    """A purchase as it was worked out then, for good; the fact's id is the purchase's. Money in minor units."""

    customer: str | None = None
    card: str | None = None
    receipt: str = ""
    lines: tuple[Line, ...] = ()
    total: int
    discount: int = 0
    value: int
    by_points: int = 0
    by_vouchers: int = 0
    due: int
    earned: int = 0
    redeemed: int = 0
    rewards: tuple[TakenReward, ...] = ()
    free: tuple[int, ...] = ()
    vouchers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    from_day: date | None = None
    last_day: date | None = None
    tier: str | None = None
    why: tuple[Why, ...] = ()
    programme: int = 0

    @property
    def spent(self) -> int:
        """Points that went, as money and for rewards."""
        return self.redeemed + sum(reward.cost for reward in self.rewards)

    def movements(self) -> tuple[Movement, ...]:
        """Points spent go before points earned come: nobody pays with what the purchase brings."""
        if self.customer is None:
            return ()
        moves = [Movement(EntryKind.SPENT, -self.redeemed, self.id)] if self.redeemed else []
        cost = self.spent - self.redeemed
        if cost:
            moves.append(Movement(EntryKind.REWARD, -cost, self.id))
        if self.earned:
            moves.append(Movement(EntryKind.EARNED, self.earned, self.id, self.from_day, self.last_day))
        return tuple(moves)


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseAttached(Fact):
    """A purchase made without the card got its customer and points afterwards."""

    purchase: str
    customer: str
    card: str | None = None
    earned: int = 0
    from_day: date | None = None
    last_day: date | None = None
    tier: str | None = None
    why: tuple[Why, ...] = ()

    def movements(self) -> tuple[Movement, ...]:
        """The points of the purchase, as if the card had been there."""
        if not self.earned:
            return ()
        return (Movement(EntryKind.EARNED, self.earned, self.purchase, self.from_day, self.last_day),)


@dataclass(frozen=True, slots=True, kw_only=True)
class PurchaseReturned(Fact):
    """All or part of a purchase was brought back, or the whole voided. Money in minor units."""

    purchase: str
    customer: str | None = None
    value: int
    refunded: int
    taken_back: int = 0
    given_back: int = 0
    lines: tuple[tuple[int, int], ...] = ()  # (place on the bill, units)
    closes: bool = False  # nothing is left of the purchase
    voided: bool = False
    vouchers: tuple[str, ...] = ()  # vouchers that are open again

    def movements(self) -> tuple[Movement, ...]:
        """Spent points come back first, so that they can make good what is taken."""
        moves = [Movement(EntryKind.GIVEN_BACK, self.given_back, self.purchase)] if self.given_back else []
        if self.taken_back:
            moves.append(Movement(EntryKind.TAKEN_BACK, -self.taken_back, self.purchase))
        return tuple(moves)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsAdjusted(Fact):
    """The balance was changed by hand, for a reason."""

    customer: str
    points: int
    reason: str
    approved_by: str = ""
    last_day: date | None = None

    def movements(self) -> tuple[Movement, ...]:
        """The change itself."""
        return (Movement(EntryKind.ADJUSTED, self.points, "", None, self.last_day),)


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsExpired(Fact):
    """The last valid day of these lots is over."""

    customer: str
    lots: tuple[LotKey, ...]

    def movements(self) -> tuple[Movement, ...]:
        """Whatever the lots still hold goes."""
        return (Movement(EntryKind.EXPIRED, 0, lots=self.lots),)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherIssued(Fact):
    """A voucher was written out; the fact's id is the voucher's. One that `replaces` another costs nothing again."""

    code: str
    customer: str
    reward: str
    name: str
    gives: Gives
    cost: int = 0
    last_day: date | None = None
    replaces: str = ""

    def movements(self) -> tuple[Movement, ...]:
        """The points it costs."""
        return (Movement(EntryKind.REWARD, -self.cost, self.id),) if self.cost and not self.replaces else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherUsed(Fact):
    """A voucher was handed in."""

    voucher: str
    purchase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherCancelled(Fact):
    """A voucher was taken back before its use; `first` is the voucher that was paid for, if this one replaced it."""

    voucher: str
    customer: str
    first: str
    given_back: int = 0

    def movements(self) -> tuple[Movement, ...]:
        """The points it had cost come back with their first last day."""
        return (Movement(EntryKind.GIVEN_BACK, self.given_back, self.first),) if self.given_back else ()


KINDS: dict[str, type[Fact]] = {
    kind.__name__: kind
    for kind in (
        ProgrammeChanged,
        RecordSaved,
        CustomerRegistered,
        CustomerErased,
        CardIssued,
        PurchaseRecorded,
        PurchaseAttached,
        PurchaseReturned,
        PointsAdjusted,
        PointsExpired,
        VoucherIssued,
        VoucherUsed,
        VoucherCancelled,
    )
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """When, where, by whom and under which key something was done; `till` is the name the till goes by."""

    at: datetime
    staff: str = ""
    till: str = ""
    key: str = ""

    @property
    def day(self) -> date:
        """The shop's own day."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact in its place in the journal: the installation's identity, its gapless number and its Lamport counter."""

    fact: Fact
    stamp: Stamp
    origin: str
    seq: int
    lamport: int
