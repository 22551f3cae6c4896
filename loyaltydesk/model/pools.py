"""Points that flow together: the accounts of customers who were one person, or who share a household, fact by fact."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.facts import (
    CustomerErased,
    CustomersMerged,
    Fact,
    GiftTakenBack,
    HouseholdFormed,
    HouseholdLeft,
    PointsGiven,
    Recorded,
)
from loyaltydesk.model.lots import EntryKind, Movement, Posting, Purse

Place = tuple[int, str]  # in the order of all facts: Lamport counter and id


class Gift(Struct, frozen=True):
    """Points that the desk gave by itself and that count."""

    fact: PointsGiven
    lamport: int


class Pools:
    """The accounts of customers who have to do with each other. An account bears the id of a customer.

    Facts are to be posted in their order: what is known here at the end depends on nothing else.
    """

    def __init__(self, customers: Iterable[str]) -> None:
        self.account = {customer: customer for customer in customers}
        self.purses: dict[str, Purse] = {}
        self.gifts: dict[str, Gift] = {}
        self.last: dict[str, Place] = {}  # the fact that touched an account last
        self._households: dict[str, str] = {}  # by account
        self._person = dict(self.account)
        self._erased: set[str] = set()
        self._spent_by: dict[str, str] = {}  # who made the purchase or took the voucher that points were spent on
        self._flowed: set[str] = set()  # the accounts that the fact in hand let flow

    # --- what follows at the end

    def purse(self, account: str) -> Purse:
        """The points of an account."""
        return self.purses.setdefault(account, Purse())

    def shared(self, account: str) -> bool:
        """Whether more than one customer has this account, merged and forgotten ones too."""
        return sum(other == account for other in self.account.values()) > 1

    def household(self, customer: str) -> str | None:
        """The household a customer belongs to; one in which nobody else is left is none."""
        account = self.account[customer]
        here = {each for each, own in self.account.items() if own == account} - self._erased
        people = {self._person[each] for each in here}
        return self._households.get(account) if len(people) > 1 else None

    # --- what a fact does

    def post(self, recorded: Recorded) -> list[tuple[str, Posting]]:
        """Carries out a fact; returns the lines it leaves, each with its account."""
        fact, day = recorded.fact, recorded.stamp.day
        self._flowed = set()
        if isinstance(fact, CustomersMerged):
            lines = self._merged(fact, day)
        elif isinstance(fact, HouseholdFormed):
            lines = self._formed(fact, day)
        elif isinstance(fact, HouseholdLeft):
            lines = self._left(fact, day)
        else:
            lines = self._moved(recorded)
        posted = [(account, replace(line, n=n)) for n, (account, line) in enumerate(lines)]
        for account in (self.account[fact.customer_id or ""], *self._flowed):
            self.last[account] = (recorded.lamport, fact.id)
        return posted

    def _moved(self, recorded: Recorded) -> Iterator[tuple[str, Posting]]:
        fact, day = recorded.fact, recorded.stamp.day
        customer = fact.customer_id or ""
        account = self.account[customer]
        movements = fact.movements() if self._counts(recorded) else unheard(fact)
        if isinstance(fact, CustomerErased) and self._others(customer):
            movements = ()
            yield account, Posting(0, EntryKind.ERASED, 0, "", None)
        for move in movements:
            if move.kind in (EntryKind.SPENT, EntryKind.REWARD):
                self._spent_by[move.source] = customer
        for posting in self.purse(account).post(fact.id, day, movements):
            yield account, posting

    def _others(self, customer: str) -> bool:
        """Whether anybody else is left on the account of somebody who is forgotten now."""
        self._erased.add(customer)
        account = self.account[customer]
        return any(own == account for each, own in self.account.items() if each not in self._erased)

    def _counts(self, recorded: Recorded) -> bool:
        """Whether a gift was not given before, and one that is taken back was there; anything else counts."""
        fact = recorded.fact
        if isinstance(fact, PointsGiven):
            if any(self._same(gift.fact, fact) for gift in self.gifts.values()):
                return False
            self.gifts[fact.id] = Gift(fact, recorded.lamport)
        elif isinstance(fact, GiftTakenBack):
            gift = self.gifts.get(fact.gift)
            if gift is None or self._person[gift.fact.customer] != self._person[fact.customer]:
                return False
            del self.gifts[fact.gift]
        return True

    def _same(self, one: PointsGiven, other: PointsGiven) -> bool:
        person = self._person
        return (one.cause, one.rule, one.period) == (other.cause, other.rule, other.period) and (
            person[one.customer] == person[other.customer]
        )

    # --- accounts that flow into each other

    def _merged(self, fact: CustomersMerged, day: date) -> Iterator[tuple[str, Posting]]:
        kept, dropped = self._person[fact.keep], self._person[fact.drop]
        self._person.update({each: kept for each, person in self._person.items() if person == dropped})
        yield from self._flow(self.account[fact.drop], taker=self.account[fact.keep], day=day)

    def _formed(self, fact: HouseholdFormed, day: date) -> Iterator[tuple[str, Posting]]:
        into = self.account[fact.members[0]]
        for member in fact.members[1:]:
            yield from self._flow(self.account[member], taker=into, day=day)
        self._households[into] = fact.id

    def _left(self, fact: HouseholdLeft, day: date) -> Iterator[tuple[str, Posting]]:
        """Whoever leaves gets an account without points; where it was theirs, that of another member goes on."""
        person = self._person[fact.customer]
        own = [each for each, other in self._person.items() if other == person]
        account = self.account[person]
        stay = sorted(each for each, other in self.account.items() if other == account and each not in own)
        if not stay:
            return
        if account in own:
            self.account.update(dict.fromkeys(own, ""))  # they stay behind when the others go
            yield from self._flow(account, taker=stay[0], day=day)
        into = account if account in own else person
        self.account.update(dict.fromkeys(own, into))
        purse, pool = self.purse(into), self.purse(self.account[stay[0]])
        for source in [source for source, spender in self._spent_by.items() if spender in own]:
            if source in pool.uses:
                purse.uses[source] = pool.uses.pop(source)

    def _flow(self, giver: str, *, taker: str, day: date) -> Iterator[tuple[str, Posting]]:
        """All points and customers of one account go over to another."""
        if giver == taker:
            return
        self._flowed |= {giver, taker}
        came = self.purse(taker).take_over(self.purse(giver), day)
        self.purses[giver] = Purse()
        self.account.update({each: taker for each, account in self.account.items() if account == giver})
        if giver in self._households:
            self._households.setdefault(taker, self._households.pop(giver))
        if came:
            yield giver, Posting(0, EntryKind.MERGED, -came, taker, None)
            yield taker, Posting(0, EntryKind.MERGED, came, giver, None)


def unheard(fact: Fact) -> tuple[Movement, ...]:
    """What a fact that does not count leaves: its lines, without points."""
    return tuple(replace(move, points=0) for move in fact.movements())
