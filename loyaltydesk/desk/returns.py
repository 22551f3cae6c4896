"""Purchases brought back, whole or in parts, with all that they had brought."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.knowing import NOWHERE
from loyaltydesk.desk.upkeep import Upkeep
from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import Fact, GiftTakenBack, PurchaseReturned, Stamp
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Asked, Purchase, VoucherSource
from loyaltydesk.model.refusals import UnknownPurchase
from loyaltydesk.rules import returning
from loyaltydesk.rules.following import short_of_stamps, take_away
from loyaltydesk.rules.returning import Sold


class Returned(Struct, frozen=True):
    """What a return came to: money in minor units, points whole."""

    purchase: str
    refunded: int
    taken_back: int
    given_back: int
    balance: int | None


class Returns:
    """Everything that happens when goods come back."""

    def __init__(self, core: Core, upkeep: Upkeep) -> None:
        self._core = core
        self._upkeep = upkeep

    def quote(self, purchase: Purchase, asked: Asked, stamp: Stamp) -> Returned:
        """What a return would come to; nothing is recorded. Raises what `bring_back` would."""
        fact, standing, _ = self._decided(purchase, asked, stamp)
        balance = None
        if standing:
            standing.purse.post(NOWHERE, stamp.day, fact.movements())
            balance = standing.purse.balance(stamp.day)
        return Returned(fact.purchase, fact.refunded, fact.taken_back, fact.given_back, balance)

    def bring_back(self, purchase: Purchase, asked: Asked, stamp: Stamp) -> Returned:
        """Takes all or part of a purchase back, or voids it. Raises AlreadyVoided, ReturnTooLarge or BadRequest."""
        core = self._core
        with core.writing():
            fact, standing, rules = self._decided(purchase, asked, stamp)
            known = standing.customer.id if standing else None
            fact = replace(fact, id=core.new_id()(), customer=known)
            core.record([fact, *self._vouchers_away(fact, known)], stamp)
            if fact.closes:
                self._gifts_away(fact.purchase, rules, stamp)
            if known:
                self._upkeep.review_one(known, stamp)
        balance = core.standing(stamp.day, customer=known).purse.balance(stamp.day) if known else None
        return Returned(fact.purchase, fact.refunded, fact.taken_back, fact.given_back, balance)

    # --- inside

    def _decided(
        self, purchase: Purchase, asked: Asked, stamp: Stamp
    ) -> tuple[PurchaseReturned, Standing | None, Programme]:
        """A return as a fact (its id still empty), its customer (None for a guest, or a forgotten one), its rules."""
        store = self._core.store
        found = store.purchases.by_id(purchase.id)  # as it stands now, whatever came back meanwhile
        if found is None:
            raise UnknownPurchase(purchase.id[:64])
        purchase = found
        rules = self._core.programme_of(purchase.programme)  # never by today's rules
        stamps = {card.id: card.of for card in rules.stamp_cards} if rules.runs_on(purchase.day) else {}
        recorded = store.purchases.recorded(purchase.id)
        sold = Sold(purchase, recorded, store.purchases.units_back(purchase.id), stamps)
        known = purchase.customer and store.customers.by_id(purchase.customer)
        standing = self._core.standing(stamp.day, customer=known.id) if known else None
        if standing:
            standing = replace(standing, purse=store.customers.purse(standing.customer))
            standing.purse.uses[purchase.id] = store.postings.uses(standing.customer.id, purchase.id)
        fact = returning.decide(asked, sold, standing=standing, stamp=stamp, overdraft=rules.overdraft)
        return fact, standing, rules

    def _vouchers_away(self, fact: PurchaseReturned, customer: str | None) -> list[Fact]:
        """Open vouchers that the purchase had brought: for stamps that are missing now, for a next purchase."""
        store, new_id = self._core.store, self._core.new_id()
        gone: list[Fact] = []
        if fact.stamps and customer:
            left = self._stamps_left(fact, store.vouchers.stamps(customer))
            vouchers = [each for card in left for each in store.vouchers.open_for_stamps(customer, card)]
            gone += short_of_stamps(left, vouchers, new_id=new_id)
        if fact.closes:
            brought = store.vouchers.open_from(fact.purchase)
            gone += [take_away(each, new_id()) for each in brought if each.source is VoucherSource.NEXT_PURCHASE]
        return gone

    @staticmethod
    def _stamps_left(fact: PurchaseReturned, have: Mapping[str, int]) -> dict[str, int]:
        return {card: have.get(card, 0) - units for card, units in fact.stamps}

    def _gifts_away(self, purchase: str, rules: Programme, stamp: Stamp) -> None:
        """Takes back what was given for a purchase that is no more, as far as it is there unless debts are allowed."""
        store, new_id = self._core.store, self._core.new_id()
        for gift, customer, points in store.gifts.of_purchase(purchase):
            person = store.customers.by_id(customer)
            if person is None:
                continue
            there = max(store.customers.purse(person).total(stamp.day), 0)
            taken = points if rules.overdraft else min(points, there)
            self._core.record([GiftTakenBack(id=new_id(), customer=person.id, gift=gift, points=taken)], stamp)
