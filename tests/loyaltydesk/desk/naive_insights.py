"""The figures of the insights worked out from the facts of the journal, in the simplest way that can be thought of.

Nothing here shares a line with the program but the facts themselves: every question goes through all purchases and all
customers once more.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

from loyaltydesk.model.facts import (
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    PurchaseAttached,
    PurchaseRecorded,
    PurchaseReturned,
    VoucherCancelled,
    VoucherIssued,
    VoucherUsed,
)
from loyaltydesk.model.programme import Gives
from loyaltydesk.store.journal import Journal


@dataclass
class Bought:
    """A purchase as it stands."""

    at: datetime
    customer: str | None
    value: int
    due: int
    discount: int
    attached: str = ""
    returned: int = 0
    refunded: int = 0
    voided: bool = False
    closed: bool = False

    @property
    def paid(self) -> int:
        return self.due - self.refunded

    @property
    def off(self) -> int:
        return self.discount - (self.discount * self.returned // self.value if self.value else 0)

    @property
    def whole_back(self) -> bool:
        return self.voided or self.closed or (self.returned >= self.value > 0)


@dataclass
class Person:
    """All records of one person."""

    joined: datetime
    gone: bool
    bought: list[Bought] = field(default_factory=list)

    @property
    def visits(self) -> list[Bought]:
        return [each for each in self.bought if not each.voided]

    @property
    def days(self) -> list[date]:
        return sorted({each.at.date() for each in self.visits})

    @property
    def spend(self) -> int:
        return sum(each.paid for each in self.bought)


class Naive:
    """A shop as its journal tells it."""

    def __init__(self, journal: Journal) -> None:
        self.purchases: dict[str, Bought] = {}
        self._records: dict[str, datetime] = {}
        self._erased: set[str] = set()
        self._same: dict[str, set[str]] = {}
        self._vouchers: dict[str, tuple[str, Gives]] = {}
        self._handed_in: dict[str, tuple[date, int]] = {}
        self._donated: list[tuple[str, date, int]] = []
        self._cancelled: set[str] = set()
        for recorded in journal.facts():
            self._hear(recorded.fact, recorded.stamp.at)
        self.people = self._people()

    def _hear(self, fact: object, at: datetime) -> None:
        if isinstance(fact, CustomerRegistered):
            self._records[fact.id] = at
            self._same[fact.id] = {fact.id}
        elif isinstance(fact, CustomerErased):
            self._erased.add(fact.customer)
        elif isinstance(fact, CustomersMerged):
            joined = self._same[fact.keep] | self._same[fact.drop]
            self._same.update(dict.fromkeys(joined, joined))
        elif isinstance(fact, PurchaseRecorded):
            self.purchases[fact.id] = Bought(at, fact.customer, fact.value, fact.due, fact.discount)
        elif isinstance(fact, PurchaseAttached):
            bought = self.purchases[fact.purchase]
            if not bought.attached or fact.id < bought.attached:
                bought.attached, bought.customer = fact.id, fact.customer
        elif isinstance(fact, PurchaseReturned):
            bought = self.purchases[fact.purchase]
            bought.returned, bought.refunded = bought.returned + fact.value, bought.refunded + fact.refunded
            bought.voided, bought.closed = bought.voided or fact.voided, bought.closed or fact.closes
        self._hear_of_gifts(fact, at.date())

    def _hear_of_gifts(self, fact: object, day: date) -> None:
        if isinstance(fact, VoucherIssued):
            first = self._vouchers[fact.replaces][0] if fact.replaces else fact.id
            self._vouchers[fact.id] = first, fact.gives
        elif isinstance(fact, VoucherUsed):
            first, gives = self._vouchers[fact.voucher]
            if gives.kind == "donate":
                self._donated.append((first, day, gives.money))
            elif gives.kind == "money" and not fact.purchase and first not in self._cancelled:
                self._handed_in[first] = day, min(fact.amount or gives.money, gives.money)
        elif isinstance(fact, VoucherCancelled):
            self._cancelled.add(fact.first)
            self._donated = [gift for gift in self._donated if gift[0] != fact.first]
        elif isinstance(fact, PurchaseRecorded):
            self._donated += [(fact.id, day, reward.money) for reward in fact.rewards if reward.cause]
        elif isinstance(fact, PurchaseReturned) and fact.closes:
            self._donated = [gift for gift in self._donated if gift[0] != fact.purchase]

    def _people(self) -> dict[frozenset[str], Person]:
        found = {
            frozenset(same): Person(min(self._records[each] for each in same), same <= self._erased)
            for same in self._same.values()
        }
        for bought in self.purchases.values():
            if bought.customer:
                found[frozenset(self._same[bought.customer])].bought.append(bought)
        return found

    # --- figures

    def sold(self, first: date, last: date, *, members: bool) -> tuple[int, int, int, int]:
        """Purchases, minor units paid, taken off, paid by points and vouchers."""
        within = [
            each
            for each in self.purchases.values()
            if first <= each.at.date() <= last and (each.customer is not None) == members
        ]
        kept = [each for each in within if not each.whole_back]
        return (
            sum(not each.voided for each in within),
            sum(each.paid for each in within),
            sum(each.off for each in kept),
            sum(each.value - each.returned - each.paid for each in kept),
        )

    def apart(self, first: date, last: date) -> int:
        """Minor units that went out without a bill."""
        gifts = [*self._handed_in.values(), *((day, money) for _source, day, money in self._donated)]
        return sum(money for day, money in gifts if first <= day <= last)

    def active(self, first: date, last: date) -> int:
        return sum(any(first <= day <= last for day in person.days) for person in self.people.values())

    def returning(self, first: date, last: date) -> tuple[int, int]:
        """Visits of these days, and those after which the customer came again within sixty days."""
        visits = [(person, day) for person in self.people.values() for day in person.days if first <= day <= last]
        again = [any(day < other <= day + timedelta(days=60) for other in person.days) for person, day in visits]
        return len(visits), sum(again)

    def joined(self, month: str) -> int:
        return sum(f"{person.joined:%Y-%m}" == month for person in self.people.values())

    def cohort(self, joined: str, month: str) -> int:
        return sum(
            f"{person.joined:%Y-%m}" == joined and any(f"{day:%Y-%m}" == month for day in person.days)
            for person in self.people.values()
        )

    def best(self, first: date, last: date, count: int) -> list[int]:
        sums = [
            sum(each.paid for each in person.bought if first <= each.at.date() <= last)
            for person in self.people.values()
            if not person.gone
        ]
        return sorted((each for each in sums if each > 0), reverse=True)[:count]

    def hours(self, first: date, last: date) -> tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]:
        purchases, paid = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
        for each in self.purchases.values():
            if first <= each.at.date() <= last:
                purchases[each.at.weekday(), each.at.hour] += not each.voided
                paid[each.at.weekday(), each.at.hour] += each.paid
        return purchases, paid

    def lines(self) -> tuple[int, int]:
        """The usual interval, and what much is."""
        days = [person.days for person in self.people.values()]
        gaps = sorted((two - one).days for each in days for one, two in pairwise(each))
        short = [gap for gap in gaps if sum(other <= gap for other in gaps) * 10 >= 9 * len(gaps)]
        pace = min(max(short[0], 14), 120) if len(gaps) >= 20 else 30
        spent = [person.spend for person in self.people.values() if person.visits and not person.gone]
        steps = [int(one) * 10**zeros for zeros in range(12) for one in "125"]
        reached = [step for step in steps if sum(spend >= step for spend in spent) * 5 >= len(spent)]
        return pace, max(reached if spent else [1], default=1)

    def group(self, person: Person, today: date) -> str:
        pace, much = self.lines()
        if not person.visits:
            return "not_yet"
        away, often = (today - person.days[-1]).days, len(person.visits) >= 5
        if away > pace:
            return "attention" if away <= 2 * pace else "slipping" if away <= 4 * pace else "lost"
        if often:
            return "champions" if person.spend >= much else "loyal"
        return "new" if len(person.visits) == 1 else "promising"

    def groups(self, today: date) -> Counter[str]:
        return Counter(self.group(person, today) for person in self.people.values() if not person.gone)

    def side(self, stays: dict[frozenset[str], str], every: int, today: date) -> tuple[list[int], list[int]]:
        """Members, days, purchases and minor units of the test group, and of all others."""
        sums = [0] * 4, [0] * 4
        for same, person in self.people.items():
            if not person.gone:
                chosen = int(sha256(stays[same].encode()).hexdigest(), 16) % every == 0
                days = today.toordinal() - person.joined.date().toordinal() + 1
                for place, amount in enumerate((1, days, len(person.visits), person.spend)):
                    sums[not chosen][place] += amount
        return sums
