"""Customers and greetings to test with."""

from datetime import date, datetime
from uuid import UUID

from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.greetings import Greeting, Occasion
from tests.shop import ZONE


def person(name: str = "Anna Kowalska", *, number: int = 1, joined: str = "2024-01-10", **told: str) -> Customer:
    """A customer who agreed to be wished well."""
    profile = Profile(name=name, **{"consent": "Agreed", **told})
    return Customer(str(UUID(int=number)), profile, datetime.fromisoformat(joined).replace(tzinfo=ZONE), Account())


def birthday(customer: Customer, language: str = "en", *, year: int = 2026, years: int | None = None) -> Greeting:
    """A birthday in March."""
    return Greeting(customer, date(year, 3, 14), Occasion.BIRTHDAY, language, years=years)
