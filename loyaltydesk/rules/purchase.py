"""What a purchase comes to, and the facts it leaves."""

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from loyaltydesk.model.cards import Card, CardState
from loyaltydesk.model.customers import Customer, Standing
from loyaltydesk.model.facts import Fact, PurchaseRecorded, RecordSaved, Stamp, VoucherUsed
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Basket, Quote, Voucher
from loyaltydesk.model.refusals import BadRequest, BeforeRegistration, CardBlocked
from loyaltydesk.rules import redeeming, tiers
from loyaltydesk.rules.calendar import days_after, last_valid_day
from loyaltydesk.rules.following import Following, Making, follows, next_vouchers, now_after
from loyaltydesk.rules.promotions import Offering
from loyaltydesk.rules.sale import Sale, WorkedOut

NewId = Callable[[], str]


class Known(Struct, frozen=True):
    """What the desk knows when a purchase is asked for; `standing` is None for a guest.

    `stamps` has the stamps on each card before it, `friend` is who brought the customer while that is still to be
    thanked for. `own` says that the customer, or one of their household, rings it up: then it earns nothing.
    """

    programme: Programme
    version: int
    standing: Standing | None = None
    vouchers: tuple[Voucher, ...] = ()
    taken: Mapping[str, redeeming.Taken] = field(default_factory=dict)
    offering: Offering = Offering()
    stamps: Mapping[str, int] = field(default_factory=dict)
    friend: str = ""
    own: bool = False

    def following(self) -> Following:
        """What of it matters for whatever follows from the purchase."""
        return Following(
            self.programme,
            self.standing,
            self.stamps,
            self.friend,
            without_offers=self.offering.without_offers,
            own=self.own,
        )


def quote(basket: Basket, known: Known, stamp: Stamp) -> Quote:
    """What the purchase would come to, nothing recorded. Raises the refusals of whatever cannot be."""
    return _quote(known.programme, work_out(basket, known, stamp), stamp)


def work_out(basket: Basket, known: Known, stamp: Stamp) -> WorkedOut:
    """The bill with everything that comes off it and comes of it. Raises the refusals of whatever cannot be."""
    standing, programme = known.standing, known.programme
    if standing is None:
        check_guest(basket, known.vouchers, stamp)
        return Sale(basket, programme, None, stamp, None, known.vouchers, (), known.offering).work_out()
    check_usable(standing.customer, standing.card)
    if stamp.day < standing.customer.registered.date():
        raise BeforeRegistration(stamp.day.isoformat(), standing.customer.registered.date().isoformat())
    for voucher in known.vouchers:
        redeeming.check_voucher(voucher, standing.customer.id, stamp.day)
    rewards = redeeming.wished(programme, basket.rewards, known.taken)
    points = basket.redeem_points + sum(reward.cost for reward in rewards)
    redeeming.check_spending(standing.card, balance=standing.purse.balance(stamp.day), points=points)
    tier = tiers.held(programme, standing.customer)
    vouchers, offering = known.vouchers, known.offering
    return Sale(basket, programme, standing, stamp, tier, vouchers, rewards, offering, known.own).work_out()


def quote_afterwards(sold: PurchaseRecorded, known: Following, then: Stamp) -> Quote:
    """What a purchase of `then` would have brought its customer; the bill and its money stay as they were."""
    programme, standing = known.programme, known.standing
    assert standing is not None
    basket = Basket(sold.lines, discount=sold.discount, codes=sold.codes)
    tier = tiers.held(programme, standing.customer)
    return _quote(
        programme, Sale(basket, programme, standing, then, tier, own=known.own).work_out_afterwards(sold), then
    )


def decide(basket: Basket, known: Known, stamp: Stamp, *, making: Making) -> tuple[Quote, list[Fact]]:
    """What the purchase comes to and its facts: itself first, then the vouchers it used, the tier it won, its gifts."""
    new_id, standing = making.new_id, known.standing
    done = work_out(basket, known, stamp)
    result = _quote(known.programme, done, stamp)
    fact = _recorded(basket, known, result, vouchers=tuple(voucher.id for voucher, _ in done.vouchers), new_id=new_id())
    facts: list[Fact] = [fact]
    for voucher, amount in done.vouchers:
        facts.append(VoucherUsed(id=new_id(), voucher=voucher.id, purchase=fact.id, amount=amount))
    if standing:
        facts += tier_won(known.programme, standing.customer, result.tier, new_id=new_id)
    following, now = known.following(), now_after(basket, result, standing, stamp=stamp)
    facts += follows(following, fact.id, result.stamps, stamp=stamp, making=making)
    facts += next_vouchers(following, fact.id, done.cut.lines, now=now, making=making)
    return result, facts


def _recorded(
    basket: Basket, known: Known, result: Quote, *, vouchers: tuple[str, ...], new_id: str
) -> PurchaseRecorded:
    standing = known.standing
    return PurchaseRecorded(
        id=new_id,
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
        nets=result.nets,
        promotions=result.promotions,
        stamps=result.stamps,
        vouchers=vouchers,
        codes=basket.codes,
        from_day=result.from_day,
        last_day=result.last_day,
        tier=result.tier,
        why=result.why,
        programme=known.version,
    )


def check_guest(basket: Basket, vouchers: tuple[Voucher, ...], stamp: Stamp) -> None:
    """Raises BadRequest for what only a customer can have; a voucher for the bearer is good in anybody's hand."""
    if basket.redeem_points or basket.rewards or any(voucher.customer is not None for voucher in vouchers):
        raise BadRequest("card", "needs_customer")
    for voucher in vouchers:
        redeeming.check_voucher(voucher, None, stamp.day)


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


def _quote(programme: Programme, done: WorkedOut, stamp: Stamp) -> Quote:
    day, brings = stamp.day, done.earned.points > 0
    cut = done.cut
    free = tuple(line.line.qty - line.units for line in cut.lines)
    return Quote(
        total=done.total,
        discount=done.total - done.value,
        value=done.value,
        by_points=done.by_points,
        by_vouchers=done.by_vouchers,
        due=done.due,
        earned=done.earned.points,
        redeemed=done.redeemed,
        rewards=done.rewards,
        free=free if any(free) else (),
        nets=done.nets,
        promotions=tuple(cut.taken),
        codes=done.codes,
        stamps=done.stamps,
        from_day=days_after(day, programme.points.pending_days) if brings else None,
        last_day=last_valid_day(programme.points, day) if brings else None,
        tier=done.tier.name if done.tier else None,
        why=done.earned.why,
    )
