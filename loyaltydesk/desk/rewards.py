"""Rewards and vouchers: points exchanged for a promise on paper, and the promise kept."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.knowing import making
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.programme import Reward
from loyaltydesk.model.purchases import Purchase, Voucher, VoucherState
from loyaltydesk.model.refusals import RewardNotOffered
from loyaltydesk.rules import vouchers
from loyaltydesk.rules.following import issued
from loyaltydesk.rules.redeeming import Taken, offered


class Offer(Struct, frozen=True):
    """A reward as one customer can have it; `refusal` is empty, or points, stock or limit."""

    reward: Reward
    refusal: str


class Donation(Struct, frozen=True):
    """What went to a good cause: how often something was given, and the money (minor units); from whom, where asked.

    Whoever was forgotten since has no `customer` any more.
    """

    cause: str
    times: int
    money: int
    customer: str | None = None
    name: str = ""


class Rewards:
    """What points can be exchanged for."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def offers(self, customer: str, balance: int) -> list[Offer]:
        """Every reward of the programme, the cheapest first, with what stands in the way of it."""
        rewards = sorted(self._core.programme.rewards, key=lambda reward: reward.cost)
        return [Offer(reward, self._obstacle(reward, customer, balance)) for reward in rewards]

    def redeem(self, reward: str, *, card: str = "", customer: str = "", stamp: Stamp | None = None) -> Voucher:
        """Exchanges points for a voucher.

        Raises UnknownCard, UnknownCustomer, UnknownReward, RewardNotOffered, CardBlocked, EarnOnlyCard or
        NotEnoughPoints.
        """
        stamp = stamp or self._core.stamp()
        store = self._core.store
        with self._core.writing():
            standing = self._core.standing(stamp.day, card=card, customer=customer)
            taken = Taken(*store.vouchers.taken(reward, standing.customer.id))
            found = offered(self._core.in_force(stamp.day)[1], reward, times=1, taken=taken)
            facts = vouchers.issue(found, standing, stamp=stamp, making=making(self._core))
            self._core.record(facts, stamp)
        return self.voucher(issued(facts)[0].code)

    def voucher(self, code: str) -> Voucher:
        """The voucher with this code. Raises UnknownVoucher."""
        return self._core.voucher(code)

    def brought_by(self, purchase: Purchase) -> list[Voucher]:
        """The vouchers that a purchase brought, as they stand now, in the order they were written out."""
        return self._core.store.vouchers.brought_by(purchase.id)

    def open_from(self, purchase: Purchase) -> list[Voucher]:
        """Those of them that can still be used today: they are printed on its slip."""
        today = self._core.now().date()
        return [each for each in self.brought_by(purchase) if each.state_on(today) is VoucherState.OPEN]

    def holder(self, voucher: Voucher) -> Customer | None:
        """Whose voucher it is, None when that person was forgotten, or when it is good for anybody."""
        return self._core.store.customers.by_id(voucher.customer) if voucher.customer else None

    def donations(self, first: date | None = None, last: date | None = None) -> list[Donation]:
        """What each good cause got from `first` to `last`, both inclusive; without them ever since, until now."""
        rows = self._core.store.vouchers.donations(first or date.min, last or date.max)
        return [Donation(*row) for row in rows]

    def donors(self, first: date | None = None, last: date | None = None) -> list[Donation]:
        """What each customer gave to each good cause in that time, by name: whom the shop has to thank."""
        rows = self._core.store.vouchers.donors(first or date.min, last or date.max)
        return [Donation(cause, times, money, customer, name) for customer, name, cause, times, money in rows]

    def use(self, code: str, stamp: Stamp | None = None) -> Voucher:
        """Takes a voucher in without a purchase. Raises UnknownVoucher or VoucherNotUsable."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            fact = vouchers.use(self.voucher(code), stamp)
            self._core.record([replace(fact, id=self._core.new_id()())], stamp)
        return self.voucher(code)

    def cancel(self, code: str, stamp: Stamp | None = None) -> Voucher:
        """Takes a voucher back; its points return. Raises UnknownVoucher or VoucherNotUsable."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            fact = vouchers.cancel(self.voucher(code), stamp)
            self._core.record([replace(fact, id=self._core.new_id()())], stamp)
        return self.voucher(code)

    def reprint(self, code: str, stamp: Stamp | None = None) -> Voucher:
        """The same promise under a new code; the old one is void. Raises UnknownVoucher or VoucherNotUsable."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            fact = vouchers.reprint(self.voucher(code), self._core.new_voucher_code(), stamp)
            self._core.record([replace(fact, id=self._core.new_id()())], stamp)
        return self.voucher(fact.code)

    def _obstacle(self, reward: Reward, customer: str, balance: int) -> str:
        try:
            taken = Taken(*self._core.store.vouchers.taken(reward.id, customer))
            offered(self._core.programme, reward.id, times=1, taken=taken)
        except RewardNotOffered as refused:
            return refused.reason
        return "points" if reward.cost > balance else ""
