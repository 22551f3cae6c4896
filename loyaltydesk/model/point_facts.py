"""Facts of points that move without a purchase: changed by hand, given by the desk, over."""

from datetime import date

from loyaltydesk.model.fact import Fact
from loyaltydesk.model.lots import EntryKind, LotKey, Movement
from loyaltydesk.model.purchases import GiftCause


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
