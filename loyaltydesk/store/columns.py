"""The columns that make a customer and a card, in one order for every question, and the values made of them."""

from datetime import datetime
from typing import Any

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import PERSONAL_FIELDS, Account, Customer, Profile
from loyaltydesk.store import codec

CUSTOMER = (
    "c.id, c.registered, c.tier, c.floor, c.blocked, c.balance, c.debt, c.visits, c.spend, c.earned, c.last_visit, "
    "c.household, " + ", ".join(f"c.{name}" for name in PERSONAL_FIELDS)
)
"""Of the table customers as c."""

NEWEST_CARD = "(SELECT number FROM cards WHERE customer = c.id AND state = 'active' ORDER BY id DESC LIMIT 1)"
"""The number of a customer's newest card that can be used."""

CARD = (
    "d.number, d.id, d.customer, d.state, d.role, (SELECT number FROM cards WHERE id = d.replaced_by), d.issued, "
    "d.printed, d.symbology"
)
"""Of the table cards as d."""

STAYED = "coalesce((SELECT merged FROM customers WHERE id = ?1), ?1)"
"""The record that a customer's record went into; mostly that record itself."""

CUSTOMER_WIDTH, CARD_WIDTH = CUSTOMER.count(",") + 1, CARD.count(",") + 1


def customer_from(row: Any, card: str) -> Customer:
    """A customer from the columns of CUSTOMER, with the number of the newest card."""
    customer, registered, tier, floor, blocked, balance, debt, visits, spend, earned, last_visit, household, *told = row
    visited = datetime.fromisoformat(last_visit) if last_visit else None
    return Customer(
        codec.identity(customer),
        Profile(*told),
        datetime.fromisoformat(registered),
        Account(balance, debt, visits, spend, earned, visited),
        tier,
        floor,
        bool(blocked),
        card,
        codec.identity_or_none(household),
    )


def card_from(row: Any) -> Card:
    """A card from the columns of CARD."""
    number, card, customer, state, role, replaced_by, issued, printed, symbology = row
    return Card(
        codec.identity(card),
        number,
        CardState(state),
        CardRole(role),
        codec.identity_or_none(customer),
        replaced_by or "",
        datetime.fromisoformat(issued),
        printed,
        symbology,
    )
