"""One purchase while it is worked out: what comes off the bill, what pays it, and what it brings."""

from typing import NamedTuple

from msgspec import Struct

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import PurchaseRecorded, Stamp
from loyaltydesk.model.programme import Basis, EarnOn, Gives, Programme, Tier
from loyaltydesk.model.purchases import Basket, GivenCode, TakenReward, Voucher, Why
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import bill as bills
from loyaltydesk.rules import redeeming, tiers
from loyaltydesk.rules.conditions import Circumstances
from loyaltydesk.rules.earning import Earned, earned
from loyaltydesk.rules.own_card import own_card_why
from loyaltydesk.rules.promotions import Offering, Sought, codes_given, taken_off
from loyaltydesk.rules.reductions import Reductions

MOST_POINTS = 10**12  # for one purchase; keeps every sum of a lifetime far inside 64 bits


class WorkedOut(NamedTuple):
    """A purchase that was worked out: money in minor units, points whole; each voucher with what it paid."""

    total: int
    cut: Reductions
    value: int
    vouchers: tuple[tuple[Voucher, int], ...]
    by_vouchers: int
    redeemed: int
    by_points: int
    earned: Earned
    tier: Tier | None
    rewards: tuple[TakenReward, ...]
    stamps: tuple[tuple[str, int], ...]
    codes: tuple[GivenCode, ...]

    @property
    def due(self) -> int:
        """What is left to pay."""
        return self.value - self.by_vouchers - self.by_points

    @property
    def nets(self) -> tuple[int, ...]:
        """What each line came to where lines fared differently, so that a return knows."""
        return bills.whole_nets(self.cut.lines) if self.cut.uneven else ()


class _Paid(NamedTuple):
    """What rewards, vouchers and points pay of a bill."""

    vouchers: tuple[tuple[Voucher, int], ...]
    by_vouchers: int
    redeemed: int
    by_points: int

    @property
    def money(self) -> int:
        return self.by_vouchers + self.by_points


class Sale(Struct, frozen=True):
    """A purchase as it is asked for, checked already; without standing it is a guest's. `tier` was held before it.

    `own` says that it is rung up by the customer, or by one of their household, who then earns nothing.
    """

    basket: Basket
    programme: Programme
    standing: Standing | None
    stamp: Stamp
    tier: Tier | None
    vouchers: tuple[Voucher, ...] = ()
    rewards: tuple[TakenReward, ...] = ()
    offering: Offering = Offering()
    own: bool = False

    def work_out(self) -> WorkedOut:
        """The whole of it. Raises BadRequest, BelowMinimum or RewardNotOffered."""
        lines = bills.bill_lines(self.basket.lines, redeeming.free_units(self.basket, self._given()))
        bill = bills.total_of(lines)
        if self.basket.discount > bill:
            raise BadRequest("discount", "discount_too_large")
        now = self._now(bill, self.tier)
        cut = taken_off(self.programme, list(lines), now=now, tier=self.tier, offering=self.offering)
        cut.discount(self.basket.discount)
        value = cut.value
        paid = self._paid(value)
        found, tier = self._brings(cut.lines, value=value, paid=paid)
        taken, after = frozenset(each.promotion for each in cut.taken), self._now(value, tier)
        return WorkedOut(
            self.basket.total,
            cut,
            value,
            *paid,
            found,
            tier,
            self.rewards,
            self._stamps(cut.lines),
            codes_given(Sought(self.programme, lines, now, after, self.offering, taken), self.basket.codes),
        )

    def work_out_afterwards(self, sold: PurchaseRecorded) -> WorkedOut:
        """What a recorded purchase would have brought this customer, its bill and money being what they were."""
        cut = Reductions(bills.sold_lines(sold))
        paid = _Paid((), sold.by_vouchers, 0, sold.by_points)
        found, tier = self._brings(cut.lines, value=sold.value, paid=paid)
        return WorkedOut(sold.total, cut, sold.value, *paid, found, tier, (), self._stamps(cut.lines), ())

    # --- inside

    def _given(self) -> list[tuple[Gives, int]]:
        by_id = self.programme.rewards_by_id if self.rewards else {}
        rewards = [(by_id[reward.reward].gives, reward.times) for reward in self.rewards]
        return rewards + [(voucher.gives, 1) for voucher in self.vouchers]

    def _paid(self, value: int) -> _Paid:
        """Rewards pay first, then vouchers, then points; one that the bill has no room for is kept, money in parts."""
        left = value
        by_id = self.programme.rewards_by_id if self.rewards else {}
        for reward in self.rewards:
            left -= redeeming.pays(by_id[reward.reward].gives, reward.times, bill=value, left=left)
        used = []
        for voucher in self.vouchers:
            amount = min(voucher.left, left) if voucher.left else 0
            pays = amount or redeeming.pays(voucher.gives, 1, bill=value, left=left)
            left -= pays
            if pays or voucher.gives.kind == "product":
                used.append((voucher, amount))
        redeemed, by_points = redeeming.as_money(
            self.programme.redeem, self.basket.redeem_points, bill=value, left=left
        )
        return _Paid(tuple(used), value - left, redeemed, by_points)

    def _brings(self, lines: list[bills.BillLine], *, value: int, paid: _Paid) -> tuple[Earned, Tier | None]:
        """The points and the tier afterwards."""
        if self.standing is None:
            return Earned(0, ()), None
        due = value - paid.money
        if self.own:
            return Earned(0, (own_card_why(),)), self._lifted(self.standing, due, points=0)
        uses = paid.redeemed or self.rewards or paid.by_vouchers or paid.vouchers
        if uses and self.programme.points.earn_on is EarnOn.NONE_WHEN_REDEEMING:
            return Earned(0, (Why("none_when_redeeming", "", 0),)), self._lifted(self.standing, due, points=0)
        bases = bills.with_bases(lines, self.programme.points, paid.money)
        found, tier = self._earned(self.standing, bases, value=value, due=due)
        if found.points > MOST_POINTS:
            raise BadRequest("amount", "points_too_many")
        return found, tier

    def _earned(
        self, standing: Standing, lines: list[bills.BillLine], *, value: int, due: int
    ) -> tuple[Earned, Tier | None]:
        """The points and the tier afterwards; the purchase in hand counts for the tier that multiplies it."""
        if self.programme.basis is Basis.SPEND:
            tier = self._lifted(standing, due, points=0)
            return self._points(lines, value, tier), tier
        tier = self._lifted(standing, due, points=self._points(lines, value, self.tier).points)
        multiplied = self._points(lines, value, tier)
        return multiplied, tiers.higher(tier, self._lifted(standing, due, points=multiplied.points))

    def _points(self, lines: list[bills.BillLine], value: int, tier: Tier | None) -> Earned:
        return earned(self.programme, lines, now=self._now(value, tier), tier=tier)

    def _lifted(self, standing: Standing, due: int, *, points: int) -> Tier | None:
        """The tier with the purchase in hand."""
        have = tiers.counted(self.programme, spend=standing.window_spend + due, earned=standing.window_earned + points)
        return tiers.higher(self.tier, tiers.reached(self.programme, have))

    def _now(self, bill: int, tier: Tier | None) -> Circumstances:
        codes = frozenset(code.casefold() for code in self.basket.codes)
        customer = self.standing.customer if self.standing else None
        return Circumstances(self.stamp.at, bill, customer, tier.name if tier else None, codes)

    def _stamps(self, lines: list[bills.BillLine]) -> tuple[tuple[str, int], ...]:
        """The paid units that each stamp card counts."""
        if self.standing is None or self.own or not self.programme.runs_on(self.stamp.day):
            return ()
        counted = ((card.id, bills.units_of(lines, card.of)) for card in self.programme.stamp_cards)
        return tuple((card, units) for card, units in counted if units)
