"""What a purchase comes to, and the facts it leaves."""

from collections.abc import Callable

from msgspec import Struct, field

from loyaltydesk.model.cards import Card, CardState
from loyaltydesk.model.customers import Customer, Standing
from loyaltydesk.model.facts import Fact, PurchaseRecorded, RecordSaved, Stamp, VoucherUsed
from loyaltydesk.model.programme import Basis, EarnOn, Gives, Programme, Tier
from loyaltydesk.model.purchases import Basket, Quote, TakenReward, Voucher, Why
from loyaltydesk.model.refusals import BadRequest, BeforeRegistration, CardBlocked
from loyaltydesk.rules import bill as bills
from loyaltydesk.rules import redeeming, tiers
from loyaltydesk.rules.calendar import days_after, last_valid_day
from loyaltydesk.rules.conditions import Circumstances
from loyaltydesk.rules.earning import Earned, earned
from loyaltydesk.rules.exact import percent_of

NewId = Callable[[], str]
MOST_POINTS = 10**12  # for one purchase; keeps every sum of a lifetime far inside 64 bits


class Known(Struct, frozen=True):
    """What the desk knows when a purchase is asked for; `standing` is None for a guest."""

    programme: Programme
    version: int
    standing: Standing | None = None
    vouchers: tuple[Voucher, ...] = ()
    taken: dict[str, redeeming.Taken] = field(default_factory=dict)


def quote(basket: Basket, known: Known, stamp: Stamp) -> Quote:
    """What the purchase would come to, nothing recorded. Raises the refusals of whatever cannot be."""
    standing = known.standing
    if standing is None:
        return _guest(basket)
    check_usable(standing.customer, standing.card)
    if stamp.day < standing.customer.registered.date():
        raise BeforeRegistration(stamp.day.isoformat(), standing.customer.registered.date().isoformat())
    for voucher in known.vouchers:
        redeeming.check_voucher(voucher, standing.customer.id, stamp.day)
    rewards = redeeming.wished(known.programme, basket.rewards, known.taken)
    points = basket.redeem_points + sum(reward.cost for reward in rewards)
    redeeming.check_spending(standing.card, balance=standing.purse.balance(stamp.day), points=points)
    tier = tiers.held(known.programme, standing.customer)
    return _worked_out(_Sale(basket, known.programme, standing, stamp, tier, known.vouchers, rewards))


def quote_afterwards(basket: Basket, programme: Programme, standing: Standing, *, then: Stamp) -> Quote:
    """What a purchase of `then` would have brought; it takes no discount of the tier, for it was paid in full."""
    sale = _Sale(basket, programme, standing, then, tiers.held(programme, standing.customer))
    return _worked_out(sale, tier_discount=False)


def decide(basket: Basket, known: Known, stamp: Stamp, *, new_id: NewId) -> tuple[Quote, list[Fact]]:
    """What the purchase comes to and its facts: itself first, then the vouchers it used and the tier it won."""
    result = quote(basket, known, stamp)
    standing = known.standing
    fact = PurchaseRecorded(
        id=new_id(),
        customer=standing.customer.id if standing else None,
        card=standing.card.id if standing and standing.card else None,
        receipt=basket.receipt,
        lines=basket.lines,
        total=result.total,
        discount=result.discount,
        value=result.value,
        by_points=result.by_points,
        by_vouchers=result.by_vouchers,
        due=result.due,
        earned=result.earned,
        redeemed=result.redeemed,
        rewards=result.rewards,
        free=result.free,
        vouchers=tuple(voucher.id for voucher in known.vouchers),
        codes=basket.codes,
        from_day=result.from_day,
        last_day=result.last_day,
        tier=result.tier,
        why=result.why,
        programme=known.version,
    )
    facts: list[Fact] = [fact]
    facts += [VoucherUsed(id=new_id(), voucher=voucher.id, purchase=fact.id) for voucher in known.vouchers]
    if standing:
        facts += tier_won(known.programme, standing.customer, result.tier, new_id=new_id)
    return result, facts


def check_usable(customer: Customer, card: Card | None) -> None:
    """Raises CardBlocked when the card, or the customer, is blocked or the card was replaced."""
    if card is not None and card.state is not CardState.ACTIVE:
        raise CardBlocked(card.number, card.state.value, card.replaced_by)
    if customer.blocked:
        raise CardBlocked(card.number if card else customer.card, CardState.BLOCKED.value)


def tier_won(programme: Programme, customer: Customer, tier: str | None, *, new_id: NewId) -> list[Fact]:
    """The fact that a customer now has another tier, if it is another."""
    now = tiers.held(programme, customer)
    if tier == (now.name if now else None):
        return []
    return [RecordSaved(id=new_id(), kind="customer", record=customer.id, fields={"tier": tier})]


def _guest(basket: Basket) -> Quote:
    if basket.redeem_points or basket.rewards or basket.vouchers:
        raise BadRequest("card", "needs_customer")
    lines = bills.bill_lines(basket.lines, {})
    value = _value_after(bills.total_of(lines), basket.discount)
    return Quote(basket.total, basket.total - value, value, due=value)


class _Sale(Struct, frozen=True):
    """A customer's purchase while it is worked out."""

    basket: Basket
    programme: Programme
    standing: Standing
    stamp: Stamp
    tier: Tier | None  # the one held before it
    vouchers: tuple[Voucher, ...] = ()
    rewards: tuple[TakenReward, ...] = ()

    @property
    def given(self) -> list[tuple[Gives, int]]:
        rewards = [(self.programme.rewards_by_id[reward.reward].gives, reward.times) for reward in self.rewards]
        return rewards + [(voucher.gives, 1) for voucher in self.vouchers]

    def points(self, lines: list[bills.BillLine], value: int, tier: Tier | None) -> Earned:
        codes = frozenset(code.casefold() for code in self.basket.codes)
        now = Circumstances(self.stamp.at, value, self.standing.customer, tier.name if tier else None, codes)
        return earned(self.programme, lines, now=now, tier=tier)

    def lifted(self, due: int, points: int) -> Tier | None:
        """The tier with the purchase in hand."""
        have = tiers.counted(
            self.programme, spend=self.standing.window_spend + due, earned=self.standing.window_earned + points
        )
        return tiers.higher(self.tier, tiers.reached(self.programme, have))

    def earned(self, lines: list[bills.BillLine], *, value: int, due: int) -> tuple[Earned, Tier | None]:
        """The points and the tier afterwards; the purchase in hand counts for the tier that multiplies it."""
        if self.programme.basis is Basis.SPEND:
            tier = self.lifted(due, 0)
            return self.points(lines, value, tier), tier
        tier = self.lifted(due, self.points(lines, value, self.tier).points)
        multiplied = self.points(lines, value, tier)
        return multiplied, tiers.higher(tier, self.lifted(due, multiplied.points))


def _worked_out(sale: _Sale, *, tier_discount: bool = True) -> Quote:
    programme, basket, tier, given = sale.programme, sale.basket, sale.tier, sale.given
    lines = bills.bill_lines(basket.lines, redeeming.free_units(basket, given))
    bill = bills.total_of(lines)
    discount = _discount(bill, basket.discount, tier=tier if tier_discount else None)
    value = _value_after(bill, discount)
    by_vouchers = _paid_by(given, value)
    left = value - by_vouchers
    redeemed, by_points = redeeming.as_money(programme.redeem, basket.redeem_points, bill=value, left=left)
    due = left - by_points
    if (redeemed or given) and programme.points.earn_on is EarnOn.NONE_WHEN_REDEEMING:
        found, tier = Earned(0, (Why("none_when_redeeming", "", 0),)), sale.lifted(due, 0)
    else:
        bases = bills.with_bases(bills.discounted(lines, discount), programme.points, by_vouchers + by_points)
        found, tier = sale.earned(bases, value=value, due=due)
    if found.points > MOST_POINTS:
        raise BadRequest("amount", "points_too_many")
    day, brings = sale.stamp.day, found.points > 0
    return Quote(
        total=basket.total,
        discount=basket.total - value,
        value=value,
        by_points=by_points,
        by_vouchers=by_vouchers,
        due=due,
        earned=found.points,
        redeemed=redeemed,
        rewards=sale.rewards,
        free=tuple(line.line.qty - line.units for line in lines) if any(g.kind == "product" for g, _ in given) else (),
        from_day=days_after(day, programme.points.pending_days) if brings else None,
        last_day=last_valid_day(programme.points, day) if brings else None,
        tier=tier.name if tier else None,
        why=found.why,
    )


def _discount(bill: int, wished: int, *, tier: Tier | None) -> int:
    """What comes off the bill in minor units: what was wished for, and the tier's share of what is left by it at most.

    Raises BadRequest.
    """
    left = _value_after(bill, wished)
    return wished + min(percent_of(bill, tier.discount_percent), left) if tier else wished


def _value_after(bill: int, discount: int) -> int:
    value = bill - discount
    if value < 0:
        raise BadRequest("discount", "discount_too_large")
    return value


def _paid_by(given: list[tuple[Gives, int]], bill: int) -> int:
    left = bill
    for gives, times in given:
        left -= redeeming.pays(gives, times, bill=bill, left=left)
    return bill - left
