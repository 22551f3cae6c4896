"""Customers: welcomed, found, changed, blocked, forgotten."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core, customer_named
from loyaltydesk.desk.numbering import checked_new, in_our_bars
from loyaltydesk.desk.stamps import StampsLeft, stamps_left
from loyaltydesk.desk.waiting import settle, waiting
from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import PERSONAL_FIELDS, Customer, Household, PageKey, Profile, Sort, checked_profile
from loyaltydesk.model.facts import CustomerErased, HouseholdFormed, RecordSaved, Stamp
from loyaltydesk.model.lots import Lot
from loyaltydesk.model.phones import e164
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.model.purchases import Entry, Purchase, Voucher
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import cards, namedays, points, progress, redeeming, tiers
from loyaltydesk.store.standings import Found


class Seen(Struct, frozen=True):
    """A customer as the till shows them after a scan: points that can be spent, money in minor units."""

    customer: Customer
    card: Card | None
    balance: int
    pending: int
    worth: int | None
    tier: str | None
    next_tier: tiers.NextTier | None
    next_reward: progress.NextReward | None
    expiring: list[progress.Ending]
    vouchers: list[Voucher]
    prompts: list[Prompt]
    day: date
    household: Household | None = None
    stamps: tuple[StampsLeft, ...] = ()
    holder: str = ""  # who carries the card, where it is a company's


class Statement(Struct, frozen=True):
    """The newest entries of an account (newest first), the balance and the lots that make it up."""

    entries: list[Entry]
    balance: int
    lots: list[Lot]


class Customers:
    """The people of the programme."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- seeing and finding

    def scan(self, card: str, day: date | None = None) -> Seen:
        """The customer with this card. Raises UnknownCard or BadCardNumber."""
        day = day or self._core.now().date()
        return _seen(self._core, self._core.found_by_card(card), day)

    def see(self, customer: str, day: date | None = None) -> Seen:
        """The customer with this id. Raises UnknownCustomer."""
        day = day or self._core.now().date()
        return _seen(self._core, self._core.found_by_id(customer), day)

    def find(self, text: str, limit: int = 20) -> list[Customer]:
        """The customers somebody may mean by a name, a phone number, its last digits or an e-mail address."""
        return self._core.store.customers.find(text[:200], max(0, min(limit, 500)))

    def twin(self, profile: Profile) -> Customer | None:
        """Whoever has this phone number or e-mail address already. Raises BadRequest for a profile that cannot be."""
        told = _checked(self._core, profile)
        for field in ("phone", "email"):
            wanted = getattr(told, field).casefold()
            for person in self.find(wanted) if wanted else ():
                if getattr(person.profile, field).casefold() == wanted:
                    return person
        return None

    def page(self, sort: Sort, after: PageKey | None, limit: int, *, descending: bool = False) -> list[Customer]:
        """The next customers in an order."""
        return self._core.store.customers.page(sort, after, limit, descending=descending)

    def page_key(self, sort: Sort, customer: Customer) -> PageKey:
        """Where a page ends that shows `customer` last."""
        return self._core.store.customers.page_key(sort, customer)

    def count(self) -> int:
        """How many customers there are."""
        return self._core.store.customers.count()

    def get(self, customer: str) -> Customer:
        """The customer with this id. Raises UnknownCustomer."""
        return self._core.customer(customer)

    def cards(self, customer: str) -> list[Card]:
        """The cards of a customer, the newest first."""
        return self._core.store.customers.cards(customer)

    def card_number(self, customer: str) -> str:
        """The number of the newest card that can be used; empty when there is none."""
        return self._core.store.customers.newest_card(customer)

    def purchases(self, customer: str, limit: int = 50) -> list[Purchase]:
        """The newest purchases of a customer, the newest first."""
        return self._core.store.purchases.of_customer(customer, limit)

    def vouchers(self, customer: str) -> list[Voucher]:
        """All vouchers of a customer, the newest first."""
        return self._core.store.vouchers.of_customer(customer)

    def statement(self, customer: str, limit: int = 100, day: date | None = None) -> Statement:
        """The newest entries with the running balance, and the open lots. Raises UnknownCustomer."""
        day = day or self._core.now().date()
        purse = self._core.store.customers.purse(self._core.customer(customer))
        entries = self._core.store.purchases.statement(customer, max(0, min(limit, 10_000)))
        return Statement(entries, purse.balance(day), purse.in_order(day))

    # --- changing

    def register(
        self,
        profile: Profile,
        *,
        card: str = "",
        referred_by: str = "",
        nameless: bool = False,
        stamp: Stamp | None = None,
    ) -> tuple[str, str]:
        """A new customer, with a blank card, a card of their own, or a number of ours; returns id and card number.

        `referred_by` is the id or a card of whoever brought them. Raises BadCardNumber, DuplicateCard, UnknownCard or
        BadRequest, also for a name of blanks unless somebody may be `nameless`, who only collects points for now.
        """
        stamp = stamp or self._core.stamp()
        profile = namedays.with_name_day(_checked(self._core, profile), _region(self._core))
        if not profile.name and not nameless:
            raise BadRequest("name", "missing")
        with self._core.writing():
            number, known = _free_number(self._core, card, stamp)
            friend = customer_named(self._core, referred_by).id if referred_by else ""
            customer, facts = cards.register(profile, number, known, referred_by=friend, new_id=self._core.new_id())
            self._core.record(in_our_bars(self._core.store, facts), stamp)
        return customer, number

    def change(self, customer: str, profile: Profile, stamp: Stamp | None = None) -> Customer:
        """Keeps what is different in `profile`. Raises UnknownCustomer or BadRequest."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            person, after = self._core.customer(customer), _checked(self._core, profile)
            after = namedays.with_name_day(after, _region(self._core), person.profile)
            changed = {
                name: getattr(after, name)
                for name in PERSONAL_FIELDS
                if getattr(after, name) != getattr(person.profile, name)
            }
            if changed:
                saved = RecordSaved(id=self._core.new_id()(), kind="customer", record=person.id, personal=changed)
                self._core.record([saved], stamp)
            return self._core.customer(person.id)

    def block(self, customer: str, *, blocked: bool, stamp: Stamp | None = None) -> Customer:
        """Blocks a customer with all cards, or lets them in again. Raises UnknownCustomer."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            person = self._core.customer(customer)
            if person.blocked != blocked:
                fields: dict[str, str | int | bool | None] = {"blocked": blocked}
                saved = RecordSaved(id=self._core.new_id()(), kind="customer", record=person.id, fields=fields)
                self._core.record([saved], stamp)
            return self._core.customer(person.id)

    def erase(self, customer: str, stamp: Stamp | None = None) -> None:
        """Forgets a person and keeps the books. Raises UnknownCustomer."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            core, person = self._core, self._core.customer(customer)
            household = core.store.households.by_id(person.household) if person.household else None
            records, new_id = [*core.store.households.merged_into(person.id), person.id], core.new_id()
            core.record([CustomerErased(id=new_id(), customer=record) for record in records], stamp)
            core.store.forget(*records)
            left = [member.id for member in household.members if member.id != person.id] if household else []
            if household and len(left) > 1:  # its name may have gone with the person
                core.record([HouseholdFormed(id=new_id(), members=tuple(left), name=household.name)], stamp)

    def adjust(
        self, customer: str, change: int, *, reason: str, approved_by: str = "", stamp: Stamp | None = None
    ) -> int:
        """Changes the balance by hand; returns it. Raises UnknownCustomer, BadRequest or NotEnoughPoints."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            standing = self._core.standing(stamp.day, customer=customer)
            wanted = points.Change(change, reason, approved_by)
            fact = points.adjust(wanted, self._core.programme, standing, stamp=stamp)
            fact = replace(fact, id=self._core.new_id()())
            self._core.record([fact], stamp)
        standing.purse.post(fact.id, stamp.day, fact.movements())
        return standing.purse.balance(stamp.day)

    def said(self, customer: str, kind: PromptKind, stamp: Stamp | None = None) -> None:
        """Remembers that a thing was said, so that it is not said again tomorrow. Raises UnknownCustomer.

        Of the answers to what somebody said, the one that is said is the oldest they have not heard; a promise was
        kept, and of a warranty they know.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            person = self._core.customer(customer)
            settle(self._core, person.id, kind, stamp=stamp)
            fields: dict[str, str | int | bool | None] = {kind.value: stamp.day.isoformat()}
            saved = RecordSaved(id=self._core.new_id()(), kind="prompt", record=person.id, fields=fields)
            self._core.record([saved], stamp)


def _checked(core: Core, profile: Profile) -> Profile:
    tidy = checked_profile(profile)
    if tidy.birth_date > core.now().date().isoformat():  # without its year it begins with a hyphen, before any digit
        raise BadRequest("birth_date", "date_unreadable")
    return replace(tidy, phone=e164(tidy.phone, _region(core)))


def _region(core: Core) -> str:
    """The shop's country (ISO 3166), empty when it is not set."""
    return str(core.store.records.fields("shop", "shop").get("region", ""))


def _free_number(core: Core, card: str, stamp: Stamp) -> tuple[str, Card | None]:
    if not card:
        return core.new_card_number(stamp), None
    found = core.store.customers.by_card(card)
    return (found[0].number, found[0]) if found else (checked_new(core.store, card), None)


def _seen(core: Core, found: Found, day: date) -> Seen:
    programme, customer, purse = core.programme_for(found, day), found.customer, found.purse
    standing = core.standing_of(found, day, programme)
    balance, endings = purse.balance(day), progress.expiring(purse, day)
    vouchers = core.store.vouchers.open_of(customer.id, day) if found.has_vouchers else []
    due = waiting(core, found, day)
    situation = progress.Situation(
        programme, customer, balance, endings, vouchers, found.said, day, due.answers, due.overdue, due.pledges
    )
    tier = tiers.held(programme, customer)
    return Seen(
        customer=customer,
        card=standing.card,
        balance=balance,
        pending=purse.pending(day),
        worth=redeeming.worth(programme.redeem, balance),
        tier=tier.name if tier else None,
        next_tier=tiers.next_tier(programme, standing),
        next_reward=progress.next_reward(programme, balance),
        expiring=endings,
        vouchers=vouchers,
        prompts=progress.prompts(situation),
        day=day,
        household=core.store.households.by_id(customer.household) if customer.household else None,
        stamps=stamps_left(programme, core.store.vouchers.stamps(customer.id)) if programme.stamp_cards else (),
        holder=core.store.companies.holder(standing.card.id) if standing.card and customer.profile.company else "",
    )
