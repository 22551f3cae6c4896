"""Facts of vouchers: written out, handed in, taken back."""

from datetime import date

from loyaltydesk.model.fact import Fact
from loyaltydesk.model.lots import EntryKind, Movement
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import VoucherSource


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
