"""The customers of the demo shop as they join, and what befalls their cards."""

from collections.abc import Sequence

from msgspec import Struct, field

from loyaltydesk.demo.people import Person
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole


class Member(Struct):
    """A customer with a card: `visits` so far, `balance` after the last one, codes of the vouchers at home."""

    id: str
    card: str
    visits: int = 0
    balance: int = 0
    is_out: bool = False  # blocked, with every card
    vouchers: list[str] = field(default_factory=list)


class Members:
    """Who has joined so far, and the pile of blank cards beside the till."""

    def __init__(self, desk: Desk, year: Year, people: Sequence[Person]) -> None:
        self._desk = desk
        self._chance = year.chance
        self._people = people
        self._joined: dict[int, Member] = {}
        self._pile: list[str] = []

    def print_cards(self) -> None:
        """Another batch of blank cards comes from the printer."""
        self._pile += self._desk.cards.make(max(10, len(self._people) // 3))

    def join(self, number: int) -> None:
        """The customer of this number joins, most of them with a card from the pile."""
        if len(self._pile) < 5:
            self.print_cards()
        card = self._pile.pop(0) if self._chance.random() < 0.8 else ""
        profile = self._people[number].profile
        customer, card = self._desk.customers.register(
            profile, card=card, referred_by=self._friend(number), nameless=not profile.name
        )
        self._joined[number] = Member(customer, card)

    def known(self, number: int) -> Member | None:
        """The customer of this number, if they have joined."""
        return self._joined.get(number)

    def somebody(self) -> Member | None:
        """Any customer who can still come."""
        able = [member for member in self._joined.values() if not member.is_out]
        return self._chance.choice(able) if able else None

    def before_visit(self, number: int) -> Member:
        """The customer of a visit, who joins at the first; some get a new card for a lost one, or a second one."""
        if number not in self._joined:
            self.join(number)
        member = self._joined[number]
        member.visits += 1
        if member.visits == 3 and number % 23 == 4:
            self._replace(member)
        elif member.visits == 2 and number % 19 == 3:
            second = self._desk.cards.link(self._pile.pop(0), member.id)
            if number % 2:
                self._desk.cards.give_role(second.number, CardRole.EARN_ONLY)
        return member

    def after_last_visit(self, number: int) -> None:
        """Some cards are lost for good, and now and then somebody has to stay out."""
        member = self._joined[number]
        if number % 61 == 6:
            self._desk.cards.block(member.card)
            member.is_out = True
        elif number % 97 == 13:
            self._desk.customers.block(member.id, blocked=True)
            member.is_out = True

    def _friend(self, number: int) -> str:
        """Who brought this customer: nobody mostly; those who bring somebody bring several."""
        friend = self._joined.get(number // 30) if number % 7 == 3 else None
        return friend.id if friend and not friend.is_out else ""

    def _replace(self, member: Member) -> None:
        new = self._pile.pop(0)
        self._desk.cards.replace(member.card, new)
        member.card = new
