"""The till: purchases worked out, recorded, taken back and attached."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.upkeep import Upkeep
from loyaltydesk.model.cards import tidy
from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Fact, PurchaseAttached, PurchaseRecorded, PurchaseReturned, Stamp
from loyaltydesk.model.purchases import Asked, Basket, Purchase, Quote, Voucher, Why
from loyaltydesk.model.refusals import UnknownPurchase, UnknownVoucher
from loyaltydesk.rules import attaching, returning
from loyaltydesk.rules import purchase as purchases
from loyaltydesk.rules.redeeming import Taken
from loyaltydesk.rules.returning import Sold

NOWHERE = "00000000-0000-7000-8000-000000000000"  # the identity of what is only worked out


class Done(Struct, frozen=True):
    """A purchase that was worked out or recorded; `balance` (points that can be spent) is None for a guest."""

    purchase: str
    receipt: str
    customer: str | None
    quote: Quote
    balance: int | None


class Returned(Struct, frozen=True):
    """What a return came to: money in minor units, points whole."""

    purchase: str
    refunded: int
    taken_back: int
    given_back: int
    balance: int | None


class Till:
    """Everything that happens between the customer's card and the receipt."""

    def __init__(self, core: Core, upkeep: Upkeep) -> None:
        self._core = core
        self._upkeep = upkeep

    def quote(self, basket: Basket, stamp: Stamp | None = None) -> Done:
        """What a purchase would come to; nothing is recorded. Raises what `record` would."""
        stamp = stamp or self._core.stamp()
        known = self._known(basket, stamp)
        result, facts = purchases.decide(basket, known, stamp, new_id=lambda: NOWHERE)
        return replace(_done(known, result, facts, day=stamp.day), purchase="")

    def record(self, basket: Basket, stamp: Stamp | None = None) -> Done:
        """Records a purchase.

        Raises UnknownCard, BadCardNumber, CardBlocked, EarnOnlyCard, BeforeRegistration, NotEnoughPoints,
        BelowMinimum, UnknownReward, RewardNotOffered, UnknownVoucher, VoucherNotUsable, WrongCustomer or BadRequest.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            basket = basket if basket.receipt else replace(basket, receipt=self._next_receipt(stamp.day))
            known = self._known(basket, stamp)
            result, facts = purchases.decide(basket, known, stamp, new_id=self._core.new_id())
            self._core.record(facts, stamp)
        return _done(known, result, facts, day=stamp.day)

    def quote_back(self, purchase: Purchase, asked: Asked, stamp: Stamp | None = None) -> Returned:
        """What a return would come to; nothing is recorded. Raises what `bring_back` would."""
        stamp = stamp or self._core.stamp()
        fact, standing = self._back(purchase, asked, stamp)
        balance = None
        if standing:
            standing.purse.post(NOWHERE, stamp.day, fact.movements())
            balance = standing.purse.balance(stamp.day)
        return Returned(fact.purchase, fact.refunded, fact.taken_back, fact.given_back, balance)

    def bring_back(self, purchase: Purchase, asked: Asked, stamp: Stamp | None = None) -> Returned:
        """Takes all or part of a purchase back, or voids it. Raises AlreadyVoided, ReturnTooLarge or BadRequest."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            fact, standing = self._back(purchase, asked, stamp)
            known = standing.customer.id if standing else None
            fact = replace(fact, id=self._core.new_id()(), customer=known)
            self._core.record([fact], stamp)
            if known:
                self._upkeep.review_one(known, stamp)
        return self._returned(fact, stamp.day)

    def quote_attached(
        self, purchase: Purchase, *, card: str = "", customer: str = "", stamp: Stamp | None = None
    ) -> Done:
        """What a purchase would bring this customer afterwards; nothing is recorded. Raises what `attach` would."""
        return self._attached(purchase, self._core.standing(purchase.day, card=card, customer=customer), stamp)[0]

    def attach(self, purchase: Purchase, *, card: str = "", customer: str = "", stamp: Stamp | None = None) -> Done:
        """Gives a purchase made without the card its customer and points, by the rules that were in force then.

        Raises UnknownCard, UnknownCustomer, CardBlocked, AlreadyAttached or AlreadyVoided.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            standing = self._core.standing(purchase.day, card=card, customer=customer)
            done, facts = self._attached(purchase, standing, stamp, new_id=self._core.new_id())
            self._core.record(facts, stamp)
        return done

    def purchase(self, number: str) -> Purchase:
        """The purchase with this id or receipt number. Raises UnknownPurchase."""
        found = self._core.store.purchases.by_id(number) or self._core.store.purchases.by_receipt(number.strip())
        if found is None:
            raise UnknownPurchase(number[:64])
        return found

    def recorded(self, purchase: Purchase) -> PurchaseRecorded:
        """A purchase as it was worked out then: lines, rewards, and why it brought these points."""
        return self._core.store.purchases.recorded(purchase.id)

    def why(self, purchase: Purchase) -> tuple[Why, ...]:
        """The steps that led to a purchase's points, as they were kept with it."""
        return self.recorded(purchase).why

    def units_back(self, purchase: Purchase) -> dict[int, int]:
        """The units of each line of a purchase that came back, by the line's place on the bill."""
        return self._core.store.purchases.units_back(purchase.id)

    def newest(self, limit: int = 20) -> list[Purchase]:
        """The newest purchases, the newest first."""
        return self._core.store.purchases.newest(limit)

    def today(self) -> tuple[int, int]:
        """How many purchases today had and what was paid, in minor units."""
        return self._core.store.purchases.day(self._core.now().date())

    def _back(self, purchase: Purchase, asked: Asked, stamp: Stamp) -> tuple[PurchaseReturned, Standing | None]:
        """A return as a fact (its id still empty), and its customer, None for a guest's or a forgotten one's."""
        store = self._core.store
        purchase = self.purchase(purchase.id)
        sold = Sold(purchase, store.purchases.recorded(purchase.id), self.units_back(purchase))
        known = purchase.customer and store.customers.by_id(purchase.customer)
        standing = self._core.standing(stamp.day, customer=known.id) if known else None
        if standing:
            standing = replace(standing, purse=store.customers.purse(standing.customer))
            standing.purse.uses[purchase.id] = store.postings.uses(standing.customer.id, purchase.id)
        overdraft = self._core.programme_of(purchase.programme).overdraft  # never by today's rules
        return returning.decide(asked, sold, standing=standing, stamp=stamp, overdraft=overdraft), standing

    def _attached(
        self,
        purchase: Purchase,
        standing: Standing,
        stamp: Stamp | None,
        *,
        new_id: Callable[[], str] = lambda: NOWHERE,
    ) -> tuple[Done, list[Fact]]:
        """What a purchase brings afterwards, by the rules of its own day, and the facts of it."""
        day = (stamp or self._core.stamp()).day
        fact = self._core.store.purchases.recorded(purchase.id)
        rules = self._core.programme_of(purchase.programme)
        bought = self.purchase(purchase.id)
        result, facts = attaching.decide(bought, fact, programme=rules, standing=standing, new_id=new_id)
        attached = facts[0]
        assert isinstance(attached, PurchaseAttached)
        standing.purse.post(attached.id, day, attached.movements())
        return Done(purchase.id, purchase.receipt, attached.customer, result, standing.purse.balance(day)), facts

    def _known(self, basket: Basket, stamp: Stamp) -> purchases.Known:
        core = self._core
        standing = None
        if basket.card or basket.customer:
            standing = core.standing(stamp.day, card=basket.card, customer=basket.customer)
        vouchers = tuple(self._voucher(code) for code in dict.fromkeys(tidy(code) for code in basket.vouchers))
        taken = {
            wish.reward: Taken(*core.store.vouchers.taken(wish.reward, standing.customer.id))
            for wish in basket.rewards
            if standing
        }
        version, programme = core.in_force()
        return purchases.Known(programme, version, standing, vouchers, taken)

    def _voucher(self, code: str) -> Voucher:
        voucher = self._core.store.vouchers.by_code(code)
        if voucher is None:
            raise UnknownVoucher(code[:64])
        return voucher

    def _returned(self, fact: PurchaseReturned, day: date) -> Returned:
        balance = None
        if fact.customer:
            balance = self._core.standing(day, customer=fact.customer).purse.balance(day)
        return Returned(fact.purchase, fact.refunded, fact.taken_back, fact.given_back, balance)

    def _next_receipt(self, day: date) -> str:
        """The shop's own receipt number where no cash register gives one: the day and a running number."""
        purchases, start = self._core.store.purchases, f"{day:%y%m%d}-"
        number = purchases.day(day)[0] + 1
        while purchases.by_receipt(f"{start}{number:03d}"):  # what was voided is counted off, and keeps its number
            number += 1
        return f"{start}{number:03d}"


def _done(known: purchases.Known, result: Quote, facts: list[Fact], *, day: date) -> Done:
    fact, standing = facts[0], known.standing
    assert isinstance(fact, PurchaseRecorded)
    balance = None
    if standing:
        standing.purse.post(fact.id, day, fact.movements())
        balance = standing.purse.balance(day)
    return Done(fact.id, fact.receipt, fact.customer, result, balance)
