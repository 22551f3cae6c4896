"""Cards: made blank, given to customers, blocked, replaced."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from loyaltydesk.desk.companies import keep_holder
from loyaltydesk.desk.core import Core
from loyaltydesk.desk.numbering import checked_new, in_our_bars
from loyaltydesk.model.cards import Card, CardRole, checked_number
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import CardIssued, Fact, RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest, UnknownCard
from loyaltydesk.rules import cards, tiers

MOST = 10_000  # blank cards at once
PRINTED_ON = "printed_on"  # a field of what is saved of a card


class Holder(Struct, frozen=True):
    """A customer with a card that can be used, whose number comes with the customer; `card` is its id."""

    customer: Customer
    card: str
    tier: str
    printed_on: date | None


class Cards:
    """The shop's cards."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def make(self, count: int, stamp: Stamp | None = None) -> list[str]:
        """Numbers for so many blank cards, as the shop numbers them, kept until a customer takes one.

        Raises BadRequest, also when no numbers are left.
        """
        stamp = stamp or self._core.stamp()
        if not 1 <= count <= MOST:
            raise BadRequest("count", "count_range")
        with self._core.writing():
            new_id, numbers = self._core.new_id(), self._core.new_card_numbers(count, stamp)
            facts = [CardIssued(id=new_id(), number=number) for number in numbers]
            self._core.record(in_our_bars(self._core.store, facts), stamp)
        return numbers

    def blank(self, limit: int = MOST) -> list[Card]:
        """Cards that wait for their customer, the newest first."""
        return self._core.store.customers.blank_cards(limit)

    def get(self, number: str) -> Card:
        """The card with this number, blank or not. Raises UnknownCard or BadCardNumber."""
        found = self._core.store.customers.by_card(number)
        if found is None:
            raise UnknownCard(checked_number(number))
        return found[0]

    def holders(self) -> list[Holder]:
        """Everybody with a card that can be used, by name."""
        programme, printed = self._core.programme, self.printed_on()
        found = []
        for card, customer in self._core.store.customers.holders():
            tier = tiers.held(programme, customer)
            found.append(Holder(customer, card, tier.name if tier else "", printed.get(card)))
        return found

    def owner(self, number: str) -> Customer:
        """Whose card this is. Raises UnknownCard or BadCardNumber."""
        return self._core.found_by_card(number).customer

    def link(self, number: str, customer: str, *, stamp: Stamp | None = None) -> Card:
        """Gives a blank or a new card to a customer. Raises UnknownCustomer, BadCardNumber or DuplicateCard."""
        with self._core.writing():
            person, known = self._core.customer(customer), self._known(number)
            free = known.number if known else checked_new(self._core.store, number)
            fact = cards.link(free, known, customer=person.id, new_id=self._core.new_id())
            self._core.record(in_our_bars(self._core.store, [fact]), stamp or self._core.stamp())
        return self.get(number)

    def mark_printed(self, numbers: Iterable[str], stamp: Stamp | None = None) -> None:
        """Remembers that cards went to paper today, so that a second print is known. Raises UnknownCard."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            found, new_id = [self.get(number) for number in numbers], self._core.new_id()
            on: dict[str, str | int | bool | None] = {PRINTED_ON: stamp.day.isoformat()}
            self._core.record(
                [RecordSaved(id=new_id(), kind="card", record=card.id, fields=on) for card in found], stamp
            )

    def printed_on(self) -> dict[str, date]:
        """When each card went to paper last, by the card's id; nothing for those that never did."""
        kept = self._core.store.records.filled("card", PRINTED_ON)
        return {card: date.fromisoformat(day) for card, day in kept.items()}

    def block(self, number: str, stamp: Stamp | None = None) -> Card:
        """The card can no longer be used. Raises UnknownCard or BadRequest."""
        with self._core.writing():
            return self._change(number, cards.block(self.get(number), self._core.new_id()), stamp)

    def unblock(self, number: str, stamp: Stamp | None = None) -> Card:
        """The card can be used again. Raises UnknownCard or CardBlocked."""
        with self._core.writing():
            return self._change(number, cards.unblock(self.get(number), self._core.new_id()), stamp)

    def replace(self, number: str, by: str, *, stamp: Stamp | None = None) -> Card:
        """A new card (`by`; empty: a new number of ours) in place of a lost one, which then says what replaced it.

        Raises UnknownCard, BadRequest, CardBlocked, BadCardNumber or DuplicateCard.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            new = self._known(by) if by else None
            free = by or self._core.new_card_number(stamp)
            fresh = new.number if new else checked_new(self._core.store, free)
            old = self.get(number)
            facts = cards.replace(old, fresh, new=new, new_id=self._core.new_id())
            self._core.record(in_our_bars(self._core.store, facts), stamp)
            holder = self._core.store.companies.holder(old.id)
            if holder:  # who carries on with the new one
                keep_holder(self._core, self.get(fresh), holder, stamp=stamp)
        return self.get(number)

    def give_role(self, number: str, role: CardRole, stamp: Stamp | None = None) -> Card:
        """The card may spend points, or only collect them. Raises UnknownCard."""
        with self._core.writing():
            return self._change(number, cards.give_role(self.get(number), role, self._core.new_id()), stamp)

    def _known(self, number: str) -> Card | None:
        found = self._core.store.customers.by_card(number)
        return found[0] if found else None

    def _change(self, number: str, facts: list[Fact], stamp: Stamp | None) -> Card:
        self._core.record(facts, stamp or self._core.stamp())
        return self.get(number)
