"""The facts: what can happen in the shop, kept in the journal for good; everything on the disk follows from them."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct, field

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.lots import EntryKind, LotKey, Movement
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import GiftCause, Line, TakenPromotion, TakenReward, VoucherSource, Why

PERSONAL = Meta(extra={"personal": True})  # a field kept apart from the chain, so that it can be erased


class Fact(Struct, frozen=True, kw_only=True):
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


class ProgrammeChanged(Fact, frozen=True, kw_only=True):
    """New rules are in force, as the text of a programme file."""

    version: int
    toml: str
    from_day: date | None = None  # None: at once, and for every day


class RecordSaved(Fact, frozen=True, kw_only=True):
    """Settings of something: the last writer wins, field by field. `personal` ones can be erased."""

    kind: str
    record: str
    fields: dict[str, str | int | bool | None] = field(default_factory=dict)
    personal: Annotated[dict[str, str], PERSONAL] = field(default_factory=dict)

    @property
    def customer_id(self) -> str | None:
        """The customer, when the settings are a customer's."""
        return self.record if self.kind == "customer" else None


class CustomerRegistered(Fact, frozen=True, kw_only=True):
    """A person joined; the fact's id is the customer's."""

    profile: Annotated[Profile | None, PERSONAL] = None
    referred_by: str = ""

    @property
    def customer_id(self) -> str | None:
        """The customer."""
        return self.id


class CustomerErased(Fact, frozen=True, kw_only=True):
    """A person was forgotten; the books stay."""

    customer: str

    def movements(self) -> tuple[Movement, ...]:
        """Whatever was on the account goes."""
        return (Movement(EntryKind.ERASED, 0),)


class CardIssued(Fact, frozen=True, kw_only=True):
    """A card was made, blank or for a customer; the fact's id is the card's. An erased person's number is gone."""

    customer: str | None = None
    number: Annotated[str | None, PERSONAL] = None


class PurchaseRecorded(Fact, frozen=True, kw_only=True):
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
    nets: tuple[int, ...] = ()  # what each line came to after promotions, where that is not its price
    promotions: tuple[TakenPromotion, ...] = ()
    stamps: tuple[tuple[str, int], ...] = ()  # (stamp card, units)
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


class PurchaseAttached(Fact, frozen=True, kw_only=True):
    """A purchase made without the card got its customer and points afterwards."""

    purchase: str
    customer: str
    card: str | None = None
    earned: int = 0
    stamps: tuple[tuple[str, int], ...] = ()
    from_day: date | None = None
    last_day: date | None = None
    tier: str | None = None
    why: tuple[Why, ...] = ()

    def movements(self) -> tuple[Movement, ...]:
        """The points of the purchase, as if the card had been there."""
        if not self.earned:
            return ()
        return (Movement(EntryKind.EARNED, self.earned, self.purchase, self.from_day, self.last_day),)


class PurchaseReturned(Fact, frozen=True, kw_only=True):
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
    stamps: tuple[tuple[str, int], ...] = ()  # stamps that go with it

    def movements(self) -> tuple[Movement, ...]:
        """Spent points come back first, so that they can make good what is taken."""
        moves = [Movement(EntryKind.GIVEN_BACK, self.given_back, self.purchase)] if self.given_back else []
        if self.taken_back:
            moves.append(Movement(EntryKind.TAKEN_BACK, -self.taken_back, self.purchase))
        return tuple(moves)


class PointsAdjusted(Fact, frozen=True, kw_only=True):
    """The balance was changed by hand, for a reason."""

    customer: str
    points: int
    reason: str
    approved_by: str = ""
    last_day: date | None = None

    def movements(self) -> tuple[Movement, ...]:
        """The change itself."""
        return (Movement(EntryKind.ADJUSTED, self.points, "", None, self.last_day),)


class PointsExpired(Fact, frozen=True, kw_only=True):
    """The last valid day of these lots is over."""

    customer: str
    lots: tuple[LotKey, ...]

    def movements(self) -> tuple[Movement, ...]:
        """Whatever the lots still hold goes."""
        return (Movement(EntryKind.EXPIRED, 0, lots=self.lots),)


class PointsGiven(Fact, frozen=True, kw_only=True):
    """Points that the desk gave by itself, once for a rule, a period and a customer: an occasion, or a referral.

    `period` is the year of the occasion, or the customer who was brought. `purchase` is what brought them.
    """

    customer: str
    points: int
    cause: GiftCause
    rule: str = ""
    period: str = ""
    purchase: str = ""
    last_day: date | None = None

    def movements(self) -> tuple[Movement, ...]:
        """The points come in; what is given without any leaves its line too, and is known by it."""
        kind = EntryKind.OCCASION if self.cause is GiftCause.OCCASION else EntryKind.REFERRAL
        return (Movement(kind, self.points, "", None, self.last_day),)


class GiftTakenBack(Fact, frozen=True, kw_only=True):
    """Points that the desk had given for a purchase went back with it; they may be given again."""

    customer: str
    gift: str  # the fact that gave them
    points: int

    def movements(self) -> tuple[Movement, ...]:
        """The points go."""
        return (Movement(EntryKind.TAKEN_BACK, -self.points),)


class CustomersMerged(Fact, frozen=True, kw_only=True):
    """Two records were one person: everything of `drop` is `keep`'s from now on, lots as they are."""

    keep: str
    drop: str

    @property
    def customer_id(self) -> str | None:
        """The customer who stays."""
        return self.keep


class HouseholdFormed(Fact, frozen=True, kw_only=True):
    """Customers share one balance from now on; the fact's id is the household's. Its name goes with the first member's.

    Whoever shares a balance with one of them already comes along.
    """

    members: tuple[str, ...]
    name: Annotated[str, PERSONAL] = ""

    @property
    def customer_id(self) -> str | None:
        """The first member, on whose account the points flow together."""
        return self.members[0]


class HouseholdLeft(Fact, frozen=True, kw_only=True):
    """A customer has an account of their own again; the points stay with the household."""

    customer: str


class VoucherIssued(Fact, frozen=True, kw_only=True):
    """A voucher was written out; the fact's id is the voucher's. One that `replaces` another costs nothing again.

    Without a customer it is good for whoever brings it. One for stamps takes so many `stamps` of a `stamp_card`;
    `purchase` is what brought it.
    """

    code: str
    customer: str | None
    reward: str
    name: str
    gives: Gives
    cost: int = 0
    last_day: date | None = None
    replaces: str = ""
    source: VoucherSource = VoucherSource.POINTS
    payer: str = ""  # who paid for one that is good for anybody
    purchase: str = ""
    stamp_card: str = ""
    stamps: int = 0
    period: str = ""  # the year of an occasion

    @property
    def customer_id(self) -> str | None:
        """Whose points paid for it, or whose it is."""
        return self.customer or self.payer or None

    def movements(self) -> tuple[Movement, ...]:
        """The points it costs."""
        return (Movement(EntryKind.REWARD, -self.cost, self.id),) if self.cost and not self.replaces else ()


class VoucherUsed(Fact, frozen=True, kw_only=True):
    """A voucher was handed in; one for money paid `amount` minor units, and keeps what is left."""

    voucher: str
    purchase: str = ""
    amount: int = 0


class VoucherCancelled(Fact, frozen=True, kw_only=True):
    """A voucher was taken back before its use; `first` is the voucher that was paid for, if this one replaced it."""

    voucher: str
    customer: str | None
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
        PointsGiven,
        GiftTakenBack,
        CustomersMerged,
        HouseholdFormed,
        HouseholdLeft,
        VoucherIssued,
        VoucherUsed,
        VoucherCancelled,
    )
}


class Stamp(Struct, frozen=True):
    """When, where, by whom and under which key something was done; `till` is the name the till goes by."""

    at: datetime
    staff: str = ""
    till: str = ""
    key: str = ""

    @property
    def day(self) -> date:
        """The shop's own day."""
        return self.at.date()


class Recorded(Struct, frozen=True):
    """A fact in its place in the journal: the installation's identity, its gapless number and its Lamport counter."""

    fact: Fact
    stamp: Stamp
    origin: str
    seq: int
    lamport: int
