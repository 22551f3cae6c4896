"""The test group: every so many new customers go without offers, so that it shows what the offers do."""

from hashlib import sha256

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.programme import Programme


def is_without_offers(programme: Programme, customer: Customer) -> bool:
    """Whether a customer is in the test group: chosen by a digest of their id (SHA-256), so that nobody can choose."""
    group = programme.test_group
    if group is None or (group.since is not None and customer.registered.date() < group.since):
        return False
    return int(sha256(customer.id.encode()).hexdigest(), 16) % group.every == 0
