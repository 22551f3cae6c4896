"""Facts of people: who joined, with which card, who turned out to be one, who shares, who was forgotten."""

from typing import Annotated

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.fact import PERSONAL, Fact
from loyaltydesk.model.lots import EntryKind, Movement


class CustomerRegistered(Fact, frozen=True, kw_only=True):
    """A person joined; the fact's id is the customer's."""

    profile: Annotated[Profile | None, PERSONAL] = None
    referred_by: str = ""

    @property
    def customer_id(self) -> str | None:
        """The customer."""
        return self.id


class CustomerErased(Fact, frozen=True, kw_only=True):
    """A person was forgotten; the books stay."""

    customer: str

    def movements(self) -> tuple[Movement, ...]:
        """Whatever was on the account goes."""
        return (Movement(EntryKind.ERASED, 0),)


class CardIssued(Fact, frozen=True, kw_only=True):
    """A card was made, blank or for a customer; the fact's id is the card's. An erased person's number is gone.

    `printed` is what stands on the card for people where that is another number, `symbology` the kind of its bars where
    it is not what suits the number.
    """

    customer: str | None = None
    number: Annotated[str | None, PERSONAL] = None
    printed: Annotated[str, PERSONAL] = ""
    symbology: Annotated[str, PERSONAL] = ""


class CustomersMerged(Fact, frozen=True, kw_only=True):
    """Two records were one person: everything of `drop` is `keep`'s from now on, lots as they are."""

    keep: str
    drop: str

    @property
    def customer_id(self) -> str | None:
        """The customer who stays."""
        return self.keep


class HouseholdFormed(Fact, frozen=True, kw_only=True):
    """Customers share one balance from now on; the fact's id is the household's. Its name goes with the first member's.

    Whoever shares a balance with one of them already comes along.
    """

    members: tuple[str, ...]
    name: Annotated[str, PERSONAL] = ""

    @property
    def customer_id(self) -> str | None:
        """The first member, on whose account the points flow together."""
        return self.members[0]


class HouseholdLeft(Fact, frozen=True, kw_only=True):
    """A customer has an account of their own again; the points stay with the household."""

    customer: str
