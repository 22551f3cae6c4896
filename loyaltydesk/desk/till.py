"""The till: purchases worked out, recorded, taken back and attached."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.knowing import following, imagined, known, making
from loyaltydesk.desk.returns import Returned, Returns
from loyaltydesk.desk.stamps import StampsLeft, stamps_left
from loyaltydesk.desk.upkeep import Upkeep
from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Fact, PointsGiven, PurchaseAttached, PurchaseRecorded, Stamp, VoucherIssued
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Asked, Basket, Purchase, Quote, Why
from loyaltydesk.model.refusals import UnknownPurchase
from loyaltydesk.rules import attaching
from loyaltydesk.rules import purchase as purchases
from loyaltydesk.rules.following import Making, issued
from loyaltydesk.rules.purchase import Known


class Done(Struct, frozen=True):
    """A purchase that was worked out or recorded; `balance` (points that can be spent) is None for a guest."""

    purchase: str
    receipt: str
    customer: str | None
    quote: Quote
    balance: int | None
    issued: tuple[VoucherIssued, ...] = ()
    given: tuple[PointsGiven, ...] = ()
    stamps: tuple[StampsLeft, ...] = ()


class Till:
    """Everything that happens between the customer's card and the receipt."""

    def __init__(self, core: Core, upkeep: Upkeep) -> None:
        self._core = core
        self._returns = Returns(core, upkeep)

    def quote(self, basket: Basket, stamp: Stamp | None = None) -> Done:
        """What a purchase would come to; nothing is recorded. Raises what `record` would."""
        stamp = stamp or self._core.stamp()
        found = known(self._core, basket, stamp)
        result, facts = purchases.decide(basket, found, stamp, making=imagined())
        return replace(_done(self._core, found, (result, facts), day=stamp.day), purchase="")

    def record(self, basket: Basket, stamp: Stamp | None = None) -> Done:
        """Records a purchase.

        Raises UnknownCard, BadCardNumber, CardBlocked, EarnOnlyCard, BeforeRegistration, NotEnoughPoints,
        BelowMinimum, UnknownReward, RewardNotOffered, UnknownVoucher, VoucherNotUsable, WrongCustomer or BadRequest.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            basket = basket if basket.receipt else replace(basket, receipt=self._next_receipt(stamp.day))
            found = known(self._core, basket, stamp)
            result, facts = purchases.decide(basket, found, stamp, making=making(self._core))
            self._core.record(facts, stamp)
        return _done(self._core, found, (result, facts), day=stamp.day)

    def quote_back(self, purchase: Purchase, asked: Asked, stamp: Stamp | None = None) -> Returned:
        """What a return would come to; nothing is recorded. Raises what `bring_back` would."""
        return self._returns.quote(purchase, asked, stamp or self._core.stamp())

    def bring_back(self, purchase: Purchase, asked: Asked, stamp: Stamp | None = None) -> Returned:
        """Takes all or part of a purchase back, or voids it. Raises AlreadyVoided, ReturnTooLarge or BadRequest."""
        return self._returns.bring_back(purchase, asked, stamp or self._core.stamp())

    def quote_attached(
        self, purchase: Purchase, *, card: str = "", customer: str = "", stamp: Stamp | None = None
    ) -> Done:
        """What a purchase would bring this customer afterwards; nothing is recorded. Raises what `attach` would."""
        return self._attached(purchase, self._standing_then(purchase, card=card, customer=customer), stamp)[0]

    def attach(self, purchase: Purchase, *, card: str = "", customer: str = "", stamp: Stamp | None = None) -> Done:
        """Gives a purchase made without the card its customer and points, by the rules that were in force then.

        Raises UnknownCard, UnknownCustomer, CardBlocked, AlreadyAttached or AlreadyVoided.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            standing = self._standing_then(purchase, card=card, customer=customer)
            done, facts = self._attached(purchase, standing, stamp, make=making(self._core))
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

    def _standing_then(self, purchase: Purchase, *, card: str, customer: str) -> Standing:
        """A customer as the rules that a purchase was made under need them on its day."""
        core = self._core
        found = core.found_by_card(card) if card else core.found_by_id(customer)
        return core.standing_of(found, purchase.day, core.programme_of(purchase.programme))

    def _attached(
        self,
        purchase: Purchase,
        standing: Standing,
        stamp: Stamp | None,
        *,
        make: Making | None = None,
    ) -> tuple[Done, list[Fact]]:
        """What a purchase brings afterwards, by the rules of its own day, and the facts of it."""
        stamp = stamp or self._core.stamp()
        fact = self._core.store.purchases.recorded(purchase.id)
        rules = self._core.programme_of(purchase.programme)
        bought = self.purchase(purchase.id)
        found = following(self._core, rules, standing, by=(bought.staff, stamp.staff))
        result, facts = attaching.decide(bought, fact, found, making=make or imagined())
        attached = facts[0]
        assert isinstance(attached, PurchaseAttached)
        _post_all(self._core, standing, facts, day=stamp.day)
        done = Done(
            purchase.id,
            purchase.receipt,
            attached.customer,
            result,
            standing.purse.balance(stamp.day),
            tuple(issued(facts)),
            _given(facts),
            _stamps(rules, found.stamps, result, facts=facts),
        )
        return done, facts

    def _next_receipt(self, day: date) -> str:
        """The shop's own receipt number where no cash register gives one: the day and a running number."""
        purchases, start = self._core.store.purchases, f"{day:%y%m%d}-"
        number = purchases.day(day)[0] + 1
        while purchases.by_receipt(f"{start}{number:03d}"):  # what was voided is counted off, and keeps its number
            number += 1
        return f"{start}{number:03d}"


def _done(core: Core, known: Known, decided: tuple[Quote, list[Fact]], *, day: date) -> Done:
    """What was decided, as it leaves the customer's account and stamp cards."""
    result, facts = decided
    fact, standing = facts[0], known.standing
    assert isinstance(fact, PurchaseRecorded)
    balance = None
    if standing:
        _post_all(core, standing, facts, day=day)
        balance = standing.purse.balance(day)
    left = _stamps(known.programme, known.stamps, result, facts=facts) if standing else ()
    return Done(fact.id, fact.receipt, fact.customer, result, balance, tuple(issued(facts)), _given(facts), left)


def _given(facts: list[Fact]) -> tuple[PointsGiven, ...]:
    return tuple(each for each in facts if isinstance(each, PointsGiven))


def _stamps(
    programme: Programme, before: Mapping[str, int], result: Quote, *, facts: list[Fact]
) -> tuple[StampsLeft, ...]:
    """How the stamp cards stand after a purchase that brought its stamps, and vouchers for full cards."""
    stamps = dict(before)
    for card, units in result.stamps:
        stamps[card] = stamps.get(card, 0) + units
    for voucher in issued(facts):
        if voucher.stamp_card:
            stamps[voucher.stamp_card] -= voucher.stamps
    return stamps_left(programme, stamps)


def _post_all(core: Core, standing: Standing, facts: list[Fact], *, day: date) -> None:
    """Posts what goes to a customer's purse: what is theirs, and what somebody of their household is given."""
    ours, household = {standing.customer.id}, standing.customer.household
    for fact in facts:
        if household and isinstance(fact, PointsGiven) and core.customer(fact.customer).household == household:
            ours.add(fact.customer)
        if fact.customer_id in ours:
            standing.purse.post(fact.id, day, fact.movements())
