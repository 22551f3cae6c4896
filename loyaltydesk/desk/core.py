"""What every part of the desk stands on: the file, the clock, the rules in force, the customer in hand."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import TypeVar

from loyaltydesk.desk.numbering import NewNumbers
from loyaltydesk.desk.own_cards import OwnCards
from loyaltydesk.desk.schedule import Schedule
from loyaltydesk.model.cards import Card, checked_number, tidy
from loyaltydesk.model.codes import is_voucher_like, is_whole, meant, new_voucher_code
from loyaltydesk.model.customers import Customer, Standing
from loyaltydesk.model.facts import Fact, Recorded, Stamp
from loyaltydesk.model.programme import Programme, Window
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.model.refusals import UnknownCard, UnknownCustomer, UnknownVoucher
from loyaltydesk.rules.tiers import window_start
from loyaltydesk.store.standings import Found
from loyaltydesk.store.store import Store

Now = Callable[[], datetime]
_T = TypeVar("_T")


class Core:
    """The shop as the parts of the desk share it."""

    def __init__(self, store: Store, now: Now, randbelow: Callable[[int], int] = secrets.randbelow) -> None:
        """`now` gives the shop's own time (aware); `randbelow(n)` a whole number below n, for numbers and codes."""
        self.store = store
        self.now = now
        self.randbelow = randbelow
        self.staff = ""
        self.till = ""
        self.own_cards = OwnCards()
        self._rules = Schedule()

    # --- the rules in force

    @property
    def programme(self) -> Programme:
        """The rules in force today."""
        return self.in_force()[1]

    @property
    def programme_version(self) -> int:
        """The version of the rules in force today."""
        return self.in_force()[0]

    def programme_of(self, version: int) -> Programme:
        """The rules of a version, however long ago they were in force. Raises KeyError for one that never was."""
        self._rules.freshen(self.store)
        return self._rules.of(version, self.store)

    def programme_for(self, found: Found, day: date) -> Programme:
        """The rules in force on `day` when a customer was found; known already, mostly, which saves a look."""
        if not self._rules.know(found.programme, self.store):
            self._rules.freshen(self.store)
        return self._rules.in_force(day, self.store)[1]

    def forget_programme(self) -> None:
        """Reads the rules anew at the next question."""
        self._rules = Schedule()

    def in_force(self, day: date | None = None) -> tuple[int, Programme]:
        """The rules in force on a day, today if none is named, with their version."""
        self._rules.freshen(self.store)
        return self._rules.in_force(day or self.now().date(), self.store)

    # --- writing

    def stamp(self, at: datetime | None = None, *, staff: str = "", till: str = "", key: str = "") -> Stamp:
        """When, by whom and where something is done; what is not said is now, the cashier and the till of this desk."""
        return Stamp(at or self.now(), staff or self.staff, till or self.till, key)

    def writing(self) -> AbstractContextManager[None]:
        """One transaction; an inner one joins the outer."""
        return self.store.writing()

    def record(self, facts: Iterable[Fact], stamp: Stamp) -> list[Recorded]:
        """Writes facts down. Only within `writing()`."""
        return self.store.record(facts, stamp)

    def new_id(self) -> Callable[[], str]:
        """A source of identities. Only within `writing()`."""
        return self.store.ids(self.now())

    def new_voucher_code(self) -> str:
        """A new code for a voucher."""
        while self.store.vouchers.by_code(code := new_voucher_code(self.randbelow)) is not None:
            pass
        return code

    def voucher(self, code: str) -> Voucher:
        """The voucher with this code, as scanned or typed. Raises UnknownVoucher."""
        wanted = meant(code)
        found = self.store.vouchers.by_code(tidy(code)) or self.store.vouchers.by_code(wanted)
        if found is None:
            spoilt = is_voucher_like(code) and not is_whole(wanted)
            raise UnknownVoucher(tidy(code)[:64], "check_character" if spoilt else "unknown")
        return found

    def new_card_numbers(self, count: int, stamp: Stamp) -> list[str]:
        """New numbers of ours for cards, as the shop's scheme has them. Only within `writing()`.

        Raises BadRequest when none are left.
        """
        fresh = NewNumbers(self.store, self.randbelow)
        numbers = [fresh.new() for _ in range(count)]
        reached = fresh.fact(self.new_id())
        if reached:
            self.record([reached], stamp)
        return numbers

    def new_card_number(self, stamp: Stamp) -> str:
        """A new number of ours for a card. Only within `writing()`. Raises BadRequest when none is left."""
        return self.new_card_numbers(1, stamp)[0]

    # --- the customer in hand

    def standing(self, day: date, *, card: str = "", customer: str = "") -> Standing:
        """The customer named by a card or an id, as the rules need them on `day`.

        Raises UnknownCard, BadCardNumber or UnknownCustomer.
        """
        found = self.found_by_card(card) if card else self.found_by_id(customer)
        return self.standing_of(found, day)

    def found_by_card(self, code: str) -> Found:
        """The customer with this card, as the file knows them.

        Raises UnknownCard (also for a blank card) or BadCardNumber.
        """
        found = self.store.standings.by_card(code)
        if found is None:
            raise UnknownCard(checked_number(code))
        if isinstance(found, Card):
            raise UnknownCard(found.number, blank=True)
        return found

    def found_by_id(self, customer: str) -> Found:
        """The customer with this id, as the file knows them. Raises UnknownCustomer."""
        return _known(self.store.standings.by_id, customer)

    def standing_of(self, found: Found, day: date, programme: Programme | None = None) -> Standing:
        """A customer as the rules (`programme`, where they are known already) need them on `day`."""
        programme, customer = programme or self.programme_for(found, day), found.customer
        spend, earned = customer.account.spend, customer.account.earned
        if programme.tiers and programme.window is not Window.LIFETIME:
            spend, earned = self.store.customers.sums(customer.id, first=window_start(programme.window, day))
        return Standing(customer, found.card, found.purse, spend, earned)

    def customer(self, customer: str) -> Customer:
        """The customer with this id. Raises UnknownCustomer."""
        return _known(self.store.customers.by_id, customer)


def customer_named(core: Core, named: str) -> Customer:
    """The customer with this id or card. Raises UnknownCard, BadCardNumber or UnknownCustomer."""
    try:
        return core.customer(named)
    except UnknownCustomer:
        return core.found_by_card(named).customer


def _known(read: Callable[[str], _T | None], customer: str) -> _T:
    """What is read of the customer with this id. Raises UnknownCustomer."""
    try:
        found = read(customer)
    except ValueError:  # no identity at all
        found = None
    if found is None:
        raise UnknownCustomer(customer[:64])
    return found
