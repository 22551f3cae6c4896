"""Facts of purchases: recorded, given to a customer afterwards, brought back."""

from datetime import date

from loyaltydesk.model.fact import Fact
from loyaltydesk.model.lots import EntryKind, Movement
from loyaltydesk.model.purchases import Line, TakenPromotion, TakenReward, Why


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
