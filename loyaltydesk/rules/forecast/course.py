"""One customer's course under a programme: each purchase goes through the till's own rules again."""

from datetime import date
from random import Random

from msgspec import Struct, field
from msgspec.structs import replace

from loyaltydesk.model.customers import Account, Customer, Standing
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.history import PastCustomer, PastPurchase
from loyaltydesk.model.lots import EntryKind, Movement, Purse
from loyaltydesk.model.programme import Gives, Programme
from loyaltydesk.model.purchases import Basket, Line, RewardWish
from loyaltydesk.model.refusals import Refused
from loyaltydesk.rules import tiers
from loyaltydesk.rules.bill import units_of
from loyaltydesk.rules.calendar import days_after, last_valid_day
from loyaltydesk.rules.conditions import Circumstances, applies
from loyaltydesk.rules.forecast.gifts import presents
from loyaltydesk.rules.forecast.period import Period
from loyaltydesk.rules.forecast.tally import Figures, Flow
from loyaltydesk.rules.forecast.tier_window import TierWindow
from loyaltydesk.rules.forecast.wishes import Desire, Wish, within_reach
from loyaltydesk.rules.forecast.worth import Prices
from loyaltydesk.rules.promotions import Offering, Uses
from loyaltydesk.rules.purchase import Known, work_out
from loyaltydesk.rules.redeeming import Taken
from loyaltydesk.rules.sale import WorkedOut


class Ground(Struct):
    """What all customers have in common: the rules moved into the period, prices, and what limited things were used.

    `use` is the share of points that people use, in hundredths of a percent.
    """

    programme: Programme
    period: Period
    prices: Prices
    use: int
    taken: dict[str, int] = field(default_factory=dict)
    promoted: dict[str, int] = field(default_factory=dict)


class Course:
    """A customer who goes through the period, without points at first; `figures` and `flow` tell what came of it."""

    def __init__(self, ground: Ground, past: PastCustomer, *, chance: Random, offers: bool = True) -> None:
        """`chance` decides when points are used; without `offers` the customer is in the test group."""
        programme = ground.programme
        self._ground, self._programme, self._offers = ground, programme, offers
        self.flow = Flow(ground.period.months)
        self.count: dict[str, int] = dict.fromkeys(Figures.__struct_fields__, 0)
        self._window = TierWindow(programme, past.before)
        self._customer = self._newcomer(past)
        self._purse = Purse()
        self._sound_until = date.max  # no points end before the day after
        self._desire = Desire(chance, ground.use)
        self._presents = presents(programme, past, ground.period, offers=offers)
        self._stamps: dict[str, int] = {}
        self._taken: dict[str, int] = {}
        self._promoted: dict[str, int] = {}
        self._facts = 0
        self._reviewed = (ground.period.first.year, ground.period.first.month)
        self._past = past

    def _newcomer(self, past: PastCustomer) -> Customer:
        """The customer at the start: with the tier that the sums before bring, and never too young to buy."""
        customer, first = past.customer, self._ground.period.first
        bought = past.purchases[0].at if past.purchases else customer.registered
        return replace(
            customer,
            account=Account(),
            blocked=False,
            registered=min(customer.registered, bought),
            tier=self._window.left(first) if self._programme.tiers else None,
        )

    def run(self) -> None:
        """Goes through all purchases and to the end of the period."""
        for purchase in self._past.purchases:
            self._turn_to(purchase.at.date())
            self._buy(purchase)
        last = self._ground.period.last
        self._turn_to(last)
        if self._programme.tiers:
            self._customer = replace(self._customer, tier=self._window.left(last))
        self.count["customers"] = 1
        self.count["outstanding"] = max(self._purse.total(last), 0)

    @property
    def figures(self) -> Figures:
        """What it came to."""
        return Figures(**self.count)

    @property
    def tier(self) -> str | None:
        """The tier that the customer has now."""
        tier = tiers.held(self._programme, self._customer)
        return tier.name if tier else None

    # --- days

    def _turn_to(self, day: date) -> None:
        """What happens up to `day` by itself: presents, the end of points, and the review of tiers each month."""
        while self._presents and self._presents[0].day <= day:
            present = self._presents.pop(0)
            self._expire(present.day)
            if present.points:
                self._give(present.points, present.day)
            if present.gives:
                self._promise(present.gives, present.day)
        self._expire(day)
        month = (day.year, day.month)
        if month != self._reviewed and self._programme.tiers:
            self._customer = replace(self._customer, tier=self._window.left(day))
        self._reviewed = month

    def _expire(self, day: date) -> None:
        if day <= self._sound_until:
            return
        if over := self._purse.overdue(day):
            self.count["expired"] += sum(lot.remaining for lot in over)
            self._post(day, Movement(EntryKind.EXPIRED, 0, lots=tuple(lot.key for lot in over)))
        ends = (lot.last_day for lot in self._purse.lots.values() if lot.last_day and lot.remaining)
        self._sound_until = min(ends, default=date.max)

    def _give(self, points: int, day: date, from_day: date | None = None) -> None:
        last_day = last_valid_day(self._programme.points, day)
        self._post(day, Movement(EntryKind.EARNED, points, "", from_day or day, last_day))
        self._sound_until = min(self._sound_until, last_day or date.max)
        self._desire.was_given(points)
        self.count["given"] += points
        self.flow.points[self._ground.period.month(day)] += points

    def _promise(self, gives: Gives, day: date, bill: int | None = None) -> None:
        """A voucher for nothing."""
        worth, month = self._ground.prices.of(gives, bill), self._ground.period.month(day)
        self.count["given_goods"] += worth.goods
        self.count["given_money"] += worth.money
        self.flow.goods[month] += worth.goods
        self.flow.money[month] += worth.money

    # --- purchases

    def _buy(self, purchase: PastPurchase) -> None:
        day = purchase.at.date()
        sales = purchase.stays(purchase.total)
        self.count["purchases"] += 1
        self.count["sales"] += sales
        self.flow.sales[self._ground.period.month(day)] += sales
        wish = self._wish(purchase, day)
        done = self._worked_out(purchase, wish)
        if done is None:
            self.count["refused"] += 1
            return
        if wish and (done.redeemed or done.rewards):
            self._use(wish, done, day)
        self._count_off(done, purchase)
        points = purchase.stays(done.earned.points)
        if points:
            self._give(points, day, days_after(day, self._programme.points.pending_days))
        self._window.add(day, spend=purchase.stays(done.due), earned=points)
        if self._programme.tiers:
            self._customer = replace(self._customer, tier=done.tier.name if done.tier else None)
        self._count_promises(done, purchase)
        self._purse.lots = {key: lot for key, lot in self._purse.lots.items() if lot.remaining}
        self._purse.uses.clear()
        self._purse.changed.clear()

    def _wish(self, purchase: PastPurchase, day: date) -> Wish | None:
        """What the customer uses points for at this purchase."""
        balance = self._purse.balance(day)
        if balance <= 0:
            return None
        wish = within_reach(self._programme, balance, bill=purchase.total, taken=self._taken_so_far())
        return wish if wish and self._desire.wants(wish) else None

    def _worked_out(self, purchase: PastPurchase, wish: Wish | None) -> WorkedOut | None:
        """The purchase by the rules of the till; None when they refuse it even without the wish."""
        for wished in (wish, None) if wish else (None,):
            try:
                return work_out(_basket(purchase, wished), self._known(purchase.at.date()), Stamp(purchase.at))
            except Refused:
                continue
        return None

    def _known(self, day: date) -> Known:
        window = self._window.sums(day)
        standing = Standing(self._customer, None, self._purse, window.spend, window.earned)
        uses = {
            name: Uses(self._ground.promoted.get(name, 0), self._promoted.get(name, 0))
            for name in self._ground.promoted
        }
        offering = Offering(uses, without_offers=not self._offers)
        return Known(self._programme, 0, standing, taken=self._taken_so_far(), offering=offering)

    def _taken_so_far(self) -> dict[str, Taken]:
        return {name: Taken(whole, self._taken.get(name, 0)) for name, whole in self._ground.taken.items()}

    def _use(self, wish: Wish, done: WorkedOut, day: date) -> None:
        """The points go, and what they were used for is had."""
        points, goods, money = done.redeemed, 0, done.by_points
        self._post(day, *([Movement(EntryKind.SPENT, -points, "use")] if points else []))
        if wish.reward:
            reward = wish.reward
            points += reward.cost
            self._post(day, Movement(EntryKind.REWARD, -reward.cost, "use"))
            goods = self._ground.prices.of(reward.gives).goods
            gift = reward.gives.money if reward.gives.kind == "donate" else 0
            money += done.by_vouchers + gift
            self.count["donated"] += gift
            self._taken[reward.id] = self._taken.get(reward.id, 0) + 1
            self._ground.taken[reward.id] = self._ground.taken.get(reward.id, 0) + 1
        self._desire.used(points)
        self.count["used"] += points
        self.count["used_goods"] += goods
        self.count["used_money"] += money

    def _count_off(self, done: WorkedOut, purchase: PastPurchase) -> None:
        if not done.cut.taken:
            return
        off = purchase.stays(sum(each.off for each in done.cut.taken))
        self.count["off"] += off
        self.flow.off[self._ground.period.month(purchase.at.date())] += off
        for each in done.cut.taken:
            self._promoted[each.promotion] = self._promoted.get(each.promotion, 0) + 1
            self._ground.promoted[each.promotion] = self._ground.promoted.get(each.promotion, 0) + 1

    def _count_promises(self, done: WorkedOut, purchase: PastPurchase) -> None:
        """Vouchers for full stamp cards, and for the next purchase."""
        day = purchase.at.date()
        cards = {card.id: card for card in self._programme.stamp_cards} if done.stamps else {}
        for name, units in done.stamps:
            full, self._stamps[name] = divmod(self._stamps.get(name, 0) + purchase.stays(units), cards[name].every)
            for _ in range(full):
                self._promise(cards[name].gives, day)
        if not (self._offers and self._programme.next_purchase and purchase.stays(purchase.value)):
            return
        codes = frozenset(code.casefold() for code in purchase.codes)
        now = Circumstances(purchase.at, done.value, self._customer, self._customer.tier, codes)
        for rule in self._programme.next_purchase:
            if (units := units_of(done.cut.lines, rule.of)) and applies(rule.when, now, units):
                self._promise(rule.gives, day, done.value)

    def _post(self, day: date, *movements: Movement) -> None:
        self._facts += 1
        self._purse.post(f"{self._facts:09}", day, movements)


def _basket(purchase: PastPurchase, wish: Wish | None) -> Basket:
    """What was bought, and with it what points are used for: a product comes on top of what was bought."""
    lines, points = purchase.lines, 0
    rewards: tuple[RewardWish, ...] = ()
    if wish and wish.reward:
        gives = wish.reward.gives
        rewards = (RewardWish(wish.reward.id),)
        if gives.kind == "product":
            lines = (Line(0, gives.qty, gives.product), *lines)
    elif wish:
        points = wish.points
    return Basket(lines, discount=purchase.discount, codes=purchase.codes, redeem_points=points, rewards=rewards)
