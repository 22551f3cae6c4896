"""Accounts: what lies behind the figures of one customer, and whose figures they are."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from loyaltydesk.desk.core import Core, customer_named
from loyaltydesk.desk.upkeep import Upkeep
from loyaltydesk.model.customers import Customer, Household
from loyaltydesk.model.facts import Recorded, Stamp
from loyaltydesk.model.purchases import Entry
from loyaltydesk.rules import merging, tiers


class Merger(Struct, frozen=True):
    """What merging two records comes to: the one that stays, the one that goes, and the one that will be.

    `balances` are points that can be spent, of each of the three; `cards` and `vouchers` (open ones) are counts.
    """

    keep: Customer
    drop: Customer
    after: Customer
    balances: tuple[int, int, int]
    cards: tuple[int, int, int]
    vouchers: tuple[int, int, int]


class Brought(Struct, frozen=True):
    """Who brought a customer (None: nobody that is known), and how many others they brought themselves."""

    by: Customer | None
    others: int


class Accounts:
    """The books of one customer, looked at more closely, joined and taken apart."""

    def __init__(self, core: Core, upkeep: Upkeep) -> None:
        self._core = core
        self._upkeep = upkeep

    def tier(self, customer: Customer) -> str | None:
        """The tier a customer has now: won, given by hand, or everybody's; None where the programme has none."""
        held = tiers.held(self._core.programme, customer)
        return held.name if held else None

    def brought(self, customer: str) -> Brought:
        """Who brought a customer, and how many they brought. Raises UnknownCustomer."""
        store, person = self._core.store, self._core.customer(customer)
        friend = store.customers.referrer(person.id)
        by = store.customers.by_id(friend) if friend and friend != person.id else None
        return Brought(by, store.households.brought(person.id))

    def behind(self, entry: Entry) -> Recorded:
        """The fact that left this entry in the statement: when, by whom and why. Raises KeyError for a made-up one."""
        found = self._core.store.journal.fact(entry.fact)
        if found is None:
            raise KeyError(entry.fact)
        return found

    def months(self, customer: str, count: int = 12) -> list[tuple[date, int]]:
        """The last `count` months by their first day, this month at the end, and what was paid in each.

        Money is in minor units, returns counted off; a month without a purchase has 0.
        """
        months = _months_to(self._core.now().date(), count)
        paid = self._core.store.purchases.months(customer, months[0]) if months else {}
        return [(month, paid.get(f"{month:%Y-%m}", 0)) for month in months]

    # --- two records of one person

    def would_merge(self, *, keep: str, drop: str) -> Merger:
        """What `merge` would come to; nothing is recorded. Raises what it would."""
        core, day = self._core, self._core.now().date()
        one, other = customer_named(core, keep), customer_named(core, drop)
        after = merging.joined(keep=one, drop=other, programme=core.programme)
        shared = one.household is not None and one.household == other.household
        first, second = (core.found_by_id(person.id).purse.balance(day) for person in (one, other))
        have, come = (len(core.store.customers.cards(person.id)) for person in (one, other))
        open_, more = (len(core.store.vouchers.open_of(person.id, day)) for person in (one, other))
        return Merger(
            one,
            other,
            after,
            balances=(first, second, first if shared else first + second),
            cards=(have, come, have + come),
            vouchers=(open_, more, open_ + more),
        )

    def merge(self, *, keep: str, drop: str, stamp: Stamp | None = None) -> Customer:
        """Makes one record of two (ids or card numbers): everything of `drop` is `keep`'s, and both cards live on.

        Raises UnknownCustomer, UnknownCard, BadCardNumber or BadRequest.
        """
        core, stamp = self._core, stamp or self._core.stamp()
        with core.writing():
            one, other = customer_named(core, keep), customer_named(core, drop)
            facts = merging.merge(keep=one, drop=other, programme=core.programme, new_id=core.new_id())
            core.record(facts, stamp)
            self._upkeep.review_one(one.id, stamp)
            return core.customer(one.id)

    # --- one balance for many

    def household(self, customer: str) -> Household | None:
        """The household a customer belongs to. Raises UnknownCustomer."""
        person = self._core.customer(customer)
        return self._core.store.households.by_id(person.household) if person.household else None

    def form_household(self, members: Iterable[str], name: str = "", *, stamp: Stamp | None = None) -> Household:
        """Lets customers (ids or card numbers) share one balance; where some have a household, the others join it.

        Raises UnknownCustomer, UnknownCard, BadCardNumber or BadRequest.
        """
        core, stamp = self._core, stamp or self._core.stamp()
        with core.writing():
            people = [customer_named(core, member) for member in members]
            known = next((person.household for person in people if person.household), None)
            household = core.store.households.by_id(known) if known else None
            fact = merging.form(people, name, household=household, new_id=core.new_id())
            core.record([fact], stamp)
            formed = core.store.households.by_id(fact.id)
            assert formed is not None
            return formed

    def leave_household(self, customer: str, stamp: Stamp | None = None) -> Customer:
        """Gives a customer an account of their own again; the points stay. Raises UnknownCustomer or BadRequest."""
        core, stamp = self._core, stamp or self._core.stamp()
        with core.writing():
            person = core.customer(customer)
            core.record([merging.leave(person, new_id=core.new_id())], stamp)
            return core.customer(person.id)


def _months_to(day: date, count: int) -> list[date]:
    """The first days of the last `count` months, the one of `day` at the end."""
    last = day.year * 12 + day.month - 1
    return [date(number // 12, number % 12 + 1, 1) for number in range(last - count + 1, last + 1)]
