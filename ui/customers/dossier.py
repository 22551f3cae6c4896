"""Everything that a customer's own page shows, read at once."""

from datetime import date

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.desk.accounts import Brought
from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import Customer, Household
from loyaltydesk.model.pledges import Pledge
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.model.voices import Voice

MONTHS = 6


class Dossier(Struct, frozen=True):
    """A customer as the desk knows them; `months` are first days with what was paid (minor units)."""

    seen: Seen
    cards: list[Card]
    vouchers: list[Voucher]
    months: list[tuple[date, int]]
    programme: Programme
    members: list[tuple[Customer, list[Card]]]  # of the household, each with their cards
    brought: Brought
    voices: list[Voice]  # what they said, the newest first
    pledges: list[Pledge]  # what they were promised, the soonest first, and last what is settled

    holders: dict[str, str]  # who carries a card of a company, by the card's id

    @property
    def household(self) -> Household | None:
        """Who shares the balance, if anybody does."""
        return self.seen.household

    @property
    def customer(self) -> Customer:
        """Whose it is."""
        return self.seen.customer

    @property
    def average(self) -> int | None:
        """What a visit brought on the whole (minor units), None before the first."""
        account = self.customer.account
        return account.spend // account.visits if account.visits else None


def read_dossier(desk: Desk, customer: str) -> Dossier:
    """The dossier of the customer with this id. Raises UnknownCustomer."""
    seen = desk.customers.see(customer)
    company = desk.companies.get(seen.customer.id) if seen.customer.profile.company else None
    people = seen.household.members if seen.household else ()
    return Dossier(
        seen=seen,
        cards=desk.customers.cards(customer),
        vouchers=desk.customers.vouchers(customer),
        months=desk.accounts.months(customer, MONTHS),
        programme=desk.shop.programme,
        members=[(member, desk.customers.cards(member.id)) for member in people],
        brought=desk.accounts.brought(seen.customer.id),
        voices=desk.voices.of(seen.customer.id)[::-1],
        pledges=sorted(desk.pledges.of(seen.customer.id), key=lambda pledge: not pledge.is_open),
        holders={each.card.id: each.holder for each in company.cards} if company else {},
    )
