"""Cards: made blank, given to customers, blocked, replaced."""

from loyaltydesk.desk.core import Core
from loyaltydesk.model.cards import Card, CardRole, checked_number
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import CardIssued, Fact, Stamp
from loyaltydesk.model.refusals import BadRequest, UnknownCard
from loyaltydesk.rules import cards

MOST = 10_000  # blank cards at once


class Cards:
    """The shop's cards."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def make(self, count: int, stamp: Stamp | None = None) -> list[str]:
        """Numbers for so many blank cards, kept until a customer takes one. Raises BadRequest."""
        stamp = stamp or self._core.stamp()
        if not 1 <= count <= MOST:
            raise BadRequest("count", "count_range")
        with self._core.writing():
            new_id, numbers = self._core.new_id(), []
            for _ in range(count):
                number = self._core.new_card_number()
                self._core.record([CardIssued(id=new_id(), number=number)], stamp)
                numbers.append(number)
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

    def owner(self, number: str) -> Customer:
        """Whose card this is. Raises UnknownCard or BadCardNumber."""
        return self._core.found_by_card(number).customer

    def link(self, number: str, customer: str, *, stamp: Stamp | None = None) -> Card:
        """Gives a blank or a new card to a customer. Raises UnknownCustomer, BadCardNumber or DuplicateCard."""
        with self._core.writing():
            person, known = self._core.customer(customer), self._known(number)
            free = known.number if known else checked_number(number)
            fact = cards.link(free, known, customer=person.id, new_id=self._core.new_id())
            self._core.record([fact], stamp or self._core.stamp())
        return self.get(number)

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
        with self._core.writing():
            new = self._known(by) if by else None
            free = by or self._core.new_card_number()
            fresh = new.number if new else checked_number(free)
            facts = cards.replace(self.get(number), fresh, new=new, new_id=self._core.new_id())
            self._core.record(facts, stamp or self._core.stamp())
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
